import { SignerRefusal } from '../refusal.js';
import { choice } from './signed.js';

/** Signing with keys that live in this browser: see `KeyStore`. */
export class BrowserWay {
  kind = 'browser';
  #signer;
  #store;

  constructor(signer, store) {
    this.#signer = signer;
    this.#store = store;
  }

  async list() {
    const entries = await this.#store.list();
    return Promise.all(entries.map((entry) => this.#choice(entry)));
  }

  async sign({ id, secret, content, form, at }, options) {
    const { certificate } = await this.#store.get(id);
    if (!certificate) throw new SignerRefusal('signer.store.no-certificate');
    // without a password the passkey is asked for, when the key is closed
    await this.#store.unlock({ id, password: secret });
    const own = await this.#store.signingKey({ id });
    return this.#signer.sign({ content, signers: [own], form, at }, options);
  }

  async #choice({ id, name, certificate, open, backedUpAt, passkey }) {
    const [view] = certificate ? await this.#signer.readCertificates({ bytes: certificate }) : [];
    const needs = open ? 'nothing' : 'password';
    return choice({ id, kind: this.kind, name, certificate: view, needs, passkey, backedUp: backedUpAt !== null });
  }
}
