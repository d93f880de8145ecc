/** Documents on paper: the client saves what the server prints. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { looksGood } from "./steps.mjs";
import { openTown, settled, signedIn } from "./town.mjs";

/** One story; a debug build sets a page in half a second on a quiet machine. */
const STORY_MS = 240_000;

let town;
before(async () => { town = await openTown(); });
after(() => town?.close());

/** Presses what saves a paper and reads the file. */
async function saved(page, button) {
  const [paper] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: paper.suggestedFilename(), text: readFileSync(await paper.path()).toString("latin1") };
}

describe("a document", () => {
  it("is saved as PDF/A, and so is each file of its flow", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await signedIn(town, "Ромашка", { back: "/outgoing" });
    await settled(page);
    await page.locator("a.sv-called").first().click();
    const whole = page.getByRole("button", { name: "Скачать PDF" });
    await whole.first().waitFor();
    const form = await saved(page, whole.first());
    assert.match(form.name, /\.pdf$/);
    assert.match(form.text, /^%PDF-1\.7[^]*<pdfaid:part>2</);
    await page.locator(".sv-file summary").first().click();
    const file = await saved(page, page.locator(".sv-file").first().getByRole("button", { name: "Скачать PDF" }));
    assert.match(file.text, /^%PDF-1\.7/);
    await looksGood(page, "a document with its papers");
    assert.deepEqual(watch.problems, []);
    await context.close();
  });
});
