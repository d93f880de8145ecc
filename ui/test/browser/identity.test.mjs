/** Coming in, by every way there is, in Chromium against the real server. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { apiOf, openTown, violations, Watch } from "./town.mjs";

/** One step of a person on a busy machine. */
const STEP_MS = 10_000;
/** The signing module is fetched and begun, or a letter is written by a job. */
const SLOW_MS = 60_000;
/** One story. */
const STORY_MS = 240_000;
const PHONE = "+79220000010";

let town;
let host;
before(async () => {
  town = await openTown({ administrator: "Ромашка", host: "localhost" });
  host = await apiOf(town, "Ромашка");
});
after(() => town?.close());

/** A window of nobody. */
async function opened({ width = 1280, dark = false, scripts = true } = {}) {
  const context = await town.browser.newContext({
    viewport: { width, height: 900 }, colorScheme: dark ? "dark" : "light", locale: "ru-RU", javaScriptEnabled: scripts,
  });
  context.setDefaultTimeout(STEP_MS);
  const page = await context.newPage();
  return { context, page, watch: new Watch(page, town.url) };
}

/** Nothing is wrong with the page as it stands. */
async function isWhole(page, watch, what) {
  assert.deepEqual(await violations(page), [], what);
  assert.deepEqual(watch.problems, [], what);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  assert.equal(wide, false, `${what} is wider than its window`);
}

/** The code of the newest SMS to a phone, as the host's administrator reads it in the outbox; jobs write it a moment later. */
async function codeFor(phone, seen = 0) {
  for (const end = Date.now() + SLOW_MS; Date.now() < end;) {
    const { items } = await host("GET", "/api/v1/account/outbox/sms?limit=100");
    const sent = items.filter((one) => one.phone === phone);
    if (sent.length > seen) {
      const { text } = await host("GET", `/api/v1/account/outbox/sms/${sent.map((one) => one.sms_id).sort().at(-1)}`);
      return /\d{6}/.exec(text)[0];
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`no SMS to ${phone}`);
}

async function smsTo(phone) {
  const { items } = await host("GET", "/api/v1/account/outbox/sms?limit=100");
  return items.filter((one) => one.phone === phone).length;
}

/** The number becomes the person's, as the settings do it. */
async function takesPhone(name, phone) {
  const ask = await apiOf(town, name);
  const seen = await smsTo(phone);
  const { code_id } = await ask("PUT", "/api/v1/account/phone", { body: { phone, password: town.person(name).password } });
  await ask("POST", "/api/v1/account/phone/confirm", { body: { code_id, code: await codeFor(phone, seen), take_over: true } });
}

/** A passkey of Chromium's virtual authenticator, which says yes to everything. */
async function withAuthenticator(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
    automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", { options });
  return (isUserVerified) => cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
}

/** The signed-in page makes a passkey over the API, as the settings do it. */
async function makesPasskey(page) {
  await page.evaluate(async () => {
    const session = await (await fetch("/api/v1/account/session")).json();
    const send = async (place, body) => {
      const headers = { "X-Svitok-Csrf": session.csrf_token, "Content-Type": "application/json" };
      const answer = await fetch(place, { method: "POST", headers, ...(body ? { body: JSON.stringify(body) } : {}) });
      if (!answer.ok) throw new Error(`${place}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    };
    const from = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
    const to = (octets) => btoa(String.fromCharCode(...new Uint8Array(octets))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    const asked = await send("/api/v1/account/passkeys/challenges");
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: from(asked.challenge), rp: { id: asked.rp_id, name: "Свиток" },
        user: { id: from(asked.user_handle), name: asked.user_name, displayName: asked.display_name },
        pubKeyCredParams: asked.algorithms.map((alg) => ({ type: "public-key", alg })),
        authenticatorSelection: { residentKey: "required", userVerification: "required" }, attestation: "none",
      },
    });
    await send("/api/v1/account/passkeys", {
      challenge: asked.challenge, name: "Ноутбук", client_data: to(made.response.clientDataJSON), attestation: to(made.response.attestationObject),
    });
  });
}

async function signsInByPassword(page, name, back = "/incoming") {
  const { login, password } = town.person(name);
  await page.goto(`${town.url}/sign-in?way=password&back=${back}`);
  await page.fill("#login", login);
  await page.fill("#password", password);
  await page.click("main button[type=submit]");
}

const isIn = (page) => page.waitForURL(/\/incoming/);

describe("the page of signing in", () => {
  for (const [name, look] of [["light", {}], ["dark", { dark: true }], ["390 px", { width: 390 }]]) {
    it(`each way, ${name}: nothing for axe, no error, no overflow`, { timeout: STORY_MS }, async () => {
      const { context, page, watch } = await opened(look);
      for (const way of ["password", "certificate", "phone", "passkey"]) {
        await page.goto(`${town.url}/sign-in?way=${way}`);
        await page.locator("main form").waitFor();
        assert.equal(await page.locator("[data-without-script]:visible").count(), 0, way);
        await isWhole(page, watch, way);
      }
      for (const place of ["/register", "/reset"]) {
        await page.goto(town.url + place);
        await isWhole(page, watch, place);
      }
      await context.close();
    });
  }

  it("remembers the way that was chosen, and where to go", { timeout: STORY_MS }, async () => {
    const { context, page } = await opened();
    await page.goto(`${town.url}/counteragents`);
    await page.getByRole("link", { name: "Телефон" }).click();
    assert.match(page.url(), /way=phone&back=%2Fcounteragents/);
    await page.goto(`${town.url}/sign-in`);
    await page.getByRole("link", { name: "Телефон" }).and(page.locator("[aria-current=page]")).waitFor();
    await context.close();
  });

  it("says without scripts which ways work, and they do", { timeout: STORY_MS }, async () => {
    const { context, page } = await opened({ scripts: false });
    await page.goto(`${town.url}/sign-in?way=certificate`);
    await page.getByText("нужен JavaScript").waitFor();
    assert.equal(await page.locator("main form:visible").count(), 0);
    await signsInByPassword(page, "Василёк");
    await isIn(page);
    await context.close();
  });
});

describe("a phone", () => {
  it("opens a sign-in by its code; a slip of the finger keeps the form", { timeout: STORY_MS }, async () => {
    await takesPhone("Василёк", PHONE);
    const { context, page, watch } = await opened();
    await page.goto(`${town.url}/sign-in?way=phone&back=/incoming`);
    await page.fill("#phone", "дом");
    await page.click("main button[type=submit]");
    await page.locator("#phone[aria-invalid=true]").waitFor();
    await page.fill("#phone", "8 922 000-00-10");
    const seen = await smsTo(PHONE);
    await page.click("main button[type=submit]");
    await page.locator("#code").waitFor();
    await isWhole(page, { problems: [] }, "the code's form");
    const code = await codeFor(PHONE, seen);
    await page.fill("#code", code === "000000" ? "000001" : "000000");
    await page.click("main button[type=submit]");
    await page.locator("#code[aria-invalid=true]").waitFor();
    await page.fill("#code", code);
    await page.click("main button[type=submit]");
    await isIn(page);
    assert.deepEqual(watch.problems.filter((one) => !one.includes("422") && !one.includes("401")), []);
    await context.close();
  });
});

describe("a certificate", () => {
  it("of nobody known is offered an account with its organization, then opens it", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await opened();
    await page.goto(`${town.url}/sign-in?way=certificate&back=/incoming`);
    await page.click("main button[type=submit]");
    await page.getByText("Выберите файл с ключом.").waitFor();
    await isWhole(page, watch, "without a file");
    // The town's broken one: each cause of a refusal is said.
    await page.setInputFiles("#files", [town.file("landysh.key.pem"), town.file("landysh.cert.pem")]);
    await page.click("main button[type=submit]");
    await page.getByText("Сертификат отозван.").waitFor({ timeout: SLOW_MS });
    await page.setInputFiles("#files", [town.file("vasilek.key.pem"), town.file("vasilek.cert.pem")]);
    await page.click("main button[type=submit]");
    await page.getByRole("heading", { name: "Учётная запись по сертификату" }).waitFor({ timeout: SLOW_MS });
    await isWhole(page, { problems: watch.problems.filter((one) => !one.includes("422") && !one.includes("403")) }, "the proposal");
    // The organization is in the town already: the account is made without it.
    await page.uncheck("input[name=with_organization]");
    await page.fill("#email", "");
    await page.click("main button[type=submit]");
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    await context.close();

    const again = await opened();
    await again.page.goto(`${town.url}/sign-in?way=certificate&back=/settings`);
    await again.page.setInputFiles("#files", [town.file("vasilek.key.pem"), town.file("vasilek.cert.pem")]);
    await again.page.click("main button[type=submit]");
    await again.page.waitForURL(/\/settings/, { timeout: SLOW_MS });
    await again.context.close();
  });
});

describe("a passkey", () => {
  it("opens a sign-in; a device that says no is told of in words", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await opened();
    const setVerified = await withAuthenticator(page);
    await signsInByPassword(page, "Василёк");
    await isIn(page);
    await makesPasskey(page);
    // Else the open client asks once more, as nobody.
    await page.goto("about:blank");
    await context.clearCookies();
    await page.goto(`${town.url}/sign-in?way=passkey&back=/incoming`);
    await setVerified(false);
    await page.click("main button[type=submit]");
    await page.getByText("Устройство не подтвердило вход.").waitFor({ timeout: SLOW_MS });
    await isWhole(page, { problems: [] }, "the refusal");
    await setVerified(true);
    await page.click("main button[type=submit]");
    await isIn(page);
    assert.deepEqual(watch.problems, []);
    await context.close();
  });
});

describe("the second step", () => {
  it("is made by the phone and by a passkey, and a device is remembered", { timeout: STORY_MS }, async () => {
    const phone = "+79220000011";
    const name = "Ландыш";
    const { login, password } = town.person(name);
    await takesPhone(name, phone);
    const { context, page } = await opened({ width: 390 });
    await withAuthenticator(page);
    await signsInByPassword(page, name);
    await isIn(page);
    await makesPasskey(page);
    const ask = await apiOf(town, name);
    const { codes } = await ask("PUT", "/api/v1/account/second-factor/ways", { body: { password, phone: true, passkey: true } });
    assert.equal(codes.length, 10);

    await context.clearCookies();
    await signsInByPassword(page, name);
    await page.getByRole("heading", { name: "Второй шаг" }).waitFor();
    await isWhole(page, { problems: [] }, "the second step");
    const seen = await smsTo(phone);
    await page.getByRole("button", { name: "Прислать код на телефон …11" }).click();
    await page.getByText("заканчивается на 11").waitFor();
    await page.fill("#code", await codeFor(phone, seen));
    await page.getByRole("button", { name: "Войти" }).click();
    await isIn(page);

    await context.clearCookies();
    await signsInByPassword(page, name);
    await page.getByRole("button", { name: "Подтвердить ключом доступа" }).click();
    await isIn(page);

    await context.clearCookies();
    await signsInByPassword(page, name);
    await page.fill("#code", codes[0]);
    await page.check("input[name=remember]");
    await page.getByRole("button", { name: "Войти" }).click();
    await isIn(page);
    const device = (await context.cookies()).filter((one) => one.name === "svitok-device");
    await context.clearCookies();
    await context.addCookies(device);
    await page.goto(`${town.url}/sign-in?way=password&back=/incoming`);
    await page.fill("#login", login);
    await page.fill("#password", password);
    await page.click("main button[type=submit]");
    await isIn(page);
    await context.close();
  });
});

describe("a rule of the organization", () => {
  it("closes the password and says whose it is; a wrong password learns nothing", { timeout: STORY_MS }, async () => {
    const name = "Василёк";
    const ask = await apiOf(town, name);
    const { items } = await ask("GET", "/api/v1/account/organizations");
    const place = `/api/v1/account/organizations/${items[0].organization_id}/way-rules`;
    await ask("PUT", place, { body: { rules: ["password"] } });
    const { context, page } = await opened({ dark: true });
    await page.goto(`${town.url}/sign-in?way=password&back=/incoming`);
    await page.fill("#login", town.person(name).login);
    await page.fill("#password", "совсем не тот");
    await page.click("main button[type=submit]");
    await page.getByText("Неверный логин или пароль.").waitFor();
    await signsInByPassword(page, name);
    await page.getByText(/Этот способ входа закрыт.*ООО «Василёк»/).waitFor();
    await isWhole(page, { problems: [] }, "the refusal");
    const seen = await smsTo(PHONE);
    await page.getByRole("link", { name: "Телефон" }).click();
    await page.fill("#phone", PHONE);
    await page.click("main button[type=submit]");
    await page.fill("#code", await codeFor(PHONE, seen));
    await page.click("main button[type=submit]");
    await isIn(page);
    await ask("PUT", place, { body: { rules: [] } });
    await context.close();
  });
});
