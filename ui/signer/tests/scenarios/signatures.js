import { hex } from '../../js/ways/signed.js';
import { equal, ok, refused } from './check.js';
import { bytes, member, text } from './cast.js';

const CONTENT = bytes('Договор поставки № 1\r\n');
const OTHER = bytes('договор поставки № 1\r\n');

/** Pieces that meet neither blocks nor chunks. */
async function* odd(whole) {
  for (let at = 0, length = 1; at < whole.length; at += length, length = (length * 7) % 100_003) {
    yield whole.subarray(at, at + length);
  }
}

const noise = (length) => Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) & 0xff);

export const scenarios = {
  async 'a detached signature of every set is good to OpenSSL, and no other content'({ signer, oracle }) {
    for (const set of ['A', 'B', 'C', 'XA', 'XB', 'TCA', 'TCB', 'TCC', 'TCD', '512A', '512B', '512C']) {
      const own = await member(signer, oracle, set);
      const { message, bytes: length } = await signer.sign({ content: CONTENT, signers: [own] });
      equal(length, CONTENT.length);
      const { out } = await oracle.verifies(message, CONTENT).then(() => oracle.does('version', {}, ['out']));
      equal(out, CONTENT, set);
      await oracle.refuses('cms -verify -binary -inform DER -in sig -content content -CAfile chain.pem -purpose any -out out', { content: OTHER });
      await signer.dropKey({ key: own.key });
    }
  },

  async 'the vendors\' form without attributes, and another moment'({ signer, oracle }) {
    const own = await member(signer, oracle);
    const { message } = await signer.sign({ content: CONTENT, signers: [own], form: 'no-attributes' });
    await oracle.verifies(message, CONTENT, '');
    const at = new Date('2026-11-22T09:00:00Z');
    const signed = await signer.sign({ content: CONTENT, signers: [own], at });
    const { report } = await signer.verify({ message: signed.message, content: CONTENT, trusted: [oracle.root] });
    equal([report.signers[0].signing_time_ms, report.signers[0].form], [at.getTime(), 'cades-bes']);
    await refused(signer.sign({ content: CONTENT, signers: [own], at: Number.MAX_SAFE_INTEGER }), 'pki.moment-out-of-range');
    await refused(signer.sign({ content: CONTENT, signers: [own], form: 'xades' }), 'signer.call');
    await refused(signer.sign({ content: CONTENT, signers: [] }), 'signer.no-signer');
    await refused(signer.sign({ content: CONTENT, signers: [{ ...own, certificate: oracle.issuing }] }), 'pki.bad-key');
  },

  async 'an attached signature encloses its content'({ signer, oracle }) {
    const own = await member(signer, oracle);
    const { before, after } = await signer.sign({ content: CONTENT, signers: [own], attached: true });
    const message = new Uint8Array(await new Blob([before, CONTENT, after]).arrayBuffer());
    const command = 'cms -verify -binary -inform DER -in att -CAfile chain.pem -purpose any -out out -cades';
    const { out } = await oracle.does(command, { att: message }, ['out']);
    equal(out, CONTENT);
    const read = await signer.readMessage({ message });
    const { digests } = await signer.digest({ content: CONTENT, digests: ['streebog256'] });
    const named = [hex(digests.streebog256)];
    const { certificates, ...rest } = read;
    equal(rest, { digests: ['streebog256'], signers: 1, named, encloses: CONTENT.length, lists: 0 });
    equal([certificates.length, certificates.some((der) => hex(der) === hex(own.certificate))], [2, true]);
    const { report, content } = await signer.verify({ message, trusted: [oracle.root], revocation: 'not-asked' });
    equal([report.outcome, content], [{ is: 'yes' }, CONTENT]);
  },

  async 'any kind of content gives one digest, octet for octet'({ signer }) {
    const whole = noise(2 * 1024 * 1024 + 77);
    const digests = ['streebog256', 'streebog512'];
    const wanted = await signer.digest({ content: whole, digests });
    equal([wanted.bytes, wanted.digests.streebog512.length], [whole.length, 64]);
    const stream = () => new Blob([whole]).stream();
    for (const content of [whole.buffer, new Blob([whole]), odd(whole), stream(), [whole.subarray(0, 9), whole.subarray(9)]]) {
      equal((await signer.digest({ content, digests })).digests, wanted.digests);
    }
    const heard = [];
    await signer.digest({ content: new Blob([whole]) }, { onProgress: (read) => heard.push(read) });
    equal(heard, [1024 * 1024, 2 * 1024 * 1024, whole.length]);
    // the empty message of GOST R 34.11-2012, as gost-engine has it
    const empty = await signer.digest({ content: new Blob([]) });
    equal([empty.bytes, empty.digests.streebog256[0], empty.digests.streebog256[31]], [0, 0x3f, 0xbb]);
  },

  async 'a digest is the one of OpenSSL'({ signer, oracle }) {
    const whole = noise(100_003);
    const { digests } = await signer.digest({ content: odd(whole), digests: ['streebog256', 'streebog512'] });
    for (const [name, engine] of [['streebog256', 'md_gost12_256'], ['streebog512', 'md_gost12_512']]) {
      const { out } = await oracle.does(`dgst -${engine} -binary -out out content`, { content: whole }, ['out']);
      equal(digests[name], out);
    }
    await refused(signer.digest({ content: whole, digests: ['sha256'] }), 'signer.call');
    await refused(signer.digest({ content: whole, digests: [] }), 'signer.call');
  },

  async 'several sign one message, at once and one after another'({ signer, oracle }) {
    const [first, second, third] = [await member(signer, oracle), await member(signer, oracle, 'TCA'), await member(signer, oracle, '512A')];
    const { message } = await signer.sign({ content: new Blob([CONTENT]), signers: [first, second] });
    await oracle.verifies(message, CONTENT);
    const { signers } = await signer.readMessage({ message });
    equal(signers, 2);
    await refused(signer.sign({ content: CONTENT, signers: [first, third] }), 'pki.several-digests');
    const { message: one } = await signer.sign({ content: CONTENT, signers: [first] });
    const two = await signer.addSignature({ message: one, content: CONTENT, signers: [second] });
    await oracle.verifies(two, CONTENT);
    await refused(signer.addSignature({ message: two, content: CONTENT, signers: [second] }), 'pki.already-signed');
    await refused(signer.addSignature({ message: one, signers: [second] }), 'pki.content-not-given');
    await refused(signer.addSignature({ message: one, content: CONTENT, signers: [] }), 'signer.no-signer');
    const { report } = await signer.verify({ message: two, content: CONTENT, trusted: [oracle.root], revocation: 'not-asked' });
    equal([report.outcome, report.signers.map((it) => it.outcome.is)], [{ is: 'yes' }, ['yes', 'yes']]);
    const { before, after } = await signer.sign({ content: CONTENT, signers: [first], attached: true });
    const attached = new Uint8Array(await new Blob([before, CONTENT, after]).arrayBuffer());
    await refused(signer.addSignature({ message: attached, content: OTHER, signers: [second] }), 'pki.content-differs');
    const both = await signer.addSignature({ message: attached, signers: [second] });
    const { out } = await oracle.does('cms -verify -binary -inform DER -in att -CAfile chain.pem -purpose any -out out', { att: both }, ['out']);
    equal(out, CONTENT);
  },

  async 'a signature of OpenSSL is verified, and what is wrong is named'({ signer, oracle }) {
    const own = await member(signer, oracle);
    const key = '-newkey gost2012_256 -pkeyopt paramset:XA -md_gost12_256 -nodes';
    await oracle.does(`req ${key} -keyout k.pem -out r.pem -subj /CN=Leaf`, {}, []);
    await oracle.does('x509 -req -in r.pem -CA ca.pem -CAkey ca.key -CAcreateserial -days 100 -md_gost12_256 -extfile ext -out l.pem', {}, []);
    const { theirs } = await oracle.does(
      'cms -sign -binary -md md_gost12_256 -cades -signer l.pem -inkey k.pem -certfile ca.pem -in content -outform DER -out theirs',
      { content: CONTENT }, ['theirs']);
    const ask = (more) => signer.verify({ message: theirs, content: CONTENT, trusted: [oracle.root], revocation: 'not-asked', ...more });
    const { report } = await ask({});
    equal(report.outcome, { is: 'yes' });
    const [judged] = report.signers;
    equal(judged.path.map((it) => it.subject[0].value), ['Leaf', 'Issuing', 'Root']);
    ok(judged.checks.name && judged.checks.children.length > 0);
    equal((await ask({ content: OTHER })).report.signers[0].integrity.is, 'no');
    equal((await ask({ trusted: [] })).report.signers[0].chain.is, 'no');
    equal((await ask({ at: new Date('2000-01-01') })).report.outcome.is, 'no');
    equal((await ask({ revocation: 'require' })).report.outcome.is, 'unknown');
    await refused(ask({ content: undefined }), 'pki.content-not-given');
    await refused(ask({ trusted: [bytes('?')] }), 'pki.pem');
    await refused(ask({ revocation: 'perhaps' }), 'signer.call');
    const one = await signer.verifyCertificate({ certificate: own.certificate, trusted: [oracle.root], known: [oracle.issuing], revocation: 'not-asked' });
    equal([one.outcome, one.path.length], [{ is: 'yes' }, 3]);
    const alone = await signer.verifyCertificate({ certificate: own.certificate, trusted: [oracle.root] });
    equal(alone.outcome.is, 'no');
  },

  async 'a revoked certificate is not good'({ signer, oracle }) {
    const own = await member(signer, oracle);
    const [{ serial }] = await signer.readCertificates({ bytes: own.certificate });
    const config = '[ca]\ndefault_ca=d\n[d]\ndatabase=index\ncrlnumber=number\ndefault_md=md_gost12_256\ndefault_crl_days=30\n';
    const index = `R\t350101000000Z\t261101000000Z\t${serial.toUpperCase()}\tunknown\t/CN=x\n`;
    const made = async (entries) => (await oracle.does(
      'ca -gencrl -config config -cert ca.pem -keyfile ca.key -out list.pem', { config, index: entries, number: '01\n' }, ['list.pem']))['list.pem'];
    const rootList = (await oracle.does('ca -gencrl -config config -cert root.pem -keyfile root.key -out list.pem', { config, index: '', number: '01\n' }, ['list.pem']))['list.pem'];
    const ask = (list) => signer.verifyCertificate({
      certificate: own.certificate, trusted: [oracle.root], known: [oracle.issuing], lists: [list, rootList], revocation: 'require' });
    equal((await ask(await made(''))).outcome, { is: 'yes' });
    equal((await ask(await made(index))).revocation.is, 'no');
  },

  async 'a challenge of OpenSSL is opened by its addressee only'({ signer, oracle }) {
    const challenge = bytes('случайное число сервера');
    for (const [set, cipher] of [['XA', 'kuznyechik-ctr-acpkm'], ['XA', 'gost89'], ['TCA', 'magma-ctr-acpkm'], ['512A', 'kuznyechik-ctr-acpkm-omac']]) {
      const own = await member(signer, oracle, set);
      await oracle.does('x509 -inform DER -in own.der -out own.pem', { 'own.der': own.certificate }, []);
      const { sealed } = await oracle.does(
        `cms -encrypt -binary -in challenge -outform DER -out sealed -${cipher} own.pem`, { challenge }, ['sealed']);
      const opened = await signer.openEnvelope({ key: own.key, message: sealed, certificate: own.certificate });
      equal([text(opened.content), opened.contentType], [text(challenge), '1.2.840.113549.1.7.1'], `${set} ${cipher}`);
      equal(opened.noticesChanges, cipher.endsWith('omac'));
      const other = await member(signer, oracle, set);
      await refused(signer.openEnvelope({ key: other.key, message: sealed, certificate: other.certificate }), 'pki.not-addressed');
      await refused(signer.openEnvelope({ key: other.key, message: sealed, certificate: own.certificate }), 'pki.bad-key');
      const { message } = await signer.sign({ content: challenge, signers: [own] });
      await refused(signer.openEnvelope({ key: own.key, message, certificate: own.certificate }), 'pki.not-enveloped');
    }
  },
};
