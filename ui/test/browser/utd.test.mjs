/** The УПД form is its definition's: lists and lengths of the host's own one, findings of its check, and every field it has. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { signAs } from "./steps.mjs";
import { openTown, opened, signedIn, violations } from "./town.mjs";

const FORMAT = "ON_NSCHFDOPPR_1_997_01_05_03_05";
const STORY_MS = 60_000;

let town;
before(async () => { town = await openTown(); });
after(() => town?.close());

async function isGood(page, watch, what) {
  assert.deepEqual(await violations(page), [], what);
  assert.deepEqual(watch.problems, [], what);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  assert.equal(wide, false, `${what} is wider than its window`);
}

async function filled(page, number) {
  await opened(page, `${town.url}/create/utd`);
  await page.getByLabel("Номер", { exact: false }).first().fill(number);
  await page.getByLabel("Получатель").selectOption({ label: "ООО «Василёк» · 9800000020" });
  await page.getByLabel("Наименование, 1").fill("Лейка садовая");
  await page.getByLabel("Количество, 1").fill("10");
  await page.getByLabel("Цена, 1").fill("450");
}

/** The definition as the host has it, changed, laid over the program's own. */
async function redefine(change) {
  const address = `${town.url}/api/v1/forms/${FORMAT}`;
  const first = await (await fetch(address)).text();
  const definition = JSON.parse(first);
  walk(definition, change);
  const folder = join(town.data, "forms");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${FORMAT}.json`), JSON.stringify(definition));
  const until = performance.now() + 10_000;
  while ((await (await fetch(address)).text()) === first) assert.ok(performance.now() < until, "the host takes the definition");
}

function walk(part, change) {
  if (part === null || typeof part !== "object") return;
  change(part);
  Object.values(part).forEach((inside) => walk(inside, change));
}

describe("a УПД by its definition", () => {
  it("is filled in by every field the form has, signed and sent", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await signedIn(town, "Ромашка");
    await filled(page, "951");
    await page.getByRole("button", { name: "Заполнить все реквизиты формы" }).click();
    await page.getByText("Лейка садовая").or(page.locator("input[value='Лейка садовая']")).first().waitFor();
    const uid = page.locator(`[data-path="Файл/Документ/@УИД"]`).locator("input, textarea").first();
    await uid.fill("УИД-951");
    await page.getByText("Черновик сохранён").waitFor();
    await isGood(page, watch, "the whole form");
    // The draft goes on where it was left.
    await opened(page, `${town.url}/drafts`);
    await page.getByRole("link", { name: /УПД № 951/ }).click();
    await page.waitForFunction(() => document.querySelector('[data-path="Файл/Документ/@УИД"] input, [data-path="Файл/Документ/@УИД"] textarea')?.value === "УИД-951");
    await page.getByRole("button", { name: "Подписать и отправить" }).click();
    await signAs(town, page, "romashka", "Подписать и отправить");
    await page.waitForURL(/\/outgoing/);
    await page.getByRole("link", { name: /УПД № 951/ }).waitFor();
    await context.close();
    const buyer = await signedIn(town, "Василёк");
    await buyer.page.getByRole("link", { name: /УПД № 951/ }).click();
    await buyer.page.getByText("5 490,00 ₽").first().waitFor();
    await buyer.context.close();
  });

  it("has the lists and lengths of the definition the host loads", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await signedIn(town, "Ромашка");
    await filled(page, "952");
    const rates = page.getByLabel("Ставка").first();
    assert.equal(await rates.locator("option", { hasText: "27%" }).count(), 0);
    await redefine((part) => {
      if (Array.isArray(part) && part.some(({ value } = {}) => value === "22%")) part.push({ value: "27%" });
      if (part.name === "НомерДок" && part.simple) part.simple.max_length = 12;
    });
    await filled(page, "952");
    await rates.selectOption("27%");
    assert.equal(await page.getByLabel("Номер", { exact: false }).first().getAttribute("maxlength"), "12");
    await page.getByText("5 715,00").first().waitFor();
    await isGood(page, watch, "the form of a changed definition");
    await context.close();
  });

  for (const [name, look] of [["dark", { dark: true }], ["390 px", { width: 390 }], ["English", { language: "en-GB" }]]) {
    it(`is whole in ${name}`, { timeout: STORY_MS }, async () => {
      const { context, page, watch } = await signedIn(town, "Ромашка", look);
      await opened(page, `${town.url}/create/utd`);
      await isGood(page, watch, `the УПД, ${name}`);
      await context.close();
    });
  }
});
