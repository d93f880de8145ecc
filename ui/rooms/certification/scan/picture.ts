/** Pictures in the browser: read, measured, turned, cut, written. The rules themselves are in `check.ts`. */
import type { ScanRule } from "../application/queries";
import { checkBytes, checkLook, checkSize, formatOf, MEASURED_SIDE, type Finding, type Size } from "./check";
import { cutOf, keptOf, sizeTurned, sizeWithin, type Crop } from "./crop";
import type { Inset } from "./measure";

/** The longer side of a picture that was cut: A4 at 300 dpi has 3 508 pixels. */
const WRITTEN_SIDE_MAX = 4_000;
/** Qualities of JPEG tried one after another until the picture is small enough. */
const QUALITIES = [0.92, 0.85, 0.75, 0.6];

/** What was found of a file. */
export interface Looked {
  file: Blob;
  findings: readonly Finding[];
  /** Of a picture that could be read. */
  size: Size | undefined;
  /** The even border as parts to be cut. */
  border: Inset;
  /** Turned and cut it can be, if it is a picture. */
  isPicture: boolean;
}

const NO_BORDER: Inset = { left: 0, top: 0, right: 0, bottom: 0 };

/** Checks the file by its rule. A picture too large in octets is looked at too: made smaller it may be good. */
export async function look(file: Blob, rule: ScanRule): Promise<Looked> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const found = checkBytes(rule, bytes);
  const format = formatOf(bytes);
  const isPicture = format === "png" || format === "jpeg";
  const isBarred = found.some(({ broken }) => broken !== "bytes-many");
  if (!isPicture || isBarred) return { file, findings: found, size: undefined, border: NO_BORDER, isPicture: false };
  const bitmap = await opened(file);
  if (!bitmap) return { file, findings: [{ broken: "damaged" }], size: undefined, border: NO_BORDER, isPicture: false };
  try {
    const size = { width: bitmap.width, height: bitmap.height };
    const pixels = drawn(bitmap, { turn: 0, cut: NO_BORDER }, MEASURED_SIDE);
    const image = pixels.getContext("2d", { willReadFrequently: true })?.getImageData(0, 0, pixels.width, pixels.height);
    if (!image) throw new Error("a canvas without pixels");
    const seen = checkLook(rule, image);
    return { file, findings: [...found, ...checkSize(rule, size), ...seen.findings], size, border: cutOf(seen.border, image), isPicture };
  } finally {
    bitmap.close();
  }
}

/** The picture, the right way up by what the camera wrote; nothing where it cannot be read. */
export async function opened(file: Blob): Promise<ImageBitmap | undefined> {
  return createImageBitmap(file).catch(() => undefined);
}

/** Draws what is kept of the turned picture on a canvas whose longer side is at most `sideMax`. */
export function drawn(bitmap: ImageBitmap, crop: Crop, sideMax: number, canvas: HTMLCanvasElement = document.createElement("canvas")): HTMLCanvasElement {
  const kept = keptOf(bitmap, crop);
  const { width, height } = sizeWithin(kept, sideMax);
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  const turnedSize = sizeTurned(bitmap, crop.turn);
  context.imageSmoothingQuality = "high";
  context.scale(width / kept.width, height / kept.height);
  context.translate(turnedSize.width / 2 - kept.x, turnedSize.height / 2 - kept.y);
  context.rotate((crop.turn * Math.PI) / 2);
  context.drawImage(bitmap, -bitmap.width / 2, -bitmap.height / 2);
  return canvas;
}

/** The picture turned and cut, as JPEG of at most `bytesMax` octets where a quality gives that. */
export async function cropped(file: Blob, crop: Crop, bytesMax: number): Promise<Blob> {
  const bitmap = await opened(file);
  if (!bitmap) throw new Error("a picture that could be read before");
  const canvas = drawn(bitmap, crop, WRITTEN_SIDE_MAX);
  bitmap.close();
  let written: Blob | null = null;
  for (const quality of QUALITIES) {
    written = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, "image/jpeg", quality); });
    if (written && written.size <= bytesMax) break;
  }
  if (!written) throw new Error("a canvas that gives no picture");
  return written;
}
