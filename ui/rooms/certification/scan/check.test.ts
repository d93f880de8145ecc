import { describe, expect, it } from "vitest";
import type { ScanRule } from "../application/queries";
import { checkBytes, checkLook, checkSize, formatOf, maySend } from "./check";
import { cutOf, cutTurned, cutWith, keptOf, sizeTurned, sizeWithin, turned } from "./crop";
import { borderOf, borderPercentOf, colourPercentOf, lumaOf, sharpnessOf, type Pixels } from "./measure";

const passport: ScanRule = {
  scan: "passport_scan", formats: ["png", "jpeg"], bytes_min: 1_024, bytes_max: 5_242_880, side_pixels_min: 700, side_pixels_max: 10_000,
  in_colour: true, sharpness_min: 60, border_percent_max: 40,
};
const statement: ScanRule = { ...passport, scan: "statement_scan", formats: ["png", "jpeg", "pdf"], side_pixels_min: 1_000, in_colour: false };

type Colour = readonly [number, number, number];

/** A picture made pixel by pixel. */
function made(width: number, height: number, colour: (x: number, y: number) => Colour): Pixels {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set([...colour(x, y), 255], 4 * (y * width + x));
  }
  return { width, height, data };
}

/** Lines of a text on pink paper: sharp edges, letters three pixels wide. */
const page = (x: number, y: number): Colour => (y % 12 < 6 && x % 7 < 3 ? [40, 30, 60] : [240, 205, 215]);
/** The same light without its colour. */
const grey = (colour: Colour): Colour => { const light = Math.round(0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]); return [light, light, light]; };
/** The page between `edge` pixels of a dark table. */
const onTable = (edge: number, side: number) => (x: number, y: number): Colour =>
  (x < edge || y < edge || x >= side - edge || y >= side - edge ? [70, 60, 50] : page(x, y));

/** Every pixel the mean of the square around it: a camera out of focus. */
function blurred({ width, height, data }: Pixels, reach: number): Pixels {
  return made(width, height, (x, y) => {
    const sum = [0, 0, 0];
    let count = 0;
    for (let v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v += 1) {
      for (let u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u += 1) {
        for (let part = 0; part < 3; part += 1) sum[part] = (sum[part] ?? 0) + (data[4 * (v * width + u) + part] ?? 0);
        count += 1;
      }
    }
    return [(sum[0] ?? 0) / count, (sum[1] ?? 0) / count, (sum[2] ?? 0) / count];
  });
}

const broken = (rule: ScanRule, pixels: Pixels) => checkLook(rule, pixels).findings.map((finding) => finding.broken);

describe("what the octets tell", () => {
  const begun = (...magic: number[]) => { const bytes = new Uint8Array(2_000); bytes.set(magic); return bytes; };
  const png = begun(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const pdf = (trailer: string) => { const bytes = new Uint8Array(2_000); bytes.set(new TextEncoder().encode(`%PDF-1.7 trailer << ${trailer} >>`)); return bytes; };

  it("knows a format by its first octets, not by a name", () => {
    expect(formatOf(png)).toBe("png");
    expect(formatOf(begun(0xff, 0xd8, 0xff, 0xe0))).toBe("jpeg");
    expect(formatOf(pdf("/Root 1 0 R"))).toBe("pdf");
    for (const other of [begun(0x47, 0x49, 0x46), begun(0xff, 0xd8), new Uint8Array(), new Uint8Array([0x89])]) expect(formatOf(other)).toBeUndefined();
  });

  it("finds the one rule that is broken", () => {
    const rows: [ScanRule, Uint8Array, string[]][] = [
      [passport, png, []],
      [passport, begun(0x4d, 0x5a), ["format"]],
      [passport, pdf("/Root 1 0 R"), ["format"]],
      [statement, pdf("/Root 1 0 R"), []],
      [statement, pdf("/Encrypt 5 0 R"), ["encrypted"]],
      [passport, png.slice(0, 1_023), ["bytes-few"]],
      [{ ...passport, bytes_max: 1_999 }, png, ["bytes-many"]],
    ];
    for (const [rule, bytes, found] of rows) expect(checkBytes(rule, bytes).map((finding) => finding.broken)).toEqual(found);
  });

  it("tells how many pixels there are and how many are wanted", () => {
    expect(checkSize(passport, { width: 700, height: 10_000 })).toEqual([]);
    expect(checkSize(passport, { width: 10_000, height: 699 })).toEqual([{ broken: "pixels-few", given: 699, wanted: 700 }]);
    expect(checkSize(passport, { width: 10_001, height: 800 })).toEqual([{ broken: "pixels-many", given: 10_001, wanted: 10_000 }]);
  });
});

describe("what the picture looks like", () => {
  it("a sharp page in colour is good", () => {
    expect(broken(passport, made(300, 400, page))).toEqual([]);
  });

  it("a grey copy is told, where colour is asked for", () => {
    const copy = made(300, 400, (x, y) => grey(page(x, y)));
    expect(colourPercentOf(copy)).toBe(0);
    expect(broken(passport, copy)).toEqual(["colour"]);
    expect(broken(statement, copy)).toEqual([]);
  });

  it("little colour is colour: a blue signature on white paper", () => {
    const signed = made(300, 400, (x, y) => (y > 380 && x > 100 && x < 220 ? [30, 40, 160] : grey(page(x, y))));
    expect(broken(passport, signed)).toEqual([]);
  });

  it("a blurred page is told, and the more blurred the less sharp", () => {
    const sharp = made(160, 160, page);
    const [one, three] = [1, 3].map((reach) => sharpnessOf(lumaOf(blurred(sharp, reach))));
    expect(sharpnessOf(lumaOf(sharp))).toBeGreaterThan(one ?? 0);
    expect(one ?? 0).toBeGreaterThan(three ?? 0);
    expect(broken(passport, blurred(blurred(sharp, 3), 3))).toEqual(["sharpness"]);
  });

  it("an even picture has no sharpness, and one of two pixels does not fail", () => {
    expect(sharpnessOf(lumaOf(made(50, 50, () => [128, 128, 128])))).toBe(0);
    expect(sharpnessOf(lumaOf(made(2, 1, () => [128, 128, 128])))).toBe(0);
  });

  it("a table around the page is measured on each side and told when it takes too much", () => {
    const much = made(400, 400, onTable(60, 400));
    expect(borderOf(lumaOf(much))).toEqual({ left: 60, top: 60, right: 60, bottom: 60 });
    expect(checkLook(passport, much).findings).toEqual([{ broken: "border", given: 51, wanted: 40 }]);
    expect(broken(passport, made(400, 400, onTable(20, 400)))).toEqual([]);
  });

  it("white paper around its own text is no border, an empty picture neither", () => {
    const letter = made(400, 560, (x, y) => (x > 60 && x < 340 && y > 60 && y < 200 && y % 12 < 4 && x % 7 < 3 ? [20, 20, 20] : [250, 250, 250]));
    expect(borderPercentOf(letter, borderOf(lumaOf(letter)))).toBe(0);
    const empty = made(60, 60, () => [250, 250, 250]);
    expect(borderPercentOf(empty, borderOf(lumaOf(empty)))).toBe(0);
  });

  it("what a person judges may be sent all the same, what the server refuses may not", () => {
    expect(maySend([{ broken: "sharpness" }, { broken: "border" }, { broken: "colour" }])).toBe(true);
    for (const hard of ["format", "bytes-few", "bytes-many", "damaged", "encrypted", "pixels-few", "pixels-many"] as const) {
      expect(maySend([{ broken: "sharpness" }, { broken: hard }])).toBe(false);
    }
  });
});

describe("turning and cutting", () => {
  const size = { width: 400, height: 300 };
  const cut = { left: 10, top: 20, right: 30, bottom: 0 };

  it("four quarters are a whole turn, for the sides and for what is cut", () => {
    expect(turned(turned(turned(turned(0))))).toBe(0);
    expect(sizeTurned(size, 1)).toEqual({ width: 300, height: 400 });
    expect(cutTurned(cut)).toEqual({ left: 0, top: 10, right: 20, bottom: 30 });
    expect(cutTurned(cutTurned(cutTurned(cutTurned(cut))))).toEqual(cut);
  });

  it("keeps what is not cut, and never nothing", () => {
    expect(keptOf(size, { turn: 0, cut })).toEqual({ x: 40, y: 60, width: 240, height: 240 });
    expect(keptOf({ width: 1, height: 1 }, { turn: 3, cut: { left: 45, top: 45, right: 45, bottom: 45 } })).toEqual({ x: 0, y: 0, width: 1, height: 1 });
    expect(cutWith(cut, "left", 95)).toEqual({ ...cut, left: 60 });
    expect(cutWith(cut, "top", -5)).toEqual({ ...cut, top: 0 });
  });

  it("makes parts of a border, and never cuts into the page", () => {
    expect(cutOf({ left: 60, top: 61, right: 0, bottom: 399 }, { width: 400, height: 400 })).toEqual({ left: 15, top: 15, right: 0, bottom: 99 });
  });

  it("makes large pictures smaller in their proportion, small ones not larger", () => {
    expect(sizeWithin({ width: 8_000, height: 6_000 }, 4_000)).toEqual({ width: 4_000, height: 3_000 });
    expect(sizeWithin(size, 4_000)).toEqual(size);
  });
});
