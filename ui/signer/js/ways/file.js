import { octets } from '../content.js';
import { dropped } from '../drop.js';
import { SignerRefusal } from '../refusal.js';
import { choice, hex } from './signed.js';

/** Bytes of one chosen file at most; a key's container takes some KiB. */
const FILE_BYTES_MAX = 1024 * 1024;
/** Files of a folder of CryptoPro's programs. */
const FOLDER = /(?:^|\/)(header|masks2?|primary2?|name)\.key$/i;

/** Signing with a key from files, which is in memory only while it is open. */
export class FileWay {
  kind = 'file';
  #signer;
  #keys = new Map();
  #last = 0;

  constructor(signer) {
    this.#signer = signer;
  }

  /**
   * Opens a PFX file, a key in PKCS#8 (PEM), or the files of a CryptoPro folder; certificates may lie beside or in the PEM. Gives
   * what can be chosen now.
   * @param {{ files: Array<File | { name: string, bytes: Uint8Array }>, password?: string }} request
   */
  async open({ files, password = '' }) {
    const read = await Promise.all(files.map(contentOf));
    const folder = Object.fromEntries(
      read.flatMap(({ name, bytes }) => (FOLDER.test(name) ? [[FOLDER.exec(name)[1].toLowerCase(), bytes]] : [])),
    );
    const others = read.filter(({ name }) => !FOLDER.test(name));
    const pems = others.filter(({ bytes }) => says(bytes, 'PRIVATE KEY-----'));
    const isCertificate = (file) => !pems.includes(file) && /\.(cer|crt|pem|der)$/i.test(file.name);
    const containers = others.filter((file) => !pems.includes(file) && !isCertificate(file));
    const whole = folder.header && folder.masks && folder.primary;
    if ((whole ? 1 : 0) + pems.length + containers.length !== 1) throw new SignerRefusal('signer.way.no-key');
    const inPems = pems.filter(({ bytes }) => says(bytes, 'BEGIN CERTIFICATE-----'));
    const opened = await this.#opened({ folder: whole && folder, pem: pems[0], container: containers[0] }, password);
    return this.#kept(opened, [...others.filter(isCertificate), ...inPems]);
  }

  async list() {
    return [...this.#keys.values()].map(({ choice: shown }) => shown);
  }

  async sign({ id, content, form, at }, options) {
    return this.#signer.sign({ content, signers: [this.signingKey({ id })], form, at }, options);
  }

  /** The open key, for whoever moves it into a `KeyStore`. */
  signingKey({ id }) {
    const own = this.#keys.get(id);
    if (!own) throw new SignerRefusal('signer.way.unknown');
    if (!own.certificate) throw new SignerRefusal('signer.store.no-certificate');
    return own;
  }

  /** Forgets all keys. */
  async close() {
    const all = [...this.#keys.values()];
    this.#keys.clear();
    for (const { key } of all) await dropped(this.#signer, key);
  }

  async #opened({ folder, pem, container }, password) {
    if (folder) return [await this.#signer.openFolder({ files: folder, password })];
    if (container) return (await this.#signer.openContainer({ file: container.bytes, password })).keys;
    const secret = says(pem.bytes, 'BEGIN ENCRYPTED') ? { password } : {};
    return [{ ...(await this.#signer.readKey({ bytes: pem.bytes, ...secret })), chain: [] }];
  }

  async #kept(opened, files) {
    try {
      const beside = await Promise.all(files.map(({ bytes }) => this.#signer.readCertificates({ bytes })));
      const all = [];
      for (const key of opened) all.push(await this.#choice(key, beside.flat()));
      for (const own of all) this.#keys.set(own.choice.id, own);
      return all.map(({ choice: shown }) => shown);
    } catch (refusal) {
      for (const { key } of opened) await this.#signer.dropKey({ key });
      throw refusal;
    }
  }

  async #choice(own, beside) {
    const [inside] = own.certificate ? await this.#signer.readCertificates({ bytes: own.certificate }) : [];
    const publicKey = hex(own.publicKey);
    const view = inside ?? beside.find(({ public_key: key }) => key && publicKey.endsWith(key));
    const id = `${(this.#last += 1)}`;
    const shown = choice({ id, kind: this.kind, name: own.name, certificate: view, needs: 'nothing' });
    return { ...own, certificate: view?.der, choice: shown };
  }
}

/** Does the text of a file hold this? */
const says = (bytes, words) => new TextDecoder('latin1').decode(bytes).includes(words);

async function contentOf(file) {
  const bytes = file instanceof Blob ? undefined : octets(file.bytes);
  if ((bytes?.length ?? file.size) > FILE_BYTES_MAX) throw new SignerRefusal('signer.way.no-key', {}, `${file.name} is too long`);
  return { name: file.webkitRelativePath || file.name, bytes: bytes ?? new Uint8Array(await file.arrayBuffer()) };
}
