import { SignerRefusal } from './refusal.js';

/** Bytes of the salt that a passkey makes its secret of. */
const SALT_BYTES = 32;
/** How long the person may take. */
const ASK_MS_MAX = 120_000;
const LABEL = new TextEncoder().encode('svitok key store 1');

/** A new passkey of this site, and the key that its secret gives (WebAuthn's PRF extension). */
export async function makePasskey(name) {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const created = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        rp: { name: document.title || location.hostname },
        user: { id: crypto.getRandomValues(new Uint8Array(16)), name, displayName: name },
        // what the site does not check: no server ever sees this passkey
        pubKeyCredParams: [{ type: 'public-key', alg: -7 }, { type: 'public-key', alg: -257 }],
        authenticatorSelection: { userVerification: 'required' },
        timeout: ASK_MS_MAX,
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  const told = created.getClientExtensionResults().prf;
  if (!told?.enabled) throw new SignerRefusal('signer.store.passkey', {}, 'the passkey gives no secret');
  const passkey = { credential: new Uint8Array(created.rawId), salt };
  // some give the secret at once, most at the first use
  const key = told.results?.first ? await keyOf(told.results.first) : await passkeyKey(passkey);
  return { ...passkey, key };
}

/** The key that a passkey's secret gives, after the person agreed. */
export async function passkeyKey({ credential, salt }) {
  const given = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        allowCredentials: [{ type: 'public-key', id: credential }],
        userVerification: 'required',
        timeout: ASK_MS_MAX,
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  const secret = given.getClientExtensionResults().prf?.results?.first;
  if (!secret) throw new SignerRefusal('signer.store.passkey', {}, 'the passkey gave no secret');
  return keyOf(secret);
}

async function keyOf(secret) {
  const whole = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: LABEL };
  return crypto.subtle.deriveKey(how, whole, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function asked(ask) {
  if (!globalThis.PublicKeyCredential) throw new SignerRefusal('signer.store.passkey', {}, 'no passkeys in this browser');
  try {
    return await ask();
  } catch (error) {
    throw new SignerRefusal('signer.store.passkey', {}, `${error}`);
  }
}
