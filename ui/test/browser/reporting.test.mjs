/** Reporting: what is due for whom, a person's word on it, payers; a table of a thousand payers. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { opened, openTown, signedIn, violations } from "./town.mjs";

/** One story. */
const STORY_MS = 240_000;
/** A quarter in which much falls due. */
const QUARTER = "/reporting?length=quarter&from=2026-10-01";
/** As large as the table gets. */
const PAYERS = 1000;
const FORMS = 60;
/** Rows drawn at most: those in sight and those beyond the edges. */
const DRAWN_MAX = 40;

let town;
before(async () => { town = await openTown(); });
after(() => town?.close());

const open = (page, place) => opened(page, town.url + place);
const dialog = (page) => page.getByRole("dialog");
const cells = (page) => page.locator(".sv-cell");

async function leaves({ context, watch }) {
  assert.deepEqual(watch.problems, []);
  await context.close();
}

/** A table as the server writes it, of so many payers and forms. */
function large() {
  const columns = Array.from({ length: FORMS }, (_, place) => ({
    knd: String(1_150_000 + place), title: `Форма ${place + 1}`, period: "9 месяцев 2026 года", period_code: "33", year: 2026,
    due_on: "2026-10-26", authority: "fns", norm: "НК РФ",
  }));
  const rows = Array.from({ length: PAYERS }, (_, number) => ({
    payer_id: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`, name: `ООО «Ромашка ${number + 1}»`, inn: "9800000013",
    cells: columns.map((_, place) => [place, (place + number) % 2 ? "accepted" : "not-sent"]),
  }));
  return { columns, rows };
}

describe("reporting", () => {
  it("a person adds a payer, and what is wrong is said at its field", { timeout: STORY_MS }, async () => {
    const { page, ...person } = await signedIn(town, "Василёк", { back: "/reporting" });
    await page.getByText("Плательщиков пока нет").waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole("link", { name: "Перейти к плательщикам" }).click();
    await page.getByRole("button", { name: "Добавить плательщика" }).first().click();
    // The first payer is begun with the organization's own requisites.
    await dialog(page).getByLabel("ИНН").waitFor();
    assert.match(await dialog(page).getByLabel("ИНН").inputValue(), /^\d{10,12}$/);
    await dialog(page).getByLabel("Работников").fill("12");
    await dialog(page).getByLabel("Код налоговой инспекции").fill("00");
    assert.deepEqual(await violations(page), []);
    await dialog(page).getByRole("button", { name: "Добавить плательщика" }).click();
    await dialog(page).getByRole("alert").waitFor();
    assert.equal(await dialog(page).getByLabel("Код налоговой инспекции").getAttribute("aria-invalid"), "true");
    assert.equal(await dialog(page).getByLabel("Работников").inputValue(), "12", "what was typed is kept");
    await dialog(page).getByLabel("Код налоговой инспекции").fill("0087");
    await dialog(page).getByRole("button", { name: "Добавить плательщика" }).click();
    await page.locator("tbody tr", { hasText: "12 работников" }).getByText("0087").waitFor();
    await person.context.close();
  });

  it("a cell tells its term and takes a person's word, which is taken back; arrows go from cell to cell", { timeout: STORY_MS }, async () => {
    const { page, ...person } = await signedIn(town, "Ромашка", { back: "/reporting" });
    await open(page, QUARTER);
    await cells(page).first().focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.activeElement?.getAttribute("data-place") === "0:1");
    await page.keyboard.press("Enter");
    await dialog(page).getByText("Основание срока").waitFor();
    assert.deepEqual(await violations(page), []);
    await dialog(page).getByRole("button", { name: "Не требуется" }).click();
    await page.getByRole("group", { name: "Таблица отчётов" }).getByRole("button", { name: /: Не требуется$/ }).click();
    await dialog(page).getByRole("button", { name: "Снять отметку" }).click();
    await page.getByRole("group", { name: "Таблица отчётов" }).getByRole("button", { name: /: Не требуется$/ }).waitFor({ state: "detached" });
    await page.getByLabel("Состояние").selectOption({ label: "Отказ" });
    await page.waitForURL(/state=declined/);
    await page.getByText("Ничего не найдено").waitFor();
    await leaves(person);
  });

  it("a thousand payers by sixty forms: rows in sight are drawn, the last is a scroll away", { timeout: STORY_MS }, async () => {
    const { page, ...person } = await signedIn(town, "Ромашка", { back: "/reporting", serviceWorkers: "block" });
    await page.route(/\/table\?/, (route) => route.fulfill({ json: large() }));
    await open(page, QUARTER);
    await cells(page).first().waitFor();
    const drawn = () => page.locator(".sv-report tbody tr:not(.sv-gap)").count();
    assert.ok(await drawn() <= DRAWN_MAX);
    await page.locator(".sv-report").evaluate((box) => { box.scrollTop = box.scrollHeight; });
    await page.getByText(`ООО «Ромашка ${PAYERS}»`).waitFor();
    assert.ok(await drawn() <= DRAWN_MAX);
    await page.getByLabel("Название или ИНН").fill("Ромашка 777");
    await page.getByText("ООО «Ромашка 777»").waitFor();
    assert.equal(await drawn(), 1);
    await leaves(person);
  });

  for (const [name, look] of [["dark", { dark: true }], ["390 px", { width: 390 }], ["English", { language: "en-GB" }]]) {
    it(`${name}: no violation of axe, no overflow`, { timeout: STORY_MS }, async () => {
      const { page, ...person } = await signedIn(town, "Ромашка", { ...look, back: "/reporting" });
      for (const place of [QUARTER, "/reporting/payers"]) {
        await open(page, place);
        assert.deepEqual(await violations(page), [], place);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= (look.width ?? 1280), place);
      }
      await leaves(person);
    });
  }
});
