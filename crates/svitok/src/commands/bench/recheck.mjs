// How long the checker takes in Node after one cell was changed in a filled form: `node recheck.mjs MODULE NAME DEFINITION.json
// DOCUMENT.xml CELL`, figures as JSON.
import { readFileSync } from 'node:fs';

const [module, definition, document] = [2, 4, 5].map((at) => readFileSync(process.argv[at]));
const [name, cell] = [process.argv[3], process.argv[6]];
// Before the first counted one: what the engine compiles anew while it runs is then compiled.
const WARMING = 60;
const CHANGES = 301;

const { instance } = await WebAssembly.instantiate(module, {});
const wasm = instance.exports;

function call(operation, first = '', rest = '') {
  const [head, body] = [Buffer.from(first), Buffer.from(rest)];
  const at = wasm.checker_input(head.length + body.length);
  new Uint8Array(wasm.memory.buffer, at, head.length + body.length).set(Buffer.concat([head, body]));
  const refused = wasm[operation](head.length);
  const output = Buffer.from(new Uint8Array(wasm.memory.buffer, wasm.checker_output(), wasm.checker_output_length()));
  if (refused) throw new Error(`${operation}: ${output}`);
  return output;
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
function timed(work) {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

call('checker_define', name, definition);
call('checker_open', '', document);
let round = 0;
function change() {
  round += 1;
  call('checker_change', '', JSON.stringify({ act: 'set', path: cell, value: `${round}.00` }));
  return JSON.parse(call('checker_recheck'));
}
const { findings } = change();
if (findings.length > 0) throw new Error(`the form has findings: ${JSON.stringify(findings[0])}`);
for (let left = WARMING; left > 0; left -= 1) change();
console.log(JSON.stringify({ 'formats.recheck_ms': median(Array.from({ length: CHANGES }, () => timed(change))) }));
