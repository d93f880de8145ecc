import { SignerRefusal } from '../refusal.js';
import { checkedMessage, hex, messageOctets, readTwice } from './signed.js';

/** Contents that a signature which names no digest is tried on: each takes a verification. */
const TRIED_MAX = 100;

/**
 * Signatures that were made elsewhere, by a program of the person's own: taken when they sign exactly the content. There is nothing
 * to choose before the file is there.
 */
export class ReadyWay {
  kind = 'ready';
  #signer;

  constructor(signer) {
    this.#signer = signer;
  }

  async list() {
    return [];
  }

  /** @param {{ content: unknown, ready: Blob | Uint8Array | string }} request `ready`: the file, in DER, base64 or PEM */
  async sign({ content, ready }, options) {
    const message = messageOctets(await readyOctets(ready));
    const report = await checkedMessage(this.#signer, { message, content: readTwice(content) }, options);
    return { message, report };
  }

  /**
   * Finds the content of each signature by the digest it names, and verifies it. Gives for each what came of it, in order: the places
   * of the contents it signs (equal contents are signed by one), or a refusal.
   * @param {{ contents: Array<Uint8Array | Blob>, ready: Array<Blob | Uint8Array | string> }} request
   */
  async match({ contents, ready }, options) {
    const digests = [];
    for (const content of contents) {
      digests.push((await this.#signer.digest({ content, digests: ['streebog256', 'streebog512'] }, options)).digests);
    }
    const matched = [];
    for (const one of ready) {
      try {
        matched.push(await this.#matched(messageOctets(await readyOctets(one)), digests, options));
      } catch (refusal) {
        if (options?.signal?.aborted) throw refusal;
        matched.push({ refusal });
      }
    }
    return matched;
  }

  async #matched(message, digests, options) {
    const { named } = await this.#signer.readMessage({ message });
    if (!named.length) return this.#tried(message, digests.slice(0, TRIED_MAX), options);
    const isNamed = (own) => Object.values(own).some((digest) => named.includes(hex(digest)));
    const places = digests.flatMap((own, place) => (isNamed(own) ? [place] : []));
    if (!places.length) throw new SignerRefusal('signer.way.other-content');
    const report = await checkedMessage(this.#signer, { message, content: { digests: digests[places[0]] } }, options);
    return { places, message, report };
  }

  /** A signature without attributes tells its content only by fitting it. */
  async #tried(message, digests, options) {
    for (const [place, own] of digests.entries()) {
      try {
        const report = await checkedMessage(this.#signer, { message, content: { digests: own } }, options);
        return { places: [place], message, report };
      } catch (refusal) {
        if (refusal.code !== 'signer.way.other-content') throw refusal;
      }
    }
    throw new SignerRefusal('signer.way.other-content');
  }
}

const readyOctets = async (ready) => (ready instanceof Blob ? new Uint8Array(await ready.arrayBuffer()) : ready);
