/** OpenID Connect as a foreign library speaks it: `openid-client` against the real program, the person in Chromium. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { after, before, describe, it } from "node:test";
import * as oidc from "openid-client";
import { apiOf, freePort, opened, openTown, signedIn, violations } from "./town.mjs";

/** One story. */
const STORY_MS = 240_000;
const SCOPE = "openid profile extern.api";

let town, issuer, program, rules, back, returned, listening;
before(async () => {
  const port = await freePort();
  issuer = `http://127.0.0.1:${port}`;
  town = await openTown({ settings: { SVITOK_EXTERN: `127.0.0.1:${port}` } });
  // The program's own address: whoever is sent there is remembered.
  listening = createServer((request, answer) => {
    const came = new URL(request.url, back);
    // A browser asks for a picture of the site too.
    if (came.pathname === new URL(back).pathname) returned?.(came);
    answer.setHeader("Content-Type", "text/html; charset=utf-8").end("<!doctype html><title>Программа</title><h1>Программа</h1>");
  });
  back = `http://127.0.0.1:${await freePort()}/back`;
  await new Promise((resolve) => listening.listen(Number(new URL(back).port), "127.0.0.1", resolve));
  ({ rules, ...program } = await made("Ромашка: отчёты", { redirect_uris: [back], is_public: false }));
});
after(async () => {
  listening?.closeAllConnections();
  listening?.close();
  await town?.close();
});

/** A program of ООО «Ромашка» with its rules. */
async function made(name, set) {
  const ask = await apiOf(town, "Ромашка");
  const { organizations } = await ask("GET", "/api/v1/account/session");
  const id = organizations.items[0].organization.organization_id;
  const { key, secret } = await ask("POST", `/api/v1/account/organizations/${id}/integrator-keys`, { body: { name }, key: randomUUID() });
  const place = `/api/v1/openid/organizations/${id}/programs/${key.integrator_key_id}`;
  await ask("PUT", place, { body: set });
  return { id: key.client_id, secret, rules: place };
}

/** What the library finds out by itself; it checks signatures of id_tokens by the published keys. */
async function discovered({ id, secret }, how = oidc.ClientSecretBasic(secret)) {
  const found = await oidc.discovery(new URL(issuer), id, undefined, how, { execute: [oidc.allowInsecureRequests] });
  oidc.enableNonRepudiationChecks(found);
  return found;
}

/** The person lets the program in, or does not: where the browser came back to. */
async function consents(page, place, button = "Разрешить") {
  const came = new Promise((resolve) => { returned = resolve; });
  await page.goto(place.href);
  await page.getByRole("heading", { level: 1, name: "Доступ для программы" }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: button, exact: true }).click();
  return came;
}

async function asked(config, more = {}) {
  const verifier = oidc.randomPKCECodeVerifier();
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
  const place = oidc.buildAuthorizationUrl(config, {
    redirect_uri: back, scope: SCOPE, state, nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: "S256", ...more,
  });
  return { place, checks: { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true } };
}

const refused = (error) => (thrown) => { assert.equal(thrown.error, error, String(thrown)); return true; };

describe("a program of OpenID Connect", () => {
  it("has its addresses set by an administrator", { timeout: STORY_MS }, async () => {
    for (const look of [{ width: 1280 }, { width: 390, dark: true }]) {
      const { context, page, watch } = await signedIn(town, "Ромашка", look);
      const dialog = page.getByRole("dialog");
      const keep = () => dialog.getByRole("button", { name: "Сохранить", exact: true }).click();
      await opened(page, `${town.url}/people/keys`);
      await page.getByRole("row", { name: /Ромашка: отчёты/ }).or(page.getByRole("listitem").filter({ hasText: "Ромашка: отчёты" })).getByRole("button", { name: "Вход", exact: true }).first().click();
      const places = dialog.getByLabel("Адреса возврата");
      await places.waitFor();
      assert.equal(await places.inputValue(), back);
      assert.deepEqual(await violations(page), []);
      await places.fill("http://program.romashka.example/");
      await keep();
      await dialog.getByText("Адрес возврата начинается с https").waitFor();
      assert.equal(await places.inputValue(), "http://program.romashka.example/", "what was typed stays");
      await places.fill(`${back}\nhttps://program.romashka.example/back`);
      await keep();
      await dialog.waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Вход", exact: true }).first().waitFor();
      await places.waitFor({ state: "detached" });
      const ask = await apiOf(town, "Ромашка");
      assert.deepEqual((await ask("GET", rules)).redirect_uris, [back, "https://program.romashka.example/back"]);
      await ask("PUT", rules, { body: { redirect_uris: [back], is_public: false } });
      assert.equal(watch.problems.filter((one) => !/status of 422/.test(one)).length, 0, watch.problems.join());
      await context.close();
    }
  });

  it("is let in by a code, renewed, asked about and shut out", { timeout: STORY_MS }, async () => {
    const config = await discovered(program);
    const { context, page } = await signedIn(town, "Ромашка");
    const { place, checks } = await asked(config);
    const came = await consents(page, place);
    const tokens = await oidc.authorizationCodeGrant(config, came, checks);
    const claims = tokens.claims();
    assert.deepEqual([claims.aud, claims.amr, typeof claims.name], [program.id, ["pwd"], "string"]);
    const who = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
    assert.equal(who.name, claims.name);
    const me = await fetch(`${town.url}/api/v1/account/me`, { headers: { Authorization: `Bearer ${tokens.access_token}` } });
    assert.equal((await me.json()).user_id, claims.sub);
    await assert.rejects(oidc.authorizationCodeGrant(config, came, checks), refused("invalid_grant"));

    const again = await asked(config);
    const first = await oidc.authorizationCodeGrant(config, await consents(page, again.place), again.checks);
    const second = await oidc.refreshTokenGrant(config, first.refresh_token);
    assert.equal(second.claims().sub, claims.sub);
    assert.equal((await oidc.tokenIntrospection(config, second.access_token)).active, true);
    await assert.rejects(oidc.refreshTokenGrant(config, first.refresh_token), refused("invalid_grant"));
    assert.equal((await oidc.tokenIntrospection(config, second.access_token)).active, false);

    const third = await asked(config);
    const last = await oidc.authorizationCodeGrant(config, await consents(page, third.place), third.checks);
    await oidc.tokenRevocation(config, last.refresh_token);
    assert.equal((await oidc.tokenIntrospection(config, last.access_token)).active, false);
    const denied = await asked(config);
    const no = await consents(page, denied.place, "Отказать");
    await assert.rejects(oidc.authorizationCodeGrant(config, no, denied.checks), refused("access_denied"));
    await context.close();
  });

  it("keeps no secret on a device, and proves its code", { timeout: STORY_MS }, async () => {
    const bare = await made("Ромашка: телефон", { redirect_uris: [back], is_public: true });
    const config = await discovered(bare, oidc.None());
    const { context, page } = await signedIn(town, "Ромашка", { width: 390, dark: true });
    const { place, checks } = await asked(config);
    const tokens = await oidc.authorizationCodeGrant(config, await consents(page, place), checks);
    assert.equal(tokens.claims().aud, bare.id);
    const end = oidc.buildEndSessionUrl(config, { id_token_hint: tokens.id_token, post_logout_redirect_uri: back, state: "s-1" });
    const came = new Promise((resolve) => { returned = resolve; });
    await page.goto(end.href);
    assert.equal((await came).searchParams.get("state"), "s-1");
    await assert.rejects(oidc.refreshTokenGrant(config, tokens.refresh_token), refused("invalid_grant"));
    await context.close();
  });

  it("without a browser shows a code that a person types", { timeout: STORY_MS }, async () => {
    const config = await discovered(program, oidc.ClientSecretPost(program.secret));
    const begun = await oidc.initiateDeviceAuthorization(config, { scope: SCOPE });
    const { context, page } = await signedIn(town, "Ромашка");
    await page.goto(begun.verification_uri_complete);
    assert.deepEqual(await violations(page), []);
    await page.getByRole("button", { name: "Дальше" }).click();
    await page.getByText(begun.user_code).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole("button", { name: "Разрешить" }).click();
    await page.getByText("Устройство получит доступ").waitFor();
    const tokens = await oidc.pollDeviceAuthorizationGrant(config, begun);
    assert.equal(tokens.claims().aud, program.id);
    await context.close();
  });
});
