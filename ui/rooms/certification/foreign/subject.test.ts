import { describe, expect, it } from "vitest";
import { subjectOf } from "./subject";

const typed = { surname: "Ромашкина", givenName: " Анна Ивановна ", title: "", snils: "112-233-445 95", email: "director@romashka.example" };
const named = (name: Parameters<typeof subjectOf>[1]) => Object.fromEntries(subjectOf(typed, name).map(({ name: attribute, value }) => [attribute, value]));

describe("the name of a request", () => {
  it("of a company has its own numbers and nothing empty", () => {
    expect(named({ name: "ООО «Ромашка»", inn: "9800000013", ogrn: null })).toEqual({
      cn: "ООО «Ромашка»", surname: "Ромашкина", givenName: "Анна Ивановна", o: "ООО «Ромашка»", innLe: "9800000013", snils: "11223344595",
      email: "director@romashka.example", c: "RU",
    });
  });
  it("of a sole trader names the person", () => {
    const subject = named({ name: "ИП Ромашкина", inn: "980000000101", ogrn: "326980000000018" });
    expect(subject).toMatchObject({ inn: "980000000101", ogrnip: "326980000000018" });
    expect([subject["o"], subject["innLe"], subject["ogrn"]]).toEqual([undefined, undefined, undefined]);
  });
});
