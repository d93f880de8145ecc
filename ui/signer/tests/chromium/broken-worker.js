import { Operations } from '../../js/operations.js';
import { serve } from '../../js/serve.js';

/** The signer's worker, and one more message: `{ damage }` fills the memory of its living module. */
let hear;
let begun;
self.addEventListener('message', ({ data }) => {
  if (data.module) hear = serve(self, load(data));
  else if (data.damage) new Uint8Array(begun.exports.memory.buffer).fill(0xff);
  else hear(data);
});

async function load({ module: address, begun: before }) {
  const module = await WebAssembly.compileStreaming(fetch(address));
  return new Operations(async () => (begun = await WebAssembly.instantiate(module)), before);
}
