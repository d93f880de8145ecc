/** What of the report table is looked at: a month or a quarter, one state; it stands in the address, and a link shows the same. */
import { quarter } from "../../parts/format";
import { language, say } from "../../words";
import { STATES, type CellState } from "./cellStates";

/** How long a time is shown at once. */
export type Length = "month" | "quarter";

/** What stands in the address. */
export interface Look {
  length?: Length;
  /** The first day shown, ISO. */
  from?: string;
  state?: CellState;
}

/** Reads an address; what is no look is passed over. */
export function readLook(found: Record<string, unknown>): Look {
  const { length, from, state } = found;
  return {
    ...(length === "month" || length === "quarter" ? { length } : {}),
    ...(typeof from === "string" && /^\d{4}-(0[1-9]|1[0-2])-01$/.test(from) ? { from } : {}),
    ...(STATES.some((one) => one === state) ? { state: state as CellState } : {}),
  };
}

const MONTHS: Record<Length, number> = { month: 1, quarter: 3 };

/** The first day of the month or quarter a day is in. */
export function beginning(length: Length, day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return dayOf(year, month - ((month - 1) % MONTHS[length]), 1);
}

/** The beginning so many months or quarters away. */
export function moved(length: Length, from: string, step: number): string {
  return dayOf(Number(from.slice(0, 4)), Number(from.slice(5, 7)) + step * MONTHS[length], 1);
}

/** The last day of what begins then. */
export function ending(length: Length, from: string): string {
  return dayOf(Number(from.slice(0, 4)), Number(from.slice(5, 7)) + MONTHS[length], 0);
}

/** `ноябрь 2026`, `IV квартал 2026`. */
export function spanName(length: Length, from: string): string {
  if (length === "quarter") return quarter(from);
  const month = new Intl.DateTimeFormat(language(), { month: "long", timeZone: "UTC" }).format(new Date(`${from}T00:00:00Z`));
  return say("client-reporting-month", { month, year: from.slice(0, 4) });
}

/** Months beyond the year and the day before the first are counted on, as `Date` does. */
function dayOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
