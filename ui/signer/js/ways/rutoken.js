import { SignerRefusal } from '../refusal.js';
import { hex } from './signed.js';
import { VendorWay } from './vendor.js';

/** Carriers looked at: as many as a computer has sockets, with hubs. */
const DEVICES_MAX = 16;
const CERTIFICATES_MAX = 100;
/** Name of the plugin's error. */
const WRONG_PIN = 'PIN_INCORRECT';

/**
 * Signing with keys on a Rutoken, over its plugin for browsers (what `rutoken.loadPlugin()` gives), in its form with promises.
 * Written from the published interface and tested against an imitation of it; never tried on the real one.
 * Source: documentation of «Рутокен Плагин», class CryptoPlugin.
 */
export class RutokenWay extends VendorWay {
  kind = 'rutoken';

  /** @param {object} plugin the vendor's object, or the promise of it */
  constructor(signer, plugin) {
    // a PIN that was wrong is not shown to the carrier again: many documents would lock it
    const wrong = new Set();
    const signs = (asked, own, what) => signHash(asked, own, { ...what, wrong });
    super(signer, plugin, { entry: 'enumerateDevices', needs: 'pin', found, signHash: signs, refusal });
  }
}

/** The person's certificates on every carrier that is there. */
async function found(plugin) {
  const category = await plugin.CERT_CATEGORY_USER;
  const devices = await plugin.enumerateDevices();
  const all = [];
  for (const device of devices.slice(0, DEVICES_MAX)) {
    const name = await plugin.getDeviceInfo(device, await plugin.TOKEN_INFO_LABEL);
    const certificates = await plugin.enumerateCertificates(device, category);
    for (const certificate of certificates.slice(0, CERTIFICATES_MAX)) {
      const file = await plugin.getCertificate(device, certificate);
      all.push({ own: { device, certificate }, file, place: `${device}`, name });
    }
  }
  return all;
}

// constants are promises in some versions of the plugin and numbers in others
async function signHash(plugin, { device, certificate }, { octets, secret, at, wrong }) {
  if (at !== undefined) throw new SignerRefusal('signer.call', {}, 'the carrier signs by its own clock');
  const own = await logged(plugin, device, { pin: secret ?? '', wrong });
  try {
    const format = await plugin.DATA_FORMAT_HASH;
    const pairs = hex(octets).match(/../g).join(':');
    const options = { detached: true, addUserCertificate: true, addSignTime: true, addEssCert: true };
    return await plugin.sign(device, certificate, pairs, format, options);
  } finally {
    // whoever was logged in before stays so
    if (own) await plugin.logout(device);
  }
}

/** Opens the carrier; false when it was open before. */
async function logged(plugin, device, { pin, wrong }) {
  const shown = `${device}:${pin}`;
  if (wrong.has(shown)) throw new SignerRefusal('signer.way.pin', { said: WRONG_PIN }, WRONG_PIN);
  try {
    await plugin.login(device, pin);
    return true;
  } catch (error) {
    const codes = await plugin.errorCodes;
    if (codeOf(error) === codes?.ALREADY_LOGGED_IN) return false;
    if (codeOf(error) === codes?.[WRONG_PIN]) wrong.add(shown);
    throw error;
  }
}

async function refusal(plugin, error) {
  const codes = await plugin.errorCodes;
  const [name] = Object.entries(codes ?? {}).find(([, code]) => code === codeOf(error)) ?? [];
  const said = name ?? `${error?.message ?? error}`;
  return new SignerRefusal(/^PIN_/.test(said) ? 'signer.way.pin' : 'signer.way.plugin', { said }, said);
}

/** The error's number: its message is that number, or begins with it. */
function codeOf(error) {
  const number = Number.parseInt(`${error?.message ?? error}`, 10);
  return Number.isNaN(number) ? undefined : number;
}
