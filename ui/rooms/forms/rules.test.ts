import { describe, expect, it } from "vitest";
import type { Branch } from "../../checker/js/checker";
import type { Form } from "../../checker/js/forms";
import { fileId, isMade, partsOf } from "./fileId";
import { choices, columns, constants, isTable, numbered, plain, type Field, type Section } from "./schema";
import { matching } from "./search";
import { plainNumber, Values } from "./values";

const field = (path: string, more: Partial<Field> = {}): Field => ({ path, title: path, is_obligatory: true, widget: "text", ...more });
const section = (path: string, more: Partial<Section> = {}): Section =>
  ({ path, title: path, is_obligatory: true, is_row: false, fields: [], sections: [], ...more });

const tree: Branch = ["Ф", ["ИдФайл", "ON"], [["Т", [], [["Р", ["А", "1"], ""], ["Р", ["А", "2"], "текст"]]]]];

describe("values of a document", () => {
  it("stand under the paths of findings", () => {
    const values = new Values(tree);
    expect([values.at("Ф/@ИдФайл"), values.at("Ф/Т/Р/@А"), values.at("Ф/Т/Р[2]/@А"), values.at("Ф/Т/Р[2]")]).toEqual(["ON", "1", "2", "текст"]);
    expect([values.count("Ф/Т/Р"), values.count("Ф/Т"), values.count("Ф/Нет"), values.at("Ф/Нет")]).toEqual([2, 1, 0, ""]);
  });
  it("follow a cell, and rows that come with it", () => {
    const values = new Values(tree);
    values.follow({ act: "set", path: "Ф/Т/Р[3]/@А", value: "3" });
    expect([values.count("Ф/Т/Р"), values.at("Ф/Т/Р[3]/@А")]).toEqual([3, "3"]);
    values.follow({ act: "clear", path: "Ф/Т/Р[3]/@А" });
    expect([values.at("Ф/Т/Р[3]/@А"), values.has("Ф/Т/Р[3]/@А")]).toEqual(["", false]);
    values.follow({ act: "set", path: "Ф/Д/П/@Б", value: "4" });
    expect([values.count("Ф/Д"), values.has("Ф/Д/П")]).toEqual([1, true]);
  });
  it("are numbers with a point", () => {
    expect([plainNumber("1 234,50"), plainNumber("−5"), plainNumber("x")]).toEqual(["1234.50", "-5", "x"]);
  });
});

describe("a form", () => {
  it("has values nobody fills in, of what it must have", () => {
    const root = section("Ф", {
      fields: [field("Ф/@В", { only: "5.03" }), field("Ф/@Н", { only: "x", is_obligatory: false })],
      sections: [
        section("Ф/Д", { fields: [field("Ф/Д/@К", { only: "115" })] }),
        section("Ф/Н", { is_obligatory: false, fields: [field("Ф/Н/@К", { only: "1" })] }),
        section("Ф/Р", { is_row: true, fields: [field("Ф/Р/@К", { only: "1" })] }),
      ],
    });
    expect(constants(root, "Ф")).toEqual([["Ф/@В", "5.03"], ["Ф/Д/@К", "115"]]);
  });
  it("has alternatives by choice", () => {
    const root = section("Ф", {
      fields: [field("Ф/а", { choice: { group: 0, alternative: 1 } })],
      sections: [section("Ф/б", { choice: { group: 0, alternative: 0 } }), section("Ф/в", { choice: { group: 2, alternative: 0 } })],
    });
    expect(choices(root).map((group) => group.map((parts) => parts.map(({ path }) => path)))).toEqual([[["Ф/б"], ["Ф/а"]], [["Ф/в"]]]);
  });
  it("has tables whose first columns are the obligatory fields", () => {
    const optional = Array.from({ length: 9 }, (_, index) => field(`Ф/Р/@о${index}`, { is_obligatory: false }));
    const row = section("Ф/Р", { is_row: true, fields: [...optional, field("Ф/Р/@н")], sections: [section("Ф/Р/С", { fields: [field("Ф/Р/С/@х")] })] });
    expect(columns(row).map(({ way }) => way)).toEqual(["/@о0", "/@о1", "/@о2", "/@о3", "/@о4", "/@н", "/С/@х"]);
    expect([isTable(row), isTable(section("Ф/Р", { fields: [field("Ф/Р/@н")] }))]).toEqual([true, false]);
    expect([numbered("Ф/Р", 1), numbered("Ф/Р", 7), plain("Ф/Р[7]/С[2]/@х")]).toEqual(["Ф/Р", "Ф/Р[7]", "Ф/Р/С/@х"]);
  });
});

describe("the name of a file", () => {
  const parts = { prefix: "NO_USN", authority: "7701", payer: "7701000019770101001", day: "2027-03-20", unique: "u" };
  it("says where to, from whom and when", () => {
    expect(fileId(parts)).toBe("NO_USN_7701_7701_7701000019770101001_20270320_u");
    expect(fileId({ ...parts, authority: "", payer: "" })).toBe("NO_USN_0000_0000_0_20270320_u");
  });
  it("is kept only while nobody wrote another", () => {
    expect([isMade("", "NO_USN", "u"), isMade(fileId(parts), "NO_USN", "u"), isMade("NO_USN_7701_other", "NO_USN", "u")]).toEqual([true, true, false]);
  });
  it("takes the first payer the document names", () => {
    const root = section("Ф", {
      fields: [field("Ф/@КодНО")],
      sections: [section("Ф/Л", { fields: [field("Ф/Л/@ИННФЛ")] }), section("Ф/Ю", { fields: [field("Ф/Ю/@ИННЮЛ"), field("Ф/Ю/@КПП")] })],
    });
    const values = new Values(["Ф", ["КодНО", "7701"], [["Ю", ["ИННЮЛ", "7701000019", "КПП", "770101001"], ""]]]);
    expect(partsOf(root, values)).toEqual({ authority: "7701", payer: "7701000019770101001" });
  });
});

describe("forms", () => {
  const form = (title: string, knd: string, version: string, is_official = true): Form =>
    ({ format: `${title}_${version}`, prefix: "NO", versions: [version], knd: [knd], title, is_official, hash: "" });
  const forms = [form("Книга покупок", "1", "5.08", false), form("Декларация по УСН", "1152017", "5.08"), form("Декларация по УСН", "1152017", "5.09")];
  it("are found by words of the name and by the code", () => {
    const found = (text: string) => matching(forms, text).map(({ format }) => format);
    expect(found("усн")).toEqual(["Декларация по УСН_5.09", "Декларация по УСН_5.08"]);
    expect(found("1152017 5.08")).toEqual(["Декларация по УСН_5.08"]);
    expect(found("").at(-1)).toBe("Книга покупок_5.08");
    expect(found("нет такой")).toEqual([]);
  });
});
