/** How sums, days, moments and sizes are written for people; the server's pages and letters write them alike. */
import { language, locale, say } from "../words";

const NO_BREAK = "\u00a0";
/** Rouble by ОКВ. */
const ROUBLE = "643";
/** Deadlines of the exchange are those of Moscow, wherever the reader is. */
const ZONE = "Europe/Moscow";

/** `1 234 567,89`: no-break spaces, two digits, a true minus. Kopecks are whole numbers, never fractions. */
export function sum(kopecks: bigint | number): string {
  const all = BigInt(kopecks);
  const whole = all < 0n ? -all : all;
  const digits = (whole / 100n).toString();
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, language() === "ru" ? NO_BREAK : ",");
  const fraction = (whole % 100n).toString().padStart(2, "0");
  return `${all < 0n ? "−" : ""}${grouped}${language() === "ru" ? "," : "."}${fraction}`;
}

/** A sum with its currency: `1 200,00 ₽`; another currency is named by its code. */
export function money(kopecks: bigint | number, currency?: string | null): string {
  const sign = currency && currency !== ROUBLE ? currency : "₽";
  return `${sum(kopecks)}${NO_BREAK}${sign}`;
}

/** `28.11.2026` of an ISO day; what is no day stays as it stands in the document. */
export function day(iso: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  return year ? `${date}.${month}.${year}` : iso;
}

function parts(at: Date): Record<string, string> {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  });
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
}

/** The civil day in Moscow, ISO. */
export function moscowDay(at: Date): string {
  const { year, month, day: date } = parts(at);
  return `${year}-${month}-${date}`;
}

/** `28.11.2026 14:05 МСК`. */
export function moment(at: string): string {
  const { year, month, day: date, hour, minute } = parts(new Date(at));
  return say("client-moment", { at: `${date}.${month}.${year} ${hour}:${minute}` });
}

/** `сегодня, 14:05`, `вчера, 14:05`, else the day alone: for lists, where the whole moment stands in the title. */
export function recent(at: string, now: Date): string {
  const then = new Date(at);
  const { hour, minute } = parts(then);
  const time = `${hour}:${minute}`;
  const on = moscowDay(then);
  if (on === moscowDay(now)) return say("client-today", { time });
  if (on === moscowDay(new Date(now.getTime() - 86_400_000))) return say("client-yesterday", { time });
  return day(on);
}

/** `III квартал 2026`. */
export function quarter(iso: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})/.exec(iso) ?? [];
  const number = ["I", "II", "III", "IV"][Math.floor((Number(month) - 1) / 3)];
  return say("client-quarter", { number: number ?? "", year: year ?? "" });
}

/** `512 Б`, `20 КБ`, `3 МБ`: rounded up, of 1024. */
export function bytesSize(bytes: number): string {
  if (bytes < 1024) return say("client-size-bytes", { count: bytes });
  if (bytes < 1_048_576) return say("client-size-kibibytes", { count: Math.ceil(bytes / 1024) });
  return say("client-size-mebibytes", { count: Math.ceil(bytes / 1_048_576) });
}

/** `312 из 1 000` and other counts. */
export function count(number: number): string {
  return new Intl.NumberFormat(locale()).format(number);
}
