/** Files checked against their formats: in the browser, where they lie, and by the server where there are no scripts. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { openTown, signedIn, violations, Watch } from "./town.mjs";

const UTD = readFileSync(new URL("../../rooms/exchange/utd/sample.xml", import.meta.url));

/** The sample with a rate that the format does not have. Its name and everything else stay right. */
function broken() {
  const file = Buffer.from(UTD);
  file.write("92%", file.indexOf("22%"), "latin1");
  return file;
}
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
