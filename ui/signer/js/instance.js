import { frameLength, jsonOctets, readFrame, writeFrame } from './frame.js';
import { CHUNK_BYTES } from './limits.js';
import { SignerRefusal } from './refusal.js';

/**
 * One instantiated module. Every call is over before it returns, so calls of several operations may take turns. After the
 * first trap it is broken for good: what lies in its memory can no longer be trusted, and no function of it is called again.
 */
export class Instance {
  #exports;
  #broken = false;
  #bufferBytesMax = Infinity;

  /** @param {WebAssembly.Instance} instance @param {number} number which of its kind, counted from 1 */
  constructor(instance, number) {
    this.#exports = instance.exports;
    this.number = number;
    this.about = this.call('signer_about', {}).json;
    this.#bufferBytesMax = this.about.limits.buffer_bytes;
  }

  get broken() {
    return this.#broken;
  }

  /** Calls an exported function by its request; gives its answer or throws its refusal. */
  call(name, fields, parts = []) {
    const pieces = [jsonOctets(fields), ...parts];
    const length = frameLength(pieces);
    if (length > this.#bufferBytesMax) {
      throw new SignerRefusal('signer.too-long', { limit: this.#bufferBytesMax }, `a request of ${length} bytes`);
    }
    return this.#guarded(() => {
      const request = this.#newBuffer(length);
      writeFrame(pieces, this.#octets(request, length));
      return this.#answer(this.#exports[name](request));
    });
  }

  /** A buffer for chunks of a content. Give it back by {@link dropBuffer}. */
  newBuffer(length) {
    return this.#guarded(() => this.#newBuffer(length));
  }

  dropBuffer(buffer) {
    if (!this.#broken) this.#guarded(() => this.#exports.signer_buffer_drop(buffer));
  }

  /** Hashes octets of any number by way of a buffer of {@link CHUNK_BYTES}. */
  feed(stream, buffer, octets) {
    for (let at = 0; at < octets.length; at += CHUNK_BYTES) {
      const chunk = octets.subarray(at, at + CHUNK_BYTES);
      this.#guarded(() => {
        this.#octets(buffer, chunk.length).set(chunk);
        const refused = this.#exports.signer_stream_update(stream, buffer, chunk.length);
        if (refused) this.#answer(refused);
      });
    }
  }

  #guarded(work) {
    if (this.#broken) throw new SignerRefusal('signer.broken', {}, 'the module broke in an earlier call');
    try {
      return work();
    } catch (error) {
      if (error instanceof SignerRefusal) throw error;
      this.#broken = true;
      throw new SignerRefusal('signer.broken', {}, `${error}`);
    }
  }

  #newBuffer(length) {
    const buffer = this.#exports.signer_buffer_new(length);
    if (!buffer) throw new SignerRefusal('signer.too-many', { what: 'buffers', limit: this.about?.limits.buffers ?? 0 });
    return buffer;
  }

  // memory may have grown and moved: never kept from one call to the next
  #octets(buffer, length) {
    return new Uint8Array(this.#exports.memory.buffer, this.#exports.signer_buffer_at(buffer), length);
  }

  #answer(buffer) {
    if (!buffer) throw new Error('no room for an answer');
    const answer = readFrame(this.#octets(buffer, this.#exports.signer_buffer_length(buffer)));
    this.#exports.signer_buffer_drop(buffer);
    const { ok, refusal } = answer.json;
    if (refusal) throw new SignerRefusal(refusal.code, refusal.arguments, refusal.detail);
    return { json: ok, parts: answer.parts };
  }
}
