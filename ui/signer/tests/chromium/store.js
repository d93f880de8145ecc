import { KeyStore, Signer } from '../../js/signer.js';
import { equal, ok, refused } from '../scenarios/check.js';
import { bytes, member, romashkaName } from '../scenarios/cast.js';

/* global passkeys: what the runner put into the page */

const PASSWORD = 'длинный пароль';
const CONTENT = bytes('Накладная № 9');
let count = 0;
const fresh = () => `test-keys-${(count += 1)}`;
const happened = (target, name) => new Promise((resolve) => target.addEventListener(name, resolve, { once: true }));

export const scenarios = {
  async 'a key is made, backed up, gets its certificate and signs, and a fresh page finds it'({ signer, oracle }) {
    const name = fresh();
    const store = await KeyStore.open(signer, { name });
    const { entry, backup } = await store.create({ name: 'Ромашка', password: PASSWORD });
    equal([entry.name, entry.set, entry.backedUpAt, entry.open, entry.passkey], ['Ромашка', 'XA', null, true, false]);
    await refused(store.confirmBackup({ id: entry.id, file: backup, password: 'другой пароль' }), 'pki.not-opened');
    const other = await store.create({ name: 'Другой', password: PASSWORD });
    await refused(store.confirmBackup({ id: entry.id, file: other.backup, password: PASSWORD }), 'signer.store.other-key');
    equal((await store.get(entry.id)).backedUpAt, null);
    ok((await store.confirmBackup({ id: entry.id, file: backup, password: PASSWORD })).backedUpAt > 0);

    const { key } = await store.signingKey({ id: entry.id });
    const certificate = await oracle.issue(await signer.makeRequest({ key, subject: romashkaName }));
    await refused(store.setCertificate({ id: other.entry.id, certificate }), 'signer.store.other-key');
    await refused(store.setCertificate({ id: entry.id, certificate: bytes('none') }), 'pki.pem');
    await store.setCertificate({ id: entry.id, certificate, chain: [oracle.issuing] });
    await store.rename({ id: entry.id, name: 'ООО Ромашка' });
    await store.close();

    const again = new Signer('/signer.wasm');
    const later = await KeyStore.open(again, { name });
    equal((await later.list()).map((it) => [it.name, it.open]), [['ООО Ромашка', false], ['Другой', false]]);
    await refused(later.signingKey({ id: entry.id }), 'signer.store.closed');
    await refused(later.unlock({ id: entry.id, password: 'неверный пароль' }), 'pki.not-opened');
    await refused(later.unlock({ id: entry.id }), 'signer.store.passkey');
    equal((await later.unlock({ id: entry.id, password: PASSWORD })).open, true);
    const own = await later.signingKey({ id: entry.id });
    await oracle.verifies((await again.sign({ content: CONTENT, signers: [own] })).message, CONTENT);
    const file = await later.exportFile({ id: entry.id, password: PASSWORD });
    const { keys } = await again.openContainer({ file, password: PASSWORD });
    equal([keys[0].certificate, keys[0].chain.length, keys[0].name], [certificate, 1, 'ООО Ромашка']);
    await refused(later.exportFile({ id: entry.id, password: 'неверный пароль' }), 'pki.not-opened');
    await later.close();
    again.close();
  },

  async 'a file is imported once, and its keys are backed up by it'({ signer, oracle }) {
    const store = await KeyStore.open(signer, { name: fresh() });
    const own = await member(signer, oracle);
    const file = await signer.sealContainer({ ...own, password: 'short', name: 'из файла', iterations: 1000 });
    await refused(store.import({ file, password: 'short' }), 'signer.store.password', { limit: 8 });
    await refused(store.import({ file, password: 'wrong', fresh: PASSWORD }), 'pki.not-opened');
    const [entry] = await store.import({ file, password: 'short', fresh: PASSWORD });
    equal([entry.name, entry.certificate, entry.chain.length], ['из файла', own.certificate, 1]);
    ok(entry.backedUpAt > 0);
    await refused(store.import({ file, password: 'short', fresh: PASSWORD }), 'signer.store.exists');
    await refused(store.add({ ...own, set: 'XA', name: 'ещё раз', password: PASSWORD }), 'signer.store.exists');
    await refused(store.create({ name: 'x', password: 'короток' }), 'signer.store.password');
    await refused(store.create({ name: 'x', password: PASSWORD, set: 'none' }), 'signer.set.unknown');
    const changed = await store.changePassword({ id: entry.id, password: PASSWORD, fresh: 'совсем другой' });
    await refused(store.exportFile({ id: entry.id, password: PASSWORD }), 'pki.not-opened');
    ok((await signer.openContainer({ file: changed.backup, password: 'совсем другой' })).keys.length === 1);
    await store.remove({ id: entry.id });
    await refused(store.unlock({ id: entry.id, password: PASSWORD }), 'signer.store.unknown');
    await refused(store.rename({ id: entry.id, name: 'x' }), 'signer.store.unknown');
    await refused(store.remove({ id: entry.id }), 'signer.store.unknown');
    equal([await store.list(), await store.missing()], [[], []]);
    await store.close();
  },

  async 'a key that rests is closed, and so is one whose module is gone'({ signer }) {
    const store = await KeyStore.open(signer, { name: fresh(), idleMs: 60 });
    const closed = happened(store, 'closed');
    const { entry } = await store.create({ name: 'на минуту', password: PASSWORD });
    const { key } = await store.signingKey({ id: entry.id });
    equal((await closed).detail, { id: entry.id });
    await refused(store.signingKey({ id: entry.id }), 'signer.store.closed');
    await refused(signer.publicKey({ key }), 'signer.key.unknown');
    await store.close();
    const longer = await KeyStore.open(signer, { name: fresh() });
    const kept = await longer.create({ name: 'надолго', password: PASSWORD });
    const gone = happened(longer, 'closed');
    signer.close();
    equal((await gone).detail, { id: kept.entry.id });
    await refused(longer.signingKey({ id: kept.entry.id }), 'signer.store.closed');
    equal((await longer.unlock({ id: kept.entry.id, password: PASSWORD })).open, true);
    await longer.closeAll();
    equal((await longer.get(kept.entry.id)).open, false);
    await longer.close();
  },

  async 'what lies in the browser opens neither without its device key nor without the password'({ signer }) {
    const name = fresh();
    const store = await KeyStore.open(signer, { name });
    const { entry, backup } = await store.create({ name: 'Ромашка', password: PASSWORD });
    await store.close();
    const database = await new Promise((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const asked = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const stores = () => database.transaction(['keys', 'device'], 'readwrite');
    const record = await asked(stores().objectStore('keys').get(entry.id));
    const device = await asked(stores().objectStore('device').get('key'));
    equal([device.extractable, device.algorithm.name, device.algorithm.length], [false, 'AES-GCM', 256]);
    const given = await crypto.subtle.exportKey('raw', device).catch((error) => error.name);
    equal(given, 'InvalidAccessError');
    const why = await signer.openContainer({ file: record.sealed.octets, password: PASSWORD }).catch((refusal) => refusal);
    ok(why.code?.startsWith('pki.'), 'what is stored is no container');
    ok(record.sealed.octets.length === backup.length + 16);
    // a record under another's name, as one who writes into the database would put it
    await asked(stores().objectStore('keys').put({ ...record, id: 'another' }));
    const moved = await KeyStore.open(signer, { name });
    await refused(moved.unlock({ id: 'another', password: PASSWORD }), 'signer.store.unreadable');
    await asked(stores().objectStore('device').delete('key'));
    await moved.close();
    const later = await KeyStore.open(signer, { name });
    await refused(later.unlock({ id: entry.id, password: PASSWORD }), 'signer.store.unreadable');
    const [again] = await later.import({ file: backup, password: PASSWORD }).catch((refusal) => [refusal]);
    equal(again.code, 'signer.store.exists');
    await later.remove({ id: entry.id });
    await later.remove({ id: 'another' });
    equal((await later.import({ file: backup, password: PASSWORD })).length, 1);
    await later.close();
    database.close();
  },

  async 'what the browser threw away is told, until the person has read it'({ signer }) {
    const name = fresh();
    const store = await KeyStore.open(signer, { name });
    const { entry } = await store.create({ name: 'Ромашка', password: PASSWORD });
    await store.close();
    await new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve));
    const later = await KeyStore.open(signer, { name });
    equal((await later.missing()).map((it) => [it.id, it.name]), [[entry.id, 'Ромашка']]);
    await later.create({ name: 'новый', password: PASSWORD });
    equal((await later.missing()).length, 1);
    await later.forgetMissing();
    equal(await later.missing(), []);
    equal((await later.list()).length, 1);
    localStorage.setItem(name, 'not ours');
    equal(await later.missing(), []);
    ok(typeof (await later.persist()) === 'boolean');
    await later.close();
  },

  async 'a passkey stands for the password'({ signer }) {
    await passkeys({ hasPrf: true });
    const store = await KeyStore.open(signer, { name: fresh() });
    const { entry } = await store.create({ name: 'Ромашка', password: PASSWORD });
    await refused(store.addPasskey({ id: entry.id, password: 'неверный пароль' }), 'pki.not-opened');
    equal((await store.addPasskey({ id: entry.id, password: PASSWORD })).passkey, true);
    await store.closeAll();
    equal((await store.unlock({ id: entry.id })).open, true);
    await store.closeAll();
    await store.changePassword({ id: entry.id, password: PASSWORD, fresh: 'совсем другой' });
    await refused(store.unlock({ id: entry.id }), 'signer.store.passkey');
    await store.addPasskey({ id: entry.id, password: 'совсем другой' });
    // another carrier, that does not hold it
    await passkeys({ hasPrf: true });
    await refused(store.unlock({ id: entry.id }), 'signer.store.passkey');
    equal((await store.unlock({ id: entry.id, password: 'совсем другой' })).open, true);
    equal((await store.removePasskey({ id: entry.id })).passkey, false);
    await passkeys({ hasPrf: false });
    await refused(store.addPasskey({ id: entry.id, password: 'совсем другой' }), 'signer.store.passkey');
    await store.close();
  },
};
