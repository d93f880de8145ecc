/** The name of a request: what authorities ask of a person who signs for an organization. */
import type { Shapes } from "../../../api/client";

/** What is typed. */
export interface Subject {
  surname: string;
  givenName: string;
  title: string;
  snils: string;
  email: string;
}

/** Attributes in their usual order, the empty ones left out. A company has its own ИНН attribute, a person's is another. */
export function subjectOf(subject: Subject, { name, inn, ogrn }: Pick<Shapes["OrganizationView"], "name" | "inn" | "ogrn">) {
  const isCompany = inn.length === 10;
  const rows = [
    ["cn", isCompany ? name : `${subject.surname} ${subject.givenName}`], ["surname", subject.surname], ["givenName", subject.givenName], ["title", subject.title],
    ["o", isCompany ? name : ""], [isCompany ? "innLe" : "inn", inn], [isCompany ? "ogrn" : "ogrnip", ogrn ?? ""],
    ["snils", subject.snils.replace(/\D/g, "")], ["email", subject.email], ["c", "RU"],
  ] as const;
  return rows.map(([attribute, value]) => ({ name: attribute, value: value.trim() })).filter(({ value }) => value !== "");
}
