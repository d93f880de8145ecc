import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { moduleBytes } from '../module.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What the pages of Svitok are served with. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const TYPES = { '.js': 'text/javascript', '.key': 'application/octet-stream', '.html': 'text/html; charset=utf-8', '.wasm': 'application/wasm' };
const PAGE = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Подпись</title><link rel="icon" href="data:,">
<input type="file" id="file"><script type="module" src="/tests/chromium/page.js"></script></html>`;

/** Serves the signer's own files, and nothing else, on a free port of this machine. */
export async function serve() {
  const module = moduleBytes();
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const [status, type, body] = await found(pathname, module);
    response.writeHead(status, { 'content-type': type, 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff' });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${server.address().port}`;
  return { origin, close: () => new Promise((resolve) => server.close(resolve)) };
}

async function found(pathname, module) {
  if (pathname === '/') return [200, TYPES['.html'], PAGE];
  if (pathname === '/signer.wasm') return [200, TYPES['.wasm'], module];
  const path = normalize(pathname);
  const type = path.startsWith('/tests/fixtures/') ? TYPES['.key'] : TYPES[extname(path)];
  const ours = type && /^\/(js|tests\/(scenarios|chromium|fixtures))\//.test(path);
  const body = ours ? await readFile(join(root, path)).catch(() => undefined) : undefined;
  return body ? [200, type, body] : [404, 'text/plain', 'not here'];
}
