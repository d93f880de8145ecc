import { equal, refused } from './check.js';
import { bytes, member } from './cast.js';

const CONTENT = bytes('Счёт № 3');

export const scenarios = {
  async 'a content that was hashed elsewhere is signed and verified by its digest'({ signer, oracle }) {
    for (const [set, digest] of [['XA', 'streebog256'], ['512B', 'streebog512']]) {
      const own = await member(signer, oracle, set);
      const { digests } = await signer.digest({ content: CONTENT, digests: [digest] });
      const { message, bytes: length } = await signer.sign({ content: { digests }, signers: [own] });
      equal(length, 0);
      await oracle.verifies(message, CONTENT);
      const ask = (content) => signer.verify({ message, content, trusted: [oracle.root], revocation: 'not-asked' });
      equal((await ask({ digests })).report.outcome, { is: 'yes' });
      const other = { [digest]: digests[digest].map((octet) => octet ^ 1) };
      equal((await ask({ digests: other })).report.outcome.is, 'no');
      await refused(signer.sign({ content: { digests }, signers: [own], attached: true }), 'signer.call');
      await refused(signer.sign({ content: { digests: { [digest]: new Uint8Array(31) } }, signers: [own] }), 'pki.digest-length');
      await refused(signer.sign({ content: { digests: {} }, signers: [own] }), 'pki.digest-length');
      await refused(signer.sign({ content: { digests: { sha256: new Uint8Array(32) } }, signers: [own] }), 'signer.call');
      const wrong = set === 'XA' ? { streebog512: new Uint8Array(64) } : { streebog256: new Uint8Array(32) };
      await refused(signer.sign({ content: { digests: wrong }, signers: [own] }), 'signer.digest.other');
    }
  },
};
