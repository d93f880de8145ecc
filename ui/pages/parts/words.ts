/** Words are fetched when something must be said: most people never need them. */
import type { Language } from "../../words";
import { NoAnswer } from "./form";

async function words() {
  const all = await import("../../words");
  const spoken: Language = document.documentElement.lang === "en" ? "en" : "ru";
  await all.openWords(spoken);
  return all;
}

/** A text by its key. */
export async function say(key: string): Promise<string> {
  return (await words()).say(key);
}

/** What a person is told of a failure: by the code of a refusal of the signing module, else by the kind of the error. */
export async function told(error: unknown): Promise<string> {
  const { find, say: spoken } = await words();
  if (error instanceof NoAnswer) return spoken("client-entry-no-answer");
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    const given = "arguments" in error ? (error.arguments as Record<string, string>) : {};
    const text = find(error.code.replaceAll(".", "-"), given);
    if (text !== undefined) return text;
  }
  return spoken("client-entry-unopened");
}
