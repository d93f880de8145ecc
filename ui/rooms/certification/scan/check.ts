/** The published rules of scans, applied in the browser before anything is sent. The server applies those it can again. */
import type { ScanRule } from "../application/queries";
import { borderPercentOf, colourPercentOf, lumaOf, sharpnessOf, borderOf, type Inset, type Pixels } from "./measure";

export type ScanFormat = ScanRule["formats"][number];

/** A rule that a scan breaks. */
export type Broken = "format" | "bytes-few" | "bytes-many" | "damaged" | "encrypted" | "pixels-few" | "pixels-many" | "colour" | "sharpness" | "border";

/** What was found: the rule, and what its text speaks of. */
export interface Finding {
  broken: Broken;
  given?: number;
  wanted?: number;
}

/** Rules that a person judges where a machine may err: such a scan may be sent all the same. */
const JUDGED_BY_PERSON: readonly Broken[] = ["colour", "sharpness", "border"];

/** Whether the scan may be sent as it is, if its owner insists. */
export const maySend = (findings: readonly Finding[]) => findings.every(({ broken }) => JUDGED_BY_PERSON.includes(broken));

/** Pixels of the longer side to which a picture is reduced before it is measured: the published measure of sharpness. */
export const MEASURED_SIDE = 1_000;
/** Coloured pixels, per cent, below which a scan counts as grey: a stamp and a coloured edge have more. */
const COLOUR_PERCENT_MIN = 0.5;

const MAGIC: readonly (readonly [ScanFormat, readonly number[]])[] = [
  ["png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["jpeg", [0xff, 0xd8, 0xff]],
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** The format by the first octets, whatever the file's name says. */
export function formatOf(bytes: Uint8Array): ScanFormat | undefined {
  return MAGIC.find(([, magic]) => magic.every((octet, index) => bytes[index] === octet))?.[0];
}

/** What the octets alone tell: format, size, a PDF under a password. */
export function checkBytes(rule: ScanRule, bytes: Uint8Array): Finding[] {
  const format = formatOf(bytes);
  if (!format || !rule.formats.includes(format)) return [{ broken: "format" }];
  if (bytes.length < rule.bytes_min) return [{ broken: "bytes-few", given: bytes.length, wanted: rule.bytes_min }];
  if (bytes.length > rule.bytes_max) return [{ broken: "bytes-many", given: bytes.length, wanted: rule.bytes_max }];
  if (format === "pdf" && new TextDecoder("latin1").decode(bytes).includes("/Encrypt")) return [{ broken: "encrypted" }];
  return [];
}

/** Sides of the picture itself, in pixels. */
export interface Size { width: number; height: number }

/** What the number of pixels tells. */
export function checkSize(rule: ScanRule, { width, height }: Size): Finding[] {
  const shorter = Math.min(width, height);
  const longer = Math.max(width, height);
  if (shorter < rule.side_pixels_min) return [{ broken: "pixels-few", given: shorter, wanted: rule.side_pixels_min }];
  if (longer > rule.side_pixels_max) return [{ broken: "pixels-many", given: longer, wanted: rule.side_pixels_max }];
  return [];
}

/** What the picture looks like, reduced to {@link MEASURED_SIDE}; and where its even border ends. */
export function checkLook(rule: ScanRule, pixels: Pixels): { findings: Finding[]; border: Inset } {
  const findings: Finding[] = [];
  const luma = lumaOf(pixels);
  const sharpness = Math.round(sharpnessOf(luma));
  const border = borderOf(luma);
  const borderPercent = Math.round(borderPercentOf(pixels, border));
  if (rule.in_colour && colourPercentOf(pixels) < COLOUR_PERCENT_MIN) findings.push({ broken: "colour" });
  if (sharpness < rule.sharpness_min) findings.push({ broken: "sharpness", given: sharpness, wanted: rule.sharpness_min });
  if (borderPercent > rule.border_percent_max) findings.push({ broken: "border", given: borderPercent, wanted: rule.border_percent_max });
  return { findings, border };
}
