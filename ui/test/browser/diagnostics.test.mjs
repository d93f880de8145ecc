/** Diagnostics of a workplace, and what is told to the administrator of the host. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTown, violations, Watch } from "./town.mjs";

/** One step of a person on a busy machine; the module and the feed are waited for. */
const STEP_MS = 40_000;
/** One story. */
const STORY_MS = 240_000;

let town;
before(async () => { town = await openTown({ administrator: "Ромашка" }); });
after(() => town?.close());

async function looked({ width = 1280, dark = false, serviceWorkers = "allow" } = {}) {
  const context = await town.browser.newContext({ viewport: { width, height: 900 }, colorScheme: dark ? "dark" : "light", locale: "ru-RU", serviceWorkers });
  context.setDefaultTimeout(STEP_MS);
  const page = await context.newPage();
  return { context, page, watch: new Watch(page, town.url) };
}

async function signedIn(name, place, look) {
  const opened = await looked(look);
  const { page } = opened;
  const { login, password } = town.person(name);
  await page.goto(`${town.url}/sign-in?back=${place}`);
  await page.fill("input[name=login]", login);
  await page.fill("input[name=password]", password);
  await page.locator("form", { has: page.locator("input[name=password]") }).getByRole("button").first().click();
  await page.waitForURL(`**${place}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return opened;
}

const line = (page, name) => page.locator(".sv-check").filter({ has: page.getByText(name, { exact: true }) });
const checked = (page) => page.getByText(/Всё в порядке|Требу/).waitFor();

describe("diagnostics", () => {
  for (const [name, look] of [["light", {}], ["dark, 390 px", { width: 390, dark: true }]]) {
    it(`${name}: looks at everything, and the workplace is well`, { timeout: STORY_MS }, async () => {
      const { context, page, watch } = await signedIn("Василёк", "/diagnostics", look);
      await checked(page);
      for (const good of ["Браузер", "Связь с сервером", "Часы", "Вход", "Новости без обновления страницы", "WebAssembly", "Модуль подписи"]) {
        await line(page, good).getByText("в порядке").waitFor();
      }
      await line(page, "КриптоПро").getByText("не установлено").waitFor();
      assert.deepEqual(await violations(page), []);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= (look.width ?? 1280));
      assert.deepEqual(watch.problems, []);
      await context.close();
    });
  }

  it("is shared by a link without personal data", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await signedIn("Василёк", "/diagnostics");
    await checked(page);
    await page.getByRole("button", { name: "Создать ссылку" }).click();
    const link = await page.getByLabel("Ссылка на результат").inputValue();
    const other = await looked();
    await other.page.goto(link);
    await other.page.getByRole("heading", { name: "Диагностика рабочего места" }).waitFor();
    const told = await other.page.locator("main").innerText();
    assert.match(told, /signer/);
    const { login } = town.person("Василёк");
    for (const personal of ["9800000020", login, "Василёк"]) assert.ok(!told.includes(personal), personal);
    assert.deepEqual(watch.problems, []);
    await other.context.close();
    await context.close();
  });

  it("helps who is not signed in", { timeout: STORY_MS }, async () => {
    const { context, page } = await looked();
    await page.goto(`${town.url}/diagnostics`);
    await checked(page);
    await line(page, "Вход").getByText("требует внимания").waitFor();
    await line(page, "Модуль подписи").getByText("в порядке").waitFor();
    await page.getByRole("link", { name: "Войти" }).waitFor();
    assert.deepEqual(await violations(page), []);
    await context.close();
  });
});

describe("a request to the administrator", () => {
  it("is filed with the code of the error, answered, and the answer is read", { timeout: STORY_MS }, async () => {
    // What the service worker asks for is not seen by the page's route.
    const person = await signedIn("Василёк", "/incoming", { serviceWorkers: "block" });
    const { page } = person;
    await page.route("**/api/v1/exchange/boxes/*/documents?*", (route) => route.fulfill({
      status: 500, contentType: "application/problem+json",
      body: JSON.stringify({ type: "about:blank", title: "Сбой на сервере", status: 500, code: "web.fault", detail: "", request_id: "01998c0e-7b1a-7000-8000-000000000001" }),
    }));
    await page.goto(`${town.url}/outgoing`);
    await page.getByRole("button", { name: "Сообщить о проблеме" }).click();
    await page.getByRole("dialog").getByText("web.fault").waitFor();
    await page.getByLabel("Что вы делали").fill("Открывал исходящие");
    assert.deepEqual(await violations(page), []);
    await page.getByRole("dialog").getByRole("button", { name: "Отправить" }).click();
    await page.getByText("Обращение отправлено").waitFor();
    await person.context.close();

    const administrator = await signedIn("Ромашка", "/support");
    await administrator.page.getByText("Открывал исходящие").waitFor();
    await administrator.page.getByText("/outgoing · web.fault").waitFor();
    assert.deepEqual(await violations(administrator.page), []);
    await administrator.page.getByRole("button", { name: "Ответить" }).click();
    await administrator.page.getByLabel("Ответ", { exact: false }).last().fill("Починили");
    await administrator.page.getByRole("button", { name: "Отправить ответ" }).click();
    await administrator.page.getByText("отвечено").waitFor();
    assert.deepEqual(administrator.watch.problems, []);
    await administrator.context.close();

    const again = await signedIn("Василёк", "/support", { width: 390, dark: true });
    await again.page.getByText("Починили").waitFor();
    assert.equal(await again.page.getByRole("button", { name: "Ответить" }).count(), 0);
    assert.deepEqual(await violations(again.page), []);
    assert.deepEqual(again.watch.problems, []);
    await again.context.close();
  });
});
