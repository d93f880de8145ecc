import { isReady, octets } from '../content.js';
import { SignerRefusal } from '../refusal.js';
import { checkedMessage, choice, fromBase64, hex, readTwice } from './signed.js';

/**
 * Numbers of the published interface: CAPICOM's and CAdESCOM's enumerations.
 * Source: documentation of «КриптоПро ЭЦП Browser plug-in», objects CAdESCOM.Store, CPSigner, HashedData, CadesSignedData.
 */
const CURRENT_USER_STORE = 2;
const OPEN_MAXIMUM_ALLOWED = 2;
const ENCODE_BASE64 = 0;
const CADES_BES = 1;
const INCLUDE_CHAIN_EXCEPT_ROOT = 0;
const HASH = { streebog256: 101, streebog512: 102 };
/** Certificates looked through in the person's store: a workplace of an accountant has dozens. */
const CERTIFICATES_MAX = 1000;
/** The person said no in the program's own window: HRESULT 0x8010006E (a carrier) and 0x000004C7 (a window). */
const CANCELLED = /0x8010006e|0x000004c7|0x800704c7/i;

/**
 * Signing with keys that CryptoPro's program holds, over its object for browsers in its asynchronous form (`window.cadesplugin`,
 * made by its own script). Written from the published interface and tested against an imitation of it; never tried on the
 * real one.
 */
export class CryptoProWay {
  kind = 'crypto-pro';
  #signer;
  #plugin;
  #certificates = new Map();

  /** @param {object} plugin the vendor's object, or the promise of it */
  constructor(signer, plugin) {
    this.#signer = signer;
    this.#plugin = plugin;
  }

  async list() {
    const plugin = await this.#ready();
    const found = await asked(() => stored(plugin));
    this.#certificates.clear();
    const choices = [];
    for (const { der, own } of found) {
      const view = await this.#read(der);
      // keys of other algorithms are not for these signatures
      if (!view?.set) continue;
      this.#certificates.set(view.thumbprint, { own, view });
      choices.push(choice({ id: view.thumbprint, kind: this.kind, certificate: view, needs: 'nothing' }));
    }
    return choices;
  }

  async sign({ id, content, at }, options) {
    if (!this.#certificates.has(id)) await this.list();
    const known = this.#certificates.get(id);
    if (!known) throw new SignerRefusal('signer.way.unknown');
    const digest = known.view.set.startsWith('512') ? 'streebog512' : 'streebog256';
    const taken = await this.#digested(readTwice(content), digest, options);
    options?.signal?.throwIfAborted();
    const plugin = await this.#ready();
    const text = await asked(() => signedHash(plugin, known.own, { digest, octets: taken.digests[digest], at }));
    const message = fromBase64(text);
    await checkedMessage(this.#signer, { message, content: taken, thumbprint: id });
    return { bytes: taken.bytes, message };
  }

  async #ready() {
    const plugin = await asked(() => this.#plugin, 'signer.way.no-plugin');
    if (typeof plugin?.CreateObjectAsync !== 'function') throw new SignerRefusal('signer.way.no-plugin');
    return plugin;
  }

  // the content does not go through the program: its hash does
  async #digested(content, digest, options) {
    if (!isReady(content)) return this.#signer.digest({ content, digests: [digest] }, options);
    if (!content.digests[digest]) throw new SignerRefusal('signer.digest.other');
    return { bytes: 0, digests: { [digest]: octets(content.digests[digest]) } };
  }

  async #read(der) {
    try {
      return (await this.#signer.readCertificates({ bytes: der }))[0];
    } catch (refusal) {
      // a store may hold what is no certificate by our rules: it cannot be chosen, the others can
      if (refusal.code?.startsWith('pki.')) return undefined;
      throw refusal;
    }
  }
}

/** Certificates with private keys in the person's store. */
async function stored(plugin) {
  const store = await plugin.CreateObjectAsync('CAdESCOM.Store');
  await store.Open(CURRENT_USER_STORE, 'My', OPEN_MAXIMUM_ALLOWED);
  try {
    const all = await store.Certificates;
    const count = Math.min(await all.Count, CERTIFICATES_MAX);
    const found = [];
    for (let at = 1; at <= count; at += 1) {
      const own = await all.Item(at);
      if (await own.HasPrivateKey()) found.push({ own, der: fromBase64(await own.Export(ENCODE_BASE64)) });
    }
    return found;
  } finally {
    await store.Close();
  }
}

/** A detached CAdES-BES message over a digest. */
async function signedHash(plugin, certificate, { digest, octets: given, at }) {
  const signer = await plugin.CreateObjectAsync('CAdESCOM.CPSigner');
  await signer.propset_Certificate(certificate);
  // it is verified here afterwards, and by the server against the moment's lists
  await signer.propset_CheckCertificate(false);
  await signer.propset_Options(INCLUDE_CHAIN_EXCEPT_ROOT);
  if (at !== undefined) await signer.propset_SigningTime(new Date(at));
  const hashed = await plugin.CreateObjectAsync('CAdESCOM.HashedData');
  await hashed.propset_Algorithm(HASH[digest]);
  await hashed.SetHashValue(hex(given).toUpperCase());
  const data = await plugin.CreateObjectAsync('CAdESCOM.CadesSignedData');
  return data.SignHash(hashed, signer, CADES_BES, ENCODE_BASE64);
}

async function asked(work, code = 'signer.way.plugin') {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SignerRefusal) throw error;
    const said = `${error?.message ?? error}`;
    if (CANCELLED.test(said)) throw new DOMException(said, 'AbortError');
    throw new SignerRefusal(code, { said }, said);
  }
}
