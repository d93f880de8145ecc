// Prepares compressed copies of what is sent, and holds the weight: the shell with its first screen, and each later screen.
import { brotliCompressSync, constants } from "node:zlib";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
/** Script of the frame and the first screen under brotli: what a first visit waits for. */
const FIRST_BYTES_MAX = 230 * 1024;
/** Script of one later screen under brotli. */
const SCREEN_BYTES_MAX = 40 * 1024;
const PACKED = /\.(js|css|html|svg|json|webmanifest|txt)$/;

function files(folder) {
  return readdirSync(dist + folder).flatMap((name) => {
    const path = folder + name;
    return statSync(dist + path).isDirectory() ? files(`${path}/`) : [path];
  });
}

const packed = new Map();
for (const path of files("")) {
  if (!PACKED.test(path) || path.startsWith(".vite/")) continue;
  const bytes = readFileSync(dist + path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const small = brotliCompressSync(bytes, { params });
  packed.set(path, small.length);
  if (small.length < bytes.length) writeFileSync(`${dist}${path}.br`, small);
}

const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, "utf8"));
/** Scripts that come with a chunk, those already there left out. */
function scripts(key, there = new Set()) {
  const chunk = manifest[key];
  if (!chunk || there.has(chunk.file)) return [];
  there.add(chunk.file);
  return [chunk.file, ...(chunk.imports ?? []).flatMap((other) => scripts(other, there))];
}

const first = new Set();
const weight = (list) => list.filter((path) => path.endsWith(".js")).reduce((all, path) => all + (packed.get(path) ?? 0), 0);
const shell = weight(scripts("index.html", first));
const words = weight(scripts("words/ru", first));
const incoming = weight(scripts("rooms/exchange/Incoming.tsx", first));
const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;
console.log(`frame ${kib(shell)}, words ${kib(words)}, first screen ${kib(incoming)}: ${kib(shell + words + incoming)} of ${kib(FIRST_BYTES_MAX)}`);
let isOver = shell + words + incoming > FIRST_BYTES_MAX;
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry || key === "rooms/exchange/Incoming.tsx" || key.startsWith("words/")) continue;
  const size = weight(scripts(key, new Set(first)));
  console.log(`  ${key}: ${kib(size)}`);
  if (size > SCREEN_BYTES_MAX) isOver = true;
}
if (isOver) {
  console.error("budget: too heavy");
  process.exit(1);
}
