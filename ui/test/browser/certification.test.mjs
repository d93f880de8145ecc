/** A certificate in the browser, from the first field to its end: two operators act through the API, the applicant on his screens. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { page as scanOf } from "./scan.mjs";
import { judged as judge, KEY_MS, KEY_PASSWORD, keyMade as made, looksGood as looks } from "./steps.mjs";
import { apiOf, opened, openTown, settled as settledOn, signedIn, Watch } from "./town.mjs";

/** The whole story. */
const STORY_MS = 900_000;
const PHRASE = "ромашка в чистом поле";

let town;
let folder;
let context;
let page;
let watch;
let operators;
let applicationId;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "svitok-certification-"));
  town = await openTown({ administrator: "Василёк" });
  const [first, second] = [await apiOf(town, "Василёк"), await apiOf(town, "Ландыш")];
  for (const name of ["Василёк", "Ландыш"]) await first("PUT", `/api/v1/certification/desk/places/${town.person(name).user_id}/operator`);
  operators = [first, second];
  ({ context, page, watch } = await signedIn(town, "Ромашка"));
});
after(async () => {
  await context?.close();
  await town?.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (place) => opened(page, town.url + place);
const settled = () => settledOn(page);
const looksGood = (what) => looks(page, what);
const keyMade = (card) => made(page, card, folder);
const judged = (operator, act, refused) => judge(operator, applicationId, act, refused);

const scan = (item) => page.locator(`[data-tid=scan-${item}]`);
const field = (item) => page.locator(`[data-tid=field-${item}]`);
const give = (item, name, buffer, mimeType = "image/png") => scan(item).locator("input[type=file]").first().setInputFiles([{ name, mimeType, buffer }]);

/** A page of lines made by the browser's own canvas: grey, or in colour in the middle of a dark table. */
async function drawn(kind) {
  const base64 = await page.evaluate(async (asked) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 1400, height: 1800 });
    const context = canvas.getContext("2d");
    const edge = asked === "table" ? 320 : 0;
    context.fillStyle = "#463c32";
    context.fillRect(0, 0, 1400, 1800);
    context.fillStyle = asked === "grey" ? "#f0f0f0" : "#f6d6de";
    context.fillRect(edge, edge, 1400 - 2 * edge, 1800 - 2 * edge);
    context.fillStyle = asked === "grey" ? "#202020" : "#202060";
    for (let y = edge + 20; y < 1780 - edge; y += 24) {
      for (let x = edge + 20; x < 1360 - edge; x += 30) context.fillRect(x, y, 18, 10);
    }
    const blob = await new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
    return btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (octet) => String.fromCharCode(octet)).join(""));
  }, kind);
  return Buffer.from(base64, "base64");
}

/** A PDF of one empty page, with more in its trailer. */
const pdfOf = (trailer) => Buffer.from([
  "%PDF-1.7", "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj", "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj", "%".padEnd(1_500, "."), `trailer<</Root 1 0 R/Size 4${trailer}>>`, "startxref", "9", "%%EOF", "",
].join("\n"), "latin1");

/** Opens the town's key from its files in the signing dialog. */
async function townKey() {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Файл с ключом" }).click();
  await dialog.locator("input[type=file]").setInputFiles([town.file("romashka.key.pem"), town.file("romashka.cert.pem")]);
  await dialog.getByRole("button", { name: "Открыть ключ" }).click();
  await dialog.getByText("Сертификат действует до").waitFor();
}

const openssl = (...given) => {
  const { status, stdout, stderr, error } = spawnSync("openssl", given, { cwd: folder, encoding: "utf8" });
  if (error) throw new Error("openssl with the GOST engine is needed: apt-get install openssl libengine-gost-openssl");
  return { status, told: stdout + stderr };
};

describe("an application", { timeout: STORY_MS }, () => {
  it("is begun from the organization's ИНН and filled in, each field by its rule", { timeout: STORY_MS }, async () => {
    await open("/certificates/apply");
    await looksGood("no application");
    await page.getByLabel("ИНН", { exact: false }).fill("9800000020");
    await page.getByRole("button", { name: "Начать заявку" }).click();
    await page.getByText("Среди ваших организаций нет организации с таким ИНН").waitFor();
    await page.getByLabel("ИНН", { exact: false }).fill(town.person("Ромашка").inn ?? "9800000013");
    await page.getByText("ООО «Ромашка»").last().waitFor();
    await page.getByRole("button", { name: "Начать заявку" }).click();
    await page.waitForURL(/\/certificates\/applications\//);
    await settled();
    applicationId = page.url().split("/").pop();
    await field("snils").getByRole("textbox").fill("112-233-445 96");
    await field("passport").getByRole("textbox").fill("4010 123456");
    await field("snils").getByText("они контрольные").waitFor();
    await looksGood("a field refused");
    assert.equal(await field("snils").getByRole("textbox").inputValue(), "112-233-445 96");
    await field("snils").getByRole("textbox").fill("112-233-445 95");
    await field("position").getByRole("textbox").fill("Директор");
    await field("position").getByRole("textbox").blur();
    for (const item of ["snils", "passport", "position"]) await field(item).getByText("ждёт проверки").waitFor();
    assert.equal(await field("passport").getByRole("textbox").inputValue(), "40 10 123456");
  });

  it("refuses a scan in the browser by its rule, and takes another in its place alone", { timeout: STORY_MS }, async () => {
    let sent = 0;
    page.on("request", (request) => { if (request.method() === "PUT" && request.url().includes("/scans/")) sent += 1; });
    await give("passport_scan", "passport.png", await drawn("grey"));
    await scan("passport_scan").getByText("Скан чёрно-белый").waitFor();
    await give("passport_scan", "passport.pdf", Buffer.from(`%PDF-1.7${" ".repeat(2_000)}`), "application/pdf");
    await scan("passport_scan").getByText("Это не PNG, JPEG").waitFor();
    await looksGood("a scan refused");
    await give("snils_scan", "snils.pdf", pdfOf("/Encrypt 5 0 R"), "application/pdf");
    await scan("snils_scan").getByText("PDF защищён паролем").waitFor();
    assert.equal(sent, 0, "a scan that breaks its rule is not sent");
    await give("snils_scan", "snils.pdf", pdfOf(""), "application/pdf");
    await scan("snils_scan").getByText("ждёт проверки").waitFor();
    await looksGood("a scan that is a PDF");
    assert.equal(sent, 1);
    await give("passport_scan", "passport.png", scanOf("passport"));
    await scan("passport_scan").getByText("ждёт проверки").waitFor();
    assert.equal(await scan("statement_scan").getByText("не заполнено").count(), 1);
  });

  it("cuts off what lies around a document", { timeout: STORY_MS }, async () => {
    await give("snils_scan", "snils.png", await drawn("table"));
    await scan("snils_scan").getByText("Поля занимают").waitFor();
    await scan("snils_scan").getByRole("button", { name: "Повернуть и обрезать" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Сверху: 17 %").waitFor();
    await looksGood("turning and cutting");
    await dialog.getByRole("button", { name: "Применить и проверить" }).click();
    await scan("snils_scan").getByText("ждёт проверки").waitFor();
    await scan("snils_scan").getByText("Загружен").click();
    await scan("snils_scan").getByRole("img").waitFor();
    await looksGood("a scan looked at");
  });

  it("has a statement to print, signed with a key in force instead", { timeout: STORY_MS }, async () => {
    await page.getByRole("link", { name: "Распечатать заявление" }).click();
    await page.getByText("Прошу выпустить на моё имя сертификат").waitFor();
    await looksGood("the statement");
    const [paper] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Скачать PDF" }).click()]);
    assert.equal(paper.suggestedFilename(), "Заявление.pdf");
    assert.match(readFileSync(await paper.path()).toString("latin1"), /^%PDF-1\.7[^]*pdfaid:part/);
    await page.goBack();
    await settled();
    await page.getByRole("button", { name: "Подписать ключом" }).click();
    await townKey();
    await page.getByRole("dialog").getByRole("button", { name: "Подписать заявление" }).click();
    await page.getByRole("heading", { name: "Заявление подписано" }).waitFor();
    await scan("statement_scan").getByText("принято").waitFor();
    await page.getByText("Всё заполнено").waitFor();
  });

  it("waits in the queue, comes back with one scan refused, and only that is given again", { timeout: STORY_MS }, async () => {
    await page.getByRole("button", { name: "Отправить на проверку" }).click();
    await page.getByText("Ваша заявка следующая в очереди").waitFor();
    await looksGood("under check");
    await judged(operators[0], "reject", { snils_scan: "cropped" });
    await page.reload();
    await settled();
    await scan("snils_scan").getByText("документ виден не целиком").waitFor();
    await scan("passport_scan").getByText("принято").waitFor();
    await looksGood("rejected");
    await give("snils_scan", "snils.png", scanOf("snils"));
    await scan("snils_scan").getByText("ждёт проверки").waitFor();
    await scan("passport_scan").getByText("принято").waitFor();
    await page.getByRole("button", { name: "Отправить на проверку" }).click();
    await page.getByText("Ваша заявка следующая в очереди").waitFor();
    for (const operator of operators) await judged(operator, "approve");
  });

  it("is issued with a key whose copy was shown, and installed in one step", { timeout: STORY_MS }, async () => {
    await page.reload();
    await settled();
    const card = page.getByRole("region", { name: "Выпуск сертификата" });
    await looksGood("ready for issue");
    await keyMade(card);
    await looksGood("consent");
    const issue = card.getByRole("button", { name: "Выпустить и установить" });
    assert.ok(await issue.isDisabled(), "nothing is issued without consent");
    await card.getByText("С содержанием сертификата согласен").click();
    await card.getByLabel("Кодовая фраза").fill(PHRASE);
    // The page was opened anew, so the key is closed.
    await card.getByLabel("Пароль ключа").fill(KEY_PASSWORD);
    // The network goes between the certificate and the test signature: what was begun is gone on with.
    await context.route("**/installation", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
    await issue.click();
    await page.getByText("Ключ найден в этом браузере").waitFor({ timeout: KEY_MS });
    await context.unroute("**/installation");
    await looksGood("ready to install");
    await page.getByRole("button", { name: "Подписать и установить" }).click();
    await page.getByText("Всё готово: сертификатом можно подписывать").waitFor({ timeout: KEY_MS });
    await looksGood("installed");
    await open("/certificates/apply");
    await page.getByText("установлена").waitFor();
    await looksGood("applications");
  });
});

/** On the page for who cannot sign in, which is found from the look-up of the certificate. */
async function revokedByNobody(serial) {
  const nobody = await town.browser.newContext({ locale: "ru-RU" });
  const place = await nobody.newPage();
  const seen = new Watch(place, town.url);
  await place.goto(`${town.url}/certificates/find?key=${serial}`);
  await place.getByRole("link", { name: "Отозвать сертификат по кодовой фразе" }).click();
  await looks(place, "revocation by the phrase");
  for (const phrase of ["не та фраза, что была", PHRASE]) {
    await place.getByLabel("Кодовая фраза").fill(phrase);
    await place.getByRole("button", { name: "Отозвать" }).click();
    if (phrase === PHRASE) break;
    await place.getByRole("alert").getByText("По такому серийному номеру и фразе сертификата нет").waitFor();
    assert.equal(await place.getByLabel("Серийный номер").inputValue(), serial);
    await looks(place, "revocation by the phrase, refused");
  }
  await place.getByRole("heading", { name: "Сертификат отозван" }).waitFor();
  await looks(place, "revoked by the phrase");
  await place.getByRole("link", { name: "Посмотреть состояние" }).click();
  await place.getByText(/отозван \d/).waitFor();
  assert.deepEqual(seen.problems.filter((one) => !/status of 404/.test(one)), []);
  await nobody.close();
}

describe("the certificates", { timeout: STORY_MS }, () => {
  /** The certificate that came on the application. */
  let serial;

  it("stand in one place, with what they sign and where the key is", { timeout: STORY_MS }, async () => {
    await open("/certificates");
    const own = page.locator(".sv-card", { hasText: "Ключ есть в этом браузере" });
    await own.waitFor();
    serial = (await own.getAttribute("data-tid")).replace("certificate-", "");
    assert.equal(await own.getByLabel("Где ключ").inputValue(), "browser");
    await own.getByText("по соглашению сторон").first().waitFor();
    await looksGood("certificates");
  });

  it("are suspended and resumed", { timeout: STORY_MS }, async () => {
    const card = page.locator(`[data-tid=certificate-${serial}]`);
    for (const [act, state] of [["Приостановить", "приостановлен"], ["Возобновить", "действует"]]) {
      await card.getByRole("button", { name: /Ещё действия/ }).click();
      await page.getByRole("menuitem", { name: act }).click();
      await page.getByRole("dialog").getByRole("button", { name: act }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await card.getByText(state, { exact: true }).waitFor();
    }
  });

  it("are renewed with the key in force", { timeout: STORY_MS }, async () => {
    await page.locator(`[data-tid=certificate-${serial}]`).getByRole("link", { name: "Продлить" }).click();
    await settled();
    const card = page.locator(".sv-card", { hasText: "Придумайте пароль ключа" }).or(page.locator(".sv-card", { hasText: "Файл с копией ключа" })).or(page.locator(".sv-card", { hasText: "копия проверена" }));
    await keyMade(card);
    await looksGood("renewal");
    await card.getByLabel("Пароль нового ключа").fill(KEY_PASSWORD);
    await card.getByRole("button", { name: "Подписать действующим ключом" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Ключ в этом браузере" }).click();
    await dialog.getByLabel("Пароль ключа").fill(KEY_PASSWORD, { timeout: KEY_MS });
    await dialog.getByRole("button", { name: "Открыть ключ" }).click();
    await dialog.getByText("Сертификат действует до").waitFor({ timeout: KEY_MS });
    await dialog.getByRole("button", { name: "Подписать и продлить" }).click();
    await page.getByText("Сертификат продлён").waitFor({ timeout: KEY_MS });
    await page.waitForURL(/\/certificates$/);
    await settled();
    assert.equal(await page.locator(".sv-card", { hasText: "Ключ есть в этом браузере" }).count(), 2);
  });

  it("are replaced by an application to which nothing but the statement is given", { timeout: STORY_MS }, async () => {
    const card = page.locator(`[data-tid=certificate-${serial}]`);
    await card.getByRole("button", { name: /Ещё действия/ }).click();
    await page.getByRole("menuitem", { name: "Заменить" }).click();
    await looksGood("the question before a replacement");
    await page.getByRole("dialog").getByRole("button", { name: "Заменить" }).click();
    await page.waitForURL(/\/certificates\/applications\//);
    await settled();
    assert.notEqual(page.url().split("/").pop(), applicationId);
    await looksGood("a replacement");
    await scan("statement_scan").getByText("не заполнено").waitFor();
    for (const item of ["passport_scan", "snils_scan"]) assert.equal(await scan(item).count(), 0, "the identity that was proven stands");
    await page.getByRole("button", { name: "Подписать ключом" }).click();
    await townKey();
    await page.getByRole("dialog").getByRole("button", { name: "Подписать заявление" }).click();
    await page.getByRole("heading", { name: "Заявление подписано" }).waitFor();
    await page.getByRole("button", { name: "Отправить на проверку" }).waitFor();
    await open("/certificates");
  });

  it("are revoked by the phrase, and then lie out of the way", { timeout: STORY_MS }, async () => {
    const card = page.locator(`[data-tid=certificate-${serial}]`);
    await card.getByRole("button", { name: /Ещё действия/ }).click();
    await page.getByRole("menuitem", { name: "Отозвать" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("кодовой фразой").click();
    await dialog.getByLabel("Кодовая фраза").fill("не та фраза, что была");
    await dialog.getByRole("button", { name: "Отозвать" }).click();
    await dialog.getByText("По такому серийному номеру и фразе сертификата нет").waitFor();
    await looksGood("revocation refused");
    // The phrase is there for who cannot sign in: the page of the server takes it of somebody with no cookie at all.
    await revokedByNobody(serial);
    await page.reload();
    await settled();
    await page.getByText("Недействующие: 1 сертификат").click();
    await card.getByText("отозван", { exact: true }).waitFor();
    await looksGood("a dead certificate");
  });

  it("come from another authority by a request that OpenSSL verifies, and go again", { timeout: STORY_MS }, async () => {
    await open("/certificates/request");
    const card = page.getByRole("region", { name: "Запрос на сертификат" });
    await keyMade(card);
    await looksGood("a request");
    await card.getByLabel("Пароль ключа").fill(KEY_PASSWORD);
    const saving = page.waitForEvent("download", { timeout: KEY_MS });
    await card.getByRole("button", { name: "Сохранить запрос" }).click();
    await (await saving).saveAs(join(folder, "request.p10"));
    const verified = openssl("req", "-engine", "gost", "-in", "request.p10", "-verify", "-noout", "-subject", "-nameopt", "utf8,sep_comma_plus");
    assert.ok(verified.status === 0 && /verify OK/.test(verified.told) && verified.told.includes("ООО «Ромашка»"), verified.told);
    const made = openssl("req", "-engine", "gost", "-x509", "-newkey", "gost2012_256", "-pkeyopt", "paramset:A", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "30", "-subj", "/CN=Another authority", "-md_gost12_256");
    assert.equal(made.status, 0, made.told);
    writeFileSync(join(folder, "leaf.cnf"), "basicConstraints=CA:FALSE\nkeyUsage=digitalSignature,nonRepudiation\n");
    const issued = openssl("x509", "-engine", "gost", "-req", "-in", "request.p10", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "20", "-out", "leaf.pem", "-extfile", "leaf.cnf", "-md_gost12_256");
    assert.equal(issued.status, 0, issued.told);
    const bring = page.getByRole("region", { name: "Принести сертификат" });
    await bring.getByLabel("Файл сертификата").setInputFiles(join(folder, "leaf.pem"));
    await bring.getByText("Ключ этого сертификата есть в этом браузере").waitFor({ timeout: KEY_MS });
    await looksGood("a certificate brought");
    await bring.getByRole("button", { name: "Подписать и добавить" }).click();
    await page.getByRole("heading", { name: "Сертификат добавлен" }).waitFor({ timeout: KEY_MS });
    await open("/certificates");
    const brought = page.locator(".sv-card", { hasText: "выдан не здесь" });
    await brought.getByText("Another authority").waitFor();
    await brought.getByRole("button", { name: /Ещё действия/ }).click();
    await page.getByRole("menuitem", { name: "Убрать из списка" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Убрать из списка" }).click();
    await brought.waitFor({ state: "detached" });
  });

  it("did nothing a page must not do", () => {
    // Refusals that the story asked for, and the network it took away, are told by the console as failed requests.
    assert.deepEqual(watch.problems.filter((one) => !/status of (404|422)|ERR_FAILED/.test(one)), []);
  });
});
