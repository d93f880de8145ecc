/** What a list is narrowed to. It stands in the address, so a narrowed list can be kept and sent to a colleague. */

/** Every part may be absent. */
export interface Filters {
  turn?: "mine" | "theirs";
  /** Incoming ones that the person has not opened. */
  unread?: "true";
  outcome?: "going" | "finished" | "rejected" | "revoked";
  kinds?: string;
  number?: string;
  from?: string;
  to?: string;
  counteragent?: string;
}

const KINDS = new Set(["utd_invoice", "utd_transfer", "utd_invoice_and_transfer", "nonformalized"]);
const OUTCOMES = ["going", "finished", "rejected", "revoked"] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[\da-f-]{36}$/;
/** The longest number a format takes. */
const NUMBER_MAX = 1000;

/** Reads the address; what is not understood is passed over. */
export function readFilters(search: Record<string, unknown>): Filters {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
  };
  const read: Filters = {};
  const turn = text("turn");
  if (turn === "mine" || turn === "theirs") read.turn = turn;
  if (text("unread") === "true" || search["unread"] === true) read.unread = "true";
  const outcome = OUTCOMES.find((word) => word === text("outcome"));
  if (outcome) read.outcome = outcome;
  const kinds = text("kinds")?.split(",").filter((kind) => KINDS.has(kind)).join(",");
  if (kinds) read.kinds = kinds;
  const number = text("number")?.slice(0, NUMBER_MAX);
  if (number) read.number = number;
  const [from, to, counteragent] = [text("from"), text("to"), text("counteragent")];
  if (from && DAY.test(from)) read.from = from;
  if (to && DAY.test(to)) read.to = to;
  if (counteragent && ID.test(counteragent)) read.counteragent = counteragent;
  return read;
}

/** Whether anything is narrowed. */
export function isNarrowed(filters: Filters): boolean {
  return Object.keys(filters).length > 0;
}

/** The same with one part changed; an empty value takes the part away. */
export function withPart<K extends keyof Filters>(filters: Filters, key: K, value: Filters[K] | "" | undefined): Filters {
  const rest = Object.entries(filters).filter(([name]) => name !== key);
  return Object.fromEntries(value ? [...rest, [key, value]] : rest);
}

/** First and last day of the quarter a day is in, and of its month: periods people ask for. */
export function periodOf(iso: string, kind: "month" | "quarter"): { from: string; to: string } {
  const [year = 0, month = 1] = iso.split("-").map(Number);
  const first = kind === "month" ? month : month - ((month - 1) % 3);
  const last = kind === "month" ? month : first + 2;
  const end = new Date(Date.UTC(year, last, 0)).getUTCDate();
  const two = (number: number) => String(number).padStart(2, "0");
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(end)}` };
}
