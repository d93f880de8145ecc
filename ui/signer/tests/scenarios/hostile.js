import { equal, ok, refused } from './check.js';
import { bytes, member } from './cast.js';

const CONTENT = bytes('Акт № 7');
const MIB = 1024 * 1024;

/** A content that never ends, cancelled from within. */
async function* endless(stop, after) {
  for (let count = 0; ; count += 1) {
    if (count === after) stop.abort(new Error('enough'));
    yield new Uint8Array(1000);
  }
}

async function aborted(promise, why) {
  const reason = await promise.then(() => 'an answer', (error) => error);
  equal([reason.code, reason.message], [undefined, why]);
}

export const scenarios = {
  async 'every cut of a message, a container and an envelope is refused'({ signer, oracle }) {
    const own = await member(signer, oracle);
    const { message } = await signer.sign({ content: CONTENT, signers: [own] });
    const file = await signer.sealContainer({ ...own, password: 'test', iterations: 1000 });
    for (let at = 0; at < message.length; at += 37) {
      const why = await signer.readMessage({ message: message.subarray(0, at) }).catch((refusal) => refusal);
      ok(why.code?.startsWith('pki.'), `${at} of a message: ${why.code}`);
    }
    for (let at = 0; at < file.length; at += 101) {
      const why = await signer.openContainer({ file: file.subarray(0, at), password: 'test' }).catch((refusal) => refusal);
      ok(why.code?.startsWith('pki.'), `${at} of a container: ${why.code}`);
    }
    for (let at = 0; at < message.length; at += 29) {
      const flipped = message.slice();
      flipped[at] ^= 0x10;
      const judged = await signer.verify({ message: flipped, content: CONTENT, trusted: [oracle.root] }).catch((refusal) => refusal);
      ok(judged.code?.startsWith('pki.') || judged.code === 'signer.digest.other' || judged.report.outcome.is !== 'yes', `${at} flipped`);
    }
    // after all that the module still signs
    await oracle.verifies((await signer.sign({ content: CONTENT, signers: [own] })).message, CONTENT);
  },

  async 'depth, noise and length do no harm'({ signer, oracle }) {
    const own = await member(signer, oracle);
    const deep = new Uint8Array(200_000).map((_, at) => (at % 2 ? 0x80 : 0x30));
    const noise = crypto.getRandomValues(new Uint8Array(4096));
    noise[0] = 0x30;
    for (const hostile of [deep, noise, new Uint8Array(1), new Uint8Array(4096).fill(0xa0)]) {
      for (const ask of [
        signer.readMessage({ message: hostile }),
        signer.openEnvelope({ key: own.key, message: hostile, certificate: own.certificate }),
        signer.openContainer({ file: hostile, password: 'test' }),
        signer.readCertificates({ bytes: hostile }),
        signer.readKey({ bytes: hostile, password: 'test' }),
      ]) {
        const why = await ask.catch((refusal) => refusal);
        ok(why.code?.startsWith('pki.'), `${why.code}`);
      }
    }
    await refused(signer.readMessage({ message: new Uint8Array(64 * MIB + 1) }), 'pki.over-limit');
    const { limits } = await signer.about();
    await refused(signer.readMessage({ message: new Uint8Array(limits.buffer_bytes) }), 'signer.too-long', { limit: limits.buffer_bytes });
    await refused(signer.makeRequest({ key: own.key, subject: [{ name: 'cn', value: 'я'.repeat(MIB) }] }), 'signer.call');
    await refused(signer.verify({ message: noise, trusted: new Array(600).fill(own.certificate) }), 'signer.call');
    await refused(signer.openContainer({ file: noise, password: 5 }), 'signer.call');
    equal((await signer.publicKey({ key: own.key })).set, 'XA');
  },

  async 'what cannot be read to its end is refused, and nothing stays behind'({ signer, oracle }) {
    const own = await member(signer, oracle);
    async function* broken() {
      yield new Uint8Array(10);
      throw new Error('the disk is gone');
    }
    async function* strange() {
      yield 'text';
    }
    const { limits } = await signer.about();
    // more often than streams may be open
    for (let count = 0; count < limits.streams + 2; count += 1) {
      await refused(signer.sign({ content: broken(), signers: [own] }), 'signer.content.unread');
      await refused(signer.sign({ content: strange(), signers: [own] }), 'signer.call');
      await refused(signer.sign({ content: CONTENT, signers: [{ ...own, certificate: bytes('none') }] }), 'pki.pem');
    }
    await refused(signer.sign({ content: 5, signers: [own] }), 'signer.call');
    await oracle.verifies((await signer.sign({ content: CONTENT, signers: [own] })).message, CONTENT);
  },

  async 'a cancelled call ends with the reason given'({ signer, oracle }) {
    const own = await member(signer, oracle);
    const before = new AbortController();
    before.abort(new Error('never begun'));
    await aborted(signer.sign({ content: CONTENT, signers: [own] }, { signal: before.signal }), 'never begun');
    const stop = new AbortController();
    await aborted(signer.sign({ content: endless(stop, 5), signers: [own] }, { signal: stop.signal }), 'enough');
    const file = new AbortController();
    const onProgress = (read) => read >= 2 * MIB && file.abort(new Error('stopped'));
    await aborted(signer.digest({ content: new Blob([new Uint8Array(32 * MIB)]) }, { signal: file.signal, onProgress }), 'stopped');
    const waiting = new AbortController();
    const forever = (async function* () {
      await new Promise(() => {});
    })();
    const held = signer.digest({ content: forever }, { signal: waiting.signal });
    setTimeout(() => waiting.abort(new Error('no longer')), 20);
    await aborted(held, 'no longer');
    await oracle.verifies((await signer.sign({ content: CONTENT, signers: [own] })).message, CONTENT);
  },

  async 'overlapping calls do not mix'({ signer, oracle }) {
    const own = await member(signer, oracle);
    const contents = Array.from({ length: 12 }, (_, index) => new Uint8Array(MIB + index * 1000).fill(index));
    const signed = await Promise.all(contents.map((content) => signer.sign({ content: new Blob([content]), signers: [own] })));
    for (const [index, { message }] of signed.entries()) {
      const ask = (content) => signer.verify({ message, content, trusted: [oracle.root], revocation: 'not-asked' });
      equal((await ask(contents[index])).report.outcome, { is: 'yes' });
      equal((await ask(contents[(index + 1) % 12])).report.outcome.is, 'no');
    }
  },
};

