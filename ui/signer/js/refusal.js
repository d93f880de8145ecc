/** Why a call was not done: a stable code, what its text speaks of, and a detail for developers. */
export class SignerRefusal extends Error {
  /**
   * @param {string} code `signer.…` and `pki.…`: dots become hyphens in the name of its text
   * @param {Record<string, string | number>} [args] what the text speaks of
   * @param {string} [detail] in English, for developers
   */
  constructor(code, args = {}, detail = code) {
    super(detail);
    this.name = 'SignerRefusal';
    this.code = code;
    this.arguments = args;
  }
}

/**
 * What this face itself refuses, beside what the module does. The value is the name of the text.
 */
export const FACE_CODES = Object.freeze({
  /** The module could not be fetched, compiled or begun. */
  'signer.load': 'signer-load',
  /** The module broke in this call and will not be called again; keys that were open in it are gone. */
  'signer.broken': 'signer-broken',
  /** The key was open in a module or worker that is gone. */
  'signer.key.gone': 'signer-key-gone',
  /** The worker ended by itself or could not be started. */
  'signer.worker.gone': 'signer-worker-gone',
  /** More calls wait than may. */
  'signer.queue.full': 'signer-queue-full',
  /** What goes into one call is longer than a buffer may be. */
  'signer.too-long': 'signer-too-long',
  /** The content could not be read to its end. */
  'signer.content.unread': 'signer-content-unread',
  /** The browser keeps nothing here: a private window, or storage is forbidden. */
  'signer.store.unavailable': 'signer-store-unavailable',
  /** No key is kept under this name. */
  'signer.store.unknown': 'signer-store-unknown',
  /** The kept key cannot be read: the browser's part of the protection is gone. Only the backup helps. */
  'signer.store.unreadable': 'signer-store-unreadable',
  /** The key is closed, by the person or after a while of rest. */
  'signer.store.closed': 'signer-store-closed',
  /** The certificate or the backup is another key's. */
  'signer.store.other-key': 'signer-store-other-key',
  /** The key is kept here already. */
  'signer.store.exists': 'signer-store-exists',
  /** As many keys are kept as may be. */
  'signer.store.full': 'signer-store-full',
  /** The password for a kept key is too short. */
  'signer.store.password': 'signer-store-password',
  /** The key has no certificate yet. */
  'signer.store.no-certificate': 'signer-store-no-certificate',
  /** The passkey was not given, or cannot open keys in this browser. */
  'signer.store.passkey': 'signer-store-passkey',
  /** There is no such choice in this way to sign. */
  'signer.way.unknown': 'signer-way-unknown',
  /** The vendor's program is not there. */
  'signer.way.no-plugin': 'signer-way-no-plugin',
  /** The vendor's program failed; its own words are the argument. */
  'signer.way.plugin': 'signer-way-plugin',
  /** Wrong PIN. */
  'signer.way.pin': 'signer-way-pin',
  /** What came back signs other bytes than were given. */
  'signer.way.other-content': 'signer-way-other-content',
  /** What came back is signed by another certificate than was chosen. */
  'signer.way.other-certificate': 'signer-way-other-certificate',
  /** What came back cannot be verified here. */
  'signer.way.unverified': 'signer-way-unverified',
  /** The chosen files are no key that is read here. */
  'signer.way.no-key': 'signer-way-no-key',
});

/** The refusal as it goes between worker and page. */
export function plainRefusal({ code, arguments: args, message }) {
  return { code, arguments: args, detail: message };
}
