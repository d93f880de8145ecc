/**
 * What can be measured in a picture of a document: sharpness, colour, the even border around it. Pure: pixels in, numbers out.
 * Measures are ratios and variances of light, not sums of money: floating point is at home here.
 */

/** Pixels as a canvas gives them: four octets each, red, green, blue, opacity; rows from the top. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** Luma of every pixel, 0 to 255, row by row. */
export interface Luma {
  width: number;
  height: number;
  values: Float32Array;
}

/** Parts of the picture that an even border takes, in pixels from each side. */
export interface Inset {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Luma by the weights of ITU-R BT.601, which JPEG has too. */
export function lumaOf({ width, height, data }: Pixels): Luma {
  const values = new Float32Array(width * height);
  for (let at = 0; at < values.length; at += 1) {
    values[at] = 0.299 * (data[4 * at] ?? 0) + 0.587 * (data[4 * at + 1] ?? 0) + 0.114 * (data[4 * at + 2] ?? 0);
  }
  return { width, height, values };
}

/** Variance of the Laplacian (four neighbours): edges that were blurred have little of it. */
export function sharpnessOf({ width, height, values }: Luma): number {
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const change = lumaAt(values, at - 1) + lumaAt(values, at + 1) + lumaAt(values, at - width) + lumaAt(values, at + width) - 4 * lumaAt(values, at);
      sum += change;
      squares += change * change;
      count += 1;
    }
  }
  if (count === 0) return 0;
  const mean = sum / count;
  return squares / count - mean * mean;
}

const lumaAt = (values: Float32Array, at: number) => values[at] ?? 0;

/** Between the largest and the smallest of red, green and blue: what a grey picture has of it is noise and compression. */
const COLOURED_FROM = 28;

/** Share of coloured pixels, per cent. */
export function colourPercentOf({ width, height, data }: Pixels): number {
  let coloured = 0;
  for (let at = 0; at < 4 * width * height; at += 4) {
    const red = data[at] ?? 0;
    const green = data[at + 1] ?? 0;
    const blue = data[at + 2] ?? 0;
    if (Math.max(red, green, blue) - Math.min(red, green, blue) >= COLOURED_FROM) coloured += 1;
  }
  return (100 * coloured) / Math.max(1, width * height);
}

/** Spread of luma along a line of a table or a scanner's lid: their grain, the shadow at a corner. */
const EVEN_SPREAD_MAX = 10;
/** Luma of lines of one border differs by no more. */
const SAME_LUMA_MAX = 18;
/** Share of what is inside that looks like the border: more of it, and the border is the paper itself, not what lies under it. */
const PAPER_SHARE_MIN = 0.5;

interface Line { mean: number; spread: number }

/** The even border: lines from each side inwards for as long as they are even and alike. None where the border is paper. */
export function borderOf(luma: Luma): Inset {
  const { width, height } = luma;
  const row = (y: number) => lineOf(luma, y * width, 1, width);
  const column = (x: number) => lineOf(luma, x, width, height);
  const inset = {
    top: evenLines(row, height, (index) => index),
    bottom: evenLines(row, height, (index) => height - 1 - index),
    left: evenLines(column, width, (index) => index),
    right: evenLines(column, width, (index) => width - 1 - index),
  };
  const isAllEven = inset.top + inset.bottom >= height || inset.left + inset.right >= width;
  if (isAllEven || isPaper(luma, inset)) return { left: 0, top: 0, right: 0, bottom: 0 };
  return inset;
}

function lineOf({ values }: Luma, from: number, step: number, count: number): Line {
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < count; index += 1) {
    const value = lumaAt(values, from + index * step);
    sum += value;
    squares += value * value;
  }
  const mean = sum / count;
  return { mean, spread: Math.sqrt(Math.max(0, squares / count - mean * mean)) };
}

function evenLines(line: (at: number) => Line, count: number, at: (index: number) => number): number {
  const outermost = line(at(0));
  let even = 0;
  while (even < count) {
    const { mean, spread } = line(at(even));
    if (spread > EVEN_SPREAD_MAX || Math.abs(mean - outermost.mean) > SAME_LUMA_MAX) break;
    even += 1;
  }
  return even;
}

function isPaper(luma: Luma, { left, top, right, bottom }: Inset): boolean {
  const level = lumaAt(luma.values, 0);
  let alike = 0;
  let count = 0;
  for (let y = top; y < luma.height - bottom; y += 1) {
    for (let x = left; x < luma.width - right; x += 1) {
      if (Math.abs(lumaAt(luma.values, y * luma.width + x) - level) <= SAME_LUMA_MAX) alike += 1;
      count += 1;
    }
  }
  return alike > PAPER_SHARE_MIN * count;
}

/** Share of the picture that the border takes, per cent. */
export function borderPercentOf({ width, height }: { width: number; height: number }, { left, top, right, bottom }: Inset): number {
  const inside = Math.max(0, width - left - right) * Math.max(0, height - top - bottom);
  return 100 * (1 - inside / Math.max(1, width * height));
}
