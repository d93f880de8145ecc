import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { Operations, SignerRefusal } from '../../js/operations.js';
import { moduleBytes } from '../module.js';
import { refused } from '../scenarios/check.js';

let module;
before(async () => {
  module = await WebAssembly.compile(moduleBytes());
});

/** Operations whose living instance can be broken from outside, by filling its memory. */
function breakable() {
  const begun = [];
  const operations = new Operations(async () => {
    const instance = await WebAssembly.instantiate(module);
    begun.push(instance);
    return instance;
  });
  const damage = () => new Uint8Array(begun.at(-1).exports.memory.buffer).fill(0xff);
  return { operations, begun, damage };
}

describe('a broken module', () => {
  test('is never called again; the next call has a fresh one and says that keys are gone', async () => {
    const { operations, begun, damage } = breakable();
    let lost = 0;
    operations.onLost = () => (lost += 1);
    const { key } = await operations.makeKey({ set: 'XA' });
    damage();
    await refused(operations.publicKey({ key }), 'signer.broken');
    assert.deepEqual([begun.length, lost], [1, 1]);
    await refused(operations.publicKey({ key }), 'signer.key.gone');
    assert.equal(begun.length, 2);
    const fresh = await operations.makeKey({ set: 'XA' });
    assert.notEqual(fresh.key, key);
    assert.equal((await operations.publicKey({ key: fresh.key })).set, 'XA');
    await refused(operations.signDigest({ key, digest: new Uint8Array(32) }), 'signer.key.gone');
    damage();
    await refused(operations.publicKey({ key: fresh.key }), 'signer.broken');
    await refused(operations.publicKey({ key: fresh.key }), 'signer.key.gone');
    assert.deepEqual([begun.length, lost], [3, 2]);
  });

  test('ends the calls that run in it, and no others', async () => {
    const { operations, begun, damage } = breakable();
    await operations.about();
    async function* content() {
      yield new Uint8Array(10);
      damage();
      yield new Uint8Array(10);
    }
    const running = operations.digest({ content: content() });
    await refused(running, 'signer.broken');
    assert.equal((await operations.digest({ content: new Uint8Array(10) })).bytes, 10);
    assert.equal(begun.length, 2);
  });

  test('by its own memory: more buffers than fit are a trap, and that is survived', async () => {
    const { operations, begun } = breakable();
    const { limits } = await operations.about();
    const { signer_buffer_new: take } = begun[0].exports;
    let refusedBuffers = 0;
    assert.throws(() => {
      for (let count = 0; count < limits.buffers; count += 1) refusedBuffers += take(limits.buffer_bytes) ? 0 : 1;
    }, WebAssembly.RuntimeError);
    assert.equal(refusedBuffers, 0);
  });
});

describe('loading', () => {
  test('what is no module, or another one, is refused', async () => {
    await refused(Operations.load(new Uint8Array([1, 2, 3])), 'signer.load');
    // the shortest module there is: it exports nothing
    await refused(Operations.load(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])), 'signer.load');
    await refused(Operations.load('http://127.0.0.1:1/signer.wasm'), 'signer.load');
  });

  test('is tried again by the next call', async () => {
    let tries = 0;
    const operations = new Operations(async () => {
      tries += 1;
      if (tries === 1) throw new Error('no network');
      return WebAssembly.instantiate(module);
    });
    await refused(operations.about(), 'signer.load');
    const both = await Promise.all([operations.about(), operations.about()]);
    assert.equal(both[0], both[1]);
    assert.equal(tries, 2);
  });
});

test('the module imports nothing, and every exported call is used', async () => {
  assert.deepEqual(WebAssembly.Module.imports(module), []);
  const { readFile } = await import('node:fs/promises');
  const used = await Promise.all(
    ['operations', 'instance'].map((name) => readFile(new URL(`../../js/${name}.js`, import.meta.url), 'utf8')),
  );
  const calls = WebAssembly.Module.exports(module).map(({ name }) => name).filter((name) => name.startsWith('signer_'));
  assert.ok(calls.length > 20);
  for (const name of calls) assert.ok(used.some((text) => text.includes(name)), `${name} is exported and not used`);
});

test('a refusal is an error with a code', () => {
  const refusal = new SignerRefusal('signer.too-many', { limit: 64 }, 'detail');
  assert.ok(refusal instanceof Error && refusal.name === 'SignerRefusal' && refusal.message === 'detail');
});
