/**
 * Every text a person sees, by its key, in the chosen language. The files are those of `texts/`, shared with the server.
 * Start with {@link say}; {@link openWords} must have come before.
 */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

/** Languages there are texts in. */
export type Language = "ru" | "en";

const KEPT_AT = "svitok.language";

let bundle: FluentBundle | undefined;
let current: Language = "ru";

/** The language chosen on this device, else the browser's, else Russian. */
export function chosenLanguage(): Language {
  const kept = localStorage.getItem(KEPT_AT);
  if (kept === "ru" || kept === "en") return kept;
  return navigator.language.toLowerCase().startsWith("en") ? "en" : "ru";
}

/** Remembers the choice; the page is to be opened anew. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEPT_AT, language);
}

/** Loads the texts of the language. */
export async function openWords(language: Language): Promise<void> {
  const source = language === "ru" ? await import("virtual:words/ru") : await import("virtual:words/en");
  takeWords(language, source.default);
}

/** Takes the texts that were read elsewhere. */
export function takeWords(language: Language, source: string): void {
  const made = new FluentBundle(language, { useIsolating: false });
  const errors = made.addResource(new FluentResource(source));
  if (errors.length > 0) throw errors[0];
  bundle = made;
  current = language;
}

/** The language texts are said in. */
export function language(): Language {
  return current;
}

/** For `Intl`: forms of dates and sums stay those of the language, in its usual country. */
export function locale(): string {
  return current === "ru" ? "ru-RU" : "en-GB";
}

/** The text by its key. A key without a text is shown as it is: a test finds it before a person does. */
export function say(key: string, args?: Record<string, FluentVariable>): string {
  return find(key, args) ?? key;
}

/** The text by a key that an answer made, which may be newer than this client. */
export function find(key: string, args?: Record<string, FluentVariable>): string | undefined {
  const message = bundle?.getMessage(key);
  if (!bundle || !message?.value) return undefined;
  const errors: Error[] = [];
  const text = bundle.formatPattern(message.value, args, errors);
  return errors.length > 0 ? undefined : text;
}
