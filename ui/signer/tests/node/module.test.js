import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { writeFrame, frameLength, readFrame } from '../../js/frame.js';
import { Instance } from '../../js/instance.js';
import { moduleBytes } from '../module.js';
import { makeOracle } from './oracle.js';

/** What the face never asks for, asked of the module itself: it must refuse whatever a host sends. */

const chance = (length = 64) => crypto.getRandomValues(new Uint8Array(length));
let module;
let raw;
let instance;
before(async () => {
  module = await WebAssembly.compile(moduleBytes());
  raw = await WebAssembly.instantiate(module);
  instance = new Instance(raw, 1);
});

function refuses(code, name, fields, parts) {
  assert.throws(() => instance.call(name, fields, parts), (refusal) => {
    assert.equal(refusal.code, code, refusal.message);
    return true;
  });
}

describe('the module', () => {
  test('refuses chance that is none', () => {
    for (const seed of [new Uint8Array(64), new Uint8Array(64).fill(255), chance(63), new Uint8Array(0)]) {
      refuses('signer.chance', 'signer_key_make', { set: 'XA' }, [seed]);
    }
    const { key } = instance.call('signer_key_make', { set: 'XA' }, [chance()]).json;
    refuses('signer.chance', 'signer_digest_sign', { key }, [new Uint8Array(32), new Uint8Array(32)]);
    refuses('signer.chance', 'signer_container_seal', { key, name: null, certificate: false, chain: 0, iterations: 1000 }, [chance(63), new Uint8Array(4)]);
    instance.call('signer_key_drop', { key });
  });

  test('refuses what is not well-formed', () => {
    refuses('signer.call', 'signer_about', { more: 1 });
    refuses('signer.call', 'signer_about', {}, [new Uint8Array(1)]);
    refuses('signer.call', 'signer_key_make', { set: 'XA' });
    refuses('signer.call', 'signer_key_make', { set: 'XA' }, [chance(), chance()]);
    refuses('signer.call', 'signer_key_drop', { key: -1 });
    refuses('signer.call', 'signer_key_drop', { key: 2 ** 32 });
    refuses('signer.call', 'signer_key_read', { password: true }, [new Uint8Array(1), new Uint8Array([0xff, 0xfe])]);
    refuses('signer.call', 'signer_stream_begin', { digests: 'streebog256' });
    refuses('signer.call', 'signer_about', {}, new Array(513).fill(new Uint8Array(0)));
    assert.equal(instance.broken, false);
  });

  test('refuses handles that are none, or another kind\'s', () => {
    const { key } = instance.call('signer_key_make', { set: 'TCA' }, [chance()]).json;
    const { stream } = instance.call('signer_stream_begin', { digests: ['streebog256'] }).json;
    refuses('signer.key.unknown', 'signer_key_public', { key: stream });
    refuses('signer.stream.unknown', 'signer_stream_drop', { stream: key });
    refuses('signer.stream.unknown', 'signer_stream_end', { stream: 0 });
    instance.call('signer_stream_drop', { stream });
    refuses('signer.stream.unknown', 'signer_stream_end', { stream });
    const { signer_buffer_at: at, signer_buffer_length: length, signer_buffer_drop: drop, signer_about: about } = raw.exports;
    assert.deepEqual([at(12345), length(12345), drop(12345)], [0, 0, undefined]);
    const octets = (buffer) => new Uint8Array(raw.exports.memory.buffer, at(buffer), length(buffer));
    const answer = about(12345);
    assert.equal(readFrame(octets(answer)).json.refusal.code, 'signer.buffer.unknown');
    drop(answer);
  });

  test('refuses every cut of a frame and lengths beyond it', () => {
    const { signer_buffer_new: make, signer_buffer_at: at, signer_buffer_length: length, signer_buffer_drop: drop, signer_key_make: call } = raw.exports;
    const pieces = [new TextEncoder().encode('{"set":"XA"}'), chance()];
    const whole = new Uint8Array(frameLength(pieces));
    writeFrame(pieces, whole);
    const told = (frame) => {
      const buffer = make(frame.length);
      new Uint8Array(raw.exports.memory.buffer, at(buffer), frame.length).set(frame);
      const answer = call(buffer);
      const { json } = readFrame(new Uint8Array(raw.exports.memory.buffer, at(answer), length(answer)));
      drop(answer);
      return json;
    };
    for (let end = 0; end < whole.length; end += 1) assert.equal(told(whole.subarray(0, end)).refusal?.code, 'signer.call', `${end}`);
    const long = whole.slice();
    new DataView(long.buffer).setUint32(0, 0xffff_ffff, true);
    assert.equal(told(long).refusal.code, 'signer.call');
    instance.call('signer_key_drop', { key: told(whole).ok.key });
  });

  test('holds no more streams and buffers than it says', () => {
    const { streams, buffers } = instance.about.limits;
    const held = Array.from({ length: streams }, () => instance.call('signer_stream_begin', { digests: ['streebog512'] }).json.stream);
    refuses('signer.too-many', 'signer_stream_begin', { digests: ['streebog512'] });
    for (const stream of held) instance.call('signer_stream_drop', { stream });
    const taken = [];
    for (let buffer = raw.exports.signer_buffer_new(1); buffer; buffer = raw.exports.signer_buffer_new(1)) taken.push(buffer);
    assert.equal(taken.length, buffers);
    refuses('signer.too-many', 'signer_about', {});
    assert.equal(instance.broken, false);
    for (const buffer of taken) raw.exports.signer_buffer_drop(buffer);
    assert.equal(raw.exports.signer_buffer_new(instance.about.limits.buffer_bytes + 1), 0);
    assert.equal(instance.call('signer_about', {}).json.version, instance.about.version);
  });

  test('wipes a request and an answer', () => {
    const { signer_buffer_new: make, signer_buffer_at: at, signer_key_read: read, signer_buffer_drop: drop } = raw.exports;
    const secret = new TextEncoder().encode('совершенно особый пароль');
    const pieces = [new TextEncoder().encode('{"password":true}'), new Uint8Array([0x30, 0]), secret];
    const request = make(frameLength(pieces));
    writeFrame(pieces, new Uint8Array(raw.exports.memory.buffer, at(request), frameLength(pieces)));
    const memory = () => Buffer.from(raw.exports.memory.buffer);
    assert.ok(memory().includes(secret));
    drop(read(request));
    assert.ok(!memory().includes(secret));
  });

  test('leaves nothing of a private key behind that was dropped', async (t) => {
    const oracle = await makeOracle();
    t.after(() => oracle.close());
    const made = await oracle.does('genpkey -algorithm gost2012_256 -pkeyopt paramset:XA -outform DER -out key.der', {}, ['key.der']);
    const number = Buffer.from(made['key.der'].slice(-32));
    const memory = () => Buffer.from(raw.exports.memory.buffer);
    const { key } = instance.call('signer_key_read', { password: false }, [made['key.der']]).json;
    assert.ok(memory().includes(number));
    instance.call('signer_digest_sign', { key }, [new Uint8Array(32), chance()]);
    const secret = new TextEncoder().encode('пароль');
    const asked = { key, name: null, certificate: false, chain: 0, iterations: 1000 };
    const [file] = instance.call('signer_container_seal', asked, [chance(), secret]).parts;
    const opened = instance.call('signer_container_open', {}, [file, secret]).json;
    for (const handle of [key, opened.keys[0].key]) instance.call('signer_key_drop', { key: handle });
    assert.ok(!memory().includes(number));
  });
});
