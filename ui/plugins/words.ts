/**
 * The texts of one language as one module: `import ru from "virtual:words/ru"`.
 * All of `texts/<language>/client.ftl` and `client-<room>.ftl`, and of the rooms' texts those that the client says too.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const PREFIX = "virtual:words/";
const RESOLVED = "\0words/";

/** Beginnings of keys taken from another room's file. */
const BORROWED: Record<string, readonly string[]> = {
  "trust.ftl": ["trust-part-", "trust-not-checked-", "trust-report-summary-", "trust-kind-"],
  "signer.ftl": ["signer-"],
  "pki.ftl": ["pki-"],
  "formats.ftl": ["formats-"],
  "certification.ftl": ["certification-reason-"],
};

const textsFolder = fileURLToPath(new URL("../../texts/", import.meta.url));

/** Messages of a file whose keys begin so, comments and other messages left out. */
export function chosen(source: string, beginnings: readonly string[]): string {
  const kept: string[] = [];
  let keeps = false;
  for (const line of source.split("\n")) {
    const isContinuation = /^\s+\S/.test(line) || line.startsWith("}");
    if (!isContinuation) keeps = beginnings.some((beginning) => line.startsWith(beginning));
    if (keeps && line.trim() !== "") kept.push(line);
  }
  return kept.join("\n");
}

const own = (language: string) => readdirSync(`${textsFolder}${language}`).filter((name) => /^client(-\w+)?\.ftl$/.test(name)).toSorted();

/** Everything the client says in one language. */
export function wordsOf(language: string): string {
  const read = (name: string) => readFileSync(`${textsFolder}${language}/${name}`, "utf8");
  const borrowed = Object.entries(BORROWED).map(([name, beginnings]) => chosen(read(name), beginnings));
  return [...own(language).map((name) => chosen(read(name), ["client-"])), ...borrowed].join("\n");
}

/** The plugin; both languages become chunks of their own. */
export function words(): Plugin {
  return {
    name: "svitok-words",
    resolveId: (id) => (id.startsWith(PREFIX) ? RESOLVED + id.slice(PREFIX.length) : undefined),
    load(id) {
      if (!id.startsWith(RESOLVED)) return undefined;
      const language = id.slice(RESOLVED.length);
      for (const name of own(language)) this.addWatchFile(`${textsFolder}${language}/${name}`);
      return `export default ${JSON.stringify(wordsOf(language))};`;
    },
  };
}
