/** The operators' desk in Chromium: places, queue, claim, verdicts beside scans, the second pair of eyes, a race. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Instance } from "../../signer/js/instance.js";
import { moduleBytes } from "../../signer/tests/module.js";
import { page as pageScan } from "./scan.mjs";
import { applied } from "./steps.mjs";
import { apiOf, openTown, settled, signedIn as signedInTo, violations } from "./town.mjs";

/** A job is done and its notice written within this on a busy machine. */
const JOB_MS = 20_000;
/** One story. */
const STORY_MS = 300_000;
const DESK = "/api/v1/certification/desk";

let town;
before(async () => { town = await openTown({ administrator: "Ромашка" }); });
after(() => town?.close());

const signedIn = (name, look) => signedInTo(town, name, { ...look, back: "/desk" });

/** The holder's bell tells of the certificate. */
async function told(ask, serial) {
  for (const end = Date.now() + JOB_MS; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const { items } = await ask("GET", "/api/v1/account/notices");
    if (items.some((notice) => notice.kind === "certificate-revoked" && notice.text.includes(serial))) return;
  }
  assert.fail("the holder is not told");
}

/** A fresh key's request, made by the module that makes them in the browser. */
async function request() {
  const instance = new Instance(await WebAssembly.instantiate(await WebAssembly.compile(moduleBytes())), 1);
  const chance = () => crypto.getRandomValues(new Uint8Array(64));
  const { key } = instance.call("signer_key_make", { set: "XA" }, [chance()]).json;
  const asked = { key, subject: [{ name: "cn", value: "Ромашкин" }], usages: ["digitalSignature", "nonRepudiation"] };
  return Buffer.from(instance.call("signer_request_make", asked, [chance()]).parts[0]).toString("base64");
}

/** Accepts by keys what nobody has judged. */
async function acceptAll(page) {
  while (await page.locator(".sv-item[data-state=unseen]").count() > 0) {
    const at = await page.locator(".sv-item_at").getAttribute("data-item");
    await page.keyboard.press("a");
    await page.waitForFunction((before) => document.querySelector(".sv-item_at").dataset.item !== before
      || document.querySelectorAll(".sv-item[data-state=unseen]").length === 0, at);
  }
}

const looks = [["light", {}], ["dark", { dark: true }], ["390 px", { width: 390 }], ["390 px dark, English", { width: 390, dark: true, language: "en-GB" }]];

describe("the desk", { concurrency: false }, () => {
  it("is given by the administrator, by login", { timeout: STORY_MS }, async () => {
    const { context, page, watch } = await signedIn("Ромашка");
    await page.getByText("Места за столом у вас нет").waitFor();
    await page.getByRole("link", { name: "Места за столом" }).click();
    await page.getByText("За столом никого").waitFor();
    await page.getByRole("button", { name: "Добавить человека" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Адрес почты, с которым он входит").fill("nobody@romashka.example");
    await dialog.getByRole("button", { name: "Дать место" }).click();
    await dialog.getByText("С этим адресом здесь никто не входит").waitFor();
    assert.equal(await dialog.getByLabel("Адрес почты, с которым он входит").inputValue(), "nobody@romashka.example", "what was typed is kept");
    for (const name of ["Василёк", "Ландыш"]) {
      if (!(await dialog.isVisible())) await page.getByRole("button", { name: "Добавить человека" }).click();
      await dialog.getByLabel("Адрес почты, с которым он входит").fill(town.person(name).login);
      await dialog.getByRole("button", { name: "Дать место" }).click();
      await dialog.waitFor({ state: "detached" });
    }
    await page.getByRole("cell", { name: "Оператор" }).nth(1).waitFor();
    await page.waitForFunction(() => document.querySelectorAll(".g-toast").length === 0);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(watch.problems.filter((problem) => !problem.includes("422")), []);
    await context.close();
  });

  it("has no place in the menu of who does not sit at it", { timeout: STORY_MS }, async () => {
    const { context, page } = await signedIn("Теплица");
    await page.getByText("Места за столом у вас нет").waitFor();
    assert.equal(await page.getByRole("navigation").getByRole("link", { name: "Стол оператора" }).count(), 0);
    await context.close();
  });

  it("checks by two pairs of eyes what was sent back once, and the certificate is issued", { timeout: STORY_MS }, async () => {
    const application = await applied(town, "Ромашка");
    const first = await signedIn("Василёк");
    await first.page.getByText(/Остал(ся|ось) \d+ д/).waitFor();
    await first.page.getByRole("button", { name: "Взять в работу" }).click();
    await first.page.waitForURL(new RegExp(`/desk/${application.id}`));
    await first.page.getByText("Заявка у вас до").waitFor();
    // By keys: everything is good but the scan of СНИЛС.
    await first.page.getByRole("button", { name: "Не принять: Скан СНИЛС" }).click();
    await first.page.getByLabel("документ виден не целиком").check();
    await first.page.getByLabel("Своими словами").fill("Справа обрезано.");
    await first.page.getByRole("dialog").getByRole("button", { name: "Не принять" }).click();
    await first.page.getByText("Справа обрезано.").waitFor();
    await acceptAll(first.page);
    assert.deepEqual(await violations(first.page), []);
    await first.page.getByRole("button", { name: "Вернуть заявителю" }).click();
    await first.page.getByRole("dialog").getByText("Скан СНИЛС").waitFor();
    await first.page.getByRole("dialog").getByRole("button", { name: "Вернуть заявителю" }).click();
    await first.page.waitForURL(/\/desk$/);
    const returned = await application.ask("GET", application.at);
    assert.equal(returned.stage, "rejected");
    assert.deepEqual(returned.items.filter((item) => item.state === "refused").map((item) => [item.item, item.reason, item.comment]), [["snils_scan", "cropped", "Справа обрезано."]]);

    await application.ask("PUT", `${application.at}/scans/snils_scan`, { octets: pageScan("again") });
    await application.ask("POST", `${application.at}/submission`);
    await first.page.reload();
    await settled(first.page);
    await first.page.getByRole("button", { name: "Взять в работу" }).click();
    await first.page.getByText("Заявка у вас до").waitFor();
    await acceptAll(first.page);
    await first.page.keyboard.press("Control+Enter");
    await first.page.getByRole("dialog").getByText("посмотрит второй оператор").waitFor();
    await first.page.getByRole("dialog").getByRole("button", { name: "Одобрить" }).click();
    await first.page.waitForURL(/\/desk$/);
    await first.page.goto(`${town.url}/desk/${application.id}`);
    await first.page.getByText("Вы уже одобрили эту заявку").waitFor();
    assert.equal(await first.page.getByRole("button", { name: "Взять в работу" }).count(), 0, "nobody looks twice");

    const second = await signedIn("Ландыш");
    await second.page.getByRole("button", { name: "Ждут второго взгляда" }).click();
    await second.page.getByRole("button", { name: "Взять в работу" }).click();
    await second.page.getByText("Первым заявку одобрил другой оператор").waitFor();
    await second.page.getByRole("button", { name: "Одобрить" }).click();
    await second.page.getByRole("dialog").getByRole("button", { name: "Одобрить" }).click();
    await second.page.waitForURL(/\/desk/);
    const issued = await application.ask("POST", `${application.at}/certificate`, { body: { request: await request(), consent: true }, key: crypto.randomUUID() });
    assert.equal((await application.ask("GET", application.at)).stage, "ready_to_install");

    // On the holder's word an operator stops it.
    await second.page.getByRole("button", { name: "Отозвать сертификат" }).click();
    const dialog = second.page.getByRole("dialog");
    await dialog.getByLabel("Серийный номер").fill(issued.serial.replace(/(..)/g, "$1 "));
    await dialog.getByRole("button", { name: "Найти" }).click();
    await dialog.getByText("Ромашка").waitFor();
    await dialog.getByRole("button", { name: "Отозвать навсегда" }).click();
    await dialog.waitFor({ state: "detached" });
    assert.equal((await application.ask("GET", application.at)).stage, "revoked");
    await told(application.ask, issued.serial);
    assert.deepEqual([...first.watch.problems, ...second.watch.problems], []);
    await first.context.close();
    await second.context.close();
  });

  it("tells the slower of two operators who was first", { timeout: STORY_MS }, async () => {
    const application = await applied(town, "Теплица");
    const slow = await signedIn("Василёк");
    await slow.page.getByRole("button", { name: "Взять в работу" }).waitFor();
    const fast = await apiOf(town, "Ландыш");
    await fast("POST", `${DESK}/applications/${application.id}/acts`, { body: { act: "claim" } });
    await slow.page.getByRole("button", { name: "Взять в работу" }).click();
    await slow.page.getByText("Раньше успел другой").waitFor();
    await slow.page.getByText(town.person("Ландыш").director.split(" ")[0]).first().waitFor();
    assert.equal(await slow.page.getByRole("button", { name: "Взять в работу" }).count(), 0, "the page shows it as it is");
    assert.deepEqual(slow.watch.problems.filter((problem) => !problem.includes("409")), []);
    await slow.context.close();
  });

  it("lets an office record whom it has seen, found by the number on paper, and decide nothing", { timeout: STORY_MS }, async () => {
    const administrator = await apiOf(town, "Ромашка");
    await administrator("PUT", `${DESK}/places/${town.person("Ромашка").user_id}/office`);
    const { items } = await administrator("GET", `${DESK}/applications`);
    const { context, page, watch } = await signedIn("Ромашка");
    await page.getByLabel("Номер заявки").fill("12");
    await page.getByRole("button", { name: "Открыть" }).first().click();
    await page.getByText("Такого номера не бывает").waitFor();
    await page.getByLabel("Номер заявки").fill(` ${items[0].application_id.toUpperCase()} `);
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`/desk/${items[0].application_id}`));
    await page.getByRole("button", { name: "Личность установлена при встрече" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Личность установлена при встрече" }).click();
    await page.getByText("подтверждена при встрече").first().waitFor();
    for (const name of ["Взять в работу", "Одобрить", "Вернуть заявителю", "Отозвать сертификат"]) {
      assert.equal(await page.getByRole("button", { name }).count(), 0, name);
    }
    assert.equal(await page.locator(".sv-item").getByRole("button", { name: "Принять" }).count(), 0);
    assert.deepEqual(watch.problems, []);
    await context.close();
  });

  for (const [name, look] of looks) {
    it(`${name}: no violation of axe, no error, no overflow`, { timeout: STORY_MS }, async () => {
      const { context, page, watch } = await signedIn("Ландыш", look);
      const waiting = await page.locator("a.sv-called").first().getAttribute("href");
      for (const place of ["/desk", waiting, "/desk/places"]) {
        await page.goto(town.url + place);
        await settled(page);
        assert.deepEqual(await violations(page), [], place);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= (look.width ?? 1280), `${place} is ${width} px wide`);
      }
      assert.deepEqual(watch.problems, []);
      await context.close();
    });
  }
});
