/** Reading what a person types: days, sums, quantities. Nothing here is a floating point number. */

/** Reads `28.11.2026`, `28112026`, `28.11.26`, `2026-11-28`; the answer is ISO. Nothing for what is no day of the calendar. */
export function readDay(text: string): string | undefined {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed);
  const plain = /^(\d{2})[.\s/-]?(\d{2})[.\s/-]?(\d{4}|\d{2})$/.exec(trimmed);
  const [year, month, date] = iso
    ? [iso[1], iso[2], iso[3]]
    : [plain?.[3]?.padStart(4, "20"), plain?.[2], plain?.[1]];
  if (!year || !month || !date) return undefined;
  const made = `${year}-${month}-${date}`;
  const at = new Date(`${made}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(made) ? made : undefined;
}

/** A decimal number: `units` of the `scale`-th decimal place. */
export interface Decimal {
  units: bigint;
  scale: number;
}

/** Most digits before and after the point, as the tax service's formats take them (`N(26.11)`, prices and quantities). */
const DIGITS_MAX = 15;
const SCALE_MAX = 11;

/** Reads `1 234,50`, `1234.5`; spaces of any kind are passed over. */
export function readDecimal(text: string, scaleMax: number = SCALE_MAX): Decimal | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".").replace("−", "-");
  const found = /^(-?)(\d+)(?:\.(\d*))?$/.exec(plain);
  const [, minus, whole = "", fraction = ""] = found ?? [];
  if (!found || whole.replace(/^0+/, "").length > DIGITS_MAX || fraction.length > scaleMax) return undefined;
  const units = BigInt(whole + fraction);
  return { units: minus ? -units : units, scale: fraction.length };
}

/** Reads a sum to kopecks. */
export function readKopecks(text: string): bigint | undefined {
  const read = readDecimal(text, 2);
  return read && read.units * 10n ** BigInt(2 - read.scale);
}

/** The number without needless zeros, with a point: as the formats write it. */
export function plainDecimal({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  return `${units < 0n ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}

/** `units / divisor`, half away from zero: the usual rounding to a kopeck. */
export function divideRounded(units: bigint, divisor: bigint): bigint {
  const half = divisor / 2n;
  return units < 0n ? -((-units + half) / divisor) : (units + half) / divisor;
}

/** `1200.00` of kopecks: as the formats write sums. */
export function plainSum(kopecks: bigint): string {
  const whole = kopecks < 0n ? -kopecks : kopecks;
  return `${kopecks < 0n ? "-" : ""}${whole / 100n}.${(whole % 100n).toString().padStart(2, "0")}`;
}
