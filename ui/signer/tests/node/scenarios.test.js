import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { Operations } from '../../js/operations.js';
import { moduleBytes } from '../module.js';
import { groups } from '../scenarios/index.js';
import { makeOracle } from './oracle.js';

const fixture = async (path) => new Uint8Array(await readFile(new URL(`../fixtures/${path}`, import.meta.url)));
let oracle;
let module;
before(async () => {
  oracle = await makeOracle();
  module = await WebAssembly.compile(moduleBytes());
});
after(() => oracle?.close());

for (const [group, scenarios] of Object.entries(groups)) {
  describe(group, () => {
    for (const [name, scenario] of Object.entries(scenarios)) {
      test(name, async () => scenario({ signer: await Operations.load(module), oracle, fixture }));
    }
  });
}
