/** Findings in words; the texts are given by who shows them. */
import type { Phrase } from "./checker";

export type Say = (key: string, args?: Record<string, string>) => string;

/** The text of a phrase, with the kinds of characters it lists. */
export function phrase(say: Say, { key, arguments: given, kinds }: Phrase): string {
  return say(key, { ...given, kinds: (kinds ?? []).map((kind) => say(kind)).join(", ") });
}
