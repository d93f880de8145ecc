import { checkedMessage, messageOctets, readTwice } from './signed.js';

/**
 * A signature that was made elsewhere, by a program of the person's own: taken when it signs exactly this content. There is nothing
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
    const given = ready instanceof Blob ? new Uint8Array(await ready.arrayBuffer()) : ready;
    const message = messageOctets(given);
    const report = await checkedMessage(this.#signer, { message, content: readTwice(content) }, options);
    return { message, report };
  }
}
