/** Findings in words, for a cell and for the list. */
import type { Finding } from "../../checker/js/checker";
import { phrase } from "../../checker/js/told";
import { find, say } from "../../words";

/** What is wrong, in a sentence. */
export function what(finding: Finding): string {
  return find(finding.code.replaceAll(".", "-")) ?? phrase(say, finding.found);
}

/** What is wrong at a cell: with what would be accepted, or both sides of a control ratio. */
export function atCell(findings: readonly Finding[]): string | undefined {
  const [first] = findings;
  if (!first) return undefined;
  const more = beside(first);
  return more ? `${what(first)} ${more}` : what(first);
}

/** Both sides of a control ratio, or what would be accepted; nothing where the sentence says it all. */
export function beside(finding: Finding): string | undefined {
  if (finding.sides) return say("client-forms-sides", finding.sides);
  return finding.layer === "schema" && !isAbsent(finding) ? say("client-forms-accepted", { accepted: phrase(say, finding.accepted_phrase) }) : undefined;
}

/** Whether the finding is only that something has still to be filled in. */
export const isAbsent = ({ code }: Finding): boolean => code === "formats.schema.attribute-absent" || code === "formats.schema.incomplete";
