/**
 * Checks of a workplace: what each finds, and what repairs it. What was found is said in plain ASCII without anything of the
 * person, so that it can be shared; the words for a person are texts by the check's name and state. Start with {@link CHECKS}.
 */
import { answered, api, bytesAt, toBase64 } from "../../api/client";
import type { Own, Session } from "../../api/session";
import { trustedScript } from "../../api/trusted";
import { errorCode } from "../../parts/errorWords";
import { isUsable, keyStore, listKept } from "../signing/keyStore";
import { hasSigner, restartSigner, signer } from "../signing/signer";
import { CRYPTO_PRO, keysOf, RUTOKEN, type Vendor } from "../signing/vendors";

/** How a check ended, as a shared report has it. */
export type CheckState = "good" | "bad" | "unknown";

/** What a check found. */
export interface Finding {
  state: CheckState;
  found: string;
  /** Repairs it; then everything is checked again. */
  repair?: (() => Promise<unknown>) | undefined;
}

/** Who is at the workplace; nobody where the sign-in is what fails. */
export interface Present { session: Session | undefined; own: Own | undefined }

/** One check. */
export interface Check {
  /** Stable; the key of its texts is `client-check-<name>`. */
  name: string;
  run: (present: Present) => Promise<Finding>;
}

/** A clock that differs more makes times of signatures and one-time codes wrong. */
const SKEW_MAX_MS = 60_000;
/** A slower answer is felt at every step. */
const LATENCY_MAX_MS = 1_000;
/** Requests whose middle one tells the latency. */
const PINGS = 3;
/** A feed that is held back by a proxy says nothing for so long; ours says something at once. */
const FEED_WAIT_MS = 6_000;
/** The module answers within this on an old telephone. */
const MODULE_WAIT_MS = 20_000;
/** The program is fetched for reading without a network within this. */
const OFFLINE_WAIT_MS = 5_000;
/** Days before the end of a certificate when it is spoken of. */
const ENDING_DAYS = 30;
const DAY_MS = 86_400_000;

const good = (found: string): Finding => ({ state: "good", found });
const bad = (found: string, repair?: Finding["repair"]): Finding => ({ state: "bad", found, repair });
const unknown = (found: string): Finding => ({ state: "unknown", found });

/** Everything that is looked at, in the order a person reads it. */
export const CHECKS: readonly Check[] = [
  { name: "browser", run: () => Promise.resolve(browser()) },
  { name: "network", run: network },
  { name: "clock", run: clock },
  { name: "session", run: ({ session }) => Promise.resolve(session ? good("signed in") : bad("not signed in")) },
  { name: "rights", run: ({ own }) => Promise.resolve(rights(own)) },
  { name: "news", run: news },
  { name: "wasm", run: () => Promise.resolve(wasm()) },
  { name: "signer", run: module },
  { name: "offline", run: offline },
  { name: "keys", run: keys },
  { name: "persistence", run: persistence },
  { name: "certificate", run: certificate },
  { name: "crypto-pro", run: () => vendor(CRYPTO_PRO) },
  { name: "rutoken", run: () => vendor(RUTOKEN) },
];

/** Runs one; what it could not look at is not known, and why is told. */
export async function run(check: Check, present: Present): Promise<Finding> {
  try {
    return await check.run(present);
  } catch (error) {
    return unknown(errorCode(error));
  }
}

function browser(): Finding {
  const { userAgent } = navigator;
  const [, name = "other", version = ""] = /(Firefox|Edg|YaBrowser|OPR|Chrome|Version)\/(\d+)/.exec(userAgent) ?? [];
  const lacking = Object.entries({
    "secure-context": isSecureContext,
    indexeddb: "indexedDB" in globalThis,
    subtle: globalThis.crypto?.subtle !== undefined,
    worker: "Worker" in globalThis,
    eventsource: "EventSource" in globalThis,
  }).filter(([, has]) => !has).map(([lack]) => lack);
  return lacking.length === 0 ? good(`${name} ${version}`) : bad(`${name} ${version}, no ${lacking.join(" ")}`);
}

async function network(): Promise<Finding> {
  if (!navigator.onLine) return bad("offline");
  const times: number[] = [];
  for (let count = 0; count < PINGS; count += 1) {
    const begun = performance.now();
    await bytesAt("/health");
    times.push(performance.now() - begun);
  }
  const middle = Math.round(times.sort((one, other) => one - other)[Math.floor(PINGS / 2)] ?? 0);
  return middle > LATENCY_MAX_MS ? bad(`${middle} ms`) : good(`${middle} ms`);
}

async function clock(): Promise<Finding> {
  const begun = Date.now();
  const answer = await fetch("/health", { cache: "no-store" });
  const told = Date.parse(answer.headers.get("date") ?? "");
  if (Number.isNaN(told)) return unknown("the answer has no date");
  // The header counts whole seconds: the middle of the one it names.
  const skew = Math.round((begun + Date.now()) / 2 - told - 500);
  return Math.abs(skew) > SKEW_MAX_MS ? bad(`${skew} ms`) : good(`${skew} ms`);
}

function rights(own: Own | undefined): Finding {
  if (!own) return unknown("no box");
  const missing = ["read", "send", "sign"].filter((right) => !own.permissions.includes(right));
  return missing.length === 0 ? good(own.permissions.join(" ")) : bad(`no ${missing.join(" ")}`);
}

function news({ own }: Present): Promise<Finding> {
  if (!own) return Promise.resolve(unknown("no box"));
  const begun = performance.now();
  return new Promise((resolve) => {
    const feed = new EventSource(`/api/v1/exchange/boxes/${own.boxId}/events/live`);
    const end = (finding: Finding) => {
      clearTimeout(timer);
      feed.close();
      resolve(finding);
    };
    const timer = setTimeout(() => end(bad(`silent for ${FEED_WAIT_MS} ms`)), FEED_WAIT_MS);
    feed.onopen = () => end(good(`${Math.round(performance.now() - begun)} ms`));
    feed.onerror = () => end(bad("refused"));
  });
}

function wasm(): Finding {
  // The header of an empty module.
  const empty = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
  return "WebAssembly" in globalThis && WebAssembly.validate(empty) ? good("yes") : bad("no");
}

async function module(): Promise<Finding> {
  if (!hasSigner) return bad("built without it");
  const begun = performance.now();
  try {
    const { version } = await within(signer().then((made) => made.about()), MODULE_WAIT_MS);
    return good(`${version}, ${Math.round(performance.now() - begun)} ms`);
  } catch (error) {
    return bad(errorCode(error), () => Promise.all([restartSigner(), renewOffline()]));
  }
}

function within<T>(asked: Promise<T>, waitMs: number): Promise<T> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new DOMException("", "TimeoutError")), waitMs));
  return Promise.race([asked, late]);
}

async function offline(): Promise<Finding> {
  if (!("serviceWorker" in navigator)) return unknown("no service workers");
  // Just after the first visit it is still on its way.
  const found = await within(navigator.serviceWorker.ready, OFFLINE_WAIT_MS).catch(() => undefined);
  return found?.active ? good(found.active.state) : bad("not registered", renewOffline);
}

/** The service worker and what it kept of the program, taken anew. */
async function renewOffline(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const found = await navigator.serviceWorker.getRegistration();
  await found?.unregister();
  const shells = (await caches.keys()).filter((name) => name.startsWith("svitok-shell-"));
  await Promise.all(shells.map((name) => caches.delete(name)));
  await navigator.serviceWorker.register(trustedScript("/sw.js"));
  await within(navigator.serviceWorker.ready, MODULE_WAIT_MS);
}

async function keys(): Promise<Finding> {
  if (!hasSigner) return unknown("built without the module");
  const store = await keyStore();
  const [kept, missing] = await Promise.all([store.list(), store.missing()]);
  const unsaved = kept.filter(({ backedUpAt }) => backedUpAt === null).length;
  if (missing.length > 0) return bad(`${kept.length} kept, ${missing.length} lost`, () => store.forgetMissing());
  return unsaved > 0 ? bad(`${kept.length} kept, ${unsaved} without a copy`) : good(`${kept.length} kept`);
}

async function persistence(): Promise<Finding> {
  if (!("storage" in navigator)) return unknown("not told");
  if (await navigator.storage.persisted()) return good("persistent");
  const kept = hasSigner ? await (await keyStore()).list() : [];
  return kept.length === 0 ? unknown("no keys to keep") : bad("may be evicted", () => navigator.storage.persist());
}

async function certificate({ own }: Present): Promise<Finding> {
  if (!own || !hasSigner) return unknown("not signed in");
  const usable = (await listKept()).filter(({ owner }) => owner && isUsable(owner, own.organization.inn));
  const [first] = usable;
  if (!first?.entry.certificate || !first.owner) return unknown("none in this browser");
  const { id, certificate: der, chain } = first.entry;
  const judged = await answered(api.POST("/api/v1/exchange/boxes/{box_id}/signing-key", {
    params: { path: { box_id: own.boxId } }, body: { certificate: toBase64(der), documents: [] },
  }));
  const { chain: path, revocation, kind } = judged.verdict;
  if (path.state !== "trusted_up_to") return bad(`chain ${path.state}`);
  if (revocation.state !== "good") return bad(`revocation ${revocation.state}`);
  if (chain.length === 0) return bad("no chain beside the key", () => renewChain(id, der));
  const days = Math.floor((Date.parse(first.owner.validUntil) - Date.now()) / DAY_MS);
  return days < ENDING_DAYS ? bad(`${days} days left`) : good(`${days} days left, ${kind.kind}`);
}

/** Puts the issuers of the certificate, as the server has them, beside the key. */
async function renewChain(id: string, certificate: Uint8Array<ArrayBuffer>): Promise<void> {
  const [store, made, authorities] = await Promise.all([keyStore(), signer(), bytesAt("/authorities.pem")]);
  const all = await made.readCertificates({ bytes: authorities });
  const [own] = await made.readCertificates({ bytes: certificate });
  const chain: Uint8Array<ArrayBuffer>[] = [];
  for (let at = own; at && chain.length < all.length;) {
    const issuer = JSON.stringify(at.issuer);
    const next = all.find((one) => JSON.stringify(one.subject) === issuer && !chain.includes(one.der));
    if (next) chain.push(next.der);
    at = next;
  }
  await store.setCertificate({ id, certificate, chain });
}

async function vendor(which: Vendor): Promise<Finding> {
  if (!hasSigner) return unknown("built without the module");
  try {
    const choices = await within(keysOf(which).then((found) => found.list()), MODULE_WAIT_MS);
    return good(`${choices.length} certificates`);
  } catch (error) {
    const code = errorCode(error);
    // Who signs otherwise needs no vendor's program.
    return code === "signer.way.no-plugin" ? unknown("not there") : bad(code);
  }
}
