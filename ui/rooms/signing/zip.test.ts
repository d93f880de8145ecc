import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withOwnNames, zipped } from "./zip";

/** Python begins within this on a busy machine. */
const BEGIN_MS = 30_000;

const bytes = (text: string) => new TextEncoder().encode(text);

describe("an archive", () => {
  it("is read by another program, file for file", { timeout: BEGIN_MS }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "svitok-zip-"));
    const path = join(folder, "a.zip");
    const files = [{ name: "УПД 1.xml", bytes: bytes("первый") }, { name: "УПД 1.xml", bytes: bytes("") }, { name: "без_точки", bytes: bytes("x".repeat(70_000)) }];
    writeFileSync(path, new Uint8Array(await zipped(files).arrayBuffer()));
    const read = "import sys,zipfile,json;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;print(json.dumps({n:len(z.read(n)) for n in z.namelist()}))";
    const told = JSON.parse(execFileSync("python3", ["-c", read, path], { encoding: "utf8" })) as unknown;
    expect(told).toEqual({ "УПД 1.xml": 12, "УПД 1 (2).xml": 0, "без_точки": 70_000 });
    rmSync(folder, { recursive: true });
  });

  it("gives every file a name of its own", () => {
    const names = ["a.sig", "A.sig", "a (2).sig", ".x", ".x"].map((name) => ({ name, bytes: bytes("") }));
    expect(withOwnNames(names).map(({ name }) => name)).toEqual(["a.sig", "A (2).sig", "a (2) (2).sig", ".x", ".x (2)"]);
  });
});
