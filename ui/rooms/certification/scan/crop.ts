/** Turning and cutting a picture: where of the turned picture what is kept lies. Pure. */
import type { Size } from "./check";
import type { Inset } from "./measure";

/** Quarters of a turn, clockwise. */
export type Turn = 0 | 1 | 2 | 3;

/** What is done with a picture: turned first, then cut; parts in per cent of the turned sides. */
export interface Crop {
  turn: Turn;
  cut: Inset;
}

/** Of a side, per cent: so much of it stays, whatever is cut. */
export const KEPT_PERCENT_MIN = 10;

/** The next quarter. */
export const turned = (turn: Turn): Turn => ((turn + 1) % 4) as Turn;

/** The sides after the turn. */
export function sizeTurned({ width, height }: Size, turn: Turn): Size {
  return turn % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** A border in pixels as parts to be cut, per cent, rounded down: no edge of the document goes. */
export function cutOf({ left, top, right, bottom }: Inset, { width, height }: Size): Inset {
  const part = (pixels: number, side: number) => Math.floor((100 * pixels) / side);
  return { left: part(left, width), top: part(top, height), right: part(right, width), bottom: part(bottom, height) };
}

/** The cut with the parts of the picture turned by one more quarter. */
export const cutTurned = ({ left, top, right, bottom }: Inset): Inset => ({ left: bottom, top: left, right: top, bottom: right });

/** One part changed; what is opposite leaves something between. */
export function cutWith(cut: Inset, side: keyof Inset, percent: number): Inset {
  const opposite = { left: "right", right: "left", top: "bottom", bottom: "top" } as const;
  const most = 100 - KEPT_PERCENT_MIN - cut[opposite[side]];
  return { ...cut, [side]: Math.max(0, Math.min(most, percent)) };
}

/** A rectangle of the turned picture, in pixels. */
export interface Kept extends Size { x: number; y: number }

/** What is kept, at least one pixel. */
export function keptOf(size: Size, { turn, cut }: Crop): Kept {
  const { width, height } = sizeTurned(size, turn);
  const x = Math.floor((width * cut.left) / 100);
  const y = Math.floor((height * cut.top) / 100);
  return {
    x, y,
    width: Math.max(1, Math.ceil((width * (100 - cut.right)) / 100) - x),
    height: Math.max(1, Math.ceil((height * (100 - cut.bottom)) / 100) - y),
  };
}

/** Sides no longer than this, in the same proportion; a smaller picture is never made larger. */
export function sizeWithin({ width, height }: Size, sideMax: number): Size {
  const longer = Math.max(width, height);
  if (longer <= sideMax) return { width, height };
  const side = (pixels: number) => Math.max(1, Math.round((pixels * sideMax) / longer));
  return { width: side(width), height: side(height) };
}
