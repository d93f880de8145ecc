/** Numbers that carry their own proof: ИНН, ОГРН, СНИЛС; and КПП, which has a shape only. */

const INN_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

function digits(text: string): number[] {
  return [...text].map(Number);
}

function weighed(text: string, weights: readonly number[]): number {
  const given = digits(text);
  return weights.reduce((total, weight, index) => total + weight * (given[index] ?? 0), 0);
}

/** ИНН of a company (10 digits) or of a person (12) with right check digits. */
export function isInn(text: string): boolean {
  if (/^\d{10}$/.test(text)) return (weighed(text, INN_10) % 11) % 10 === Number(text[9]);
  if (!/^\d{12}$/.test(text)) return false;
  const first = (weighed(text, INN_11) % 11) % 10 === Number(text[10]);
  return first && (weighed(text, INN_12) % 11) % 10 === Number(text[11]);
}

/** КПП: nine signs, the fifth and sixth may be capital Latin letters. */
export function isKpp(text: string): boolean {
  return /^\d{4}[\dA-Z]{2}\d{3}$/.test(text);
}

/** ОГРН (13 digits) or ОГРНИП (15). */
export function isOgrn(text: string): boolean {
  if (/^\d{13}$/.test(text)) return (BigInt(text.slice(0, 12)) % 11n) % 10n === BigInt(text.slice(12));
  if (!/^\d{15}$/.test(text)) return false;
  return (BigInt(text.slice(0, 14)) % 13n) % 10n === BigInt(text.slice(14));
}

/** СНИЛС: nine digits and two that prove them, with or without hyphens. */
export function isSnils(text: string): boolean {
  const plain = text.replace(/[-\s]/g, "");
  if (!/^\d{11}$/.test(plain)) return false;
  const total = weighed(plain, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
  return (total === 100 ? 0 : total) === Number(plain.slice(9));
}
