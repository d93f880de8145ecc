/** The client in Chromium against the real server: what a person does, and what a page must never do. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { KEY_MS, KEY_PASSWORD, keyMade, signAs } from "./steps.mjs";
import { opened, openTown, settled, signedIn as signedInTo, violations } from "./town.mjs";

/** One story. */
const STORY_MS = 240_000;

let town;
before(async () => { town = await openTown(); });
after(() => town?.close());

const signedIn = (name, look) => signedInTo(town, name, look);
const open = (page, place) => opened(page, town.url + place);


const sign = (page, word, button) => signAs(town, page, word, button);

describe("every screen", () => {
  const looks = [
    ["light", {}], ["dark", { dark: true }], ["390 px", { width: 390 }], ["390 px dark, English", { width: 390, dark: true, language: "en-GB" }],
  ];
  for (const [name, look] of looks) {
    it(`${name}: no violation of axe, no error, no other host, no overflow`, { timeout: STORY_MS }, async () => {
      const { context, page, watch } = await signedIn("Ромашка", look);
      await settled(page);
      const first = await page.locator("a.sv-called").first().getAttribute("href");
      const places = [
        "/incoming", "/outgoing", "/drafts", "/counteragents", "/certificates", "/people", "/settings", "/create/utd", "/create/file", "/meter", "/search?text=48",
        "/nothing-here", first,
      ];
      for (const place of places) {
        await open(page, place);
        assert.deepEqual(await violations(page), [], place);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= (look.width ?? 1280), `${place} is ${width} px wide`);
      }
      assert.deepEqual(watch.problems, []);
      await context.close();
    });
  }
});

describe("the list", () => {
  it("goes by keys, narrows by the address, marks and opens", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await signedIn("Ромашка");
    await settled(page);
    assert.equal(await page.locator("tbody tr").count(), 3);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await page.keyboard.press("Space");
    await page.getByText("Отмечен 1 документ").waitFor();
    await page.getByRole("button", { name: "Ждут вас" }).click();
    await page.waitForURL(/turn=mine/);
    await settled(page);
    assert.equal(await page.locator("tbody tr").count(), 2);
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/documents\//);
    await page.keyboard.press("/");
    await page.keyboard.type("48");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\?text=48|text=%2248%22/);
    await page.getByRole("link", { name: /УПД № 48/ }).waitFor();
    await page.keyboard.press("Shift+?");
    await page.getByText("Клавиши и справка").waitFor();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Escape");
    await page.getByText("Клавиши и справка").waitFor({ state: "detached" });
    assert.deepEqual(watch.problems, []);
    await context.close();
  });

  it("speaks English when asked", { timeout: STORY_MS }, async () => {
    const { context, page } = await signedIn("Ромашка", { language: "en-GB" });
    await page.getByRole("heading", { name: "Incoming" }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    await context.close();
  });
});

describe("signing", () => {
  it("countersigns what came, in the browser, and the server agrees", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await signedIn("Василёк");
    await page.getByRole("link", { name: /УПД № 16/ }).click();
    await page.getByRole("button", { name: "Подписать", exact: true }).click();
    await page.getByText("Что подписывается").or(page.getByLabel("Что подписывается")).first().waitFor();
    assert.deepEqual(await violations(page), []);
    await sign(page, "vasilek", "Подписать и отправить");
    await page.getByText("Подписан 1 документ").waitFor();
    await page.getByText("завершён").first().waitFor();
    assert.deepEqual(watch.problems, []);
    await context.close();
  });

  it("sends a УПД made in the form, and it comes to the buyer with its sums", { timeout: STORY_MS }, async () => {
    const seller = await signedIn("Ромашка");
    const { page } = seller;
    await page.goto(`${town.url}/create/utd`);
    await page.getByLabel("Номер", { exact: false }).first().fill("901");
    await page.getByLabel("Получатель").selectOption({ label: "ООО «Василёк» · 9800000020" });
    await page.getByLabel("Наименование, 1").fill("Луковица тюльпана «Аврора»");
    await page.getByLabel("Количество, 1").fill("1 000");
    await page.getByLabel("Цена, 1").fill("12,35");
    await page.getByText("15 067,00").first().waitFor();
    await page.getByText("Черновик сохранён").waitFor();
    await page.getByRole("button", { name: "Подписать и отправить" }).click();
    await sign(page, "romashka", "Подписать и отправить");
    await page.waitForURL(/\/outgoing/);
    await page.getByRole("link", { name: /УПД № 901/ }).waitFor();
    assert.deepEqual(seller.watch.problems, []);
    await seller.context.close();

    const buyer = await signedIn("Василёк");
    await buyer.page.getByRole("link", { name: /УПД № 901/ }).click();
    await buyer.page.getByText("Луковица тюльпана «Аврора»").waitFor();
    await buyer.page.getByText("15 067,00 ₽").first().waitFor();
    await buyer.context.close();
  });

  it("refuses with words, and says what the other's key is not fit for", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await signedIn("Василёк");
    await page.getByRole("link", { name: /УПД № 901/ }).click();
    await page.getByRole("button", { name: "Отказать в подписи" }).click();
    await page.getByLabel("Почему отказываете").fill("Привезли не тюльпаны");
    await page.getByRole("button", { name: "Продолжить" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Файл с ключом" }).click();
    await page.getByRole("dialog").locator("input[type=file]").setInputFiles([town.file("romashka.key.pem"), town.file("romashka.cert.pem")]);
    await page.getByRole("button", { name: "Открыть ключ" }).click();
    await page.getByText("Сертификат выдан другой организации").waitFor();
    await page.getByRole("button", { name: "Другой ключ" }).click();
    await sign(page, "vasilek", "Подписать отказ");
    await page.getByText("отказано в подписи").first().waitFor();
    await page.getByText("Привезли не тюльпаны").first().waitFor();
    assert.deepEqual(watch.problems, []);
    await context.close();
  });

  it("sends files", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await signedIn("Ромашка");
    await page.goto(`${town.url}/create/file`);
    const bytes = (text) => ({ mimeType: "text/plain", buffer: Buffer.from(text) });
    await page.locator("input[type=file]").setInputFiles([{ name: "Письмо.txt", ...bytes("Добрый день") }, { name: "Смета.txt", ...bytes("1 000") }]);
    await page.getByLabel("Получатель").selectOption({ label: "ООО «Василёк» · 9800000020" });
    await page.getByRole("button", { name: "Подписать и отправить" }).click();
    await page.getByText("2 документа").waitFor();
    await sign(page, "romashka", "Подписать и отправить");
    await page.waitForURL(/\/outgoing/);
    await page.getByRole("link", { name: "Письмо.txt" }).waitFor();
    await page.getByRole("link", { name: "Смета.txt" }).waitFor();
    assert.deepEqual(watch.problems, []);
    await context.close();
  });
});

describe("a key in this browser", () => {
  it("is made with its certificate, copied, and signs", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await signedIn("Ромашка");
    await open(page, "/certificates");
    const dialog = page.getByRole("dialog");
    const get = page.getByRole("button", { name: "Получить сертификат", exact: true });
    await get.click();
    assert.deepEqual(await violations(page), []);
    // The page is left before the copy was shown: without it nothing goes on, and it goes on where it was left.
    await keyMade(page, dialog, town.folder, async () => {
      await get.click();
      await dialog.getByLabel("Файл с копией ключа").waitFor();
      assert.equal(await dialog.getByRole("button", { name: "Получить сертификат на этот ключ" }).count(), 0);
      assert.deepEqual(await violations(page), []);
    });
    await dialog.getByLabel("Пароль ключа").fill("не тот пароль");
    await dialog.getByRole("button", { name: "Получить сертификат на этот ключ" }).click();
    await dialog.getByRole("note").nth(1).waitFor({ timeout: KEY_MS });
    await dialog.getByLabel("Пароль ключа").fill(KEY_PASSWORD);
    assert.deepEqual(await violations(page), []);
    await dialog.getByRole("button", { name: "Получить сертификат на этот ключ" }).click();
    await page.getByText("Сертификат получен").waitFor({ timeout: KEY_MS });
    await dialog.waitFor({ state: "detached" });
    const keys = page.getByRole("table", { name: "Ключи в этом браузере" });
    assert.equal(await keys.getByText("копии нет").count(), 0);
    assert.equal(await keys.getByText("сертификата нет").count(), 0);
    assert.deepEqual(await violations(page), []);
    await page.goto(`${town.url}/create/file`);
    await page.locator("input[type=file]").setInputFiles([{ name: "Своим ключом.txt", mimeType: "text/plain", buffer: Buffer.from("Да") }]);
    await page.getByLabel("Получатель").selectOption({ label: "ООО «Василёк» · 9800000020" });
    await page.getByRole("button", { name: "Подписать и отправить" }).click();
    await page.getByLabel("Пароль ключа").fill("не тот пароль");
    await page.getByRole("button", { name: "Открыть ключ" }).click();
    await page.getByRole("dialog").getByRole("note").waitFor({ timeout: KEY_MS });
    await page.getByLabel("Пароль ключа").fill(KEY_PASSWORD);
    await page.getByRole("button", { name: "Открыть ключ" }).click();
    await page.getByText("Сертификат действует до").waitFor({ timeout: KEY_MS });
    await page.getByRole("dialog").getByRole("button", { name: "Подписать и отправить" }).click();
    await page.waitForURL(/\/outgoing/);
    await page.getByRole("link", { name: "Своим ключом.txt" }).click();
    await page.getByText("Целостность, цепочка сертификатов и отзыв проверены").first().waitFor();
    assert.deepEqual(watch.problems, []);
    await context.close();
  });
});

describe("news", () => {
  it("come by themselves", { timeout: STORY_MS }, async () => {
    const buyer = await signedIn("Василёк");
    await settled(buyer.page);
    const fresh = buyer.page.locator(".sv-place__fresh");
    const before = Number(await fresh.innerText());
    const seller = await signedIn("Ромашка");
    await seller.page.goto(`${town.url}/create/file`);
    await seller.page.locator("input[type=file]").setInputFiles([{ name: "Новость.txt", mimeType: "text/plain", buffer: Buffer.from("!") }]);
    await seller.page.getByLabel("Получатель").selectOption({ label: "ООО «Василёк» · 9800000020" });
    await seller.page.getByRole("button", { name: "Подписать и отправить" }).click();
    await sign(seller.page, "romashka", "Подписать и отправить");
    await buyer.page.getByRole("link", { name: "Новость.txt" }).waitFor();
    await fresh.filter({ hasText: String(before + 1) }).waitFor();
    assert.deepEqual(buyer.watch.problems, []);
    await seller.context.close();
    await buyer.context.close();
  });
});

describe("counteragents", () => {
  it("an invitation is accepted", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await signedIn("Ромашка");
    await open(page, "/counteragents");
    await page.getByRole("button", { name: "Согласиться" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Согласиться" }).click();
    await page.getByText("Приглашение будет принято: ООО «Ландыш»").waitFor();
    await page.locator("tbody tr", { hasText: "Ландыш" }).getByRole("button", { name: "Прекратить обмен" }).waitFor();
    assert.deepEqual(watch.problems, []);
    await context.close();
  });
});

describe("without a network", () => {
  it("shows what was opened, says so, and forgets it at sign-out", { timeout: STORY_MS }, async () => {
    const { context, page } = await signedIn("Василёк");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await settled(page);
    await page.locator("a.sv-called").first().click();
    await settled(page);
    const heading = await page.getByRole("heading", { level: 1 }).innerText();
    await context.setOffline(true);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    await page.getByText("Нет сети").waitFor();
    await context.setOffline(false);
    await page.getByRole("button", { name: /вид, язык, выход/ }).click();
    await page.getByRole("menuitem", { name: "Выйти" }).click();
    await page.waitForURL(`${town.url}/`);
    const kept = await page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("svitok-read")));
    assert.deepEqual(kept, []);
    await context.close();
  });
});
