import { equal, refused } from './check.js';
import { text } from './cast.js';

const NAMES = ['header', 'masks', 'primary', 'masks2', 'primary2', 'name'];
const NOON = new Date('2026-11-22T09:00:00Z');

async function folder(fixture) {
  const read = async (name) => [name, await fixture(`folder/${name}.key`)];
  return Object.fromEntries(await Promise.all(NAMES.map(read)));
}

export const scenarios = {
  async 'a CryptoPro folder is opened, by its password only'({ signer, fixture }) {
    const files = await folder(fixture);
    const { key, set, name, certificate, chain, exportable } = await signer.openFolder({ files, password: '1234' });
    equal([set, name, chain, exportable], ['XA', 'Ромашка 1', [], true]);
    const [view] = await signer.readCertificates({ bytes: certificate });
    equal(view.subject.find((it) => it.name === 'cn').value, 'ООО Ромашка');
    const { publicKey } = await signer.publicKey({ key });
    equal(Array.from(publicKey.slice(-64), (octet) => octet.toString(16).padStart(2, '0')).join(''), view.public_key);
    const { header, masks, primary, name: named } = files;
    equal((await signer.openFolder({ files: { header, masks, primary }, password: '1234' })).set, 'XA');
    await refused(signer.openFolder({ files, password: '1235' }), 'pki.not-opened');
    await refused(signer.openFolder({ files }), 'pki.not-opened');
    await refused(signer.openFolder({ files, password: 'пароль' }), 'pki.password');
    await refused(signer.openFolder({ files: { header, masks }, password: '1234' }), 'signer.call');
    await refused(signer.openFolder({ files: { header: masks, masks, primary, name: named } }), 'pki.malformed');
  },

  async 'a challenge of the server is opened by the key it is addressed to'({ signer, fixture }) {
    const { key, certificate } = await signer.openFolder({ files: await folder(fixture), password: '1234' });
    for (const name of ['transport', 'agreement']) {
      const message = await fixture(`server/${name}.p7m`);
      const opened = await signer.openEnvelope({ key, message, certificate });
      equal([text(opened.content), opened.noticesChanges], ['случайное число сервера', true], name);
      const { key: other } = await signer.makeKey({ set: 'XA' });
      await refused(signer.openEnvelope({ key: other, message, certificate }), 'pki.bad-key');
      await refused(signer.openEnvelope({ key, message, certificate: await fixture('server/root.cer') }), 'pki.bad-key');
      const changed = message.slice();
      changed[changed.length - 3] ^= 1;
      await refused(signer.openEnvelope({ key, message: changed, certificate }), 'pki.not-opened');
    }
  },

  async 'a message of the server and its chain are verified with lists, at its moment and later'({ signer, fixture }) {
    const [message, content, root, rootList, list] = await Promise.all(
      ['content.sig', 'content.txt', 'root.cer', 'root.crl', 'issuing.crl'].map((name) => fixture(`server/${name}`)),
    );
    const ask = (more) => signer.verify({ message, content, trusted: [root], lists: [rootList, list], revocation: 'require', at: NOON, ...more });
    const { report } = await ask({});
    equal([report.outcome, report.signers[0].path.length, report.signers[0].signing_time_ms], [{ is: 'yes' }, 3, NOON.getTime()]);
    equal((await ask({ lists: [] })).report.outcome.is, 'unknown');
    equal((await ask({ trusted: [] })).report.outcome.is, 'no');
    equal((await ask({ at: new Date('2049-01-01') })).report.outcome.is, 'no');
    const issuing = await fixture('server/issuing.cer');
    const { certificate } = await signer.openFolder({ files: await folder(fixture), password: '1234' });
    const judge = (more) => signer.verifyCertificate({ certificate, trusted: [root], known: [issuing], at: NOON, revocation: 'require', ...more });
    equal((await judge({ lists: [rootList, list] })).outcome, { is: 'yes' });
    equal((await judge({ lists: [list] })).outcome.is, 'unknown');
  },
};
