/** A seeded town, served by the real program with the client in it, and a browser that looks at it. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../../../", import.meta.url));
/** The program whose town it is. */
export const program = process.env.SVITOK_PROGRAM ?? join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug/svitok");
const browser = process.env.SVITOK_CHROMIUM ?? "/usr/bin/chromium";
/** A debug build on a busy machine begins to answer within this. */
const BEGIN_MS = 30_000;

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(url, server) {
  for (const end = Date.now() + BEGIN_MS; Date.now() < end;) {
    if (server.exitCode !== null) throw new Error(`svitok serve ended with ${server.exitCode}`);
    if (await fetch(url).then(() => true, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("svitok serve does not answer");
}

/**
 * Seeds, serves, opens the browser. `close` ends all of it. The director of `administrator` administers the host; passkeys need a
 * `host` with a name; `settings` are `SVITOK_…` of the program.
 */
export async function openTown({ administrator, host = "127.0.0.1", settings = {} } = {}) {
  for (const [what, path] of [["the program (cargo build -p svitok, after dev/ui)", program], ["Chromium (apt-get install chromium)", browser]]) {
    if (!existsSync(path)) throw new Error(`not there: ${what}, looked for at ${path}`);
  }
  const folder = mkdtempSync(join(tmpdir(), "svitok-ui-"));
  const data = join(folder, "data");
  const port = await freePort();
  const url = `http://${host}:${port}`;
  const seeded = spawnSync(program, ["seed", "--data", data, "--public-url", url], { encoding: "utf8" });
  if (seeded.status !== 0) throw new Error(`svitok seed: ${seeded.stderr}`);
  const town = join(data, "town");
  const { people } = JSON.parse(readFileSync(join(town, "people.json"), "utf8"));
  const named = people.filter((one) => administrator && one.organization.includes(administrator)).map((one) => one.user_id);
  const env = { ...process.env, SVITOK_EXTERN: "off", ...settings, ...(named.length > 0 ? { SVITOK_ADMINISTRATORS: named.join(",") } : {}) };
  const server = spawn(program, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`, "--diadoc", "off", "--public-url", url], { stdio: "ignore", env });
  await answers(url, server);
  const opened = await chromium.launch({ executablePath: browser, args: FLAGS });
  return {
    url,
    data,
    /** For what stories save; gone with the town. */
    folder,
    file: (name) => join(town, name),
    person: (name) => people.find((one) => one.organization.includes(name)),
    browser: opened,
    async close() {
      await opened.close();
      server.kill("SIGTERM");
      await new Promise((resolve) => server.once("exit", resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks the API as a person: `ask("GET", path)`, `ask("PUT", path, { octets })`, `ask("POST", path, { body, key })`. */
export async function apiOf(town, name) {
  const { login, password } = town.person(name);
  const send = async (method, path, { body, octets, key, token } = {}) => {
    const answer = await fetch(town.url + path, {
      method,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(key ? { "Idempotency-Key": key } : {}),
        ...(body ? { "Content-Type": "application/json" } : octets ? { "Content-Type": "application/octet-stream" } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : octets ? { body: octets } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text.startsWith("{") ? JSON.parse(text) : text;
  };
  const { token } = await send("POST", "/api/v1/account/sign-ins", { body: { login, password } });
  return (method, path, given = {}) => send(method, path, { ...given, token });
}

/** What a page must never do: say errors, ask another host, be wider than its window. */
export class Watch {
  problems = [];

  constructor(page, url) {
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.problems.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.problems.push(`error: ${error.message}`));
    page.on("request", (request) => {
      const to = request.url();
      if (!to.startsWith(url) && !to.startsWith("data:") && !to.startsWith("blob:")) this.problems.push(`another host: ${to}`);
    });
  }
}

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** Violations that axe finds, in words. */
export async function violations(page) {
  // What is still fading in has no colour yet; what turns for ever is not waited for.
  await page.evaluate(() => Promise.all(document.getAnimations()
    .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
    .map((one) => one.finished.catch(() => undefined))));
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run());
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

/** One step of a person on a busy machine. */
const STEP_MS = 20_000;

/** A person signed in by the page of the server, who goes on where `back` says. What a service worker asks for no story can change: one that does blocks them. */
export async function signedIn(town, name, { width = 1280, dark = false, language = "ru-RU", back = "/incoming", serviceWorkers = "allow" } = {}) {
  const context = await town.browser.newContext({
    viewport: { width, height: 900 }, colorScheme: dark ? "dark" : "light", locale: language, serviceWorkers,
  });
  context.setDefaultTimeout(STEP_MS);
  const page = await context.newPage();
  const watch = new Watch(page, town.url);
  const { login, password } = town.person(name);
  await page.goto(`${town.url}/sign-in?back=${back}`);
  await page.fill("input[name=login]", login);
  await page.fill("input[name=password]", password);
  await page.locator("form", { has: page.locator("input[name=password]") }).getByRole("button").first().click();
  await page.waitForURL(town.url + back);
  await settled(page);
  return { context, page, watch };
}

/** Nothing is awaited any more. The feed of news stays open, so the network is never idle. */
export async function settled(page) {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll(".sv-skeleton").length === 0);
}

/** Opens an address and waits until it is there. */
export async function opened(page, url) {
  await page.goto(url);
  await settled(page);
}
