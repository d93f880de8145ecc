// How long the signer's module takes for a signature in Node: `node wasm.mjs MODULE KEY.pem CERTIFICATE.der`, figures as JSON.
import { readFileSync } from 'node:fs';

const [module, keyFile, certificate] = process.argv.slice(2).map((path) => readFileSync(path));
// Before the first counted one: what the engine compiles anew while it runs is then compiled.
const WARMING = 300;
const SIGNATURES = 1001;
const CONTENT_BYTES = 4096;
const HASHED_BYTES = 1024 * 1024;
const HASHINGS = 24;

const { instance } = await WebAssembly.instantiate(module, {});
const wasm = instance.exports;
const octets = (buffer) => new Uint8Array(wasm.memory.buffer, wasm.signer_buffer_at(buffer), wasm.signer_buffer_length(buffer));

// The length of each piece in four octets, little-endian, then the piece; the first is JSON.
function call(name, fields, parts = []) {
  const pieces = [Buffer.from(JSON.stringify(fields)), ...parts];
  const frame = Buffer.concat(pieces.flatMap((piece) => [Buffer.from(Uint32Array.of(piece.length).buffer), piece]));
  const request = wasm.signer_buffer_new(frame.length);
  octets(request).set(frame);
  const buffer = wasm[name](request);
  const answer = Buffer.from(octets(buffer));
  wasm.signer_buffer_drop(buffer);
  const { ok, refusal } = JSON.parse(answer.subarray(4, 4 + answer.readUInt32LE(0)));
  if (refusal) throw new Error(`${name}: ${refusal.code} ${refusal.detail}`);
  return ok;
}

const chance = () => crypto.getRandomValues(new Uint8Array(64));
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
function timed(work) {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
function repeated(count, work) {
  for (let left = WARMING; left > 0; left -= 1) work();
  return median(Array.from({ length: count }, () => timed(work)));
}
function hash(content, length, then) {
  const { stream } = call('signer_stream_begin', { digests: ['streebog256'] });
  if (wasm.signer_stream_update(stream, content, length)) throw new Error('a chunk was refused');
  return then(stream);
}

const { key } = call('signer_key_read', { password: false }, [keyFile]);
const digest = new Uint8Array(32).fill(0x5a);
const content = wasm.signer_buffer_new(HASHED_BYTES);
const at_ms = Date.now();
const message = () =>
  hash(content, CONTENT_BYTES, (stream) => {
    const asked = { stream, form: 'cades-bes', at_ms, signers: [{ key, chain: 0 }], attached: false };
    return call('signer_sign', asked, [chance(), certificate]);
  });

const figures = {
  'wasm.first_sign_ms': timed(message),
  'wasm.sign_ms': repeated(SIGNATURES, message),
  'wasm.sign_digest_ms': repeated(SIGNATURES, () => call('signer_digest_sign', { key }, [digest, chance()])),
};
const hashing = Array.from({ length: HASHINGS }, () =>
  timed(() => hash(content, HASHED_BYTES, (stream) => call('signer_stream_drop', { stream }))),
);
figures['wasm.streebog256_mb_per_s'] = HASHED_BYTES / 1000 / median(hashing);
console.log(JSON.stringify(figures));
