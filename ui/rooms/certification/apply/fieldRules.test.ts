import { describe, expect, it } from "vitest";
import type { Item, Point } from "../application/queries";
import { shownValue } from "../application/words";
import { missing, takes } from "./fieldRules";

describe("fields of an application", () => {
  it("take what people type", () => {
    const rows: [Point, string][] = [
      ["surname", "Ромашкина"], ["given_name", " Анна  Ивановна "], ["position", ""], ["position", "Директор"], ["person_inn", ""],
      ["person_inn", "9800 0000 0101"], ["snils", "112-233-445 95"], ["snils", "11223344595"], ["passport", "40 10 № 123456"], ["email", "director@romashka.example"],
    ];
    for (const [item, typed] of rows) expect(takes(item, typed), `${item} ${typed}`).toBe(true);
  });

  it("refuse what the server would", () => {
    const rows: [Point, string][] = [
      ["surname", ""], ["surname", "12"], ["surname", "я".repeat(65)], ["snils", "112-233-445 96"], ["snils", "1"], ["snils", ""], ["person_inn", "9800000013"],
      ["person_inn", "980000000102"], ["passport", "4010 12345"], ["passport", "4010 12345a"], ["email", "нет"], ["email", "a@b"], ["email", "a b@c.d"],
      ["email", `${"a".repeat(250)}@b.ru`], ["passport_scan", "текст"],
    ];
    for (const [item, typed] of rows) expect(takes(item, typed), `${item} ${typed}`).toBe(false);
  });

  it("name what is still to be given", () => {
    const item = (name: Point, state: Item["state"]): Item => ({ item: name, is_scan: false, state });
    expect(missing([item("surname", "unseen"), item("snils", "absent"), item("email", "accepted"), item("passport_scan", "refused")])).toEqual(["snils", "passport_scan"]);
    expect(missing([])).toEqual([]);
  });

  it("are shown in their groups", () => {
    expect(shownValue("snils", "11223344595")).toBe("112-233-445 95");
    expect(shownValue("passport", "4010123456")).toBe("40 10 123456");
    expect(shownValue("surname", "Ромашкина")).toBe("Ромашкина");
  });
});
