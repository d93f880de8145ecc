import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { makeOracle } from '../node/oracle.js';
import { groups as shared } from '../scenarios/index.js';
import { serve } from './server.js';
import { groups as own } from './scenarios.js';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const BIG_BYTES = 64 * 1024 * 1024;
/** Time of one scenario: the slowest starts OpenSSL a hundred times on a busy machine. */
const SCENARIO_MS_MAX = 180_000;

const complaints = [];
const elsewhere = [];
let oracle;
let server;
let browser;
let page;

before(async () => {
  assert.ok(existsSync(CHROMIUM), `${CHROMIUM} is missing: apt-get install -y chromium, or name another in CHROMIUM`);
  oracle = await makeOracle();
  server = await serve();
  // a profile of its own, thrown away at the end
  browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
  page = await browser.newPage();
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(`${error}`));
  page.on('request', (request) => /^(data|blob):/.test(request.url()) || request.url().startsWith(server.origin) || elsewhere.push(request.url()));
  await page.exposeFunction('oracleRun', async (command, files, outputs) => {
    const octets = Object.entries(files).map(([name, text]) => [name, Buffer.from(text, 'base64')]);
    const verdict = await oracle.run(command, Object.fromEntries(octets), outputs);
    const made = Object.entries(verdict.files).map(([name, content]) => [name, Buffer.from(content).toString('base64')]);
    return { ...verdict, files: Object.fromEntries(made) };
  });
  await page.exposeFunction('passkeys', await virtualCarrier());
  await page.goto(server.origin);
  await page.waitForFunction(() => document.title === 'ready');
  const big = Buffer.alloc(BIG_BYTES, 'Свиток ');
  writeFileSync(oracle.path('big'), big);
  await page.setInputFiles('#file', oracle.path('big'));
});

/** Puts another carrier of passkeys in the place of the one before; the person always agrees. */
async function virtualCarrier() {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  let before;
  return async ({ hasPrf }) => {
    if (before) await session.send('WebAuthn.removeVirtualAuthenticator', before);
    const agreeing = { hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
    const options = { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasPrf, ...agreeing };
    before = await session.send('WebAuthn.addVirtualAuthenticator', { options });
  };
}

after(async () => {
  await browser?.close();
  await server?.close();
  oracle?.close();
});

for (const [group, scenarios] of Object.entries({ ...shared, ...own })) {
  describe(`in Chromium's worker: ${group}`, () => {
    for (const name of Object.keys(scenarios)) {
      test(name, { timeout: SCENARIO_MS_MAX }, async (t) => {
        const { failed, told } = await page.evaluate(([a, b]) => globalThis.runScenario(a, b), [group, name]);
        assert.equal(failed, undefined);
        if (told) t.diagnostic(told);
      });
    }
  });
}

test('nothing was complained of, and no other host was asked', () => {
  assert.deepEqual(complaints, []);
  assert.deepEqual(elsewhere, []);
});
