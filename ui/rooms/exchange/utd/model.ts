/** A УПД that is being filled in: what a person typed, what follows from it, what is wrong. No floating point anywhere. */
import { isInn, isKpp } from "../../../parts/checkDigits";
import { divideRounded, readDecimal, type Decimal } from "../../../parts/numbers";
import { say } from "../../../words";

/** Rates of the definition that tax can be counted by: percents, the highest first, and none. */
export function ratesOf(values: readonly { value: string }[]): string[] {
  const counted = values.map(({ value }) => value).filter((value) => percentOf(value) !== undefined || value === NO_TAX);
  return counted.sort((one, other) => (percentOf(other) ?? -1) - (percentOf(one) ?? -1));
}

/** How a title says that there is no tax. */
const NO_TAX = "без НДС";

function percentOf(rate: string): number | undefined {
  const percent = /^(\d+)%$/.exec(rate)?.[1];
  return percent === undefined ? undefined : Number(percent);
}

/** Units people use most: code and sign of ОКЕИ. */
export const UNITS: readonly { code: string; sign: string }[] = [
  { code: "796", sign: "шт" }, { code: "642", sign: "ед" }, { code: "166", sign: "кг" }, { code: "168", sign: "т" },
  { code: "006", sign: "м" }, { code: "055", sign: "м²" }, { code: "113", sign: "м³" }, { code: "112", sign: "л" },
  { code: "356", sign: "ч" }, { code: "359", sign: "сут" }, { code: "362", sign: "мес" }, { code: "778", sign: "упак" },
  { code: "839", sign: "компл" }, { code: "876", sign: "усл. ед" },
];

/** Which papers the УПД stands for. */
export type UtdFunction = "СЧФДОП" | "СЧФ" | "ДОП";

/** The kind that the API calls it by. */
export function kindOf(code: string): "utd_invoice_and_transfer" | "utd_invoice" | "utd_transfer" {
  return code === "СЧФ" ? "utd_invoice" : code === "ДОП" ? "utd_transfer" : "utd_invoice_and_transfer";
}

/** A party as a title names it. */
export interface FormParty {
  name: string;
  inn: string;
  kpp: string;
  region: string;
  postalCode: string;
  district: string;
  city: string;
  settlement: string;
  street: string;
  house: string;
  building: string;
  flat: string;
}

/** One line, as typed. */
export interface FormRow {
  id: string;
  name: string;
  unit: string;
  quantity: string;
  price: string;
  rate: string;
}

/** The whole form, as typed. */
export interface UtdDraft {
  id: string;
  boxId: string;
  changedAt: string;
  function: UtdFunction;
  number: string;
  date: string;
  toBoxId: string;
  seller: FormParty;
  buyer: FormParty;
  rows: FormRow[];
  content: string;
  comment: string;
  /** The whole title, base64, once it is filled in by all its fields; what stands above then follows it. */
  whole?: string;
  /** Its sum, kopecks. */
  wholeGross?: string;
}

/** Most lines of one form; a title with more is made by a program and sent from a file. */
export const ROWS_MAX = 1000;
/** The largest value of the format's sums, kopecks: nineteen digits with two after the point. */
const KOPECKS_MAX = 10n ** 17n;

/** What follows from one line. */
export interface RowSums {
  quantity: Decimal;
  price: Decimal;
  net: bigint;
  /** Absent where there is no tax at all. */
  tax: bigint | undefined;
  gross: bigint;
}

/** What follows from a line; nothing while it is not whole. Rounded to the kopeck, half away from zero, as the server does. */
export function rowSums(row: FormRow): RowSums | undefined {
  const quantity = readDecimal(row.quantity);
  const price = readDecimal(row.price);
  if (!quantity || !price || quantity.units <= 0n || price.units < 0n) return undefined;
  const net = divideRounded(quantity.units * price.units * 100n, 10n ** BigInt(quantity.scale + price.scale));
  const percent = percentOf(row.rate);
  const tax = percent === undefined ? undefined : divideRounded(net * BigInt(percent), 100n);
  const gross = net + (tax ?? 0n);
  return gross < KOPECKS_MAX ? { quantity, price, net, tax, gross } : undefined;
}

/** Sums of all whole lines. */
export function totals(rows: readonly FormRow[]): { net: bigint; tax: bigint | undefined; gross: bigint } {
  const sums = rows.map(rowSums).filter((one) => one !== undefined);
  const taxed = sums.filter((one) => one.tax !== undefined);
  return {
    net: sums.reduce((total, one) => total + one.net, 0n),
    tax: taxed.length > 0 ? taxed.reduce((total, one) => total + (one.tax ?? 0n), 0n) : undefined,
    gross: sums.reduce((total, one) => total + one.gross, 0n),
  };
}

/** The sum of the document. */
export const grossOf = (draft: UtdDraft): bigint => (draft.wholeGross === undefined ? totals(draft.rows).gross : BigInt(draft.wholeGross));

/** What is wrong, by the place in the form: `number`, `rows.<id>.price`, `buyer.inn`. */
export function problems(draft: UtdDraft): Record<string, string> {
  const found: Record<string, string> = {};
  const note = (place: string, isWrong: boolean, key: string) => { if (isWrong) found[place] = say(key); };
  note("toBoxId", draft.toBoxId === "", "client-utd-no-recipient");
  note("number", draft.number.trim() === "", "client-utd-no-number");
  note("date", draft.date === "", "client-wrong-day");
  for (const side of ["seller", "buyer"] as const) {
    const party = draft[side];
    note(`${side}.name`, party.name.trim() === "", "client-needed");
    note(`${side}.inn`, !isInn(party.inn), "client-wrong-inn");
    note(`${side}.kpp`, party.inn.length === 10 && !isKpp(party.kpp), "client-wrong-kpp");
    note(`${side}.region`, draft.function !== "ДОП" && party.region === "", "client-utd-no-address");
  }
  note("rows", draft.rows.length === 0, "client-utd-no-rows");
  for (const row of draft.rows) {
    const quantity = readDecimal(row.quantity);
    const price = readDecimal(row.price);
    note(`rows.${row.id}.name`, row.name.trim() === "", "client-needed");
    note(`rows.${row.id}.quantity`, !quantity || quantity.units <= 0n, "client-wrong-quantity");
    const isLarge = quantity !== undefined && quantity.units > 0n && rowSums(row) === undefined;
    note(`rows.${row.id}.price`, !price || price.units < 0n || isLarge, "client-wrong-sum");
  }
  note("content", draft.function !== "СЧФ" && draft.content.trim() === "", "client-needed");
  return found;
}

/** An empty line. */
export function newRow(): FormRow {
  return { id: crypto.randomUUID(), name: "", unit: "796", quantity: "", price: "", rate: "22%" };
}
