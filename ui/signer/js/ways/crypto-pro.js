import { SignerRefusal } from '../refusal.js';
import { fromBase64, hex } from './signed.js';
import { VendorWay } from './vendor.js';

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
export class CryptoProWay extends VendorWay {
  kind = 'crypto-pro';

  /** @param {object} plugin the vendor's object, or the promise of it */
  constructor(signer, plugin) {
    super(signer, plugin, { entry: 'CreateObjectAsync', needs: 'nothing', found, signHash, refusal });
  }
}

/** Certificates with private keys in the person's store. */
async function found(plugin) {
  const store = await plugin.CreateObjectAsync('CAdESCOM.Store');
  await store.Open(CURRENT_USER_STORE, 'My', OPEN_MAXIMUM_ALLOWED);
  try {
    const all = await store.Certificates;
    const count = Math.min(await all.Count, CERTIFICATES_MAX);
    const own = [];
    for (let at = 1; at <= count; at += 1) {
      const one = await all.Item(at);
      if (await one.HasPrivateKey()) own.push({ own: one, file: fromBase64(await one.Export(ENCODE_BASE64)) });
    }
    return own;
  } finally {
    await store.Close();
  }
}

/** A detached CAdES-BES message over a digest. */
async function signHash(plugin, certificate, { digest, octets, at }) {
  const signer = await plugin.CreateObjectAsync('CAdESCOM.CPSigner');
  await signer.propset_Certificate(certificate);
  // it is verified here afterwards, and by the server against the moment's lists
  await signer.propset_CheckCertificate(false);
  await signer.propset_Options(INCLUDE_CHAIN_EXCEPT_ROOT);
  if (at !== undefined) await signer.propset_SigningTime(new Date(at));
  const hashed = await plugin.CreateObjectAsync('CAdESCOM.HashedData');
  await hashed.propset_Algorithm(HASH[digest]);
  await hashed.SetHashValue(hex(octets).toUpperCase());
  const data = await plugin.CreateObjectAsync('CAdESCOM.CadesSignedData');
  return data.SignHash(hashed, signer, CADES_BES, ENCODE_BASE64);
}

function refusal(_plugin, error) {
  const said = `${error?.message ?? error}`;
  return CANCELLED.test(said) ? new DOMException(said, 'AbortError') : new SignerRefusal('signer.way.plugin', { said }, said);
}
