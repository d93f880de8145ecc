/** What an application is made of, as the desk looks at it. */
import type { Item, Point as ItemName } from "../application/queries";

/** The scan a field is compared with. */
const BESIDE: Record<ItemName, ItemName> = {
  surname: "passport_scan", given_name: "passport_scan", passport: "passport_scan", passport_scan: "passport_scan",
  snils: "snils_scan", snils_scan: "snils_scan",
  position: "statement_scan", person_inn: "statement_scan", email: "statement_scan", statement_scan: "statement_scan",
};

/** The scan that belongs beside the item. */
export function scanBeside(item: ItemName): ItemName {
  return BESIDE[item];
}

/** The value of a field. */
export function valueOf(items: readonly Item[], name: ItemName): string {
  return items.find((one) => one.item === name)?.value ?? "";
}

/** The item `step` further, staying within the list. */
export function neighbour(items: readonly Item[], at: ItemName | undefined, step: number): ItemName | undefined {
  const index = items.findIndex((one) => one.item === at) + step;
  return items[Math.max(0, Math.min(items.length - 1, index))]?.item;
}

/** The item to look at once this one is judged: the next that nobody has judged, from here on and round again. */
export function nextUnseen(items: readonly Item[], at: ItemName): ItemName {
  const index = items.findIndex((one) => one.item === at);
  const round = [...items.slice(index + 1), ...items.slice(0, index)];
  return round.find((one) => one.state === "unseen")?.item ?? at;
}
