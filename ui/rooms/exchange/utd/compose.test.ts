import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { wordsOf } from "../../../plugins/words";
import { takeWords } from "../../../words";
import { compose, NotComposed, type Frame } from "./compose";
import { problems, ratesOf, rowSums, totals, type FormParty, type FormRow, type UtdDraft } from "./model";
import { newest } from "./definition";
import { placeOf } from "./places";
import { toWindows1251 } from "./windows1251";

beforeAll(() => takeWords("ru", wordsOf("ru")));

const party = (name: string, inn: string): FormParty => ({
  name, inn, kpp: "980001001", region: "78", postalCode: "190000", district: "", city: "", settlement: "", street: "Цветочная ул.",
  house: "1", building: "", flat: "",
});
const row = (name: string, quantity: string, price: string, rate = "22%"): FormRow => ({ id: name, name, unit: "796", quantity, price, rate });
const draft: UtdDraft = {
  id: "d", boxId: "b", changedAt: "", function: "СЧФДОП", number: "1", date: "2026-11-28", toBoxId: "t",
  seller: party("ООО «Теплица»", "9800000052"), buyer: party("ООО «Ромашка»", "9800000013"),
  rows: [row("Лейка садовая", "10", "450"), row("Грунт цветочный, мешок 10 л", "120", "189,90"), row("Горшок керамический", "48", "312,5")],
  content: "Товары переданы", comment: "",
};
const frame: Frame = {
  senderParticipant: "0SV-9800000052-980001001-28234657219739826009", recipientParticipant: "0SV-9800000013-980001001-36793185355910387096",
  day: "2026-11-28", time: "12:03:40", unique: "01a22165-5d83-7e33-8b53-fd290dc8f8e5",
};
const fixed = { only: (path: string) => ({ "Файл/@ВерсФорм": "5.03", "Файл/Документ/@КНД": "1115131" })[path] ?? "" };
const signer = { surname: "Теплицына", givenName: "Галина", patronymic: "Олеговна", position: "Директор" };

describe("a title", () => {
  it("is, octet for octet, what the server composes of the same facts", () => {
    const sample = readFileSync(new URL("./sample.xml", import.meta.url));
    const { bytes, name } = compose(draft, frame, signer, fixed);
    const decode = (octets: Uint8Array) => new TextDecoder("windows-1251").decode(octets).trimEnd();
    expect(decode(bytes)).toBe(decode(sample).replace(/ВерсПрог="[^"]*"/, 'ВерсПрог="Svitok"'));
    expect(name).toMatch(/^ON_NSCHFDOPPR_0SV-9800000013.*_20261128_.*_0_0_0_0_0_00\.xml$/);
  });
  it("escapes what XML would misread", () => {
    const { bytes } = compose({ ...draft, rows: [row('Труба 1/2" <A&B>', "1", "1")] }, frame, signer, fixed);
    expect(new TextDecoder("windows-1251").decode(bytes)).toContain('НаимТов="Труба 1/2&quot; &lt;A&amp;B&gt;"');
  });
  it("refuses signs the encoding does not have", () => {
    expect(() => compose({ ...draft, number: "№ 五" }, frame, signer, fixed)).toThrow(NotComposed);
    expect(() => compose({ ...draft, rows: [row("x", "0", "1")] }, frame, signer, fixed)).toThrow(NotComposed);
  });
  it("without tax says so", () => {
    const { bytes } = compose({ ...draft, rows: [row("Консультация", "1,5", "1000", "без НДС")] }, frame, signer, fixed);
    const xml = new TextDecoder("windows-1251").decode(bytes);
    expect(xml).toContain('НалСт="без НДС" СтТовУчНал="1500.00"');
    expect(xml).toContain("<СумНалВсего><БезНДС>без НДС</БезНДС></СумНалВсего>");
  });
});

describe("sums", () => {
  it("are exact to the kopeck", () => {
    expect(rowSums(row("a", "120", "189,90"))).toMatchObject({ net: 2_278_800n, tax: 501_336n, gross: 2_780_136n });
    expect(rowSums(row("a", "0,333", "0,1"))).toMatchObject({ net: 3n, tax: 1n, gross: 4n });
    expect(rowSums(row("a", "1", "0.005"))).toMatchObject({ net: 1n });
    expect(totals(draft.rows)).toEqual({ net: 4_228_800n, tax: 930_336n, gross: 5_159_136n });
  });
  it.each([["", "1"], ["0", "1"], ["-1", "1"], ["1", ""], ["1", "-5"], ["1", "x"], ["999999999999999", "999999999999999"]])(
    "a line of %s at %s is not whole",
    (quantity, price) => expect(rowSums(row("a", quantity, price))).toBeUndefined(),
  );
});

describe("what is wrong with a form", () => {
  it("nothing with a whole one", () => expect(problems(draft)).toEqual({}));
  it.each<[string, Partial<UtdDraft>]>([
    ["number", { number: " " }],
    ["date", { date: "" }],
    ["toBoxId", { toBoxId: "" }],
    ["rows", { rows: [] }],
    ["content", { content: "" }],
    ["buyer.inn", { buyer: { ...draft.buyer, inn: "9800000014" } }],
    ["buyer.kpp", { buyer: { ...draft.buyer, kpp: "" } }],
    ["buyer.region", { buyer: { ...draft.buyer, region: "" } }],
    ["rows.x.quantity", { rows: [row("x", "-1", "1")] }],
    ["rows.x.price", { rows: [row("x", "1", "1,2,3")] }],
  ])("%s", (place, changed) => expect(Object.keys(problems({ ...draft, ...changed }))).toEqual([place]));
});

describe("windows-1251", () => {
  it("goes there and back", () => {
    const text = "Ёё №1 «Ромашка» — €, ЇїЄє, А–я, \u00a0";
    const bytes = toWindows1251(text);
    expect(bytes).toBeInstanceOf(Uint8Array);
    expect(new TextDecoder("windows-1251").decode(bytes as Uint8Array)).toBe(text);
  });
  it("every byte but one has its sign", () => {
    for (let byte = 0; byte < 256; byte += 1) {
      if (byte === 0x98) continue;
      const sign = new TextDecoder("windows-1251").decode(new Uint8Array([byte]));
      expect(toWindows1251(sign)).toEqual(new Uint8Array([byte]));
    }
  });
  it("names what it has not", () => expect(toWindows1251("a五")).toEqual({ sign: "五" }));
});

describe("a definition", () => {
  it("is the newest of the seller's titles", () => {
    const form = (format: string, version: string, prefix = "ON_NSCHFDOPPR") => ({
      format, prefix, versions: [version], knd: ["1115131"], title: "", is_official: true, hash: "",
    });
    const forms = [form("ON_NSCHFDOPPR_1_997_01_05_03_05", "5.03"), form("ON_NSCHFDOPPR_1_997_01_05_10_01", "5.10"),
      form("ON_NSCHFDOPPR_1_997_01_05_03_04", "5.03"), form("ON_NSCHFDOPPOK_1_997_02_09_01_01", "9.01", "ON_NSCHFDOPPOK")];
    expect(newest(forms)?.format).toBe("ON_NSCHFDOPPR_1_997_01_05_10_01");
    expect(newest([])).toBeUndefined();
  });
  it("gives the rates that tax can be counted by", () => {
    const values = ["0%", "5%", "22%", "22/122", "без НДС", "НДС исчисляется налоговым агентом", "25%"].map((value) => ({ value }));
    expect(ratesOf(values)).toEqual(["25%", "22%", "5%", "0%", "без НДС"]);
  });
  it("names the field of the screen a finding speaks of", () => {
    const at = (path: string) => placeOf(`Файл/Документ/${path}`, draft);
    expect(at("СвСчФакт/@НомерДок")).toBe("number");
    expect(at("СвСчФакт/СвПокуп/ИдСв/СвЮЛУч/@ИННЮЛ")).toBe("buyer.inn");
    expect(at("СвСчФакт/СвПрод/Адрес/АдрРФ/@Дом")).toBe("seller.house");
    expect(at("СвСчФакт/СвПрод/ИдСв/СвИП/ФИО/@Имя")).toBe("seller.name");
    expect(at("ТаблСчФакт/СведТов/@НаимТов")).toBe(`rows.${draft.rows[0]?.id ?? ""}.name`);
    expect(at("ТаблСчФакт/СведТов[3]/@НалСт")).toBe(`rows.${draft.rows[2]?.id ?? ""}.rate`);
    expect(at("ТаблСчФакт/СведТов[9]/@НалСт")).toBeUndefined();
    expect(at("СвСчФакт/ИспрДок/@НомИспр")).toBeUndefined();
    expect(placeOf("Файл/@ИдФайл", draft)).toBeUndefined();
  });
});
