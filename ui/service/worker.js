/**
 * Reading without a network: the program itself, and what was opened. Writes never come here: who sends must know that it
 * arrived. `FILES` and `VERSION` are put in by the build (`plugins/serviceWorker.ts`).
 */
const FILES = ["FILES"];
const VERSION = "VERSION";
const SHELL = `svitok-shell-${VERSION}`;
/** What was read; wiped at sign-out by the page. */
const READ = "svitok-read";
/** A place of the client: the page there is the shell. */
const PLACE = "/incoming";

/** Answers kept at most, the oldest go first. */
const READ_MAX = 400;
/** Larger answers are not kept: a telephone's room is small. */
const READ_BYTES_MAX = 2 * 1024 * 1024;
/** A network that is slower than this while there is a kept answer counts as lost. */
const PATIENCE_MS = 6_000;

/** What may be read without a network: one's own session, lists, documents and their contents. */
const READABLE = [
  /^\/api\/v1\/account\/(session|me|organizations|sign-ins)(\/[\da-f-]+\/boxes)?$/,
  /^\/api\/v1\/exchange\/boxes\/[\da-f-]+\/(documents|counteragents)$/,
  /^\/api\/v1\/exchange\/boxes\/[\da-f-]+\/documents\/[\da-f-]+(\/verification)?$/,
  /^\/api\/v1\/exchange\/boxes\/[\da-f-]+\/messages\/[\da-f-]+\/entities\/[\da-f-]+\/content$/,
  /^\/api\/v1\/certification\/(certificates|my-certificates)$/,
];

self.addEventListener("install", (event) => event.waitUntil(prepare()));
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  // Asked for past all stores: fetched to be signed, not to be read. A thousand such would push out what was read.
  if (request.cache === "no-store") return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(file(request));
  else if (READABLE.some((path) => path.test(url.pathname))) event.respondWith(read(event));
});

async function prepare() {
  const cache = await caches.open(SHELL);
  await cache.addAll(FILES);
  // Asked as a page: a program that asks there is told that there is nothing.
  const shell = await fetch(PLACE, { headers: { accept: "text/html" } });
  if (!shell.ok || shell.redirected) throw new Error("the shell is given to who is signed in");
  await cache.put(PLACE, shell);
  await self.skipWaiting();
}

async function begin() {
  const old = (await caches.keys()).filter((name) => name.startsWith("svitok-shell-") && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** A page of the server, or without a network the client's own. */
async function page(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(SHELL)).match(PLACE);
    if (kept) return kept;
    throw error;
  }
}

/** A file whose name tells its content. */
async function file(request) {
  return (await caches.match(request, { cacheName: SHELL })) ?? fetch(request);
}

/** The server's answer, kept for later; the kept one when the server cannot be reached. */
async function read(event) {
  const cache = await caches.open(READ);
  const kept = await cache.match(event.request);
  try {
    const answer = await (kept ? soon(fetch(event.request)) : fetch(event.request));
    if (answer.ok) event.waitUntil(remember(event.request, answer.clone()));
    return answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

function soon(asked) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("the network is too slow")), PATIENCE_MS));
  return Promise.race([asked, late]);
}

async function remember(request, answer) {
  const bytes = await answer.arrayBuffer();
  if (bytes.byteLength > READ_BYTES_MAX) return;
  const cache = await caches.open(READ);
  // Put anew, so that the order of the keys is the order of reading.
  await cache.delete(request);
  await cache.put(request, new Response(bytes, { status: answer.status, headers: answer.headers }));
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - READ_MAX)).map((key) => cache.delete(key)));
}
