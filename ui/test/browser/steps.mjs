/** What more than one story does: an application, an operator's verdicts, a key with its copy, what a screen must look like. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { page as scanOf } from "./scan.mjs";
import { apiOf, settled, violations } from "./town.mjs";

/** A key is stretched out of its password several times, on purpose slowly. */
export const KEY_MS = 90_000;
/** Of the keys that stories make. */
export const KEY_PASSWORD = "восемь знаков";
/** What an operator compares in an application of a member of a company. */
const ITEMS = ["surname", "given_name", "position", "person_inn", "snils", "passport", "email", "passport_scan", "snils_scan", "statement_scan"];

/** An application of an organization's director, filled in and handed in through the API. */
export async function applied(town, name) {
  const ask = await apiOf(town, name);
  const organizationId = town.person(name).organization_id;
  const begun = await ask("POST", "/api/v1/certification/applications", { body: { organization_id: organizationId }, key: crypto.randomUUID() });
  const at = `/api/v1/certification/organizations/${organizationId}/applications/${begun.application_id}`;
  for (const [item, value] of [["snils", "112-233-445 95"], ["passport", "40 10 123456"], ["position", "Директор"]]) {
    await ask("PUT", `${at}/fields/${item}`, { body: { value } });
  }
  for (const item of ["passport_scan", "snils_scan", "statement_scan"]) await ask("PUT", `${at}/scans/${item}`, { octets: scanOf(item) });
  await ask("POST", `${at}/submission`);
  return { ask, at, id: begun.application_id };
}

/** An operator takes the application through the API, accepts everything but what he refuses, and ends with his act. */
export async function judged(operator, applicationId, act, refused = {}) {
  const desk = `/api/v1/certification/desk/applications/${applicationId}`;
  await operator("POST", `${desk}/acts`, { body: { act: "claim" } });
  for (const item of ITEMS) await operator("PUT", `${desk}/verdicts/${item}`, { body: { reason: refused[item] ?? null, comment: null } });
  await operator("POST", `${desk}/acts`, { body: { act } });
}

/** Makes a key, saves its copy into the folder, leaves the page, comes back (`again` leads from the page to the card) and shows the copy. */
export async function keyMade(page, card, folder, again = async () => {}) {
  await card.getByLabel("Придумайте пароль ключа").fill(KEY_PASSWORD);
  await card.getByLabel("Пароль ещё раз").fill(KEY_PASSWORD);
  const saving = page.waitForEvent("download", { timeout: KEY_MS });
  await card.getByRole("button", { name: "Создать ключ и сохранить копию" }).click();
  const path = join(folder, `${Date.now()}.pfx`);
  await (await saving).saveAs(path);
  await card.getByLabel("Файл с копией ключа").waitFor({ timeout: KEY_MS });
  await page.reload();
  await settled(page);
  await again();
  await card.getByLabel("Файл с копией ключа").setInputFiles(path);
  await card.getByLabel("Пароль ключа").fill(KEY_PASSWORD);
  await card.getByRole("button", { name: "Проверить копию" }).click();
  await card.getByText("Ключ создан, копия проверена").waitFor({ timeout: KEY_MS });
}

/** The screen as it stands now, light, dark and on a telephone: no fault that axe finds, nothing wider than the window. */
export async function looksGood(page, what) {
  for (const [width, colorScheme] of [[1280, "light"], [1280, "dark"], [390, "light"]]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    // The client says its theme; a page of the server has only the system's.
    const themed = page.locator(`body.g-root_theme_${colorScheme}`).or(page.locator("body:not(.g-root)"));
    await themed.first().waitFor();
    assert.deepEqual(await violations(page), [], `${what}, ${width} px, ${colorScheme}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${what} is ${wide} px wide at ${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
}

/** Counts what a person does on pages of a context: presses of the mouse, fields filled, files given, and the time between laps. */
export class Clock {
  laps = [];
  #done = { clicks: 0, fields: 0 };
  #since = Date.now();

  static async on(context) {
    const clock = new Clock();
    await context.exposeFunction("counted", (what) => { clock.#done[what] += 1; });
    await context.addInitScript(() => {
      addEventListener("click", (event) => { if (event.isTrusted) globalThis.counted("clicks"); }, true);
      addEventListener("change", () => globalThis.counted("fields"), true);
    });
    return clock;
  }

  /** Ends a job and begins the next. */
  lap(name) {
    this.laps.push(`${name}: ${this.#done.clicks} clicks, ${this.#done.fields} fields and files, ${Math.round((Date.now() - this.#since) / 100) / 10} s`);
    this.#done = { clicks: 0, fields: 0 };
    this.#since = Date.now();
  }
}

/** Signs in the dialog with a person's key of the town. */
export async function signAs(town, page, word, button) {
  await page.getByRole("dialog").getByRole("button", { name: "Файл с ключом" }).click();
  await page.getByRole("dialog").locator("input[type=file]").setInputFiles([town.file(`${word}.key.pem`), town.file(`${word}.cert.pem`)]);
  await page.getByRole("button", { name: "Открыть ключ" }).click();
  await page.getByText("Сертификат действует до").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: button }).click();
}
