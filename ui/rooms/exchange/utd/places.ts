/** Where each field of the screen stands in the title: the only thing the screen knows of the form beside its layout. */
import type { FormParty, FormRow, UtdDraft } from "./model";
import { DOCUMENT } from "./definition";

/** Fields of the whole document. */
export const PLACES = {
  function: "@Функция",
  number: "СвСчФакт/@НомерДок",
  date: "СвСчФакт/@ДатаДок",
  content: "СвПродПер/СвПер/@СодОпер",
} as const;

/** Fields of a party, from its element; of a company and of an entrepreneur where they differ. */
export const PARTY_PLACES: Record<keyof FormParty, readonly string[]> = {
  name: ["ИдСв/СвЮЛУч/@НаимОрг", "ИдСв/СвИП/ФИО"],
  inn: ["ИдСв/СвЮЛУч/@ИННЮЛ", "ИдСв/СвИП/@ИННФЛ"],
  kpp: ["ИдСв/СвЮЛУч/@КПП"],
  region: ["Адрес/АдрРФ/@КодРегион", "Адрес/АдрРФ/@НаимРегион", "Адрес"],
  postalCode: ["Адрес/АдрРФ/@Индекс"],
  district: ["Адрес/АдрРФ/@Район"],
  city: ["Адрес/АдрРФ/@Город"],
  settlement: ["Адрес/АдрРФ/@НаселПункт"],
  street: ["Адрес/АдрРФ/@Улица"],
  house: ["Адрес/АдрРФ/@Дом"],
  building: ["Адрес/АдрРФ/@Корпус"],
  flat: ["Адрес/АдрРФ/@Кварт"],
};

/** Elements of the parties. */
export const SIDES = { seller: "СвСчФакт/СвПрод", buyer: "СвСчФакт/СвПокуп" } as const;

/** Where lines stand, and fields of a line from there. */
export const ROWS = "ТаблСчФакт/СведТов";
export const ROW_PLACES: Record<Exclude<keyof FormRow, "id">, readonly string[]> = {
  name: ["@НаимТов"],
  unit: ["@ОКЕИ_Тов", "@НаимЕдИзм"],
  quantity: ["@КолТов"],
  price: ["@ЦенаТов", "@СтТовБезНДС"],
  rate: ["@НалСт"],
};

/** The field of the screen a finding speaks of: `number`, `buyer.inn`, `rows.<id>.price`; nothing for what the screen does not show. */
export function placeOf(path: string, draft: UtdDraft): string | undefined {
  const inside = path.startsWith(`${DOCUMENT}/`) ? path.slice(DOCUMENT.length + 1) : "";
  const whole = Object.entries(PLACES).find(([, at]) => at === inside);
  if (whole) return whole[0];
  for (const [side, at] of Object.entries(SIDES)) {
    const rest = after(inside, at);
    const found = rest && Object.entries(PARTY_PLACES).find(([, places]) => places.some((place) => rest === place || (place.endsWith("ФИО") && rest.startsWith(`${place}/`))));
    if (found) return `${side}.${found[0]}`;
  }
  const [, number = "1", rest = ""] = new RegExp(`^${ROWS}(?:\\[(\\d+)\\])?/(.*)$`).exec(inside) ?? [];
  const found = Object.entries(ROW_PLACES).find(([, places]) => places.includes(rest));
  const row = draft.rows[Number(number) - 1];
  return found && row ? `rows.${row.id}.${found[0]}` : undefined;
}

/** The rest of a path after an element, whichever of its kind it is. */
function after(path: string, element: string): string | undefined {
  const plain = path.replace(/\[\d+\]/g, "");
  return plain.startsWith(`${element}/`) ? plain.slice(element.length + 1) : undefined;
}
