import { BrowserWay, CryptoProWay, FileWay, KeyStore, ReadyWay, RutokenWay, Signer } from '../../js/signer.js';
import { equal, ok, refused } from '../scenarios/check.js';
import { bytes, member } from '../scenarios/cast.js';
import { CryptoPro, Rutoken } from './plugins.js';

const CONTENT = bytes('Доверенность № 2');
const PASSWORD = 'длинный пароль';
const FOLDER = ['header', 'masks', 'primary', 'masks2', 'primary2', 'name'];
const base64 = (octets) => btoa(String.fromCharCode(...octets));

async function vendor(oracle, sets) {
  const signer = new Signer('/signer.wasm');
  const members = [];
  for (const set of sets) members.push(await member(signer, oracle, set));
  return { signer, members };
}

async function folder(fixture) {
  const read = async (name) => ({ name: `container.000/${name}.key`, bytes: await fixture(`folder/${name}.key`) });
  return Promise.all(FOLDER.map(read));
}

export const scenarios = {
  async 'a key in this browser: chosen, opened by its password, signs'({ signer, oracle }) {
    const store = await KeyStore.open(signer, { name: 'ways-keys' });
    const own = await member(signer, oracle);
    const { entry } = await store.add({ ...own, set: 'XA', name: 'Ромашка', password: PASSWORD });
    const bare = await store.create({ name: 'без сертификата', password: PASSWORD });
    const way = new BrowserWay(signer, store);
    await store.closeAll();
    const choices = await way.list();
    equal(choices.map(({ id, kind, needs, backedUp, passkey }) => [id, kind, needs, backedUp, passkey]), [
      [entry.id, 'browser', 'password', false, false], [bare.entry.id, 'browser', 'password', false, false]]);
    equal([choices[0].certificate.der, choices[1].certificate ?? null], [own.certificate, null]);
    await refused(way.sign({ id: entry.id, content: CONTENT, secret: 'неверный пароль' }), 'pki.not-opened');
    await refused(way.sign({ id: bare.entry.id, content: CONTENT, secret: PASSWORD }), 'signer.store.no-certificate');
    await refused(way.sign({ id: 'none', content: CONTENT }), 'signer.store.unknown');
    await oracle.verifies((await way.sign({ id: entry.id, content: CONTENT, secret: PASSWORD })).message, CONTENT);
    equal((await way.list())[0].needs, 'nothing');
    await oracle.verifies((await way.sign({ id: entry.id, content: new Blob([CONTENT]) })).message, CONTENT);
    await store.close();
  },

  async 'a key file: a container, a container with its certificate beside, a CryptoPro folder'({ signer, oracle, fixture }) {
    const own = await member(signer, oracle);
    const way = new FileWay(signer);
    const whole = await signer.sealContainer({ ...own, password: 'test', name: 'Ромашка', iterations: 1000 });
    const bare = await signer.sealContainer({ key: own.key, password: 'test', iterations: 1000 });
    const [chosen] = await way.open({ files: [new File([whole], 'romashka.pfx')], password: 'test' });
    equal([chosen.kind, chosen.name, chosen.needs, chosen.certificate.der], ['file', 'Ромашка', 'nothing', own.certificate]);
    await oracle.verifies((await way.sign({ id: chosen.id, content: CONTENT })).message, CONTENT);
    const beside = [{ name: 'a.p12', bytes: bare }, { name: 'a.cer', bytes: own.certificate }, { name: 'ca.pem', bytes: oracle.issuing }];
    const [paired] = await way.open({ files: beside, password: 'test' });
    await oracle.verifies((await way.sign({ id: paired.id, content: CONTENT })).message, CONTENT);
    const [alone] = await way.open({ files: beside.slice(0, 1), password: 'test' });
    await refused(way.sign({ id: alone.id, content: CONTENT }), 'signer.store.no-certificate');
    equal((await way.list()).map((it) => it.kind), ['file', 'file', 'file']);

    await oracle.does('pkcs12 -in ours.p12 -passin pass:test -nodes -out clear.pem', { 'ours.p12': whole }, []);
    await oracle.does('pkcs8 -topk8 -in clear.pem -passout pass:test -out locked.pem -v2 gost89 -v2prf hmacWithSHA256', {}, []);
    const read = await oracle.does('version', {}, ['clear.pem', 'locked.pem']);
    const certificate = { name: 'a.crt', bytes: own.certificate };
    for (const [files, password] of [[[{ name: 'a.pem', bytes: read['clear.pem'] }], ''], [[{ name: 'a.key', bytes: read['locked.pem'] }, certificate], 'test']]) {
      const [pem] = await way.open({ files, password });
      await oracle.verifies((await way.sign({ id: pem.id, content: CONTENT })).message, CONTENT);
    }
    await refused(way.open({ files: [{ name: 'a.key', bytes: read['locked.pem'] }, certificate], password: 'tset' }), 'pki.not-opened');
    await refused(way.open({ files: [{ name: 'a.pem', bytes: read['clear.pem'] }, { name: 'a.pfx', bytes: whole }], password: 'test' }), 'signer.way.no-key');

    const [kept] = await way.open({ files: await folder(fixture), password: '1234' });
    equal([kept.name, kept.certificate.set], ['Ромашка 1', 'XA']);
    const { message } = await way.sign({ id: kept.id, content: CONTENT });
    const { report } = await signer.verify({ message, content: CONTENT });
    equal([report.signers[0].integrity.is, report.signers[0].certificate.thumbprint], ['yes', kept.certificate.thumbprint]);
    const [header, masks, primary, ...rest] = await folder(fixture);
    ok((await way.open({ files: [header, masks, primary], password: '1234' })).length === 1);
    await refused(way.open({ files: [header, masks, primary, ...rest], password: '4321' }), 'pki.not-opened');
    await refused(way.open({ files: [header, masks, ...rest], password: '1234' }), 'signer.way.no-key');
    await refused(way.open({ files: [{ ...header, bytes: header.bytes.subarray(0, 90) }, masks, primary], password: '1234' }), 'pki.malformed');

    const store = await KeyStore.open(signer, { name: 'from-file' });
    const { entry } = await store.add({ ...way.signingKey({ id: kept.id }), name: 'из папки', password: PASSWORD });
    equal([entry.certificate, entry.backedUpAt], [kept.certificate.der, null]);
    await store.close();

    await refused(way.open({ files: [], password: 'test' }), 'signer.way.no-key');
    await refused(way.open({ files: [new File([whole], 'a.pfx')], password: 'tset' }), 'pki.not-opened');
    await refused(way.open({ files: [{ name: 'a.pfx', bytes: new Uint8Array(1024 * 1024 + 1) }] }), 'signer.way.no-key');
    await refused(way.open({ files: [...beside.slice(0, 1), { name: 'b.cer', bytes: CONTENT }], password: 'test' }), 'pki.pem');
    await way.close();
    await refused(way.sign({ id: chosen.id, content: CONTENT }), 'signer.way.unknown');
  },

  async 'a ready signature is taken when it signs exactly these bytes'({ signer, oracle }) {
    const own = await member(signer, oracle);
    const way = new ReadyWay(signer);
    const { message } = await signer.sign({ content: CONTENT, signers: [own] });
    const pem = `-----BEGIN CMS-----\r\n${base64(message)}\r\n-----END CMS-----\r\n`;
    for (const ready of [message, new File([message], 'a.sig'), base64(message), pem, bytes(pem), new Blob([base64(message)])]) {
      equal((await way.sign({ content: CONTENT, ready })).message, message);
    }
    const { report } = await way.sign({ content: new Blob([CONTENT]), ready: message });
    equal(report.signers[0].certificate.serial, (await signer.readCertificates({ bytes: own.certificate }))[0].serial);
    const other = bytes('Доверенность № 3');
    await refused(way.sign({ content: other, ready: message }), 'signer.way.other-content');
    await refused(way.sign({ content: CONTENT, ready: message.subarray(5) }), 'pki.pem');
    await refused(way.sign({ content: CONTENT, ready: message.subarray(0, 90) }), 'pki.malformed');
    await refused(way.sign({ content: CONTENT, ready: 'не подпись' }), 'pki.pem');
    await refused(way.sign({ content: [CONTENT].values(), ready: message }), 'signer.call');
    await oracle.does('req -x509 -newkey rsa:2048 -nodes -keyout rsa.key -out rsa.pem -subj /CN=Rsa -days 30', {}, []);
    const { rsa } = await oracle.does('cms -sign -binary -md sha256 -signer rsa.pem -inkey rsa.key -in content -outform DER -out rsa',
      { content: CONTENT }, ['rsa']);
    await refused(way.sign({ content: CONTENT, ready: rsa }), 'signer.digest.other');
    equal(await way.list(), []);
  },

  async 'ready signatures of many files are matched by what they sign'({ signer, oracle }) {
    const own = await member(signer, oracle);
    const wide = await member(signer, oracle, '512A');
    const contents = ['Счёт 1', 'Счёт 2', 'Счёт 1'].map(bytes);
    const signed = async (content, who, more) => (await signer.sign({ content, signers: [who], ...more })).message;
    const first = await signed(contents[0], wide);
    const second = await signed(contents[1], own, { form: 'no-attributes' });
    const ready = [new File([second], 'b.sig'), base64(first), await signed(bytes('Чужое'), own), first.subarray(0, 90)];
    const matched = await new ReadyWay(signer).match({ contents, ready });
    equal(matched.map(({ places, refusal }) => places ?? refusal.code), [[1], [0, 2], 'signer.way.other-content', 'pki.malformed']);
    equal([matched[0].message, matched[1].message], [second, first]);
    const stray = await signed(bytes('Чужое'), own, { form: 'no-attributes' });
    const [{ refusal }] = await new ReadyWay(signer).match({ contents, ready: [stray] });
    equal(refusal.code, 'signer.way.other-content');
  },

  async 'CryptoPro: certificates with keys are listed, a hash is signed and verified'({ signer, oracle }) {
    const { signer: inside, members } = await vendor(oracle, ['XA', '512A', 'XA']);
    const foreign = { certificate: members[2].certificate };
    const plugin = new CryptoPro(inside, [members[0], members[1], foreign]);
    const way = new CryptoProWay(signer, Promise.resolve(plugin));
    const choices = await way.list();
    equal(choices.map(({ kind, certificate, needs }) => [kind, certificate.set, needs]), [['crypto-pro', 'XA', 'nothing'], ['crypto-pro', '512A', 'nothing']]);
    equal(plugin.calls, ['CAdESCOM.Store', 'Close']);
    for (const { id } of choices) {
      const { message, bytes: length } = await way.sign({ id, content: new Blob([CONTENT]) });
      equal(length, CONTENT.length);
      await oracle.verifies(message, CONTENT);
    }
    const at = new Date('2026-11-22T09:00:00Z');
    const { message } = await way.sign({ id: choices[0].id, content: CONTENT, at });
    equal((await signer.verify({ message, content: CONTENT })).report.signers[0].signing_time_ms, at.getTime());
    const { digests } = await signer.digest({ content: CONTENT });
    await oracle.verifies((await way.sign({ id: choices[0].id, content: { digests } })).message, CONTENT);
    await refused(way.sign({ id: choices[1].id, content: { digests } }), 'signer.digest.other');
    await refused(way.sign({ id: 'none', content: CONTENT }), 'signer.way.unknown');
    inside.close();
  },

  async 'CryptoPro: what it gives is believed only when it is what was asked for'({ signer, oracle }) {
    const { signer: inside, members } = await vendor(oracle, ['XA', 'XA']);
    const wrong = ({ streebog256 }) => ({ streebog256: streebog256.map((octet) => octet ^ 1) });
    const liar = new CryptoProWay(signer, new CryptoPro(inside, members, { wrong }));
    const [{ id }] = await liar.list();
    await refused(liar.sign({ id, content: CONTENT }), 'signer.way.other-content');
    const mixed = new CryptoPro(inside, members);
    mixed.other = members[1];
    await refused(new CryptoProWay(signer, mixed).sign({ id, content: CONTENT }), 'signer.way.other-certificate');
    const refusing = new CryptoPro(inside, members, { refuses: 'Набор ключей не существует. (0x80090016)' });
    const why = await refused(new CryptoProWay(signer, refusing).sign({ id, content: CONTENT }), 'signer.way.plugin');
    equal(why.arguments, { said: 'Набор ключей не существует. (0x80090016)' });
    const cancelled = new CryptoPro(inside, members, { refuses: 'Действие было отменено пользователем. (0x8010006E)' });
    equal(await new CryptoProWay(signer, cancelled).sign({ id, content: CONTENT }).catch((error) => error.name), 'AbortError');
    await refused(new CryptoProWay(signer, undefined).list(), 'signer.way.no-plugin');
    await refused(new CryptoProWay(signer, Promise.reject(new Error('Плагин недоступен'))).list(), 'signer.way.no-plugin');
    inside.close();
  },

  async 'Rutoken: a PIN opens the carrier for one signature'({ signer, oracle }) {
    const { signer: inside, members } = await vendor(oracle, ['XA']);
    const plugin = new Rutoken(inside, members);
    const way = new RutokenWay(signer, plugin);
    const [chosen] = await way.list();
    equal([chosen.kind, chosen.name, chosen.needs, chosen.certificate.der], ['rutoken', 'Рутокен бухгалтера', 'pin', members[0].certificate]);
    const wrong = [1, 2, 3].map(() => way.sign({ id: chosen.id, content: CONTENT, secret: '1' }));
    for (const one of wrong) await refused(one, 'signer.way.pin', { said: 'PIN_INCORRECT' });
    equal([plugin.left, plugin.calls], [2, ['login']]);
    const { message } = await way.sign({ id: chosen.id, content: CONTENT, secret: '12345678' });
    await oracle.verifies(message, CONTENT);
    equal(plugin.calls, ['login', 'login', 'logout']);
    await refused(way.sign({ id: chosen.id, content: CONTENT, secret: '12345678', at: 0 }), 'signer.call');
    await refused(way.sign({ id: '9:none', content: CONTENT, secret: '12345678' }), 'signer.way.unknown');
    plugin.left = 0;
    await refused(way.sign({ id: chosen.id, content: CONTENT, secret: '12345678' }), 'signer.way.pin', { said: 'PIN_LOCKED' });
    plugin.left = 3;
    plugin.calls.length = 0;
    const many = await Promise.all([1, 2, 3].map(() => way.sign({ id: chosen.id, content: CONTENT, secret: '12345678' })));
    for (const one of many) await oracle.verifies(one.message, CONTENT);
    equal(plugin.calls, ['login', 'logout', 'login', 'logout', 'login', 'logout']);
    const open = new Rutoken(inside, members, { logged: true });
    await oracle.verifies((await new RutokenWay(signer, Promise.resolve(open)).sign({ id: chosen.id, content: CONTENT })).message, CONTENT);
    equal(open.calls, ['login']);
    open.enumerateDevices = async () => [];
    equal(await new RutokenWay(signer, open).list(), []);
    open.enumerateDevices = async () => Promise.reject(new Error('17'));
    await refused(new RutokenWay(signer, open).list(), 'signer.way.plugin', { said: '17' });
    await refused(new RutokenWay(signer, null).list(), 'signer.way.no-plugin');
    inside.close();
  },
};
