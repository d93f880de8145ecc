/** People of an organization: who is let in, what they may do and for how long, what they ask of each other, what was written to them. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { opened, openTown, settled, signedIn, violations } from "./town.mjs";

/** One story. */
const STORY_MS = 240_000;
const ROMASHKA = { inn: "9800000013", kpp: "980001001" };

let town;
before(async () => { town = await openTown({ administrator: "Ромашка" }); });
after(() => town?.close());

const open = (page, place) => opened(page, town.url + place);
const dialog = (page) => page.getByRole("dialog");
const apply = (page, name) => dialog(page).getByRole("button", { name, exact: true }).click();
const row = (page, words) => page.locator("tbody tr", { hasText: words });

/** Ends a person's part: nothing of it was an error. */
async function leaves({ context, watch }) {
  assert.deepEqual(watch.problems, []);
  await context.close();
}

/** Chooses another of one's organizations. */
async function goesTo(page, organization) {
  await page.getByRole("button", { name: /сменить/ }).click();
  await page.getByRole("menuitem", { name: organization }).click();
  await settled(page);
}

describe("people", () => {
  it("a person asks by ИНН, an administrator lets them in with a role, and the bell tells both", { timeout: STORY_MS }, async () => {
    const buyer = await signedIn(town, "Василёк");
    const seller = await signedIn(town, "Ромашка");
    await open(buyer.page, "/join");
    await buyer.page.getByRole("button", { name: "Попросить доступ" }).click();
    await buyer.page.getByLabel("ИНН").fill(ROMASHKA.inn);
    await buyer.page.getByLabel("КПП").fill(ROMASHKA.kpp);
    await buyer.page.getByLabel("Кто вы").fill("Веду первичные документы");
    assert.deepEqual(await violations(buyer.page), []);
    await apply(buyer.page, "Отправить запрос");
    await row(buyer.page, ROMASHKA.inn).getByText("ждёт решения").waitFor();

    await seller.page.getByRole("button", { name: /Что вас ждёт: [1-9]/ }).click();
    await dialog(seller.page).getByRole("button", { name: /просит доступ/ }).click();
    await seller.page.waitForURL(/\/people\/requests/);
    await row(seller.page, "Веду первичные документы").getByRole("button", { name: "Открыть доступ" }).click();
    await dialog(seller.page).getByText("Бухгалтер", { exact: false }).first().click();
    assert.deepEqual(await violations(seller.page), []);
    await apply(seller.page, "Открыть доступ");
    await row(seller.page, "Веду первичные документы").getByText("доступ открыт").waitFor();
    await open(buyer.page, "/join");
    await row(buyer.page, ROMASHKA.inn).getByText("доступ открыт").waitFor();
    await leaves(buyer);
    await leaves(seller);
  });

  it("departments are a tree, roles are made, and who can what is answered", { timeout: STORY_MS }, async () => {
    const { page, ...seller } = await signedIn(town, "Ромашка");
    await open(page, "/people/departments");
    await page.getByRole("button", { name: /^Добавить в/ }).first().click();
    await page.getByLabel("Название").fill("Продажи");
    await apply(page, "Добавить");
    await page.getByRole("button", { name: "Добавить в «Продажи»" }).click();
    await page.getByLabel("Название").fill("Опт");
    await apply(page, "Добавить");
    await page.getByRole("button", { name: "Действия с «Опт»" }).click();
    await page.getByRole("menuitem", { name: "В архив" }).click();
    await apply(page, "В архив");
    await page.getByRole("button", { name: "Добавить в «Опт»" }).waitFor({ state: "detached" });
    await page.getByText("Показать архивные").click();
    await page.getByRole("button", { name: "Вернуть из архива" }).click();
    await apply(page, "Вернуть из архива");
    await page.getByRole("button", { name: "Добавить в «Опт»" }).waitFor();

    await open(page, "/people/roles");
    await page.getByRole("button", { name: "Создать роль" }).click();
    await page.getByLabel("Название роли").fill("Подписант");
    await dialog(page).getByText("Подписывать от имени организации").click();
    await apply(page, "Создать роль");
    await row(page, "создана в организации").waitFor();

    await open(page, "/people/access");
    await page.getByLabel("Что делать").selectOption({ label: "Управлять организацией и сотрудниками" });
    await page.getByText("дано лично").first().waitFor();
    await settled(page);
    assert.equal(await page.locator("tbody tr").count(), 1, "only the founder administers");
    await page.getByLabel("Что делать").selectOption({ label: "что угодно" });
    await page.getByText("роль «Бухгалтер»").first().waitFor();
    await leaves(seller);
  });

  it("a delegation is given and ended, and says what was done", { timeout: STORY_MS }, async () => {
    const { page, ...seller } = await signedIn(town, "Ромашка");
    await open(page, "/people/delegations");
    await page.getByRole("button", { name: "Назначить замещение" }).click();
    await page.getByLabel("Кто замещает").selectOption({ index: 1 });
    await dialog(page).getByText("Подписывать от имени организации").click();
    await page.getByLabel("По какой день").fill(new Date(Date.now() + 86_400_000 * 7).toLocaleDateString("ru-RU"));
    await page.getByLabel("Причина").fill("Отпуск");
    await apply(page, "Назначить замещение");
    await row(page, "Отпуск").getByText("действует").waitFor();
    await row(page, "Отпуск").getByRole("button", { name: "Что сделано" }).click();
    await page.getByText("Ещё ничего не сделано").waitFor();
    await page.keyboard.press("Escape");
    await open(page, "/people/access");
    await page.getByText(/замещает: /).first().waitFor();
    await open(page, "/people/delegations");
    await row(page, "Отпуск").getByRole("button", { name: "Прекратить" }).click();
    await apply(page, "Прекратить");
    await row(page, "Отпуск").getByText("прекращено").waitFor();
    await leaves(seller);
  });

  it("a task about a document is given and done, and who gave it is told without asking", { timeout: STORY_MS }, async () => {
    const seller = await signedIn(town, "Ромашка");
    const { page } = seller;
    await page.locator("a.sv-called").first().click();
    await page.getByRole("button", { name: "Ещё", exact: true }).click();
    await page.getByRole("menuitem", { name: "Поручить коллеге" }).click();
    await page.getByLabel("Кому").selectOption({ index: 1 });
    assert.deepEqual(await violations(page), []);
    await apply(page, "Поручить");
    await dialog(page).waitFor({ state: "detached" });
    await open(page, "/tasks");
    await page.getByRole("button", { name: "От меня" }).click();
    await row(page, "Проверьте документ").getByText("ждёт").waitFor();

    const buyer = await signedIn(town, "Василёк");
    await goesTo(buyer.page, /Ромашка/);
    await open(buyer.page, "/tasks");
    await row(buyer.page, "Проверьте документ").getByRole("link", { name: "Открыть документ" }).waitFor();
    await row(buyer.page, "Проверьте документ").getByRole("button", { name: "Выполнено" }).click();
    await apply(buyer.page, "Выполнено");
    await row(buyer.page, "Проверьте документ").getByText("выполнено").waitFor();
    await row(page, "Проверьте документ").getByText("выполнено").waitFor();
    await page.getByRole("button", { name: /Что вас ждёт: [1-9]/ }).click();
    await dialog(page).getByText("Поручение выполнено").waitFor();
    await page.getByRole("button", { name: "Отметить всё прочитанным" }).click();
    await page.getByRole("button", { name: "Отметить всё прочитанным" }).waitFor({ state: "detached" });
    await leaves(buyer);
    await leaves(seller);
  });

  it("an invitation lies among the letters, and a program's key shows its secret once", { timeout: STORY_MS }, async () => {
    const { page, ...seller } = await signedIn(town, "Ромашка");
    await open(page, "/people/invitations");
    await page.getByRole("button", { name: "Пригласить" }).first().click();
    await page.getByLabel("Электронная почта").fill("buh@romashka.example");
    await apply(page, "Пригласить");
    await row(page, "buh@romashka.example").waitFor();
    await open(page, "/people/letters");
    await row(page, "buh@romashka.example").getByRole("button", { name: "Открыть" }).click();
    await dialog(page).getByText(/svi_/).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "СМС" }).click();
    await page.getByText("СМС нет").waitFor();
    await open(page, "/people/keys");
    await page.getByRole("button", { name: "Создать ключ" }).click();
    await page.getByLabel("Программа").fill("Учёт");
    await apply(page, "Создать ключ");
    await page.getByText("Секрет показан один раз").waitFor();
    await page.getByRole("button", { name: "Секрет сохранён" }).click();
    await row(page, "Учёт").getByText("действует").waitFor();
    await row(page, "Учёт").getByRole("button", { name: "Отозвать" }).click();
    await apply(page, "Отозвать");
    await row(page, "Учёт").getByText("отозван").waitFor();
    await leaves(seller);
  });

  it("two pages of one browser hold one connection for the same news", { timeout: STORY_MS }, async () => {
    const seller = await signedIn(town, "Ромашка");
    const other = await seller.context.newPage();
    await open(other, "/incoming");
    const locks = await other.evaluate(() => navigator.locks.query());
    const counted = (list) => list.filter((lock) => lock.name.startsWith("svitok /")).length;
    assert.equal(counted(locks.held), 2, "the box and the bell");
    assert.equal(counted(locks.pending), 2, "the other page waits for both");
    await leaves(seller);
  });
});

describe("screens of people", () => {
  const looks = [["light", {}], ["dark", { dark: true }], ["390 px", { width: 390 }], ["390 px dark, English", { width: 390, dark: true, language: "en-GB" }]];
  for (const [name, look] of looks) {
    it(`${name}: no violation of axe, no error, no overflow`, { timeout: STORY_MS }, async () => {
      const seller = await signedIn(town, "Ромашка", look);
      const tabs = ["", "/delegations", "/departments", "/roles", "/access", "/requests", "/invitations", "/keys", "/letters"];
      for (const place of [...tabs.map((tab) => `/people${tab}`), "/tasks", "/join", "/outbox"]) {
        await open(seller.page, place);
        assert.deepEqual(await violations(seller.page), [], place);
        const width = await seller.page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= (look.width ?? 1280), `${place} is ${width} px wide`);
      }
      await leaves(seller);
    });
  }
});
