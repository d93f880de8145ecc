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
});

/** The refusal as it goes between worker and page. */
export function plainRefusal({ code, arguments: args, message }) {
  return { code, arguments: args, detail: message };
}
