import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Where `cargo xtask wasm` put the module. */
export function modulePath() {
  const folder = join(root, process.env.CARGO_TARGET_DIR ?? 'target', 'signer');
  try {
    return join(folder, JSON.parse(readFileSync(join(folder, 'signer.json'), 'utf8')).module);
  } catch (error) {
    throw new Error(`the module is not built: cargo xtask wasm (${error.message})`);
  }
}

export const moduleBytes = () => readFileSync(modulePath());
