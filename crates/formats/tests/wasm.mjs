// What the checker's module says of documents: `node wasm.mjs MODULE GROUPS.json`, a line of JSON for each document.
import { readFileSync, writeSync } from 'node:fs';

const [module, groups] = [readFileSync(process.argv[2]), JSON.parse(readFileSync(process.argv[3]))];

for (const group of groups) {
  const { instance } = await WebAssembly.instantiate(module, {});
  const wasm = instance.exports;
  const call = (operation, first, rest) => {
    const head = Buffer.from(first);
    const at = wasm.checker_input(head.length + rest.length);
    new Uint8Array(wasm.memory.buffer, at, head.length + rest.length).set(Buffer.concat([head, rest]));
    const refused = wasm[operation](head.length);
    const output = Buffer.from(new Uint8Array(wasm.memory.buffer, wasm.checker_output(), wasm.checker_output_length()));
    if (refused) throw new Error(`${operation}: ${output}`);
    return output;
  };
  for (const { name, path } of group.definitions) call('checker_define', name, readFileSync(path));
  const documents = readFileSync(group.documents);
  for (let at = 0; at < documents.length; ) {
    const begin = at + 4;
    at = begin + documents.readUInt32LE(at);
    writeSync(1, `${call('checker_check', '', documents.subarray(begin, at))}\n`);
  }
}
