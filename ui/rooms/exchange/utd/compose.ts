/**
 * The seller's title of a УПД (order ЕД-7-26/970@) as exact bytes, of the version its definition has. The server reads and checks them as it does any
 * title: what is wrong here is refused there.
 */
import { day } from "../../../parts/format";
import { plainDecimal, plainSum } from "../../../parts/numbers";
import type { NamedSigner } from "../../signing/task";
import { DOCUMENT, type Definition } from "./definition";
import { regionName } from "./regions";
import { rowSums, totals, UNITS, type FormParty, type FormRow, type UtdDraft } from "./model";
import { toWindows1251 } from "./windows1251";

/** Who made the file, for whoever reads it. */
const PROGRAM = "Svitok";

const TRANSFER =
  "Документ об отгрузке товаров (выполнении работ), передаче имущественных прав (документ об оказании услуг)";
const INVOICE_AND_TRANSFER =
  "Счет-фактура и документ об отгрузке товаров (выполнении работ), передаче имущественных прав (документ об оказании услуг)";

/** Participant ids of the two boxes, the moment, and the part of the name that no other file has. */
export interface Frame {
  senderParticipant: string;
  recipientParticipant: string;
  /** Moscow time: `2026-11-28`, `12:03:40`. */
  day: string;
  time: string;
  unique: string;
}

/** Values that the definition has no other for. */
export type Fixed = Pick<Definition, "only">;

/** A sign that windows-1251 does not have, or a line that is not whole. */
export class NotComposed extends Error {
  override readonly name = "NotComposed";
}

type Attributes = Record<string, string | undefined>;

function escaped(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (sign) => `&${{ "&": "amp", "<": "lt", ">": "gt", '"': "quot" }[sign] ?? `#${sign.charCodeAt(0)}`};`);
}

function element(name: string, attributes: Attributes, ...children: (string | false | undefined)[]): string {
  const written = Object.entries(attributes)
    .filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== "")
    .map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
  const inside = children.filter(Boolean).join("");
  return inside ? `<${name}${written}>${inside}</${name}>` : `<${name}${written}/>`;
}

function text(name: string, value: string): string {
  return `<${name}>${escaped(value)}</${name}>`;
}

/** The name of the file, without its ending. */
export function fileIdOf(frame: Frame): string {
  const parts = ["ON_NSCHFDOPPR", frame.recipientParticipant, frame.senderParticipant, frame.day.replaceAll("-", ""), frame.unique, "0_0_0_0_0_00"];
  return parts.join("_");
}

/** Name and bytes of the title. */
export function compose(draft: UtdDraft, frame: Frame, signer: NamedSigner, fixed: Fixed): { name: string; bytes: Uint8Array<ArrayBuffer> } {
  const fileId = fileIdOf(frame);
  const isInvoice = draft.function !== "ДОП";
  const isTransfer = draft.function !== "СЧФ";
  const document = element("Документ", {
    КНД: fixed.only(`${DOCUMENT}/@КНД`), Функция: draft.function, ПоФактХЖ: TRANSFER,
    НаимДокОпр: draft.function === "СЧФ" ? undefined : isInvoice ? INVOICE_AND_TRANSFER : TRANSFER,
    ДатаИнфПр: day(frame.day), ВремИнфПр: frame.time.replaceAll(":", "."),
  },
  invoice(draft, isInvoice), table(draft.rows), isTransfer && transfer(draft), person(signer));
  const file = element("Файл", { ИдФайл: fileId, ВерсФорм: fixed.only("Файл/@ВерсФорм"), ВерсПрог: PROGRAM }, document);
  const bytes = toWindows1251(`<?xml version="1.0" encoding="windows-1251"?>\n${file}`);
  if (!(bytes instanceof Uint8Array)) throw new NotComposed(bytes.sign);
  return { name: `${fileId}.xml`, bytes };
}

function invoice(draft: UtdDraft, isInvoice: boolean): string {
  const reference = { РеквНаимДок: TRANSFER, РеквНомерДок: draft.number, РеквДатаДок: day(draft.date) };
  return element("СвСчФакт", { НомерДок: draft.number, ДатаДок: day(draft.date) },
    party("СвПрод", draft.seller),
    isInvoice && element("ГрузОт", {}, text("ОнЖе", "он же")),
    isInvoice && party("ГрузПолуч", draft.buyer),
    isInvoice && element("ДокПодтвОтгрНом", reference),
    party("СвПокуп", draft.buyer),
    element("ДенИзм", { КодОКВ: "643", НаимОКВ: "Российский рубль" }));
}

function party(name: string, given: FormParty): string {
  const identity = given.inn.length === 12
    ? element("СвИП", { ИННФЛ: given.inn }, fullName(personOf(given.name)))
    : element("СвЮЛУч", { НаимОрг: given.name, ИННЮЛ: given.inn, КПП: given.kpp });
  const address = given.region && element("Адрес", {}, element("АдрРФ", {
    Индекс: given.postalCode, КодРегион: given.region, НаимРегион: regionName(given.region), Район: given.district, Город: given.city,
    НаселПункт: given.settlement, Улица: given.street, Дом: given.house, Корпус: given.building, Кварт: given.flat,
  }));
  return element(name, {}, element("ИдСв", {}, identity), address);
}

/** «ИП Теплицына Галина Олеговна» without the two letters. */
function personOf(name: string): NamedSigner {
  const [surname = "", givenName = "", ...rest] = name.replace(/^ИП\s+/, "").trim().split(/\s+/);
  return { surname, givenName, patronymic: rest.join(" ") || undefined };
}

function fullName(name: NamedSigner): string {
  return element("ФИО", { Фамилия: name.surname, Имя: name.givenName, Отчество: name.patronymic });
}

function table(rows: readonly FormRow[]): string {
  const all = totals(rows);
  return element("ТаблСчФакт", {},
    ...rows.map((row, index) => line(row, index + 1)),
    element("ВсегоОпл", { СтТовБезНДСВсего: plainSum(all.net), СтТовУчНалВсего: plainSum(all.gross) },
      element("СумНалВсего", {}, tax(all.tax))));
}

function line(row: FormRow, number: number): string {
  const sums = rowSums(row);
  if (!sums) throw new NotComposed(String(number));
  const unit = UNITS.find((one) => one.code === row.unit);
  return element("СведТов", {
    НомСтр: String(number), НаимТов: row.name.trim(), ОКЕИ_Тов: row.unit, НаимЕдИзм: unit?.sign.replace("²", "2").replace("³", "3"),
    КолТов: plainDecimal(sums.quantity), ЦенаТов: plainDecimal(sums.price), СтТовБезНДС: plainSum(sums.net),
    НалСт: row.rate, СтТовУчНал: plainSum(sums.gross),
  },
  element("Акциз", {}, text("БезАкциз", "без акциза")),
  element("СумНал", {}, tax(sums.tax)));
}

function tax(kopecks: bigint | undefined): string {
  return kopecks === undefined ? text("БезНДС", "без НДС") : text("СумНал", plainSum(kopecks));
}

function transfer(draft: UtdDraft): string {
  return element("СвПродПер", {},
    element("СвПер", { СодОпер: draft.content.trim(), ДатаПер: day(draft.date) }, text("БезДокОснПер", "1")));
}

/** Powers are those the signature itself shows (`СпосПодтПолном` 1). */
function person(signer: NamedSigner): string {
  return element("Подписант", { Должн: signer.position || "Руководитель", СпосПодтПолном: "1" }, fullName(signer));
}
