/** A person's own ways in and certificates, in Chromium against the real program: changed, bound, used, told in time, ended. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { KEY_MS, KEY_PASSWORD, keyMade, looksGood } from "./steps.mjs";
import { apiOf, opened, openTown, settled, signedIn, Watch } from "./town.mjs";

/** One story. */
const STORY_MS = 300_000;
/** A letter or an SMS is written by a job, a moment after it was asked for. */
const SENT_MS = 60_000;
const PHONE = "+79220000031";
const SECURITY = "/settings/security";

let town;
let host;
before(async () => {
  town = await openTown({ administrator: "Ромашка", host: "localhost" });
  host = await apiOf(town, "Ромашка");
});
after(() => town?.close());

const dialog = (page) => page.getByRole("dialog");
const apply = (page, name) => dialog(page).getByRole("button", { name, exact: true }).click();
const closed = (page) => dialog(page).waitFor({ state: "detached" });
const row = (page, name) => page.locator("ul.sv-secure > li", { has: page.getByText(name, { exact: true }) });

/** What lies in the outbox for somebody. */
async function outbox(kind, to) {
  const { items } = await host("GET", `/api/v1/account/outbox/${kind}?limit=100`);
  return items.filter((one) => one[kind === "sms" ? "phone" : "address"] === to);
}

/** What was sent to somebody, as the host's administrator reads it in the outbox: the one after `seen`, once it is there. */
async function sent(kind, to, seen) {
  const id = kind === "sms" ? "sms_id" : "letter_id";
  for (const end = Date.now() + SENT_MS; Date.now() < end;) {
    const all = await outbox(kind, to);
    if (all.length > seen) return host("GET", `/api/v1/account/outbox/${kind}/${all.map((one) => one[id]).sort().at(-1)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`nothing was sent to ${to}`);
}

/** Asks for the code on the security screen and types it. */
async function phoneAsked(page, name, act, seen) {
  await row(page, "Телефон").getByRole("button", { name: act }).click();
  await page.getByLabel("Номер телефона").fill(PHONE);
  await page.getByLabel("Ваш пароль").fill(town.person(name).password);
  await apply(page, "Получить код");
  const { text } = await sent("sms", PHONE, seen);
  await page.getByLabel("Код", { exact: false }).fill(/\d{6}/.exec(text)[0]);
}

/** Nothing of the person's part was an error but `refusals` refusals that the story asked for. */
async function leaves({ context, watch }, refusals = 0) {
  const told = watch.problems.filter((one) => /status of 4\d\d/.test(one));
  assert.deepEqual(watch.problems.filter((one) => !told.includes(one)), []);
  assert.equal(told.length, refusals);
  await context.close();
}

describe("the ways in", () => {
  it("a phone is added, and asked about before it is taken from another account", { timeout: STORY_MS }, async () => {
    const first = await signedIn(town, "Василёк", { back: SECURITY });
    await phoneAsked(first.page, "Василёк", "Добавить", 0);
    await apply(first.page, "Подтвердить");
    await closed(first.page);
    await row(first.page, "Телефон").getByText(PHONE).waitFor();
    await leaves(first);

    const second = await signedIn(town, "Теплица", { back: SECURITY });
    const { page } = second;
    await phoneAsked(page, "Теплица", "Добавить", 1);
    await apply(page, "Подтвердить");
    await dialog(page).getByText("Номер уже привязан к другой учётной записи").waitFor();
    assert.equal(await dialog(page).getByText("Василёк").count(), 0, "whose it is, is not told");
    await looksGood(page, "the question before a number is taken over");
    await dialog(page).getByText("Номер теперь мой, забрать его").click();
    await apply(page, "Подтвердить");
    await closed(page);
    await row(page, "Телефон").getByText(PHONE).waitFor();
    await leaves(second, 1);
    const ask = await apiOf(town, "Василёк");
    assert.equal((await ask("GET", "/api/v1/account/contact")).phone, undefined);
  });

  it("an address is changed by the link of the letter to it, and not before", { timeout: STORY_MS }, async () => {
    const person = await signedIn(town, "Ландыш", { back: SECURITY });
    const { page } = person;
    const { login, password } = town.person("Ландыш");
    const address = "new-address@landysh.example";
    await row(page, "Электронная почта").getByRole("button", { name: "Изменить" }).click();
    await page.getByLabel("Новый адрес").fill("не адрес");
    await page.getByLabel("Ваш пароль").fill(password);
    await apply(page, "Отправить письмо");
    await page.getByLabel("Новый адрес").and(page.locator("[aria-invalid=true]")).waitFor();
    await looksGood(page, "an address refused");
    await page.getByLabel("Новый адрес").fill(address);
    await apply(page, "Отправить письмо");
    await page.getByText("Письмо со ссылкой отправлено").waitFor();
    await row(page, "Электронная почта").getByText(login).waitFor();
    const { text, body } = await sent("letters", address, 0);
    const [link] = /http\S+\/confirm\?code=\S+/.exec(text ?? body);
    await page.goto(link);
    await page.getByRole("button", { name: "Подтвердить" }).click();
    await page.getByText("Адрес изменён. Теперь входите с новым.").waitFor();
    await opened(page, town.url + SECURITY);
    await row(page, "Электронная почта").getByText(address).waitFor();
    await leaves(person, 1);
  });
});

describe("a rule of the organization", () => {
  it("names who would be left without a way in before it is saved", { timeout: STORY_MS }, async () => {
    const person = await signedIn(town, "Теплица", { back: "/people/ways" });
    const { page } = person;
    await page.getByRole("button", { name: "Изменить правила" }).click();
    await dialog(page).getByLabel("вход без второго шага").setChecked(true);
    await dialog(page).getByLabel("вход по паролю").setChecked(true);
    await dialog(page).getByText(/Без способа входа остан/).waitFor();
    await dialog(page).getByText("Вы среди них").waitFor();
    await looksGood(page, "who would be left out");
    await apply(page, "Сохранить");
    await dialog(page).getByText("Хотя бы один способ", { exact: false }).or(dialog(page).getByRole("note").nth(1)).first().waitFor();
    await page.keyboard.press("Escape");
    await closed(page);
    await leaves(person, 1);
  });
});

describe("a certificate of this browser", () => {
  const get = "Получить сертификат на этот ключ";
  let person;
  let page;
  const mine = async () => (await (await apiOf(town, "Василёк"))("GET", "/api/v1/certification/my-certificates")).items;

  it("is ordered once, though the answer was lost and the button pressed again", { timeout: STORY_MS }, async () => {
    person = await signedIn(town, "Василёк", { back: "/certificates" });
    page = person.page;
    const before = (await mine()).length;
    const button = page.getByRole("button", { name: "Получить сертификат", exact: true });
    await button.click();
    await keyMade(page, dialog(page), town.folder, () => button.click());
    await dialog(page).getByLabel("Пароль ключа").fill(KEY_PASSWORD);
    // The certificate is issued, and does not come to its key.
    let orders = 0;
    await page.route("**/certification/certificates", async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      orders += 1;
      const { status } = await route.fetch().then((answer) => ({ status: answer.status() }));
      assert.equal(status, 201);
      return route.fulfill({ status: 500, contentType: "application/problem+json", body: "{}" });
    });
    await apply(page, get);
    await dialog(page).getByRole("note").nth(1).waitFor({ timeout: KEY_MS });
    await looksGood(page, "a certificate that did not come");
    await page.unroute("**/certification/certificates");
    await apply(page, get);
    await page.getByText("Сертификат получен").waitFor({ timeout: KEY_MS });
    await closed(page);
    assert.ok(orders >= 1);
    assert.equal((await mine()).length, before + 1, "one certificate, not two");
    assert.equal(await page.getByRole("table", { name: "Ключи в этом браузере" }).getByText("сертификата нет").count(), 0);
  });

  it("is bound, and opens the sign-in from the browser's own list of keys", { timeout: STORY_MS }, async () => {
    await opened(page, town.url + SECURITY);
    await page.getByRole("button", { name: "Добавить сертификат" }).click();
    const asked = dialog(page);
    await asked.getByRole("button", { name: "Ключ в этом браузере" }).click();
    await asked.getByLabel("Пароль ключа").fill(KEY_PASSWORD);
    await asked.getByRole("button", { name: "Открыть ключ" }).click();
    await asked.getByText("Сертификат действует до").waitFor({ timeout: KEY_MS });
    await looksGood(page, "a certificate to be bound");
    await asked.getByRole("button", { name: "Подписать и добавить" }).click();
    await page.getByText("Сертификат добавлен").first().waitFor({ timeout: KEY_MS });
    const bound = page.locator("section.sv-card", { has: page.getByRole("heading", { name: "Сертификаты для входа", exact: true }) });
    await bound.getByRole("button", { name: "Удалить" }).waitFor();

    await person.context.clearCookies();
    await page.goto(`${town.url}/sign-in?way=certificate&back=/certificates`);
    await page.getByText("Ключи в этом браузере").waitFor({ timeout: KEY_MS });
    await looksGood(page, "keys on the page of signing in");
    await page.getByLabel("Пароль ключа").fill("не тот пароль");
    await page.click("main button[type=submit]");
    await page.locator("[data-trouble]:not([hidden])").waitFor({ timeout: KEY_MS });
    await page.getByLabel("Пароль ключа").fill(KEY_PASSWORD);
    await page.click("main button[type=submit]");
    await page.waitForURL(/\/certificates$/, { timeout: KEY_MS });
    await settled(page);
  });

  it("is revoked by its own key", { timeout: STORY_MS }, async () => {
    const card = page.locator(".sv-card", { hasText: "Ключ есть в этом браузере" });
    const serial = (await card.getAttribute("data-tid")).replace("certificate-", "");
    await card.getByRole("button", { name: /Ещё действия/ }).click();
    await page.getByRole("menuitem", { name: "Отозвать" }).click();
    await dialog(page).getByText("подписью этого ключа").click();
    await apply(page, "Отозвать");
    await dialog(page).getByRole("button", { name: "Ключ в этом браузере" }).click();
    await dialog(page).getByLabel("Пароль ключа").fill(KEY_PASSWORD);
    await dialog(page).getByRole("button", { name: "Открыть ключ" }).click();
    await dialog(page).getByText("Сертификат действует до").waitFor({ timeout: KEY_MS });
    await apply(page, "Отозвать");
    await page.getByText(/Недействующие: /).click({ timeout: KEY_MS });
    await page.locator(`[data-tid=certificate-${serial}]`).getByText("отозван", { exact: true }).waitFor();
    await looksGood(page, "revoked by its key");
    assert.deepEqual(person.watch.problems.filter((one) => !/status of (401|500)/.test(one)), []);
    await person.context.close();
  });
});

describe("the end of a certificate", () => {
  // The host's clock is the real one: the list is told as the server tells it near an end.
  const told = async (ending, days_left, is_alive = true) => {
    const person = await signedIn(town, "Ромашка", { serviceWorkers: "block" });
    await person.page.route("**/certification/my-certificates", async (route) => {
      const answer = await route.fetch();
      const { items } = await answer.json();
      await route.fulfill({ response: answer, json: { items: [{ ...(items[0] ?? SAMPLE), origin: "own", ending, days_left, is_alive }] } });
    });
    await opened(person.page, `${town.url}/incoming`);
    return person;
  };

  it("is told on the first screen, with the way to renew it", { timeout: STORY_MS }, async () => {
    const { context, page } = await told("ahead", 58);
    const notice = page.getByRole("note").filter({ hasText: "действует до" });
    await notice.getByText("осталось 58 дней").waitFor();
    await looksGood(page, "an end that comes");
    await notice.getByRole("link", { name: "Продлить сейчас" }).click();
    await page.waitForURL(/\/certificates\/renewal\//);
    await context.close();
  });

  it("is told once it has come, with the way to another, and not while it is far", { timeout: STORY_MS }, async () => {
    const over = await told("over", 0, false);
    await over.page.getByRole("note").filter({ hasText: "истёк" }).getByRole("link", { name: "Получить новый" }).waitFor();
    await looksGood(over.page, "an end that has come");
    await over.context.close();
    const far = await told(null, 400);
    await far.page.getByRole("link", { name: "Сертификаты" }).first().waitFor();
    assert.equal(await far.page.getByRole("note").filter({ hasText: "действует до" }).count(), 0);
    await far.context.close();
  });
});

/** Of a person who has none yet. */
const SAMPLE = {
  certificate_id: "01939c4e-0000-7000-8000-000000000001", organization_id: "01939c4e-0000-7000-8000-000000000002", subject: "ООО «Ромашка»", issuer: "НЕКВАЛИФИЦИРОВАННЫЙ",
  serial: "0a", thumbprint: "0b", not_before: "2026-01-01T00:00:00Z", not_after: "2027-01-25T00:00:00Z", state: "issued", key_place: null, can_sign: [], certificate: "",
};

describe("nobody", () => {
  it("finds the page that revokes by the phrase from the page of signing in", { timeout: STORY_MS }, async () => {
    const context = await town.browser.newContext({ locale: "ru-RU" });
    const page = await context.newPage();
    const watch = new Watch(page, town.url);
    await page.goto(`${town.url}/sign-in`);
    await page.getByRole("link", { name: "Отозвать сертификат по кодовой фразе" }).click();
    await looksGood(page, "revocation by the phrase");
    assert.deepEqual(watch.problems, []);
    await context.close();
  });

  it("who forgot the password sets another by the link of a letter, and comes in with it", { timeout: STORY_MS }, async () => {
    const context = await town.browser.newContext({ locale: "ru-RU" });
    const page = await context.newPage();
    const watch = new Watch(page, town.url);
    const { login, password } = town.person("Теплица");
    const seen = (await outbox("letters", login)).length;
    await page.goto(`${town.url}/sign-in`);
    await page.getByRole("link", { name: "Забыли пароль?" }).click();
    await page.getByLabel("Логин").fill(login);
    await looksGood(page, "asking for the letter");
    await page.getByRole("button", { name: "Прислать ссылку" }).click();
    await page.getByText("Если такой логин есть").waitFor();
    const { text, body } = await sent("letters", login, seen);
    const [link] = /http\S+\/reset\?code=\S+/.exec(text ?? body);
    await page.goto(link);
    await page.getByLabel("Новый пароль").fill("лист и корень 48");
    await looksGood(page, "another password");
    await page.getByRole("button", { name: "Сохранить" }).click();
    await page.getByRole("heading", { name: "Пароль изменён" }).waitFor();
    const comesIn = async (word) => {
      await page.goto(`${town.url}/sign-in`);
      await page.getByLabel("Логин").fill(login);
      await page.getByLabel("Пароль", { exact: true }).fill(word);
      await page.getByRole("button", { name: "Войти", exact: true }).click();
    };
    await comesIn(password);
    await page.getByRole("alert").waitFor();
    await comesIn("лист и корень 48");
    await page.waitForURL(/\/(start|incoming)?$/);
    await page.goto(link);
    await page.getByText("Ссылка не действует").waitFor();
    await leaves({ context, watch }, 2);
  });
});
