import { equal, ok, refused } from './check.js';
import { bytes, member, romashkaName, text } from './cast.js';

const SETS = ['A', 'B', 'C', 'XA', 'XB', 'TCA', 'TCB', 'TCC', 'TCD', '512A', '512B', '512C'];
/** Rounds of passwords in tests: the fewest allowed. */
const ITERATIONS = 1000;
const PASSWORD = 'пароль к ключу';

export const scenarios = {
  async 'the module says what it is'({ signer }) {
    const about = await signer.about();
    equal(about.sets, SETS);
    ok(/^\d+\.\d+\.\d+$/.test(about.version) && about.limits.keys === 64 && about.limits.signers === 32);
  },

  async 'a key of every set is made, shown and dropped, and its request is good to OpenSSL'({ signer, oracle }) {
    for (const set of SETS) {
      const { key, publicKey, set: told } = await signer.makeKey({ set });
      equal(told, set);
      equal(await signer.publicKey({ key }), { set, publicKey });
      const request = await signer.makeRequest({ key, subject: romashkaName });
      const { said } = await oracle.run('req -verify -noout -subject -nameopt utf8,sep_comma_plus -inform DER -in csr', { csr: request }, []);
      ok(said.includes('verify OK') && said.includes('ООО Ромашка'), `${set}: ${said}`);
      const files = await oracle.does('req -inform DER -in csr -noout -pubkey -out pub.pem', {}, ['pub.pem']);
      const pem = text(files['pub.pem']).replace(/-----.*-----/g, '').replace(/\s/g, '');
      equal(Uint8Array.from(atob(pem), (c) => c.charCodeAt(0)).slice(-64), publicKey.slice(-64), set);
      await signer.dropKey({ key });
      await refused(signer.publicKey({ key }), 'signer.key.unknown');
    }
  },

  async 'requests carry usages and any attribute, and refuse what is none'({ signer, oracle }) {
    const { key } = await signer.makeKey({ set: 'XA' });
    const subject = [{ name: 'cn', value: 'Иванов' }, { name: '2.5.4.13', value: 'по доверенности' }];
    const request = await signer.makeRequest({ key, subject, usages: ['digitalSignature', 'keyEncipherment'] });
    const { said } = await oracle.run('req -noout -text -nameopt utf8 -inform DER -in csr', { csr: request }, []);
    ok(said.includes('Digital Signature, Key Encipherment'), said);
    const ask = (attribute) => signer.makeRequest({ key, subject: [attribute] });
    await refused(ask({ name: 'ИНН', value: '7700000016' }), 'signer.attribute.unknown', { name: 'ИНН' });
    await refused(ask({ name: 'innLe', value: '77000' }), 'pki.name-value');
    await refused(signer.makeRequest({ key, subject, usages: ['sign'] }), 'signer.call');
    await refused(signer.makeRequest({ key, subject, usages: [] }), 'signer.call');
    await refused(signer.makeKey({ set: 'P-256' }), 'signer.set.unknown');
    await refused(signer.makeRequest({ key: key + 1000, subject }), 'signer.key.unknown');
    await refused(signer.makeRequest({ key: 'the key', subject }), 'signer.call');
    await signer.dropKey({ key });
  },

  async 'keys of OpenSSL are read, with a password and without'({ signer, oracle }) {
    for (const [algorithm, set] of [['gost2012_256', 'XA'], ['gost2012_256', 'TCA'], ['gost2012_512', 'A']]) {
      const made = await oracle.does(
        `genpkey -algorithm ${algorithm} -pkeyopt paramset:${set} -out key.pem`, {}, ['key.pem']);
      await oracle.does('pkcs8 -topk8 -in key.pem -passout pass:test -out locked.pem -v2 gost89 -v2prf hmacWithSHA256', {}, []);
      const { 'locked.pem': locked } = await oracle.does('pkey -in key.pem -pubout -outform DER -out pub.der', {}, ['locked.pem']);
      const { 'pub.der': wanted } = await oracle.does('version', {}, ['pub.der']);
      for (const request of [{ bytes: made['key.pem'] }, { bytes: text(made['key.pem']) }, { bytes: locked, password: 'test' }]) {
        const read = await signer.readKey(request);
        equal(read.publicKey.slice(-64), wanted.slice(-64));
        await signer.dropKey({ key: read.key });
      }
      await refused(signer.readKey({ bytes: locked, password: 'tset' }), 'pki.not-opened');
    }
  },

  async 'a container goes round, and OpenSSL opens it'({ signer, oracle }) {
    for (const set of ['XA', '512A']) {
      const own = await member(signer, oracle, set);
      const file = await signer.sealContainer({ ...own, name: 'Ромашка', password: PASSWORD, iterations: ITERATIONS });
      const opened = await signer.openContainer({ file, password: PASSWORD });
      const { key, ...rest } = opened.keys[0];
      equal([rest.set, rest.name, rest.publicKey, rest.certificate], [set, 'Ромашка', own.publicKey, own.certificate]);
      equal([opened.keys.length, rest.chain.length, opened.others, opened.leftOut], [1, 1, [], []]);
      ok(key !== own.key, 'another handle');
      const ascii = await signer.sealContainer({ key, certificate: own.certificate, password: 'test', iterations: ITERATIONS });
      await oracle.does('pkcs12 -in ours.p12 -passin pass:test -nodes -out clear.pem', { 'ours.p12': ascii }, []);
      const { 'clear.pem': clear } = await oracle.does('version', {}, ['clear.pem']);
      equal((await signer.readKey({ bytes: clear })).publicKey, own.publicKey);
      await oracle.refuses('pkcs12 -in ours.p12 -passin pass:other -nodes -out clear.pem');
      await refused(signer.openContainer({ file, password: 'пароль' }), 'pki.not-opened');
      await refused(signer.openContainer({ file, password: '' }), 'pki.not-opened');
      await refused(signer.sealContainer({ key, password: PASSWORD, iterations: 10 }), 'pki.iterations');
      await refused(signer.sealContainer({ key, password: 'я'.repeat(513), iterations: ITERATIONS }), 'pki.password');
    }
  },

  async 'a container of OpenSSL is opened'({ signer, oracle }) {
    await oracle.found();
    const kinds = [['kuznyechik-ctr-acpkm', 'md_gost12_512'], ['magma-ctr-acpkm', 'md_gost12_256'], ['gost89', 'md_gost12_512'], ['aes-256-cbc', 'sha256']];
    for (const [cipher, mac] of kinds) {
      const command = `pkcs12 -export -inkey ca.key -in ca.pem -certfile root.pem -name romashka -passout pass:test -out theirs.p12 -keypbe ${cipher} -certpbe ${cipher} -macalg ${mac}`;
      const { 'theirs.p12': file } = await oracle.does(command, {}, ['theirs.p12']);
      const { keys, others } = await signer.openContainer({ file, password: 'test' });
      equal([keys.length, keys[0].name, keys[0].chain.length, others.length], [1, 'romashka', 1, 0], cipher);
      const [view] = await signer.readCertificates({ bytes: oracle.issuing });
      equal(keys[0].certificate, view.der);
      equal(view.subject, [{ name: 'cn', value: 'Issuing' }]);
      ok(view.is_authority && view.usages.includes('keyCertSign') && view.set === 'XA');
    }
  },

  async 'a digest is signed, of its length only'({ signer }) {
    for (const [set, length] of [['XA', 32], ['512C', 64]]) {
      const { key } = await signer.makeKey({ set });
      const digest = new Uint8Array(length).fill(7);
      const signatures = [await signer.signDigest({ key, digest }), await signer.signDigest({ key, digest })];
      equal(signatures.map((signature) => signature.length), [2 * length, 2 * length]);
      ok(signatures[0].join() !== signatures[1].join(), 'fresh chance each time');
      await refused(signer.signDigest({ key, digest: digest.subarray(1) }), 'pki.digest-length');
      await signer.dropKey({ key });
    }
  },

  async 'no more keys than may be'({ signer }) {
    const { limits } = await signer.about();
    const keys = [];
    const more = async () => keys.push((await signer.makeKey({ set: 'XA' })).key);
    let refusal;
    while (!refusal && keys.length <= limits.keys) await more().catch((why) => (refusal = why));
    equal([refusal.code, refusal.arguments], ['signer.too-many', { limit: limits.keys, what: 'keys' }]);
    for (const key of keys) await signer.dropKey({ key });
    await refused(signer.dropKey({ key: keys[0] }), 'signer.key.unknown');
  },

  async 'certificates and keys that are none are refused'({ signer }) {
    await refused(signer.readCertificates({ bytes: bytes('no certificate') }), 'pki.pem');
    await refused(signer.readCertificates({ bytes: new Uint8Array([0x30, 0x82, 1]) }), 'pki.malformed');
    await refused(signer.readKey({ bytes: new Uint8Array([0x30, 0]) }), 'pki.malformed');
    await refused(signer.openContainer({ file: new Uint8Array(0), password: 'a' }), 'pki.malformed');
    await refused(signer.readCertificates({ bytes: 5 }), 'signer.call');
    await refused(signer.openContainer({ file: new Uint8Array(1024 * 1024 + 1), password: 'a' }), 'pki.over-limit');
  },
};
