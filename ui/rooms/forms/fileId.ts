/**
 * The name a file of a report has: `R_T_A_O_GGGGMMDD_N`, prefix, the two authorities it goes to, the payer, the day, and what no
 * other file has. Kept by this program while nobody wrote another.
 */
import type { Section } from "./schema";
import type { Values } from "./values";

/** What stands where an authority is not known yet. */
const NO_AUTHORITY = "0000";

/** What the name is made of. */
export interface NameParts {
  prefix: string;
  authority: string;
  payer: string;
  /** ISO. */
  day: string;
  unique: string;
}

/** The name; a payer is ИНН and КПП of a company, ИНН of a person. */
export function fileId({ prefix, authority, payer, day, unique }: NameParts): string {
  const to = authority || NO_AUTHORITY;
  return [prefix, to, to, payer || "0", day.replaceAll("-", ""), unique].join("_");
}

/** Whether the name was made here. */
export const isMade = (name: string, prefix: string, unique: string): boolean => name === "" || (name.startsWith(`${prefix}_`) && name.endsWith(`_${unique}`));

/** The authority and the payer, where the form has them: the first ИНН the document names, in the order of the form. */
export function partsOf(root: Section, values: Values): { authority: string; payer: string } {
  const found = { authority: "", inn: "", kpp: "" };
  const walk = (section: Section): void => {
    for (const { path } of section.fields) {
      const name = path.slice(path.lastIndexOf("/") + 1);
      const value = values.at(path);
      if (name === "@КодНО") found.authority ||= value;
      if (!found.inn && name.startsWith("@ИНН")) {
        found.inn = value;
        if (value) found.kpp = values.at(path.replace(/@ИНН[^/]*$/, "@КПП"));
      }
    }
    section.sections.filter((part) => !part.is_row).forEach(walk);
  };
  walk(root);
  return { authority: found.authority, payer: found.inn + found.kpp };
}
