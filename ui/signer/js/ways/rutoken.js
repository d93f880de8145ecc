import { isReady, octets } from '../content.js';
import { SignerRefusal } from '../refusal.js';
import { checkedMessage, choice, fromBase64, hex, readTwice } from './signed.js';

/** Carriers looked at: as many as a computer has sockets, with hubs. */
const DEVICES_MAX = 16;
const CERTIFICATES_MAX = 100;

/**
 * Signing with keys on a Rutoken, over its plugin for browsers (what `rutoken.loadPlugin()` gives), in its form with promises.
 * Written from the published interface and tested against an imitation of it; never tried on the real one.
 * Source: documentation of «Рутокен Плагин», class CryptoPlugin.
 */
export class RutokenWay {
  kind = 'rutoken';
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
    const found = await this.#asked(plugin, () => onDevices(plugin));
    this.#certificates.clear();
    const choices = [];
    for (const { device, certificate, pem, label } of found) {
      const [view] = await this.#signer.readCertificates({ bytes: pem });
      if (!view.set) continue;
      // the same certificate may lie on two carriers
      const id = `${device}:${view.thumbprint}`;
      this.#certificates.set(id, { device, certificate, view });
      choices.push(choice({ id, kind: this.kind, name: label, certificate: view, needs: 'pin' }));
    }
    return choices;
  }

  async sign({ id, secret, content, at }, options) {
    if (at !== undefined) throw new SignerRefusal('signer.call', {}, 'the carrier signs by its own clock');
    if (!this.#certificates.has(id)) await this.list();
    const known = this.#certificates.get(id);
    if (!known) throw new SignerRefusal('signer.way.unknown');
    const digest = known.view.set.startsWith('512') ? 'streebog512' : 'streebog256';
    const taken = await this.#digested(readTwice(content), digest, options);
    options?.signal?.throwIfAborted();
    const plugin = await this.#ready();
    const text = await this.#asked(plugin, () => this.#signedHash(plugin, known, secret, taken.digests[digest]));
    const message = fromBase64(text);
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
    if (typeof plugin?.enumerateDevices !== 'function') throw new SignerRefusal('signer.way.no-plugin');
    return plugin;
  }

  async #digested(content, digest, options) {
    if (!isReady(content)) return this.#signer.digest({ content, digests: [digest] }, options);
    if (!content.digests[digest]) throw new SignerRefusal('signer.digest.other');
    return { bytes: 0, digests: { [digest]: octets(content.digests[digest]) } };
  }

  // constants are promises in some versions of the plugin and numbers in others
  async #signedHash(plugin, { device, certificate }, pin, given) {
    const own = await this.#logged(plugin, device, pin);
    try {
      const format = await plugin.DATA_FORMAT_HASH;
      const pairs = hex(given).match(/../g).join(':');
      const options = { detached: true, addUserCertificate: true, addSignTime: true, addEssCert: true };
      return await plugin.sign(device, certificate, pairs, format, options);
    } finally {
      // whoever was logged in before stays so
      if (own) await plugin.logout(device);
    }
  }

  async #logged(plugin, device, pin) {
    try {
      await plugin.login(device, pin ?? '');
      return true;
    } catch (error) {
      if (codeOf(error) === (await plugin.errorCodes)?.ALREADY_LOGGED_IN) return false;
      throw error;
    }
  }

  async #asked(plugin, work) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof SignerRefusal) throw error;
      const codes = await plugin.errorCodes;
      const [name] = Object.entries(codes ?? {}).find(([, code]) => code === codeOf(error)) ?? [];
      const said = name ?? `${error?.message ?? error}`;
      if (/^PIN_/.test(said)) throw new SignerRefusal('signer.way.pin', { said }, said);
      throw new SignerRefusal('signer.way.plugin', { said }, said);
    }
  }
}

/** The error's number: its message is that number, or begins with it. */
function codeOf(error) {
  const number = Number.parseInt(`${error?.message ?? error}`, 10);
  return Number.isNaN(number) ? undefined : number;
}

/** The person's certificates on every carrier that is there. */
async function onDevices(plugin) {
  const category = await plugin.CERT_CATEGORY_USER;
  const devices = await plugin.enumerateDevices();
  const found = [];
  for (const device of devices.slice(0, DEVICES_MAX)) {
    const label = await plugin.getDeviceInfo(device, await plugin.TOKEN_INFO_LABEL);
    const certificates = await plugin.enumerateCertificates(device, category);
    for (const certificate of certificates.slice(0, CERTIFICATES_MAX)) {
      found.push({ device, certificate, label, pem: await plugin.getCertificate(device, certificate) });
    }
  }
  return found;
}
