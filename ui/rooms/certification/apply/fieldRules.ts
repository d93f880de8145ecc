/** What each field of an application takes, told on leaving it; the server holds the same rules. */
import { isInn, isSnils } from "../../../parts/checkDigits";
import type { Item, Point } from "../application/queries";

/** Signs of a name or a position. */
export const TEXT_SIGNS_MAX = 64;
/** Octets of a mail address (RFC 5321). */
const EMAIL_BYTES_MAX = 254;
const OPTIONAL: readonly Point[] = ["position", "person_inn"];

/** Fields that may stay empty. */
export const isOptional = (item: Point) => OPTIONAL.includes(item);

const plain = (typed: string) => typed.replace(/[\s№-]/g, "");

const TAKES: Partial<Record<Point, (typed: string) => boolean>> = {
  surname: isText,
  given_name: isText,
  position: isText,
  person_inn: (typed) => plain(typed).length === 12 && isInn(plain(typed)),
  snils: (typed) => isSnils(plain(typed)),
  passport: (typed) => /^\d{10}$/.test(plain(typed)),
  email: isEmail,
};

function isText(typed: string): boolean {
  return /\p{L}/u.test(typed) && [...typed.trim()].length <= TEXT_SIGNS_MAX;
}

function isEmail(typed: string): boolean {
  const text = typed.trim();
  return /^[^\s<>,;"@]+@[^\s<>,;"]+\.[^\s<>,;"]*$/.test(text) && new TextEncoder().encode(text).length <= EMAIL_BYTES_MAX;
}

/** Whether the field takes what was typed. */
export function takes(item: Point, typed: string): boolean {
  if (typed.trim() === "") return isOptional(item);
  return TAKES[item]?.(typed) ?? false;
}

/** Items that are still to be given, in their order: what keeps the application from being handed in. */
export function missing(items: readonly Item[]): Point[] {
  return items.filter(({ state }) => state === "absent" || state === "refused").map(({ item }) => item);
}
