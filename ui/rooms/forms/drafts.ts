/** Forms begun on this device, as the official files they will be. */
import { drop, find, keep, list } from "../../offline/store";

/** A kept form. */
export interface FormDraft {
  id: string;
  boxId: string;
  format: string;
  title: string;
  changedAt: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export function keepForm(draft: FormDraft): Promise<void> {
  return keep("forms", draft.id, draft);
}

export function findForm(id: string): Promise<FormDraft | undefined> {
  return find<FormDraft>("forms", id);
}

/** Forms of the box, the last changed first. */
export async function formsOf(boxId: string): Promise<FormDraft[]> {
  const all = await list<FormDraft>("forms");
  return all.filter((draft) => draft.boxId === boxId).sort((one, other) => other.changedAt.localeCompare(one.changedAt));
}

export function dropForm(id: string): Promise<void> {
  return drop("forms", id);
}

/** Whether the device had no room for it. */
export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === "QuotaExceededError";
