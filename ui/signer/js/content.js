import { CHUNK_BYTES } from './limits.js';
import { SignerRefusal } from './refusal.js';

/** Octets of a buffer or of any view on one. */
export function octets(given) {
  if (given instanceof Uint8Array) return given;
  if (given instanceof ArrayBuffer) return new Uint8Array(given);
  if (ArrayBuffer.isView(given)) return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  throw new SignerRefusal('signer.call', {}, 'octets are wanted: a Uint8Array, an ArrayBuffer or another view');
}

/** Is it digests that were taken elsewhere, instead of a content? */
export const isReady = (given) =>
  typeof given?.digests === 'object' && given.digests !== null && !isOctets(given) && !(given instanceof Blob);

/** Is it octets, and not something to be read? */
export const isOctets = (given) => given instanceof ArrayBuffer || ArrayBuffer.isView(given);

/**
 * The pieces of a content, whatever it is: octets, a Blob or File, a ReadableStream, or anything that is iterated over
 * octets. Between two pieces other work has its turn; a cancelled signal ends the waiting for one with its reason.
 */
export async function* pieces(content, signal) {
  signal?.throwIfAborted();
  if (isOctets(content)) {
    yield* slices(octets(content));
  } else if (content instanceof Blob) {
    yield* blobPieces(content, signal);
  } else if (content?.[Symbol.asyncIterator] || content?.[Symbol.iterator]) {
    yield* iterated(content, signal);
  } else if (typeof content?.getReader === 'function') {
    yield* readerPieces(content.getReader(), signal);
  } else {
    throw new SignerRefusal('signer.call', {}, 'a content is octets, a Blob, a stream or an iterable of octets');
  }
}

async function* slices(whole) {
  for (let at = 0; at < whole.length; at += CHUNK_BYTES) {
    if (at) await turn();
    yield whole.subarray(at, at + CHUNK_BYTES);
  }
}

// the next piece is read while this one is hashed
async function* blobPieces(blob, signal) {
  const read = (at) => {
    const piece = blob.slice(at, at + CHUNK_BYTES).arrayBuffer();
    // a failure is told when its turn comes, and is not unhandled until then
    piece.catch(() => {});
    return piece;
  };
  let next = read(0);
  for (let at = 0; at < blob.size; at += CHUNK_BYTES) {
    const piece = await awaited(next, signal);
    next = read(at + CHUNK_BYTES);
    yield new Uint8Array(piece);
  }
}

async function* readerPieces(reader, signal) {
  try {
    for (;;) {
      const { done, value } = await awaited(reader.read(), signal);
      if (done) return;
      yield octets(value);
    }
  } finally {
    // whoever stops early leaves nothing being read; what has ended takes no notice
    reader.cancel().catch(() => {});
  }
}

async function* iterated(iterable, signal) {
  const iterator = iterable[Symbol.asyncIterator]?.() ?? iterable[Symbol.iterator]();
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await awaited(iterator.next(), signal);
      if (done) {
        ended = true;
        return;
      }
      yield octets(value);
    }
  } finally {
    // not awaited: a generator that waits for something would be waited for
    if (!ended) Promise.resolve(iterator.return?.()).catch(() => {});
  }
}

/** What was read, or why not: cancelled, or a refusal. A file that was changed since it was chosen ends so. */
function awaited(reading, signal) {
  const unread = (why) =>
    why instanceof SignerRefusal ? why : new SignerRefusal('signer.content.unread', {}, `${why}`);
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal?.addEventListener('abort', stop, { once: true });
    Promise.resolve(reading)
      .then(resolve, (why) => reject(unread(why)))
      .finally(() => signal?.removeEventListener('abort', stop));
  });
}

/** Lets messages that came meanwhile be heard; timers would wait four milliseconds each. */
function turn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
