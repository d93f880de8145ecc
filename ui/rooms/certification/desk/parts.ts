/** Parts of the queue, as they stand in the address. */
import type { Part } from "./queries";

/** In the order of the tabs; the first is all of it. */
export const PARTS = [undefined, "late", "free", "mine", "second_look"] as const satisfies readonly (Part | undefined)[];

/** The part in an address; what is none of them is all of the queue. */
export function readPart(search: Record<string, unknown>): { state?: Part } {
  const state = PARTS.find((one) => one !== undefined && one === search["state"]);
  return state ? { state } : {};
}
