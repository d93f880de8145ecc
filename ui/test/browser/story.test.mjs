/**
 * The whole way of a person who has nothing: an account, an organization, an application with a scan refused and replaced, two
 * operators, a key of one's own in the browser, a УПД, and the counterparty's signature under it. No plugin, no visit, no call.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { page as scanOf } from "./scan.mjs";
import { Clock, judged, KEY_MS, KEY_PASSWORD, keyMade, looksGood } from "./steps.mjs";
import { apiOf, opened, openTown, settled, signedIn, Watch } from "./town.mjs";

const STORY_MS = 900_000;
/** One step of a person on a busy machine. */
const STEP_MS = 20_000;
/** A job writes the letter a moment later. */
const LETTER_MS = 30_000;

const LOGIN = "nina@nezabudka.example";
const PHONE = "+79220000077";
const PASSWORD = "букет из трёх слов";
const NAME = "ООО «Незабудка»";
const INN = withCheckDigit("980000777");

/** ИНН of a company with its last digit. */
function withCheckDigit(nine) {
  const sum = [2, 4, 10, 3, 5, 9, 4, 6, 8].reduce((total, weight, at) => total + weight * Number(nine[at]), 0);
  return nine + String((sum % 11) % 10);
}

let town;
let host;
let folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "svitok-story-"));
  town = await openTown({ administrator: "Василёк", settings: { SVITOK_REGISTRATION: "confirmed" } });
  host = await apiOf(town, "Василёк");
});
after(async () => {
  await town?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The code of the newest SMS to a phone, as the host's administrator reads it in the outbox. */
async function codeTo(phone) {
  return waited(async () => {
    const { items } = await host("GET", "/api/v1/account/outbox/sms?limit=100");
    const sms = items.filter((one) => one.phone === phone).at(-1);
    return sms && /\d{6}/.exec((await host("GET", `/api/v1/account/outbox/sms/${sms.sms_id}`)).text)?.[0];
  }, phone);
}

/** What a job writes a moment later. */
async function waited(look, to) {
  for (const end = Date.now() + LETTER_MS; Date.now() < end;) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`nothing was sent to ${to}`);
}

/** The link in the newest letter to an address, as the host's administrator reads it in the outbox. */
async function linkTo(address) {
  return waited(async () => {
    const { items } = await host("GET", "/api/v1/account/outbox/letters?limit=100");
    const letter = items.filter((one) => one.address === address).at(-1);
    const text = letter && (await host("GET", `/api/v1/account/outbox/letters/${letter.letter_id}`)).body;
    return text && /https?:\/\/\S+/.exec(text)?.[0];
  }, address);
}

it("a person arrives with nothing and sends a document that the counterparty signs", { timeout: STORY_MS }, async (test) => {
  const began = Date.now();
  const operators = [host, await apiOf(town, "Ландыш")];
  for (const name of ["Василёк", "Ландыш"]) await host("PUT", `/api/v1/certification/desk/places/${town.person(name).user_id}/operator`);

  const context = await town.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "ru-RU", acceptDownloads: true });
  context.setDefaultTimeout(STEP_MS);
  const clock = await Clock.on(context);
  const page = await context.newPage();
  const watch = new Watch(page, town.url);
  const dialog = page.getByRole("dialog");
  const scan = (item) => page.locator(`[data-tid=scan-${item}]`);
  const give = (item) => scan(item).locator("input[type=file]").first().setInputFiles([{ name: `${item}.png`, mimeType: "image/png", buffer: scanOf(item) }]);

  // An account.
  await page.goto(`${town.url}/register`);
  await page.fill("input[name=login]", LOGIN);
  await page.fill("input[name=name]", "Нина Полевая");
  await page.fill("input[name=phone]", PHONE);
  await page.getByRole("button", { name: "Получить код" }).click();
  await page.fill("input[name=code]", await codeTo(PHONE));
  assert.equal(await page.inputValue("input[name=login]"), LOGIN, "what was typed is kept");
  await page.fill("input[name=password]", PASSWORD);
  await looksGood(page, "registration with a code");
  await page.getByRole("button", { name: "Зарегистрироваться" }).click();
  await page.getByText("Проверьте почту").first().waitFor();
  await page.goto(await linkTo(LOGIN));
  await page.getByRole("button", { name: "Подтвердить" }).click();
  await page.getByText("учётная запись создана").waitFor();
  await page.goto(`${town.url}/sign-in?way=password`);
  await page.fill("input[name=login]", LOGIN);
  await page.fill("input[name=password]", PASSWORD);
  await page.locator("form", { has: page.locator("input[name=password]") }).getByRole("button").first().click();

  await page.getByRole("heading", { name: "Новая организация" }).waitFor();
  clock.lap("an account, with phone and address proven");

  // An organization.
  await page.getByRole("heading", { name: "Новая организация" }).waitFor();
  await looksGood(page, "a new organization");
  await page.getByLabel("ИНН").fill(INN);
  await page.getByLabel("КПП").fill("980001001");
  await page.getByLabel("Название").fill(NAME);
  await page.getByLabel("Субъект").or(page.getByLabel("Регион")).selectOption("78");
  await page.getByRole("button", { name: "Завести организацию" }).last().click();
  await page.waitForURL(/\/certificates$/);
  await settled(page);

  clock.lap("an organization with its box");

  // An application: one scan is refused and replaced, two operators approve.
  await opened(page, `${town.url}/certificates/apply`);
  await page.getByText(NAME).last().waitFor();
  await page.getByRole("button", { name: "Начать заявку" }).click();
  await page.waitForURL(/\/certificates\/applications\//);
  await settled(page);
  const applicationId = page.url().split("/").pop();
  for (const [item, value] of [["surname", "Полевая"], ["given_name", "Нина"], ["snils", "112-233-445 95"], ["passport", "4010 123456"], ["position", "Директор"], ["person_inn", "980000000101"]]) {
    const box = page.locator(`[data-tid=field-${item}]`).getByRole("textbox");
    await box.fill(value);
    await box.blur();
    await page.locator(`[data-tid=field-${item}]`).getByText("ждёт проверки").waitFor();
  }
  for (const item of ["passport_scan", "snils_scan", "statement_scan"]) {
    await give(item);
    await scan(item).getByText("ждёт проверки").waitFor();
  }
  await page.getByRole("button", { name: "Отправить на проверку" }).click();
  await page.getByText("Ваша заявка следующая в очереди").waitFor();
  clock.lap("an application, seven fields and three scans");
  await judged(operators[0], applicationId, "reject", { snils_scan: "cropped" });
  await page.reload();
  await settled(page);
  await scan("snils_scan").getByText("документ виден не целиком").waitFor();
  await give("snils_scan");
  await scan("snils_scan").getByText("ждёт проверки").waitFor();
  await page.getByRole("button", { name: "Отправить на проверку" }).click();
  await page.getByText("Ваша заявка следующая в очереди").waitFor();
  clock.lap("a refused scan replaced");
  for (const operator of operators) await judged(operator, applicationId, "approve");

  // A key of one's own, with its copy; consent; the certificate in its place.
  await page.reload();
  await settled(page);
  const card = page.getByRole("region", { name: "Выпуск сертификата" });
  await keyMade(page, card, folder);
  await card.getByText("С содержанием сертификата согласен").click();
  await card.getByLabel("Кодовая фраза").fill("незабудка у ручья");
  await card.getByLabel("Пароль ключа").fill(KEY_PASSWORD);
  await card.getByRole("button", { name: "Выпустить и установить" }).click();
  await page.getByText("Всё готово: сертификатом можно подписывать").waitFor({ timeout: KEY_MS });

  clock.lap("a key, its copy shown, the certificate installed");

  // A counterparty, who agrees.
  await opened(page, `${town.url}/counteragents`);
  await page.getByRole("button", { name: "Пригласить" }).first().click();
  await dialog.getByLabel("ИНН").fill("9800000020");
  await dialog.getByRole("button", { name: "Пригласить" }).click();
  await page.getByRole("dialog").last().getByRole("button", { name: "Пригласить" }).click();
  clock.lap("a counterparty invited");
  const buyer = await signedIn(town, "Василёк", { back: "/counteragents" });
  const other = await Clock.on(buyer.context);
  await buyer.page.reload();
  await settled(buyer.page);
  await buyer.page.locator("tbody tr", { hasText: NAME }).getByRole("button", { name: "Согласиться" }).click();
  await buyer.page.getByRole("dialog").getByRole("button", { name: "Согласиться" }).click();
  await buyer.page.getByRole("dialog").waitFor({ state: "detached" });

  other.lap("an invitation accepted");

  // A УПД in a form, signed in the browser.
  await opened(page, `${town.url}/create/utd`);
  await page.getByLabel("Номер", { exact: false }).first().fill("7");
  await page.getByLabel("Получатель").selectOption({ label: "ООО «Василёк» · 9800000020" });
  await page.getByLabel("Наименование, 1").fill("Незабудка лесная, рассада");
  await page.getByLabel("Количество, 1").fill("120");
  await page.getByLabel("Цена, 1").fill("85,50");
  await page.getByRole("button", { name: "Подписать и отправить" }).click();
  await dialog.getByLabel("Пароль ключа").fill(KEY_PASSWORD);
  await dialog.getByRole("button", { name: "Открыть ключ" }).click();
  await dialog.getByText("Сертификат действует до").waitFor({ timeout: KEY_MS });
  await dialog.getByRole("button", { name: "Подписать и отправить" }).click();
  await page.waitForURL(/\/outgoing/);
  await page.getByRole("link", { name: /УПД № 7/ }).waitFor();

  clock.lap("a УПД made in a form, signed and sent");

  // The counterparty signs, with a key from files.
  await opened(buyer.page, `${town.url}/incoming`);
  await buyer.page.getByRole("link", { name: /УПД № 7 / }).or(buyer.page.getByRole("link", { name: /УПД № 7$/ })).first().click();
  await buyer.page.getByText("Незабудка лесная, рассада").waitFor();
  await buyer.page.getByRole("button", { name: "Подписать", exact: true }).click();
  const signing = buyer.page.getByRole("dialog");
  await signing.getByRole("button", { name: "Файл с ключом" }).click();
  await signing.locator("input[type=file]").setInputFiles([town.file("vasilek.key.pem"), town.file("vasilek.cert.pem")]);
  await signing.getByRole("button", { name: "Открыть ключ" }).click();
  await signing.getByText("Сертификат действует до").waitFor();
  await signing.getByRole("button", { name: "Подписать и отправить" }).click();
  await buyer.page.getByText("завершён").first().waitFor();

  other.lap("a УПД read and signed with a key file");

  // What the seller signed in the browser is what another tool calls good.
  await page.getByRole("link", { name: /УПД № 7/ }).click();
  await page.getByText("завершён").first().waitFor();
  clock.lap("the finished document with its signatures found");
  await opened(page, `${town.url}/settings/security`);
  await page.getByText("Пароль и контакты").waitFor();
  clock.lap("how one signs in looked at");
  await page.goBack();
  await settled(page);
  await signedContentIsGood(page);
  for (const lap of [...clock.laps, ...other.laps]) test.diagnostic(lap);
  test.diagnostic(`from nobody to a document signed by both: ${Math.round((Date.now() - began) / 1000)} s of the browser's time`);
  // What the story's waiting for a letter and for operators makes the console say is none of the page's faults.
  assert.deepEqual(watch.problems, []);
  assert.deepEqual(buyer.watch.problems, []);
  await buyer.context.close();
  await context.close();
});

/** OpenSSL with the GOST engine verifies the seller's signature under the title, up to a root of the town's own authorities. */
async function signedContentIsGood(page) {
  const path = new URL(page.url()).pathname.split("/");
  const [boxId, documentId] = path.slice(2);
  const asked = await page.evaluate(async ([box, id]) => {
    const base64 = async (address) => {
      const octets = new Uint8Array(await (await fetch(address)).arrayBuffer());
      return btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(""));
    };
    const report = await (await fetch(`/api/v1/exchange/boxes/${box}/documents/${id}`)).json();
    const content = (entity) => `/api/v1/exchange/boxes/${box}/messages/${report.message_id}/entities/${entity}/content`;
    const message = await (await fetch(`/api/v1/exchange/boxes/${box}/messages/${report.message_id}`)).json();
    const signature = message.entities.find((one) => one.parent_id === id && one.kind === "signature");
    const { items } = await (await fetch("/api/v1/certification/authorities")).json();
    const chain = async (one) => (await fetch(`/api/v1/certification/authorities/${one.authority_id}/chain.pem`)).text();
    const pem = (await Promise.all(items.map(chain))).join("");
    return { title: await base64(content(id)), signature: await base64(content(signature.id)), pem };
  }, [boxId, documentId]);
  writeFileSync(join(folder, "title.xml"), Buffer.from(asked.title, "base64"));
  writeFileSync(join(folder, "title.sig"), Buffer.from(asked.signature, "base64"));
  writeFileSync(join(folder, "chain.pem"), asked.pem);
  const verified = spawnSync("openssl", [
    "cms", "-verify", "-engine", "gost", "-binary", "-inform", "DER", "-in", "title.sig", "-content", "title.xml", "-CAfile", "chain.pem", "-purpose", "any", "-out", "seen.xml",
  ], { cwd: folder, encoding: "utf8" });
  if (verified.error) throw new Error("openssl with the GOST engine is needed: apt-get install openssl libengine-gost-openssl");
  assert.equal(verified.status, 0, verified.stderr);
  assert.deepEqual(readFileSync(join(folder, "seen.xml")), readFileSync(join(folder, "title.xml")));
}
