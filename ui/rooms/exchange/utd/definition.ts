/** The definition a УПД is made by: the newest of the seller's title that this host has; its lists, lengths and obligations are the form's. */
import type { Form } from "../../../checker/js/forms";
import type { Field, FormSchema, Section } from "../../forms/schema";

/** Beginning of the names of seller's titles. */
const PREFIX = "ON_NSCHFDOPPR";
/** Where a title begins. */
export const DOCUMENT = "Файл/Документ";

/** A definition with what the screen asks of it. */
export class Definition {
  readonly #fields = new Map<string, Field>();

  constructor(readonly form: Form, readonly schema: FormSchema) {
    this.#walk(schema.root);
  }

  #walk(section: Section): void {
    for (const field of section.fields) this.#fields.set(field.path, field);
    section.sections.forEach((part) => this.#walk(part));
  }

  /** A field by its path inside the document. */
  field(path: string): Field | undefined {
    return this.#fields.get(`${DOCUMENT}/${path}`);
  }

  /** The longest value, when the definition bounds it. */
  longest(path: string): number | undefined {
    const field = this.field(path);
    return field?.length ?? field?.max_length;
  }

  /** Values of a list, in the order of the definition. */
  values(path: string): readonly { value: string; title: string }[] {
    return this.field(path)?.values ?? [];
  }

  /** Whether a value must stand there wherever its element stands. */
  isObligatory(path: string): boolean {
    return this.field(path)?.is_obligatory ?? false;
  }

  /** The only value of a field at a path from the root. */
  only(path: string): string {
    return this.#fields.get(path)?.only ?? "";
  }
}

/** The newest of the seller's titles: by version, then by revision, which its name ends with. */
export function newest(forms: readonly Form[]): Form | undefined {
  const order = ({ versions, format }: Form) => `${versions.at(-1) ?? ""} ${format}`;
  return forms.filter(({ prefix }) => prefix === PREFIX).sort((one, other) => order(one).localeCompare(order(other), "en", { numeric: true })).at(-1);
}
