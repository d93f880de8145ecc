/** The settings of sign-in and security, in Chromium against the real program: every way in is set up, used, and taken away. */
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { opened, openTown, signedIn, violations } from "./town.mjs";

/** One story. */
const STORY_MS = 240_000;
const PASSWORD = "Лучший пароль бухгалтера 2026";
/** RFC 6238: a code lives half a minute. */
const STEP_SECONDS = 30;

let town;
before(async () => { town = await openTown({ host: "localhost" }); });
after(() => town?.close());

const open = (page) => opened(page, `${town.url}/settings/security`);
const dialog = (page) => page.getByRole("dialog");
const apply = (page, name) => dialog(page).getByRole("button", { name, exact: true }).click();
const closed = (page) => dialog(page).waitFor({ state: "detached" });
const card = (page, name) => page.locator("section.sv-card", { has: page.getByRole("heading", { name, exact: true }) });

/** Ends a person's part: nothing of it was an error. A refusal that the story asked for is one line of the console. */
async function leaves({ context, watch }, refusals = 0) {
  const told = watch.problems.filter((one) => /status of 4\d\d/.test(one));
  assert.deepEqual(watch.problems.filter((one) => !told.includes(one)), []);
  assert.equal(told.length, refusals);
  await context.close();
}

/** The code a telephone would show (RFC 6238 over SHA-1, the secret in base32). */
function totp(secret, at = Date.now()) {
  const bits = [...secret.replaceAll(" ", "")].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((octet) => Number.parseInt(octet, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 1000 / STEP_SECONDS)));
  const hash = createHmac("sha1", key).update(step).digest();
  return String((hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Somebody at the page of signing in. */
async function tries(page, name, password) {
  await page.goto(`${town.url}/sign-in?back=/settings/security`);
  await page.fill("input[name=login]", town.person(name).login);
  await page.fill("input[name=password]", password);
  await page.locator("form", { has: page.locator("input[name=password]") }).getByRole("button").first().click();
}

async function fresh() {
  const context = await town.browser.newContext({ locale: "ru-RU" });
  return { context, page: await context.newPage() };
}

describe("security", () => {
  for (const [name, look] of [["light", {}], ["dark", { dark: true }], ["390 px", { width: 390 }], ["English", { language: "en-GB" }]]) {
    it(`is whole: ${name}`, { timeout: STORY_MS }, async () => {
      const person = await signedIn(town, "Василёк", look);
      await open(person.page);
      assert.deepEqual(await violations(person.page), []);
      const wide = await person.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      assert.equal(wide, false);
      await leaves(person);
    });
  }

  it("a password is changed; a wrong present one is told at its field and ends nothing", { timeout: STORY_MS }, async () => {
    const person = await signedIn(town, "Ромашка");
    const { page } = person;
    await open(page);
    await page.getByRole("button", { name: "Сменить пароль" }).click();
    await page.getByLabel("Ваш пароль").fill("не тот пароль");
    await page.getByLabel("Новый пароль", { exact: false }).first().fill(PASSWORD);
    await page.getByLabel("Новый пароль ещё раз").fill("другой");
    await dialog(page).getByText("Пароли не совпадают.").waitFor();
    await page.getByLabel("Новый пароль ещё раз").fill(PASSWORD);
    await apply(page, "Сменить пароль");
    await dialog(page).getByText("Пароль неверный.").waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByLabel("Ваш пароль").fill(town.person("Ромашка").password);
    await apply(page, "Сменить пароль");
    await closed(page);
    town.person("Ромашка").password = PASSWORD;
    await leaves(person, 1);
  });

  it("the second step is turned on, a device is remembered, a recovery code works once, and it is turned off", { timeout: STORY_MS }, async () => {
    const person = await signedIn(town, "Ромашка");
    const { page } = person;
    await open(page);
    await page.getByRole("button", { name: "Включить второй шаг" }).click();
    await page.getByLabel("Ваш пароль").fill(PASSWORD);
    await apply(page, "Продолжить");
    await page.getByRole("img", { name: "QR-код" }).waitFor();
    assert.deepEqual(await violations(page), []);
    const secret = await page.locator(".sv-totp__secret").textContent();
    await page.getByLabel("Код", { exact: false }).last().fill(totp(secret));
    await apply(page, "Включить второй шаг");
    await page.locator(".sv-codes li").first().waitFor();
    assert.deepEqual(await violations(page), []);
    const [code, ...others] = await page.locator(".sv-codes li").allTextContents();
    assert.equal(others.length, 9);
    const download = page.waitForEvent("download");
    await dialog(page).getByRole("button", { name: "Сохранить в файл" }).click();
    assert.equal((await download).suggestedFilename(), "Коды восстановления.txt");
    await apply(page, "Коды у меня");
    await page.getByText("Осталось 10 кодов восстановления.").waitFor();

    const away = await fresh();
    await tries(away.page, "Ромашка", PASSWORD);
    await away.page.fill("input[name=code]", code);
    await away.page.locator("input[name=remember]").check();
    await away.page.locator("form", { has: away.page.locator("input[name=code]") }).getByRole("button").first().click();
    await away.page.waitForURL(/settings\/security/);
    await away.page.getByText("Осталось 9 кодов восстановления.").waitFor();
    const devices = card(away.page, "Запомненные устройства");
    await devices.getByRole("button", { name: "Забыть" }).click();
    await apply(away.page, "Забыть");
    await devices.getByText("Запомненных устройств нет.").waitFor();
    await away.page.getByRole("button", { name: "Выключить" }).click();
    await away.page.getByLabel("Ваш пароль").fill(PASSWORD);
    await apply(away.page, "Выключить");
    await away.page.getByRole("button", { name: "Включить второй шаг" }).waitFor();
    await away.context.close();
    await leaves(person);
  });

  it("a passkey is added, named, renamed, and removed", { timeout: STORY_MS }, async () => {
    const person = await signedIn(town, "Ромашка");
    const { page } = person;
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("WebAuthn.enable");
    await devtools.send("WebAuthn.addVirtualAuthenticator", {
      options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    });
    await open(page);
    await page.getByRole("button", { name: "Добавить ключ доступа" }).click();
    await page.getByLabel("Название").fill("Ноутбук бухгалтерии");
    await apply(page, "Создать ключ");
    await closed(page);
    const passkeys = card(page, "Ключи доступа");
    await passkeys.getByText("Ноутбук бухгалтерии").waitFor();
    assert.deepEqual(await violations(page), []);

    await page.getByRole("button", { name: "Добавить ключ доступа" }).click();
    await apply(page, "Создать ключ");
    await dialog(page).getByText("Ключ не создан", { exact: false }).waitFor();
    await page.keyboard.press("Escape");
    await closed(page);

    await passkeys.getByRole("button", { name: "Переименовать" }).click();
    await page.getByLabel("Название").fill("Рабочий компьютер");
    assert.deepEqual(await violations(page), []);
    await apply(page, "Переименовать");
    await closed(page);
    await passkeys.getByText("Рабочий компьютер").waitFor();
    assert.equal(await passkeys.getByText("Ноутбук бухгалтерии").count(), 0);

    await passkeys.getByRole("button", { name: "Удалить" }).click();
    await apply(page, "Удалить");
    await passkeys.getByText("Ключей доступа пока нет.").waitFor();
    await leaves(person);
  });

  it("a way is closed by an own rule, which says since when, and opened again", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await signedIn(town, "Теплица", { back: "/settings/security" });
    const dialog = page.getByRole("dialog");
    for (const [isClosed, state] of [[true, "закрыт"], [false, "не настроен"]]) {
      await page.getByRole("button", { name: "Изменить правила" }).click();
      await dialog.getByLabel("вход кодом на телефон").setChecked(isClosed);
      assert.deepEqual(await violations(page), []);
      await dialog.getByRole("button", { name: "Сохранить" }).click();
      await dialog.waitFor({ state: "detached" });
      const way = page.locator("li", { hasText: "Код на телефон" }).first();
      await way.getByText(state, { exact: true }).waitFor();
      assert.equal(await way.getByText(/Закрыт вами/).count(), isClosed ? 1 : 0);
    }
    assert.deepEqual(watch.problems, []);
    await context.close();
  });

  it("a refused try stands in the journal with its cause, and signing out everywhere ends every sign-in", { timeout: STORY_MS }, async () => {
    const stranger = await fresh();
    await tries(stranger.page, "Ромашка", "чужой пароль бухгалтера");
    await stranger.page.getByRole("alert").first().waitFor();
    await stranger.context.close();

    const [person, other] = [await signedIn(town, "Ромашка"), await signedIn(town, "Ромашка")];
    const { page } = person;
    await open(page);
    const refused = card(page, "Журнал входов").locator("tbody tr", { hasText: "отказано" }).first();
    await refused.getByText("Неверный логин или пароль.").waitFor();
    await refused.getByText("Chrome").first().waitFor();

    await page.getByRole("button", { name: "Выйти на других устройствах" }).click();
    await apply(page, "Выйти на других устройствах");
    await closed(page);
    await page.waitForFunction(() => document.querySelectorAll("[aria-label='Открытые входы'] tbody tr").length === 1 || document.querySelectorAll("table[aria-label='Открытые входы'] tbody tr").length === 1);
    await other.page.goto(`${town.url}/settings/security`);
    await other.page.waitForURL(/sign-in/);
    await other.context.close();

    await page.getByRole("button", { name: "Выйти везде" }).click();
    await apply(page, "Выйти везде");
    await page.waitForURL((url) => url.pathname === "/" || url.pathname.startsWith("/sign-in"));
    await page.goto(`${town.url}/settings/security`);
    await page.waitForURL(/sign-in/);
    await person.context.close();
  });
});
