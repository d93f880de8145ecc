import { isReady, octets } from '../content.js';
import { SignerRefusal } from '../refusal.js';
import { checkedMessage, choice, fromBase64, readTwice } from './signed.js';

/**
 * Signing with keys that a vendor's program holds, over its object for browsers. The program gets the digest, never the content;
 * what it gives is believed only after it was verified here. What differs between vendors is the four functions below.
 *
 * @typedef {object} Vendor
 * @property {string} entry name of a function that the vendor's object has
 * @property {'nothing' | 'pin'} needs what is asked before each signature
 * @property {(plugin: object) => Promise<Array<{ own: object, file: Uint8Array | string, place?: string, name?: string }>>} found
 *   certificates with keys: the vendor's own object, the certificate's file, on which carrier
 * @property {(plugin: object, own: object, asked: { digest: string, octets: Uint8Array, secret?: string, at?: number | Date }) => Promise<string>} signHash
 *   a detached message over the digest, base64
 * @property {(plugin: object, error: unknown) => Promise<Error> | Error} refusal what a failure of the program is here
 */
export class VendorWay {
  #signer;
  #plugin;
  #vendor;
  #certificates = new Map();
  /** Ends with the signature that is made now: one that closes its carrier must not close it under another. */
  #turn = Promise.resolve();

  /** @param {object} plugin the vendor's object, or the promise of it @param {Vendor} vendor */
  constructor(signer, plugin, vendor) {
    this.#signer = signer;
    this.#plugin = Promise.resolve(plugin);
    // told by the call that wants it
    this.#plugin.catch(() => {});
    this.#vendor = vendor;
  }

  async list() {
    const plugin = await this.#ready();
    const found = await this.#asked(plugin, () => this.#vendor.found(plugin));
    this.#certificates.clear();
    const choices = [];
    for (const { own, file, place, name } of found) {
      const view = await this.#read(file);
      // keys of other algorithms are not for these signatures
      if (!view?.set) continue;
      // the same certificate may lie on two carriers
      const id = place === undefined ? view.thumbprint : `${place}:${view.thumbprint}`;
      this.#certificates.set(id, { own, view });
      choices.push(choice({ id, kind: this.kind, name, certificate: view, needs: this.#vendor.needs }));
    }
    return choices;
  }

  async sign({ id, secret, content, at }, options) {
    if (!this.#certificates.has(id)) await this.list();
    const known = this.#certificates.get(id);
    if (!known) throw new SignerRefusal('signer.way.unknown');
    const digest = known.view.set.startsWith('512') ? 'streebog512' : 'streebog256';
    const taken = await this.#digested(readTwice(content), digest, options);
    options?.signal?.throwIfAborted();
    const plugin = await this.#ready();
    const asked = { digest, octets: taken.digests[digest], secret, at };
    const message = fromBase64(await this.#inTurn(plugin, () => this.#vendor.signHash(plugin, known.own, asked), options));
    await checkedMessage(this.#signer, { message, content: taken, thumbprint: known.view.thumbprint });
    return { bytes: taken.bytes, message };
  }

  async #ready() {
    let plugin;
    try {
      plugin = await this.#plugin;
    } catch (error) {
      throw new SignerRefusal('signer.way.no-plugin', {}, `${error?.message ?? error}`);
    }
    if (typeof plugin?.[this.#vendor.entry] !== 'function') throw new SignerRefusal('signer.way.no-plugin');
    return plugin;
  }

  async #inTurn(plugin, work, options) {
    const before = this.#turn;
    const mine = before.then(() => {
      options?.signal?.throwIfAborted();
      return this.#asked(plugin, work);
    });
    // whoever comes next waits for this one however it ends
    this.#turn = mine.then(
      () => {},
      () => {},
    );
    return mine;
  }

  async #asked(plugin, work) {
    try {
      return await work();
    } catch (error) {
      throw error instanceof SignerRefusal ? error : await this.#vendor.refusal(plugin, error);
    }
  }

  async #digested(content, digest, options) {
    if (!isReady(content)) return this.#signer.digest({ content, digests: [digest] }, options);
    if (!content.digests[digest]) throw new SignerRefusal('signer.digest.other');
    return { bytes: 0, digests: { [digest]: octets(content.digests[digest]) } };
  }

  async #read(file) {
    try {
      return (await this.#signer.readCertificates({ bytes: file }))[0];
    } catch (refusal) {
      // a store may hold what is no certificate by our rules: it cannot be chosen, the others can
      if (refusal.code?.startsWith('pki.')) return undefined;
      throw refusal;
    }
  }
}
