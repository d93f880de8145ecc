import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import * as face from '../../js/signer.js';

const here = (path) => readFile(new URL(path, import.meta.url), 'utf8');

/** Those of the class and of ours that it extends. */
function methodsOf(prototype) {
  if (prototype === Object.prototype || prototype === EventTarget.prototype) return [];
  const own = Object.getOwnPropertyNames(prototype).filter((method) => method !== 'constructor');
  return [...own, ...methodsOf(Object.getPrototypeOf(prototype))];
}

test('what the types declare is there, and nothing else', async () => {
  const types = await here('../../js/signer.d.ts');
  const declared = [...types.matchAll(/^export declare (?:class|const|function) (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual(declared.sort(), Object.keys(face).sort());
  const calls = /^export interface Calls \{(.*?)^\}/ms.exec(types)[1];
  const named = new Set([...calls.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name));
  assert.deepEqual([...named].sort(), [...face.OPERATIONS].sort());
  for (const name of ['KeyStore', 'BrowserWay', 'FileWay', 'CryptoProWay', 'RutokenWay', 'ReadyWay']) {
    const body = new RegExp(`^export declare class ${name} .*?^\\}`, 'ms').exec(types)[0];
    const methods = [...body.matchAll(/^ {2}(?!constructor)(\w+)\(/gm)].map(([, method]) => method);
    assert.deepEqual([...new Set(methods)].sort(), methodsOf(face[name].prototype).sort(), name);
  }
});

test('every refusal of the face has its text in both languages', async () => {
  for (const language of ['ru', 'en']) {
    const texts = await here(`../../../../texts/${language}/signer.ftl`);
    for (const [code, text] of Object.entries(face.FACE_CODES)) {
      assert.equal(text, code.replaceAll('.', '-'));
      assert.match(texts, new RegExp(`^${text} = `, 'm'), language);
    }
  }
});

test('every code that the face refuses with is in its table', async () => {
  const { readdir } = await import('node:fs/promises');
  const names = await readdir(new URL('../../js/', import.meta.url), { recursive: true });
  const own = new Set(Object.keys(face.FACE_CODES));
  // the module's, which the face raises too
  for (const code of ['signer.call', 'signer.too-many', 'signer.digest.other', 'signer.stream.unknown', 'signer.key.unknown']) own.add(code);
  for (const name of names.filter((it) => it.endsWith('.js'))) {
    const text = await here(`../../js/${name}`);
    for (const [, code] of text.matchAll(/'(signer\.[a-z.-]+)'/g)) assert.ok(own.has(code), `${name}: ${code}`);
  }
});
