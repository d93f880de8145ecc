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
   * Opens a PFX file, or the files of a CryptoPro folder; certificates may lie beside. Gives what can be chosen now.
   * @param {{ files: Array<File | { name: string, bytes: Uint8Array }>, password?: string }} request
   */
  async open({ files, password = '' }) {
    const read = await Promise.all(files.map(contentOf));
    const folder = Object.fromEntries(
      read.flatMap(({ name, bytes }) => (FOLDER.test(name) ? [[FOLDER.exec(name)[1].toLowerCase(), bytes]] : [])),
    );
    const others = read.filter(({ name }) => !FOLDER.test(name));
    const certificates = others.filter(({ name }) => /\.(cer|crt|pem|der)$/i.test(name));
    const containers = others.filter((file) => !certificates.includes(file));
    const opened = [];
    if (folder.header && folder.masks && folder.primary) opened.push(await this.#signer.openFolder({ files: folder, password }));
    else if (containers.length !== 1) throw new SignerRefusal('signer.way.no-key');
    else opened.push(...(await this.#signer.openContainer({ file: containers[0].bytes, password })).keys);
    return this.#kept(opened, certificates);
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

async function contentOf(file) {
  const bytes = file instanceof Blob ? undefined : octets(file.bytes);
  if ((bytes?.length ?? file.size) > FILE_BYTES_MAX) throw new SignerRefusal('signer.way.no-key', {}, `${file.name} is too long`);
  return { name: file.webkitRelativePath || file.name, bytes: bytes ?? new Uint8Array(await file.arrayBuffer()) };
}
