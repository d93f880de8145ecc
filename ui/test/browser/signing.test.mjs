/** Every way to sign in Chromium against the real server; vendors' programs are imitations put in as an extension puts them. */
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openTown, violations, Watch } from "./town.mjs";
import { carrierOf, plugIn } from "./vendors.mjs";

/** One step of a person on a busy machine. */
const STEP_MS = 20_000;
/** One story. */
const STORY_MS = 300_000;
/** Documents signed at once; a measurement asks for a thousand. */
const MANY = Number(process.env.SVITOK_MANY ?? 120);
/** A thousand must be signed within this on a quiet machine. */
const PER_DOCUMENT_MS = 15;

let town;
let carrier;
before(async () => {
  town = await openTown();
  carrier = await carrierOf(town, "romashka");
});
after(() => town?.close());

async function signedIn(name, { width = 1280, dark = false, isPlugged = false, isAtOnce = true } = {}) {
  const context = await town.browser.newContext({
    viewport: { width, height: 900 }, colorScheme: dark ? "dark" : "light", locale: "ru-RU", serviceWorkers: "allow",
  });
  context.setDefaultTimeout(STEP_MS);
  if (isPlugged) await plugIn(context, carrier, { isAtOnce });
  const page = await context.newPage();
  const watch = new Watch(page, town.url);
  const { login, password } = town.person(name);
  await page.goto(`${town.url}/sign-in?back=/incoming`);
  await page.fill("input[name=login]", login);
  await page.fill("input[name=password]", password);
  await page.locator("form", { has: page.locator("input[name=password]") }).getByRole("button").first().click();
  await page.waitForURL(/\/incoming/);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return { context, page, watch };
}

const text = (name, content) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) });

/** Files for Василёк, up to the dialog. */
async function toSign(page, files) {
  await page.goto(`${town.url}/create/file`);
  await page.locator("input[type=file]").setInputFiles(files);
  await page.getByLabel("Получатель").selectOption({ label: "ООО «Василёк» · 9800000020" });
  await page.getByRole("button", { name: "Подписать и отправить" }).click();
  return page.getByRole("dialog");
}

async function arrived(page, name) {
  await page.waitForURL(/\/outgoing/);
  await page.getByRole("link", { name }).waitFor();
}

describe("a vendor's program", () => {
  it("CryptoPro's signs by the digest; what the signature is worth is said before", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await signedIn("Ромашка", { isPlugged: true });
    const dialog = await toSign(page, [text("КриптоПро.txt", "Да")]);
    await dialog.getByRole("button", { name: "КриптоПро" }).click();
    await dialog.getByText("на настоящей не испытан").waitFor();
    await dialog.getByRole("radio").first().waitFor();
    assert.deepEqual(await violations(page), []);
    await dialog.getByRole("button", { name: "Выбрать ключ" }).click();
    await dialog.getByText("Подпись будет неквалифицированная").waitFor();
    await dialog.getByText("Любой документ").or(dialog.getByText("достаточно")).first().waitFor();
    await dialog.getByRole("button", { name: "Подписать и отправить" }).click();
    await arrived(page, "КриптоПро.txt");
    assert.deepEqual(watch.problems, []);
    await context.close();
  });

  it("Rutoken's asks for its PIN, says that it is wrong, and is asked again", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await signedIn("Ромашка", { isPlugged: true, width: 390, dark: true });
    const dialog = await toSign(page, [text("Рутокен 1.txt", "1"), text("Рутокен 2.txt", "2")]);
    await dialog.getByRole("button", { name: "Рутокен" }).click();
    await dialog.getByLabel("ПИН-код").fill("000000");
    assert.deepEqual(await violations(page), []);
    await dialog.getByRole("button", { name: "Выбрать ключ" }).click();
    await dialog.getByRole("button", { name: "Подписать и отправить" }).click();
    await dialog.getByText("ПИН-код не подошёл").first().waitFor();
    await dialog.getByRole("button", { name: "Закрыть", exact: true }).last().click();
    await page.getByRole("button", { name: "Подписать и отправить" }).click();
    await dialog.getByLabel("ПИН-код").fill("12345678");
    await dialog.getByRole("button", { name: "Выбрать ключ" }).click();
    await dialog.getByRole("button", { name: "Подписать и отправить" }).click();
    await arrived(page, "Рутокен 2.txt");
    assert.deepEqual(watch.problems, []);
    await context.close();
  });

  it("is told when it is not there; the administrator's script brings it", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await signedIn("Ромашка", { isPlugged: true, isAtOnce: false });
    let dialog = await toSign(page, [text("Скрипт.txt", "Да")]);
    await dialog.getByRole("button", { name: "КриптоПро" }).click();
    await dialog.getByText("Программа для подписи не найдена").waitFor();
    const folder = join(town.data, "plugins");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "crypto-pro.js"), "putVendors();");
    await dialog.getByRole("button", { name: "Повторить" }).click();
    await dialog.getByRole("radio").first().waitFor();
    assert.deepEqual(watch.problems, []);
    rmSync(folder, { recursive: true });
    await context.close();
  });
});

describe("a signature made elsewhere", () => {
  it("one file goes out as it is; another's signature is refused with the reason", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await signedIn("Ромашка");
    const dialog = await toSign(page, [text("Готовая.txt", "Точные байты")]);
    await dialog.getByRole("button", { name: "Готовая подпись" }).click();
    assert.deepEqual(await violations(page), []);
    const saving = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Скачать файлы для подписи" }).click();
    assert.equal((await saving).suggestedFilename(), "Готовая.txt");
    const give = async (name, content) => dialog.getByLabel("Файлы подписей").setInputFiles([{ name, mimeType: "application/pkcs7-signature", buffer: await carrier.signs(Buffer.from(content)) }]);
    await give("чужая.sig", "Другие байты");
    await dialog.getByText("Подписан другой документ").waitFor();
    await give("верная.sig", "Точные байты");
    await dialog.getByText("Подпись будет неквалифицированная").waitFor();
    await dialog.getByRole("button", { name: "Подписать и отправить" }).click();
    await arrived(page, "Готовая.txt");
    assert.deepEqual(watch.problems, []);
    await context.close();
  });

  it("many files go out as an archive, and signatures find them by what they sign", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await signedIn("Ромашка");
    const contents = ["Первый", "Второй", "Третий"];
    const dialog = await toSign(page, contents.map((content, index) => text(`Пачка ${index + 1}.txt`, content)));
    await dialog.getByRole("button", { name: "Готовая подпись" }).click();
    const saving = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Скачать файлы для подписи" }).click();
    assert.equal((await saving).suggestedFilename(), "На подпись.zip");
    const signature = async (content, index) => ({ name: `${index}.sig`, mimeType: "application/octet-stream", buffer: await carrier.signs(Buffer.from(content)) });
    const field = dialog.getByLabel("Файлы подписей");
    await field.setInputFiles([await signature("Третий", 9)]);
    await dialog.getByText("Подошло подписей: 1 из 3").waitFor();
    await field.setInputFiles([await signature("Второй", 1), await signature("Первый", 5)]);
    await dialog.getByText("Сертификат действует до").waitFor();
    await dialog.getByRole("button", { name: "Подписать и отправить" }).click();
    await arrived(page, "Пачка 3.txt");
    assert.deepEqual(watch.problems, []);
    await context.close();
  });
});

describe("many documents", () => {
  it(`${MANY} are signed and sent, then answered from the list`, { timeout: STORY_MS * 4 }, async (story) => {
    const seller = await signedIn("Ромашка");
    const files = Array.from({ length: MANY }, (_, index) => text(`Много ${index + 1}.txt`, `Документ ${index + 1}`));
    const sent = await timed(seller.page, await toSign(seller.page, files), "romashka", () => seller.page.waitForURL(/\/outgoing/, { timeout: STORY_MS }));
    story.diagnostic(`sent: ${MANY} documents in ${sent} ms, ${(sent / MANY).toFixed(1)} ms each; ${PER_DOCUMENT_MS} are wanted`);
    // Who is faster than a caller may be is told to wait, and waits.
    const unasked = ({ problems }) => problems.filter((one) => !/status of 429/.test(one));
    assert.deepEqual(unasked(seller.watch), []);
    await seller.context.close();

    const buyer = await signedIn("Василёк");
    const { page } = buyer;
    await page.goto(`${town.url}/incoming?turn=mine&kinds=nonformalized`);
    const more = page.getByRole("button", { name: "Показать ещё" });
    const rows = page.locator("tbody tr");
    await rows.first().waitFor();
    while ((await rows.count()) < MANY && (await more.isVisible())) {
      const shown = await rows.count();
      await more.click();
      await page.waitForFunction((before) => document.querySelectorAll("tbody tr").length > before, shown);
    }
    await page.getByLabel("Отметить все").check();
    // One dialog takes a thousand.
    for (let extra = (await rows.count()) - MANY; extra > 0; extra -= 1) await rows.nth(extra - 1).getByRole("checkbox").uncheck();
    await page.getByRole("button", { name: "Подписать", exact: true }).click();
    // Looked for among the toasts: a text sought in a thousand rows, frame after frame, takes more of the page than the signing.
    const answered = await timed(page, page.getByRole("dialog"), "vasilek", () => page.locator(".g-toast", { hasText: "Подписан" }).waitFor({ timeout: STORY_MS }));
    story.diagnostic(`answered: ${MANY} documents in ${answered} ms, ${(answered / MANY).toFixed(1)} ms each; ${PER_DOCUMENT_MS} are wanted`);
    const kept = await page.evaluate(async () => (await (await caches.open("svitok-read")).keys()).filter(({ url }) => url.endsWith("/content")).length);
    assert.equal(kept, 0, "what was fetched to be signed pushes nothing out of what was read");
    assert.deepEqual(unasked(buyer.watch), []);
    await buyer.context.close();
  });
});

/** Opens the key in the dialog and signs; milliseconds from the click to the end. */
async function timed(page, dialog, word, end) {
  await dialog.getByRole("button", { name: "Файл с ключом" }).click();
  await dialog.locator("input[type=file]").setInputFiles([town.file(`${word}.key.pem`), town.file(`${word}.cert.pem`)]);
  await dialog.getByRole("button", { name: "Открыть ключ" }).click();
  await dialog.getByText("Сертификат действует до").waitFor();
  const begun = Date.now();
  await dialog.getByRole("button", { name: "Подписать и отправить" }).click();
  await end();
  return Date.now() - begun;
}

describe("the policy of pages", () => {
  it("starts no script that is none of this site's", { timeout: STORY_MS }, async () => {
    const { context, page } = await signedIn("Ромашка");
    const policy = (await page.request.get(`${town.url}/incoming`, { headers: { accept: "text/html" } })).headers()["content-security-policy"];
    assert.match(policy, /require-trusted-types-for 'script'; trusted-types svitok default/);
    const refused = await page.evaluate(() => {
      const tried = {
        worker: () => new Worker("/assets/other.js"),
        script: () => { document.createElement("script").src = "/assets/other.js"; },
        html: () => { document.createElement("div").innerHTML = "<b>text</b>"; },
        policy: () => globalThis.trustedTypes.createPolicy("evil", { createHTML: (given) => given }),
      };
      return Object.entries(tried).filter(([, act]) => { try { act(); return false; } catch (error) { return error instanceof TypeError; } }).map(([name]) => name);
    });
    assert.deepEqual(refused, ["worker", "script", "html", "policy"]);
    await context.close();
  });
});
