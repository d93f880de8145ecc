/** From the short form to the whole of it: the title as it stands, to be gone on with by every field its definition has. */
import { fromBase64, toBase64 } from "../../../api/client";
import { moscowDay } from "../../../parts/format";
import { readDecimal } from "../../../parts/numbers";
import type { LiveForm } from "../../forms/live";
import type { NamedSigner } from "../../signing/task";
import { compose } from "./compose";
import { DOCUMENT, type Definition } from "./definition";
import { rowSums, totals, type UtdDraft } from "./model";
import { PLACES, SIDES } from "./places";

/** Lines are not whole: their sums are not known yet. */
export class NotWhole extends Error {
  override readonly name = "NotWhole";
}

/** Who signs and to whom it goes are written at signing. */
const SOMEBODY: NamedSigner = { surname: "—", givenName: "—", patronymic: undefined, position: undefined };
const NOWHERE = { senderParticipant: "0", recipientParticipant: "0", time: "00:00:00", unique: "0" };

/** What the draft becomes. */
export function wholeOf(draft: UtdDraft, definition: Definition): Partial<UtdDraft> {
  if (draft.date === "" || draft.rows.some((row) => !rowSums(row))) throw new NotWhole();
  const { bytes } = compose(draft, { ...NOWHERE, day: moscowDay(new Date()) }, SOMEBODY, definition);
  return { whole: toBase64(bytes), wholeGross: String(totals(draft.rows).gross) };
}

/** The title of a draft that is filled in whole. */
export const bytesOf = (draft: UtdDraft): Uint8Array<ArrayBuffer> => fromBase64(draft.whole ?? "");

/** What lists and the signing show of a draft, as its title says it now. */
export async function followed(live: LiveForm, draft: UtdDraft): Promise<Partial<UtdDraft>> {
  const bytes = await live.checker.write();
  const at = (path: string) => live.values.at(`${DOCUMENT}/${path}`);
  const buyer = (company: string, person: string) => at(`${SIDES.buyer}/ИдСв/${company}`) || at(`${SIDES.buyer}/ИдСв/${person}`);
  const gross = readDecimal(at("ТаблСчФакт/ВсегоОпл/@СтТовУчНалВсего"));
  const kopecks = gross && gross.scale <= 2 ? gross.units * 10n ** BigInt(2 - gross.scale) : 0n;
  return {
    whole: toBase64(bytes),
    wholeGross: String(kopecks),
    number: at(PLACES.number),
    buyer: { ...draft.buyer, name: buyer("СвЮЛУч/@НаимОрг", "СвИП/ФИО/@Фамилия"), inn: buyer("СвЮЛУч/@ИННЮЛ", "СвИП/@ИННФЛ") },
  };
}
