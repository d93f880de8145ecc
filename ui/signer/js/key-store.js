import { Database } from './database.js';
import { dropped } from './drop.js';
import { makePasskey, passkeyKey } from './passkey.js';
import { SignerRefusal } from './refusal.js';

/** A key that nobody used for so long is closed: a person comes back from lunch to closed keys. */
const IDLE_MS = 10 * 60 * 1000;
/** Keys kept in one browser: half of what the module holds open. */
const KEYS_MAX = 32;
/** Signs of a password at least: a guess costs a guesser who has the file 50,000 rounds of Streebog. */
const PASSWORD_SIGNS_MIN = 8;
const IV_BYTES = 12;
const utf8 = new TextEncoder();

/**
 * Keys that live in this browser. Each is a PFX container under its password, and that under a key of this device which the
 * browser keeps and never gives out: neither a copy of the profile without the password opens it, nor the password without the
 * profile. A browser may forget all of it, so a key is not backed up until its file was opened again.
 *
 * Events: `closed` with `detail.id` when a key was closed, `changed` after a record was written or removed.
 */
export class KeyStore extends EventTarget {
  #signer;
  #database;
  #device;
  #name;
  #idleMs;
  /** Open keys by their id: `{ key, usedAt }`. */
  #open = new Map();
  #timer;
  #lost = () => this.#forgetAll();

  /** @param {import('./signer.js').Signer} signer @param {{ name?: string, idleMs?: number }} [options] */
  static async open(signer, { name = 'svitok-keys', idleMs = IDLE_MS } = {}) {
    const store = new KeyStore();
    store.#database = await Database.open(name);
    store.#device = await store.#database.deviceKey(() =>
      crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    );
    store.#signer = signer;
    store.#name = name;
    store.#idleMs = idleMs;
    signer.addEventListener('lost', store.#lost);
    return store;
  }

  /** Closes all keys and the store. What is kept stays. */
  async close() {
    this.#signer.removeEventListener('lost', this.#lost);
    await this.closeAll();
    this.#database.close();
  }

  async list() {
    const records = await this.#database.all();
    return records.map((record) => this.#entry(record)).sort((a, b) => a.createdAt - b.createdAt);
  }

  async get(id) {
    return this.#entry(await this.#record(id));
  }

  /** A new key, open; and its backup file, which is to be saved and given to {@link confirmBackup}. */
  async create({ name, set = 'XA', password }) {
    checkPassword(password);
    const made = await this.#signer.makeKey({ set });
    return this.#kept(made, () => this.#keep({ ...made, name, password, backedUpAt: null }));
  }

  /** A key that is open in the signer already, from a file or a folder; it stays open and is the store's
   * from now on. Gives its backup file too. */
  async add({ key, set, publicKey, certificate, chain = [], name, password }) {
    checkPassword(password);
    return this.#keep({ key, set, publicKey, certificate, chain, name, password, backedUpAt: null });
  }

  /** All keys of a PFX file, under its password or a fresh one; the file itself is their backup. */
  async import({ file, password, fresh = password, name }) {
    checkPassword(fresh);
    const { keys } = await this.#signer.openContainer({ file, password });
    const entries = [];
    for (const opened of keys) {
      const named = { ...opened, name: name ?? opened.name ?? '', password: fresh, backedUpAt: Date.now() };
      const { entry } = await this.#kept(opened, () => this.#keep(named));
      entries.push(entry);
    }
    return entries;
  }

  /** Opens the file as a person would after a loss; the same key in it, and the key counts as backed up. */
  async confirmBackup({ id, file, password }) {
    const record = await this.#record(id);
    const { keys } = await this.#signer.openContainer({ file, password });
    for (const { key } of keys) await this.#signer.dropKey({ key });
    if (!keys.some((key) => same(key.publicKey, record.publicKey))) throw new SignerRefusal('signer.store.other-key');
    return this.#change(id, () => ({ backedUpAt: Date.now() }));
  }

  /** A file to be kept elsewhere: the key with its certificate and chain, under the same password. */
  async exportFile({ id, password }) {
    const record = await this.#record(id);
    const { key, file } = await this.#opened(record, password);
    try {
      if (!record.certificate) return file;
      const { name, certificate, chain } = record;
      return await this.#signer.sealContainer({ key, password, name, certificate, chain });
    } finally {
      await this.#signer.dropKey({ key });
    }
  }

  rename({ id, name }) {
    return this.#change(id, () => ({ name }));
  }

  /** Puts the issued certificate to its key. Refuses another key's. */
  async setCertificate({ id, certificate, chain = [] }) {
    const record = await this.#record(id);
    const [own] = await this.#signer.readCertificates({ bytes: certificate });
    if (own.public_key !== tail(record.publicKey, own.public_key?.length)) throw new SignerRefusal('signer.store.other-key');
    const issuers = await Promise.all(chain.map((bytes) => this.#signer.readCertificates({ bytes })));
    return this.#change(id, () => ({ certificate: own.der, chain: issuers.flat().map(({ der }) => der) }));
  }

  async changePassword({ id, password, fresh }) {
    checkPassword(fresh);
    const record = await this.#record(id);
    const { key } = await this.#opened(record, password);
    try {
      const file = await this.#signer.sealContainer({ key, password: fresh, name: record.name });
      const sealed = await this.#seal(this.#device, id, file);
      // the passkey would open it with the old one
      return { entry: await this.#change(id, () => ({ sealed, passkey: undefined })), backup: file };
    } finally {
      await this.#signer.dropKey({ key });
    }
  }

  /** Forgets the key for good. */
  async remove({ id }) {
    await this.#record(id);
    await this.closeKey({ id });
    await this.#database.remove(id);
    await this.#changed((gone) => gone === id);
  }

  /** Lets a passkey stand for the password from now on; the password still opens the key. */
  async addPasskey({ id, password }) {
    const record = await this.#record(id);
    const { key } = await this.#opened(record, password);
    await this.#signer.dropKey({ key });
    const { credential, salt, key: wrapping } = await makePasskey(record.name);
    const secret = utf8.encode(password);
    const wrapped = await this.#seal(wrapping, id, secret);
    secret.fill(0);
    return this.#change(id, () => ({ passkey: { credential, salt, wrapped } }));
  }

  removePasskey({ id }) {
    return this.#change(id, () => ({ passkey: undefined }));
  }

  /** Opens a key, by its password or its passkey. An open one stays open. */
  async unlock({ id, password }) {
    const record = await this.#record(id);
    if (!this.#fresh(id)) {
      const { key } = await this.#opened(record, password ?? (await this.#passwordOf(record)));
      this.#open.set(id, { key, usedAt: Date.now() });
      this.#watch();
    }
    return this.#entry(record);
  }

  /** What signing takes; the key counts as used. Refuses a closed one. */
  async signingKey({ id }) {
    const record = await this.#record(id);
    const open = this.#fresh(id);
    if (!open) throw new SignerRefusal('signer.store.closed');
    open.usedAt = Date.now();
    this.#watch();
    return { key: open.key, certificate: record.certificate, chain: record.chain };
  }

  async closeKey({ id }) {
    const open = this.#open.get(id);
    if (!open) return;
    this.#open.delete(id);
    this.#told(id);
    await dropped(this.#signer, open.key);
  }

  async closeAll() {
    for (const id of [...this.#open.keys()]) await this.closeKey({ id });
  }

  /** Asks the browser to keep what is here; false when it may still throw it away. */
  async persist() {
    return (await navigator.storage?.persist?.()) ?? false;
  }

  /** Keys that were kept here and that the browser threw away. */
  async missing() {
    const there = new Set((await this.#database.all()).map(({ id }) => id));
    return this.#noted().filter(({ id }) => !there.has(id));
  }

  /** The person has read that these are gone. */
  async forgetMissing() {
    await this.#note(() => true);
  }

  #entry({ id, name, set, publicKey, certificate, chain, createdAt, backedUpAt, passkey }) {
    const open = this.#fresh(id) !== undefined;
    return { id, name, set, publicKey, certificate, chain, createdAt, backedUpAt, passkey: Boolean(passkey), open };
  }

  async #record(id) {
    const record = await this.#database.find(id);
    if (!record) throw new SignerRefusal('signer.store.unknown');
    return record;
  }

  async #keep({ key, set, publicKey, certificate, chain = [], name, password, backedUpAt }) {
    const id = crypto.randomUUID();
    const backup = await this.#signer.sealContainer({ key, password, name, certificate, chain });
    const sealed = await this.#seal(this.#device, id, backup);
    const record = { id, name, set, publicKey, certificate, chain, sealed, createdAt: Date.now(), backedUpAt };
    await this.#database.add(record, (others) => {
      if (others.length >= KEYS_MAX) throw new SignerRefusal('signer.store.full', { limit: KEYS_MAX });
      if (others.some((other) => same(other.publicKey, publicKey))) throw new SignerRefusal('signer.store.exists');
    });
    this.#open.set(id, { key, usedAt: Date.now() });
    this.#watch();
    await this.#changed();
    return { entry: this.#entry(record), backup };
  }

  /** Does it, and drops the key when that fails. */
  async #kept({ key }, keep) {
    try {
      return await keep();
    } catch (error) {
      await this.#signer.dropKey({ key });
      throw error;
    }
  }

  async #change(id, change) {
    const changed = await this.#database.change(id, change);
    if (!changed) throw new SignerRefusal('signer.store.unknown');
    await this.#changed();
    return this.#entry(changed);
  }

  /** The key out of its record, open in the signer, with its container. */
  async #opened(record, password) {
    const file = await this.#unseal(this.#device, record.id, record.sealed, 'signer.store.unreadable');
    const { keys } = await this.#signer.openContainer({ file, password });
    return { key: keys[0].key, file };
  }

  async #passwordOf({ id, passkey }) {
    if (!passkey) throw new SignerRefusal('signer.store.passkey', {}, 'the key has no passkey');
    const secret = await this.#unseal(await passkeyKey(passkey), id, passkey.wrapped, 'signer.store.passkey');
    const password = new TextDecoder().decode(secret);
    secret.fill(0);
    return password;
  }

  async #seal(key, id, octets) {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const how = { name: 'AES-GCM', iv, additionalData: utf8.encode(id) };
    return { iv, octets: new Uint8Array(await crypto.subtle.encrypt(how, key, octets)) };
  }

  async #unseal(key, id, { iv, octets }, code) {
    try {
      const how = { name: 'AES-GCM', iv, additionalData: utf8.encode(id) };
      return new Uint8Array(await crypto.subtle.decrypt(how, key, octets));
    } catch (error) {
      throw new SignerRefusal(code, {}, `${error}`);
    }
  }

  #fresh(id) {
    const open = this.#open.get(id);
    return open && Date.now() - open.usedAt < this.#idleMs ? open : undefined;
  }

  // one timer for the key that rests longest; a page that slept finds its keys too old by their moments
  #watch() {
    clearTimeout(this.#timer);
    const oldest = Math.min(...[...this.#open.values()].map(({ usedAt }) => usedAt));
    if (!Number.isFinite(oldest)) return;
    this.#timer = setTimeout(() => this.#closeIdle(), Math.max(0, oldest + this.#idleMs - Date.now()));
  }

  async #closeIdle() {
    for (const id of [...this.#open.keys()]) {
      if (!this.#fresh(id)) await this.closeKey({ id });
    }
    this.#watch();
  }

  #forgetAll() {
    const all = [...this.#open.keys()];
    this.#open.clear();
    clearTimeout(this.#timer);
    for (const id of all) this.#told(id);
  }

  #told(id) {
    this.dispatchEvent(new CustomEvent('closed', { detail: { id } }));
  }

  async #changed(isForgotten) {
    await this.#note(isForgotten);
    this.dispatchEvent(new Event('changed'));
  }

  // names of what is kept, where a browser that throws the database away usually leaves them
  async #note(isForgotten = () => false) {
    const kept = (await this.#database.all()).map(({ id, name, createdAt }) => ({ id, name, createdAt }));
    const isMissing = ({ id }) => !isForgotten(id) && !kept.some((other) => other.id === id);
    localStorage.setItem(this.#name, JSON.stringify([...kept, ...this.#noted().filter(isMissing)]));
  }

  #noted() {
    try {
      return JSON.parse(localStorage.getItem(this.#name) ?? '[]');
    } catch (error) {
      // whoever wrote something else there took the list along
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  }
}

function checkPassword(password) {
  if (typeof password !== 'string' || [...password].length < PASSWORD_SIGNS_MIN) {
    throw new SignerRefusal('signer.store.password', { limit: PASSWORD_SIGNS_MIN });
  }
}

const same = (a, b) => a.length === b.length && a.every((octet, at) => octet === b[at]);
const hex = (octets) => Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');
/** The octets of a public key, which end its structure. */
const tail = (publicKey, signs = 0) => (signs ? hex(publicKey).slice(-signs) : undefined);
