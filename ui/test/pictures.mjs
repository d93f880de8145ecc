/**
 * Pictures of the real screens on a seeded town, light and dark, into docs/pictures: `node test/pictures.mjs` in `ui`, with the
 * program built (dev/ui, cargo build -p svitok). What docs/screens.md shows.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { applied } from "./browser/steps.mjs";
import { apiOf, openTown, settled, signedIn } from "./browser/town.mjs";

const folder = new URL("../../docs/pictures/", import.meta.url);
const WIDTH = 1280;
/** Of WebP, in per cent: letters stay sharp. */
const QUALITY = 82;
/** What fades in has done so. */
const CALM_MS = 700;

mkdirSync(folder, { recursive: true });
const town = await openTown({ administrator: "Василёк" });
const host = await apiOf(town, "Василёк");
for (const name of ["Василёк", "Ландыш"]) await host("PUT", `/api/v1/certification/desk/places/${town.person(name).user_id}/operator`);
const application = await applied(town, "Ромашка");
const handed = application.at.split("/").pop();

async function shot(page, name) {
  await page.waitForTimeout(CALM_MS);
  const cdp = await page.context().newCDPSession(page);
  const { data } = await cdp.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
  writeFileSync(new URL(`${name}.webp`, folder), Buffer.from(data, "base64"));
  await cdp.detach();
}

async function open(page, place) {
  await page.goto(town.url + place);
  await settled(page);
}

/** The screens of one look. */
async function all(look, dark) {
  const stranger = await town.browser.newContext({ viewport: { width: WIDTH, height: 860 }, colorScheme: dark ? "dark" : "light", locale: "ru-RU" });
  const door = await stranger.newPage();
  await door.goto(`${town.url}/sign-in?way=certificate`);
  await shot(door, `sign-in-${look}`);
  await stranger.close();

  const seller = await signedIn(town, "Ромашка", { dark });
  for (const [name, place] of [
    ["incoming", "/incoming"], ["utd", "/create/utd"], ["certificates", "/certificates"], ["application", `/certificates/applications/${handed}`],
    ["forms", "/forms"], ["form", "/forms/NO_USN_1_030_00_05_09_01"], ["people", "/people"], ["security", "/settings/security"],
    ["diagnostics", "/diagnostics"],
  ]) {
    await open(seller.page, place);
    if (name === "utd") {
      await seller.page.getByLabel("Номер", { exact: false }).first().fill("52");
      await seller.page.getByLabel("Получатель").selectOption({ label: "ООО «Василёк» · 9800000020" });
      await seller.page.getByLabel("Наименование, 1").fill("Луковица тюльпана «Аврора»");
      await seller.page.getByLabel("Количество, 1").fill("1 000");
      await seller.page.getByLabel("Цена, 1").fill("12,35");
    }
    await shot(seller.page, `${name}-${look}`);
  }
  await open(seller.page, "/incoming");
  await seller.page.locator("a.sv-called").first().click();
  await settled(seller.page);
  await shot(seller.page, `document-${look}`);
  await seller.context.close();

  const buyer = await signedIn(town, "Василёк", { dark, back: "/incoming?turn=mine" });
  await buyer.page.locator("a.sv-called").first().click();
  await settled(buyer.page);
  await buyer.page.getByRole("button", { name: "Подписать", exact: true }).first().click();
  await buyer.page.getByRole("dialog").waitFor();
  await shot(buyer.page, `signing-${look}`);
  await open(buyer.page, `/desk/${application.id}`);
  await shot(buyer.page, `desk-${look}`);
  await buyer.context.close();

  const phone = await signedIn(town, "Ромашка", { dark, width: 390 });
  await shot(phone.page, `phone-${look}`);
  await phone.context.close();
}

try {
  for (const [look, dark] of [["light", false], ["dark", true]]) await all(look, dark);
} finally {
  await town.close();
}
