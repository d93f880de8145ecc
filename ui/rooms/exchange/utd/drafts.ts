/** Drafts of this device, in the browser's own database; of the box that is looked at. */
import { drop, find, keep, list } from "../../../offline/store";
import type { Own } from "../../../api/session";
import { moscowDay } from "../../../parts/format";
import type { Card } from "../queries";
import { newRow, type FormParty, type UtdDraft } from "./model";
import type { Shapes } from "../../../api/client";

/** Nobody yet. */
export const NOBODY: FormParty = {
  name: "", inn: "", kpp: "", region: "", postalCode: "", district: "", city: "", settlement: "", street: "", house: "", building: "", flat: "",
};

function party(who: { name: string; inn: string; kpp?: string | null }, address: Shapes["AddressView"] | null | undefined): FormParty {
  return {
    name: who.name, inn: who.inn, kpp: who.kpp ?? "", region: address?.region_code ?? "", postalCode: address?.postal_code ?? "",
    district: address?.district ?? "", city: address?.city ?? "", settlement: address?.locality ?? "", street: address?.street ?? "",
    house: address?.house ?? "", building: address?.building ?? "", flat: address?.flat ?? "",
  };
}

/** The own organization as a seller. */
export function sellerOf(own: Own): FormParty {
  return party(own.organization, own.organization.address);
}

/** A counteragent as a buyer. */
export function buyerOf(card: Card): FormParty {
  return party(card, card.address);
}

/** An empty form. */
export function newDraft(own: Own): UtdDraft {
  return {
    id: crypto.randomUUID(), boxId: own.boxId, changedAt: new Date().toISOString(), function: "СЧФДОП", number: "",
    date: moscowDay(new Date()), toBoxId: "", seller: sellerOf(own), buyer: NOBODY, rows: [newRow()], content: "Товары переданы", comment: "",
  };
}

/** Keeps the form as it is. */
export function keepDraft(draft: UtdDraft): Promise<void> {
  return keep("drafts", draft.id, { ...draft, changedAt: new Date().toISOString() });
}

/** A kept form. */
export function findDraft(id: string): Promise<UtdDraft | undefined> {
  return find<UtdDraft>("drafts", id);
}

/** Forms of the box, the last changed first. */
export async function draftsOf(boxId: string): Promise<UtdDraft[]> {
  const all = await list<UtdDraft>("drafts");
  return all.filter((draft) => draft.boxId === boxId).sort((one, other) => other.changedAt.localeCompare(one.changedAt));
}

/** Throws a form away. */
export function dropDraft(id: string): Promise<void> {
  return drop("drafts", id);
}
