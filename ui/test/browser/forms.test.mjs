/**
 * Files checked against their formats, in the browser where they lie and by the server where there are no scripts; official forms
 * filled in.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openTown, opened as openedAt, program, settled, signedIn, violations, Watch } from "./town.mjs";

const UTD = readFileSync(new URL("../../rooms/exchange/utd/sample.xml", import.meta.url));

/** The sample with a rate that the format does not have. Its name and everything else stay right. */
function broken() {
  const file = Buffer.from(UTD);
  file.write("92%", file.indexOf("22%"), "latin1");
  return file;
}
/** A report that keeps its control ratios. */
const REPORT = readFileSync(new URL("../../../crates/formats/tests/ratios/NO_USN_5.09.minimum.xml", import.meta.url), "utf8");

/** A document's own name: the format has an assertion of it. */
const NAME = `${/ИдФайл="([^"]+)"/.exec(new TextDecoder("windows-1251").decode(UTD))[1]}.xml`;
const dropped = (buffer, name = NAME) => ({ name, mimeType: "text/xml", buffer });

let town;
before(async () => { town = await openTown(); });
after(() => town?.close());

async function opened({ width = 1280, dark = false, locale = "ru-RU", scripts = true } = {}) {
  const context = await town.browser.newContext({
    viewport: { width, height: 900 }, colorScheme: dark ? "dark" : "light", locale, javaScriptEnabled: scripts,
  });
  const page = await context.newPage();
  return { context, page, watch: new Watch(page, town.url) };
}

async function isGood(page, watch, what) {
  assert.deepEqual(await violations(page), [], what);
  assert.deepEqual(watch.problems, [], what);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  assert.equal(wide, false, `${what} is wider than its window`);
}

describe("a file checked against its format", () => {
  for (const [name, look] of [["light", {}], ["dark", { dark: true }], ["390 px", { width: 390 }]]) {
    it(`is read where it lies, ${name}`, async () => {
      const { context, page, watch } = await opened(look);
      await page.goto(`${town.url}/check-file`);
      await page.getByText("Файл не покидает ваш компьютер").waitFor();
      await isGood(page, watch, "the form");
      const sent = [];
      page.on("request", (request) => { if (request.method() !== "GET") sent.push(request.url()); });
      await page.setInputFiles("#file", dropped(broken()));
      const finding = page.locator("ol.findings > li").first();
      await finding.getByText("Такого значения нет в списке формата").waitFor();
      const told = await finding.innerText();
      assert.match(told, /одно из значений: 0%/);
      assert.match(told, /строка \d+, столбец \d+/);
      assert.match(told, /ON_NSCHFDOPPR_1_997_01_05_03/);
      assert.ok((await finding.locator(".crumbs span").count()) >= 4, told);
      assert.doesNotMatch(told, /formats-/);
      await isGood(page, watch, "the findings");
      await page.setInputFiles("#file", dropped(UTD));
      await page.getByText("Замечаний нет").waitFor();
      assert.equal(await page.locator("ol.findings").count(), 0);
      assert.deepEqual(sent, [], "nothing was sent");
      await context.close();
    });
  }

  it("is told of in English, and what is no document is told plainly", async () => {
    const { context, page, watch } = await opened();
    await page.goto(`${town.url}/check-file?lang=en`);
    await page.getByText("The file does not leave your computer").waitFor();
    await page.setInputFiles("#file", dropped(broken()));
    await page.getByText("one of the values: 0%").waitFor();
    await page.setInputFiles("#file", dropped(Buffer.from("not XML"), "x.xml"));
    await page.getByText("The format of the document is not recognised").first().waitFor();
    await isGood(page, watch, "no document");
    await context.close();
  });

  it("has its control ratios asked, with both sides told", async () => {
    const { context, page, watch } = await opened();
    await page.goto(`${town.url}/check-file`);
    await page.setInputFiles("#file", dropped(Buffer.from(REPORT.replace('ИсчислМин="4000"', 'ИсчислМин="5000"'), "utf8"), "report.xml"));
    const finding = page.locator("ol.findings > li").filter({ hasText: "минимального налога" }).first();
    await finding.waitFor();
    assert.match(await finding.innerText(), /Слева\s+5000\s+Справа\s+4000/);
    await isGood(page, watch, "a control ratio");
    await context.close();
  });

  it("is checked by the server where there are no scripts", async () => {
    const { context, page } = await opened({ scripts: false });
    await page.goto(`${town.url}/check-file`);
    await page.getByText("Размер файла не больше 32 МБ").waitFor();
    await page.setInputFiles("#file", dropped(broken()));
    await page.click("main button[type=submit]");
    await page.getByText("Такого значения нет в списке формата").first().waitFor();
    await context.close();
  });

  it("is one step from the client's menu", async () => {
    const { page, context } = await signedIn(town, "Ромашка");
    await page.getByRole("link", { name: "Проверить файл" }).first().click();
    await page.waitForURL(`${town.url}/check-file`);
    await page.getByRole("heading", { level: 1, name: "Проверить файл" }).waitFor();
    await context.close();
  });
});

const USN = "NO_USN_1_030_00_05_09_01";
const INCOME = "Файл/Документ/УСН/СумНалПУ_НП/РасчНал1";
const ROW = "Файл/Документ/ТаблСчФакт/СведТов";

/** The control at a path of the document. */
const at = (page, path) => page.locator(`[data-path="${path}"]`).locator("input, select, textarea").first();

async function fill(page, cells) {
  for (const [path, value] of Object.entries(cells)) {
    const control = at(page, path);
    if (await control.evaluate((one) => one.tagName === "SELECT")) await control.selectOption(value);
    else await control.fill(value);
  }
}

/** Chooses an alternative by a word of its name; the choice is the first one left open. */
async function choose(page, word) {
  const choice = page.locator(".sv-blank__choice > .sv-field select").filter({ has: page.locator("option", { hasText: word }) }).last();
  const value = await choice.locator("option", { hasText: word }).first().getAttribute("value");
  await choice.selectOption(value);
}

/** Waits until what was typed is checked. */
const findings = (page) => page.locator(".sv-wrongs");

async function fillUsn(page) {
  await choose(page, "Налогоплательщик - организация");
  await choose(page, "(объект налогообложения - доходы)");
  await fill(page, {
    "Файл/Документ/@ДатаДок": "20.03.2027", "Файл/Документ/@Период": "34", "Файл/Документ/@ОтчетГод": "2026", "Файл/Документ/@КодНО": "7701",
    "Файл/Документ/@НомКорр": "0", "Файл/Документ/@ПоМесту": "210",
    "Файл/Документ/СвНП/НПЮЛ/@НаимОрг": "ООО «Ромашка»", "Файл/Документ/СвНП/НПЮЛ/@ИННЮЛ": "7701000019", "Файл/Документ/СвНП/НПЮЛ/@КПП": "770101001",
    "Файл/Документ/Подписант/@ПрПодп": "1", "Файл/Документ/УСН/@ОбНал": "1",
    "Файл/Документ/УСН/СумНалПУ_НП/@ОКТМО": "45000000",
    [`${INCOME}/@ПризНП`]: "1",
    [`${INCOME}/Доход/@СумЗаКв`]: "100000", [`${INCOME}/Доход/@СумЗаПг`]: "200000", [`${INCOME}/Доход/@СумЗа9м`]: "300000", [`${INCOME}/Доход/@СумЗаНалПер`]: "400000",
    [`${INCOME}/Ставка/@СтавкаКв`]: "6.0", [`${INCOME}/Ставка/@СтавкаПг`]: "6.0", [`${INCOME}/Ставка/@Ставка9м`]: "6.0", [`${INCOME}/Ставка/@СтавкаНалПер`]: "6.0",
    [`${INCOME}/УменНал/@СумЗаКв`]: "3000", [`${INCOME}/УменНал/@СумЗаПг`]: "6000", [`${INCOME}/УменНал/@СумЗа9м`]: "9000", [`${INCOME}/УменНал/@СумЗаНалПер`]: "12000",
  });
  const signer = page.locator('[data-path="Файл/Документ/Подписант/ФИО"]');
  await signer.getByRole("button", { name: /Добавить|Add/ }).click();
  await fill(page, { "Файл/Документ/Подписант/ФИО/@Фамилия": "Ромашкина", "Файл/Документ/Подписант/ФИО/@Имя": "Анна" });
}

describe("an official form filled in", () => {
  it("computes, tells what is wrong at its cell, and gives a file that is clean", async () => {
    const { page, context, watch } = await signedIn(town, "Ромашка");
    await page.getByRole("link", { name: "Формы" }).first().click();
    await page.getByLabel("Название или код формы (КНД)").fill("1152017 5.09");
    await page.getByRole("link", { name: "Декларация по УСН" }).first().click();
    await page.waitForURL(`${town.url}/forms/${USN}`);
    await settled(page);
    await fillUsn(page);
    const tax = at(page, `${INCOME}/Исчисл/@СумЗаКв`);
    await page.waitForFunction((path) => document.querySelector(`[data-path="${path}"] input`)?.value === "6000", `${INCOME}/Исчисл/@СумЗаКв`);
    assert.equal(await at(page, "Файл/Документ/УСН/СумНалПУ_НП/@АвПУКв").inputValue(), "3000");
    await findings(page).getByText("Замечаний нет").waitFor();

    await tax.fill("7000");
    const wrong = findings(page).locator(".sv-wrong").filter({ hasText: "Исчисленный налог за первый квартал" }).first();
    await wrong.getByText("Слева 7000, справа 6000").waitFor();
    await page.getByText("Исправлено вручную, по расчёту 6000").waitFor();
    await wrong.getByRole("button").click();
    await page.waitForFunction((path) => document.activeElement?.closest("[data-path]")?.getAttribute("data-path") === path, `${INCOME}/Исчисл/@СумЗаКв`);
    await page.getByRole("button", { name: "Вернуть расчёт" }).click();
    await findings(page).getByText("Замечаний нет").waitFor();
    assert.equal(await tax.inputValue(), "6000");

    await at(page, "Файл/Документ/@КодНО").fill("77");
    await page.locator('[data-path="Файл/Документ/@КодНО"] .sv-field__error').waitFor();
    await at(page, "Файл/Документ/@КодНО").fill("7701");
    await page.locator('[data-path="Файл/Документ/@КодНО"] .sv-field__error').waitFor({ state: "detached" });
    await findings(page).getByText("Замечаний нет").waitFor();

    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Скачать файл" }).click();
    const file = await coming;
    assert.match(file.suggestedFilename(), /^NO_USN_7701_7701_7701000019770101001_\d{8}_[\da-f-]{36}\.xml$/);
    const path = join(town.folder, file.suggestedFilename());
    await file.saveAs(path);
    assert.match(readFileSync(path, "latin1").slice(0, 60), /encoding="windows-1251"/);
    const said = spawnSync(program, ["check", path], { encoding: "utf8" });
    assert.equal(said.status, 0, said.stdout + said.stderr);
    await isGood(page, watch, "the filled form");

    await page.getByText("Сохранено на этом устройстве").or(page.locator(".sv-submit .sv-dim")).first().waitFor();
    await page.goto(`${town.url}/forms`);
    await page.getByRole("heading", { name: "Начатые на этом устройстве" }).waitFor();
    await page.locator(".sv-given a").first().click();
    await settled(page);
    assert.equal(await tax.inputValue(), "6000");

    await page.goto(`${town.url}/forms`);
    await page.setInputFiles("input[type=file]", path);
    await page.waitForURL(/draft=/);
    await settled(page);
    await findings(page).getByText("Замечаний нет").waitFor();
    assert.equal(await at(page, "Файл/Документ/СвНП/НПЮЛ/@НаимОрг").inputValue(), "ООО «Ромашка»");
    await context.close();
  });

  it("says where it is wrong before a file with errors is given", async () => {
    const { page, context, watch } = await signedIn(town, "Ромашка");
    await openedAt(page, `${town.url}/forms/${USN}`);
    await page.getByText(/Осталось заполнить: \d+/).waitFor();
    assert.equal(await page.locator(".sv-blank .sv-field__error").count(), 0, "nothing is red before it was begun");
    await page.getByRole("button", { name: "Скачать файл" }).click();
    await page.getByText("В форме есть ошибки").waitFor();
    assert.ok((await page.locator(".sv-blank .sv-field__error").count()) > 3);
    await page.getByRole("button", { name: "Скачать с ошибками" }).waitFor();
    await isGood(page, watch, "a form with errors");
    await context.close();
  });

  it("edits a table of a thousand rows without a wait", async () => {
    const { page, context, watch } = await signedIn(town, "Ромашка");
    const large = thousandRows();
    await page.goto(`${town.url}/forms`);
    await page.setInputFiles("input[type=file]", dropped(large));
    await page.waitForURL(/draft=/);
    await settled(page);
    await page.getByText(/^1\s?000 строк$/).waitFor();
    const table = page.locator(`[data-path="${ROW}"] .sv-rows`).first();
    assert.ok((await table.locator("tbody tr").count()) < 40, "only rows in sight are drawn");
    const name = page.locator(`input[data-path="${ROW}[5]/@НаимТов"]`);
    await name.scrollIntoViewIfNeeded();
    const times = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const before = await page.evaluate(() => document.querySelector(".sv-submit__total").dataset.took);
      await name.pressSequentially("ы");
      await page.waitForFunction((was) => document.querySelector(".sv-submit__total").dataset.took !== was, before);
      times.push(Number(await page.evaluate(() => document.querySelector(".sv-submit__total").dataset.took)));
    }
    times.sort((one, other) => one - other);
    console.log(`a key in a form of 1,000 rows to its findings: median ${times[2]} ms, worst ${times[4]} ms (80 ms of it are waited for the next key)`);
    assert.ok(times[2] < 400, `${times}`);
    await name.press("ArrowDown");
    await page.waitForFunction((path) => document.activeElement?.getAttribute("data-path") === path, `${ROW}[6]/@НаимТов`);
    const total = at(page, "Файл/Документ/ТаблСчФакт/ВсегоОпл/@СтТовУчНалВсего");
    const before = await total.inputValue();
    await page.getByRole("button", { name: "Удалить строку 6" }).click();
    await page.getByText("999 строк").waitFor();
    assert.notEqual(await total.inputValue(), before);
    await isGood(page, watch, "a table of a thousand rows");
    await context.close();
  });

  for (const [name, look] of [["dark", { dark: true }], ["390 px", { width: 390 }], ["English", { language: "en-GB" }]]) {
    it(`is good to look at, ${name}`, async () => {
      const { page, context, watch } = await signedIn(town, "Ромашка", look);
      await openedAt(page, `${town.url}/forms`);
      await page.getByRole("link", { name: "Декларация по УСН" }).first().waitFor();
      await isGood(page, watch, `forms, ${name}`);
      await openedAt(page, `${town.url}/forms/${USN}`);
      await fillUsn(page);
      await page.waitForFunction((path) => document.querySelector(`[data-path="${path}"] input`)?.value === "6000", `${INCOME}/Исчисл/@СумЗаКв`);
      await isGood(page, watch, `a form, ${name}`);
      await context.close();
    });
  }
});

/** The sample with its row a thousand times. The totals are left for the form to compute. */
function thousandRows() {
  const text = new TextDecoder("windows-1251").decode(UTD);
  const row = /<СведТов .*?<\/СведТов>/s.exec(text)[0];
  const rows = Array.from({ length: 1000 }, (_, index) => row.replace(/НомСтр="\d+"/, `НомСтр="${index + 1}"`)).join("");
  const made = text.replace(/<СведТов .*<\/СведТов>/s, rows).replace(/<ВсегоОпл.*<\/ВсегоОпл>/s, "").replace("windows-1251", "UTF-8");
  return Buffer.from(made, "utf8");
}
