import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Oracle } from '../scenarios/cast.js';

const started = promisify(execFile);
const MISSING = 'OpenSSL with the GOST engine is missing: apt-get install -y openssl libengine-gost-openssl';
/** Time of one run of OpenSSL: the slowest, opening a container, takes a second on a busy machine. */
const OPENSSL_MS_MAX = 60_000;

/** A judge with a folder of its own. Fails, and says how to install it, when it is not there. */
export async function makeOracle() {
  const folder = mkdtempSync(join(tmpdir(), 'signer-'));
  const run = async (command, files = {}, outputs = []) => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const [first, ...rest] = command.split(' ');
    const engine = first === 'version' ? [] : ['-engine', 'gost'];
    const spawned = started('openssl', [first, ...engine, ...rest.filter(Boolean)], { cwd: folder, timeout: OPENSSL_MS_MAX });
    const { stdout, stderr, code = 0 } = await spawned.catch((error) => error);
    const good = code === 0;
    const made = good ? outputs.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]) : [];
    return { good, said: `${stdout}${stderr}`, files: Object.fromEntries(made) };
  };
  const engine = await started('openssl', ['engine', 'gost']).catch(() => {
    throw new Error(MISSING);
  });
  if (!engine.stdout.includes('gost')) throw new Error(MISSING);
  const oracle = new Oracle(run);
  oracle.path = (name) => join(folder, name);
  oracle.close = () => rmSync(folder, { recursive: true, force: true });
  return oracle;
}
