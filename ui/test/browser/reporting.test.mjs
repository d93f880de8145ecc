/** Reporting: what is due for whom, a person's word on it, payers; a table of a thousand payers. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { opened, openTown, signedIn, violations } from "./town.mjs";

/** One story. */
const STORY_MS = 240_000;
/** A quarter in which much falls due. */
const QUARTER = "/reporting?length=quarter&from=2026-10-01";
/** For whom ООО «Василёк» begins to file. */
const CLIENT = { inn: "9800000038", kpp: "980001001" };
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
    const { page, ...person } = await signedIn(town, "Василёк", { back: "/reporting/payers" });
    await page.getByRole("button", { name: "Добавить плательщика" }).click();
    const field = (label) => dialog(page).getByLabel(label);
    await field("Полное название").fill("ООО «Ландыш»");
    await field("ИНН").fill(CLIENT.inn);
    await field("КПП").fill(CLIENT.kpp);
    await field("Работников").fill("12");
    await field("Код налоговой инспекции").fill("0087");
    await field("ОКПО").fill("12");
    assert.deepEqual(await violations(page), []);
    await dialog(page).getByRole("button", { name: "Добавить плательщика" }).click();
    await dialog(page).getByRole("alert").waitFor();
    assert.equal(await field("ОКПО").getAttribute("aria-invalid"), "true");
    assert.equal(await field("Работников").inputValue(), "12", "what was typed is kept");
    await field("ОКПО").fill("");
    await dialog(page).getByRole("button", { name: "Добавить плательщика" }).click();
    await page.locator("tbody tr", { hasText: CLIENT.inn }).getByText("12 работников").waitFor();
    await page.getByRole("button", { name: "Изменить: ООО «Ландыш»" }).click();
    await field("Работников").fill("13");
    await dialog(page).getByRole("button", { name: "Сохранить" }).click();
    await page.locator("tbody tr", { hasText: CLIENT.inn }).getByText("13 работников").waitFor();
    await person.context.close();
  });

  it("without payers the table says what to do, and the first payer begins as the organization itself", { timeout: STORY_MS }, async () => {
    const { page, ...person } = await signedIn(town, "Ромашка", { back: "/reporting", serviceWorkers: "block" });
    await page.route(/\/table\?/, (route) => route.fulfill({ json: { columns: [], rows: [] } }));
    await page.route(/\/payers$/, (route) => (route.request().resourceType() === "document" ? route.continue() : route.fulfill({ json: { payers: [] } })));
    await open(page, "/reporting");
    await page.getByText("Плательщиков пока нет").waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole("link", { name: "Перейти к плательщикам" }).click();
    await page.getByText("Добавьте организацию").waitFor();
    await page.getByRole("button", { name: "Добавить плательщика" }).click();
    assert.equal(await dialog(page).getByLabel("ИНН").inputValue(), "9800000013");
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
    await cells(page).first().click();
    await dialog(page).getByRole("link", { name: "Заполнить в разделе «Формы»" }).click();
    await page.waitForURL(/\/forms\?find=/);
    assert.match(await page.getByLabel("Название или код формы").inputValue(), /^\d{7}$/);
    await open(page, QUARTER);
    await page.getByLabel("Состояние").selectOption({ label: "Отказ" });
    await page.waitForURL(/state=declined/);
    await page.getByText("Ничего не найдено").waitFor();
    await leaves(person);
  });

  it("of a year the rules do not know the table says so, and other quarters stay a press away", { timeout: STORY_MS }, async () => {
    const { page, ...person } = await signedIn(town, "Ромашка", { back: "/reporting" });
    await open(page, "/reporting?length=quarter&from=2020-01-01");
    await page.getByText("На этот день правило неизвестно.").waitFor();
    await page.getByText("I квартал 2020").waitFor();
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.getByText("Плательщиков пока нет").count(), 0);
    await person.context.close();
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
    await person.context.close();
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
