/** Documents in lists: what a person has not opened, what is found by beginnings, what is taken back. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { looksGood } from "./steps.mjs";
import { opened, openTown, settled, signedIn } from "./town.mjs";

/** One story. */
const STORY_MS = 240_000;

/** How often a page is opened anew for what another page has sent. */
const TURNS = 10;

let town;
before(async () => { town = await openTown(); });
after(() => town?.close());

const open = (page, place) => opened(page, town.url + place);
const toast = (page, words) => page.locator(".g-toast", { hasText: words });
const undo = (page, words) => toast(page, words).getByRole("button", { name: "Отменить" }).click();

/** Ends a person's part: nothing of it was an error. */
async function leaves({ context, watch }) {
  assert.deepEqual(watch.problems, []);
  await context.close();
}

/** Waits until the side menu says that this many are unread. */
async function unread(page, count) {
  const told = page.locator(".sv-place__fresh");
  if (count === 0) return told.waitFor({ state: "detached" });
  await page.getByRole("img", { name: `непрочитанных: ${count}`, exact: true }).waitFor();
}

describe("what a person has not opened", () => {
  it("is counted, marked, found, read when it is opened and unread again when they say so", { timeout: STORY_MS }, async () => {
    const { page, ...buyer } = await signedIn(town, "Василёк");
    const rows = page.locator("tbody tr");
    const fresh = rows.filter({ hasText: "Непрочитанный." });
    await rows.first().waitFor();
    const all = await rows.count();
    assert.equal(await fresh.count(), all, "nobody has opened anything yet");
    await unread(page, all);
    await looksGood(page, "incoming with unread documents");

    await page.locator("a.sv-called").first().click();
    await page.waitForURL(/\/documents\//);
    await unread(page, all - 1);
    await page.getByRole("button", { name: "Ещё" }).last().click();
    await page.getByRole("menuitem", { name: "Отметить непрочитанным" }).click();
    await unread(page, all);
    await undo(page, "1 документ отмечен непрочитанным");
    await unread(page, all - 1);

    await open(page, "/incoming");
    await page.getByRole("button", { name: "Непрочитанные" }).click();
    await page.waitForURL(/unread/);
    await page.waitForFunction((left) => document.querySelectorAll("tbody tr").length === left, all - 1);
    assert.equal(await fresh.count(), all - 1);
    await page.getByLabel("Отметить все показанные").check();
    await page.getByRole("button", { name: "Отметить прочитанным" }).click();
    await page.getByText("Ничего не найдено").waitFor();
    await unread(page, 0);
    await leaves({ ...buyer, page });
  });
});

describe("search", () => {
  it("finds documents and counteragents by beginnings of words and of numbers", { timeout: STORY_MS }, async () => {
    const { page, ...seller } = await signedIn(town, "Ромашка");
    await open(page, "/search?text=дог");
    await page.getByRole("link", { name: "Договор поставки № 3.txt" }).first().waitFor();
    await open(page, "/search?text=4");
    await page.getByRole("link", { name: /УПД № 48/ }).first().waitFor();
    await looksGood(page, "what was found");
    await open(page, "/search?text=васил");
    await page.getByRole("link", { name: "ООО «Василёк»" }).waitFor();
    await open(page, "/search?text=говор");
    await page.getByText("Ничего не найдено").waitFor();
    await leaves({ ...seller, page });
  });
});

describe("taking back", () => {
  it("a refusal is not sent when it is taken back, and is when it is not", { timeout: STORY_MS }, async () => {
    const { page, ...seller } = await signedIn(town, "Ромашка");
    await open(page, "/counteragents");
    const row = page.locator("tbody tr", { hasText: "Ландыш" });
    const refuse = async () => {
      await row.getByRole("button", { name: "Отказаться" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Отказаться" }).click();
      await row.getByText("Скоро будет сделано").waitFor();
    };
    await refuse();
    await undo(page, "Приглашение будет отклонено");
    await row.getByRole("button", { name: "Отказаться" }).waitFor();
    await page.reload();
    await settled(page);
    await row.getByRole("button", { name: "Отказаться" }).waitFor();
    await refuse();
    await open(page, "/incoming");
    await open(page, "/counteragents");
    // It was sent as its page was left, so it may arrive after the next one has asked.
    for (let turn = 0; turn < TURNS && await row.getByRole("button", { name: "Отказаться" }).isVisible(); turn += 1) await open(page, "/counteragents");
    await row.getByRole("button", { name: "Пригласить" }).waitFor();
    await leaves({ ...seller, page });
  });
});
