/** Which forms a person means: every word of theirs stands in the name, the code or the version; the newest of a form comes first. */
import type { Form } from "../../checker/js/forms";

/** Forms to be filled in: those of the official schemas, others after them. */
export function matching(forms: readonly Form[], text: string): Form[] {
  const words = text.toLocaleLowerCase("ru").split(/\s+/).filter(Boolean);
  const said = ({ title, knd, versions, prefix }: Form) => [title, ...knd, ...versions, prefix].join(" ").toLocaleLowerCase("ru");
  const found = forms.filter((form) => words.every((word) => said(form).includes(word)));
  return found.toSorted((one, other) =>
    Number(other.is_official) - Number(one.is_official) || one.title.localeCompare(other.title, "ru") || other.format.localeCompare(one.format));
}
