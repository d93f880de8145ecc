/** A title of a УПД as its reader sees it: read from the exact bytes that were signed, never from anything beside them. */
import { parseXml } from "../../../api/trusted";

/** One line of the table. */
export interface TitleRow {
  number: string;
  name: string;
  unit: string;
  quantity: string;
  price: string;
  withoutTax: string;
  rate: string;
  tax: string;
  total: string;
}

/** Who takes part. */
export interface TitleParty {
  name: string;
  inn: string;
  kpp: string;
  address: string;
}

/** What a title says. Absent things are empty. */
export interface Title {
  number: string;
  date: string;
  function: string;
  seller: TitleParty;
  buyer: TitleParty;
  rows: TitleRow[];
  withoutTax: string;
  tax: string;
  total: string;
  content: string;
  signers: string[];
}

/** Most rows drawn at once: more would make the page heavy, the file is there to be downloaded. */
export const ROWS_SHOWN_MAX = 500;

/** Reads the bytes; nothing when they are no title of a УПД. */
export function readTitle(bytes: Uint8Array): Title | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 100));
  const encoding = /encoding="([\w-]+)"/.exec(head)?.[1] ?? "utf-8";
  const tree = parseXml(new TextDecoder(encoding).decode(bytes));
  if (tree.querySelector("parsererror")) return undefined;
  const invoice = tree.querySelector("Документ > СвСчФакт");
  const document = tree.querySelector("Документ");
  if (!invoice || !document) return undefined;
  const totals = tree.querySelector("ТаблСчФакт > ВсегоОпл");
  return {
    number: at(invoice, "НомерДок") || at(invoice, "НомерСчФ"),
    date: at(invoice, "ДатаДок") || at(invoice, "ДатаСчФ"),
    function: at(document, "Функция"),
    seller: party(invoice.querySelector("СвПрод")),
    buyer: party(invoice.querySelector("СвПокуп")),
    rows: [...tree.querySelectorAll("ТаблСчФакт > СведТов")].map(row),
    withoutTax: at(totals, "СтТовБезНДСВсего"),
    tax: text(totals, "СумНалВсего > СумНал"),
    total: at(totals, "СтТовУчНалВсего"),
    content: at(tree.querySelector("СвПродПер > СвПер"), "СодОпер"),
    signers: [...document.querySelectorAll("Подписант")].map(signer),
  };
}

function at(element: Element | null | undefined, name: string): string {
  return element?.getAttribute(name) ?? "";
}

function text(element: Element | null | undefined, path: string): string {
  return element?.querySelector(path)?.textContent ?? "";
}

function row(element: Element): TitleRow {
  return {
    number: at(element, "НомСтр"),
    name: at(element, "НаимТов"),
    unit: at(element, "НаимЕдИзм"),
    quantity: at(element, "КолТов"),
    price: at(element, "ЦенаТов"),
    withoutTax: at(element, "СтТовБезНДС"),
    rate: at(element, "НалСт"),
    tax: text(element, "СумНал > СумНал") || text(element, "СумНал > БезНДС"),
    total: at(element, "СтТовУчНал"),
  };
}

function party(element: Element | null): TitleParty {
  const company = element?.querySelector("ИдСв > СвЮЛУч");
  const person = element?.querySelector("ИдСв > СвИП, ИдСв > СвФЛ");
  const name = person?.querySelector("ФИО");
  const address = element?.querySelector("Адрес > АдрРФ");
  const parts = ["Индекс", "НаимРегион", "Район", "Город", "НаселПункт", "Улица", "Дом", "Корпус", "Кварт"];
  return {
    name: company ? at(company, "НаимОрг") : person ? `ИП ${fullName(name ?? null)}` : "",
    inn: at(company, "ИННЮЛ") || at(person, "ИННФЛ"),
    kpp: at(company, "КПП"),
    address: address ? parts.map((part) => at(address, part)).filter(Boolean).join(", ") : at(element?.querySelector("Адрес > АдрИнф"), "АдрТекст"),
  };
}

function fullName(element: Element | null): string {
  return ["Фамилия", "Имя", "Отчество"].map((part) => at(element, part)).filter(Boolean).join(" ");
}

function signer(element: Element): string {
  return [fullName(element.querySelector("ФИО")), at(element, "Должн")].filter(Boolean).join(", ");
}
