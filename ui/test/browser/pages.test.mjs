/** Pages of the server that anybody meets: whole without scripts, clean for axe, quiet in the console. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { openTown, violations, Watch } from "./town.mjs";

let town;
before(async () => { town = await openTown(); });
after(() => town?.close());

/** A window of nobody. */
async function opened({ width = 1280, dark = false } = {}) {
  const context = await town.browser.newContext({
    viewport: { width, height: 900 }, colorScheme: dark ? "dark" : "light", locale: "ru-RU",
  });
  const page = await context.newPage();
  return { context, page, watch: new Watch(page, town.url) };
}

async function isWhole(page, watch, what) {
  assert.deepEqual(await violations(page), [], what);
  assert.deepEqual(watch.problems, [], what);
  assert.equal(await page.locator("script").count(), 0, what);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  assert.equal(wide, false, `${what} is wider than its window`);
}

describe("pages of the server", () => {
  for (const [name, look] of [["light", {}], ["dark", { dark: true }], ["390 px", { width: 390 }]]) {
    it(`the check of a signature, ${name}`, async () => {
      const { context, page, watch } = await opened(look);
      await page.goto(`${town.url}/check`);
      await isWhole(page, watch, "the form");
      const certificate = readFileSync(town.file("romashka.cert.pem"));
      await page.setInputFiles("#content", { name: "акт.txt", mimeType: "text/plain", buffer: Buffer.from("акт") });
      await page.setInputFiles("#signature", { name: "акт.sig", mimeType: "application/octet-stream", buffer: certificate });
      await page.click("main button[type=submit]");
      await page.getByRole("heading", { level: 1, name: "найдено нарушение" }).waitFor();
      await isWhole(page, watch, "the verdict");
      await context.close();
    });
  }

  it("a place of the client leads nobody to the sign-in and back", async () => {
    const { context, page } = await opened();
    await page.goto(`${town.url}/counteragents?text=1`);
    assert.equal(new URL(page.url()).pathname, "/sign-in");
    const { login, password } = town.person("Ромашка");
    await page.fill("input[name=login]", login);
    await page.fill("input[name=password]", password);
    await page.click("main button[type=submit]");
    await page.waitForURL(`${town.url}/counteragents?text=1`);
    await context.close();
  });
});
