import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";
import { chosen, wordsOf } from "../plugins/words";
import { find, say, takeWords } from ".";

const ui = fileURLToPath(new URL("../", import.meta.url));
const PASSED_OVER = new Set(["node_modules", "dist", "signer", "test", "service", "plugins", "scripts"]);

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return PASSED_OVER.has(name) ? [] : sources(path);
    return /\.tsx?$/.test(name) && !name.endsWith(".test.ts") ? [path] : [];
  });
}

const keysOf = (language: string) => new Set([...new FluentResource(wordsOf(language)).body].map((message) => message.id));
const code = sources(ui).map((path) => readFileSync(path, "utf8")).join("\n");
const said = new Set([...code.matchAll(/"((?:client|trust)-[\w-]+)"/g)].map(([, key]) => key ?? ""));
const made = [...code.matchAll(/`((?:client|trust)-[\w-]*)\$\{/g)].map(([, beginning]) => beginning ?? "");

describe("texts", () => {
  const ru = keysOf("ru");
  const en = keysOf("en");
  it("both languages have the same keys", () => {
    expect([...ru].filter((key) => !en.has(key))).toEqual([]);
    expect([...en].filter((key) => !ru.has(key))).toEqual([]);
  });
  it("every key that is said has a text", () => {
    expect([...said].filter((key) => !ru.has(key))).toEqual([]);
    expect(made.filter((beginning) => ![...ru].some((key) => key.startsWith(beginning)))).toEqual([]);
  });
  it("no text of the client is without use", () => {
    const isUsed = (key: string) => said.has(key) || made.some((beginning) => key.startsWith(beginning));
    expect([...ru].filter((key) => key.startsWith("client-") && !isUsed(key))).toEqual([]);
  });
  it("counts in Russian as Russians do", () => {
    takeWords("ru", wordsOf("ru"));
    const told = [1, 2, 5, 11, 21, 102].map((count) => say("client-count-files", { count }));
    expect(told).toEqual(["1 файл", "2 файла", "5 файлов", "11 файлов", "21 файл", "102 файла"]);
    expect(find("client-no-such-key")).toBeUndefined();
    expect(say("client-no-such-key")).toBe("client-no-such-key");
  });
  it("takes whole messages and only the asked ones", () => {
    const source = "# remark\na-one = 1\na-many = { $n ->\n    [one] x\n   *[other] y\n }\nb-two = 2\n";
    expect(chosen(source, ["a-"])).toBe("a-one = 1\na-many = { $n ->\n    [one] x\n   *[other] y\n }");
  });
});
