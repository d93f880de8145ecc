import { OPERATIONS } from './operations.js';
import { QUEUE_CALLS_MAX, RUNNING_CALLS_MAX } from './limits.js';
import { plainRefusal, SignerRefusal } from './refusal.js';

/**
 * Operations behind messages. What comes: `{ id, call, request, pulled, progress }`, `{ id, cancel }`, and `{ id, piece, done }`
 * for a content that the page reads. What goes: `{ id, answer }`, `{ id, refusal }`, `{ id, cancelled }`, `{ id, progress }`,
 * `{ id, pull }`, and `{ lost }` when the module broke and its keys are gone.
 *
 * @param {{ postMessage: Function, addEventListener: Function }} port the scope of a worker, or a port
 * @param {Promise<import('./operations.js').Operations>} loading
 */
export function serve(port, loading) {
  const served = new Served(port, loading);
  loading.then(
    (operations) => {
      operations.onLost = () => port.postMessage({ lost: true });
    },
    // each call tells it
    () => {},
  );
  return (message) => served.hear(message);
}

class Served {
  #port;
  #loading;
  /** By its number, each call that waits or runs. */
  #calls = new Map();
  #waiting = [];
  #running = 0;

  constructor(port, loading) {
    this.#port = port;
    this.#loading = loading;
  }

  hear(message) {
    const call = this.#calls.get(message.id);
    if (message.call) this.#enqueue(message);
    else if (message.cancel) call?.stop.abort();
    else call?.pulled?.receive(message);
  }

  #enqueue(message) {
    const { id } = message;
    if (this.#calls.size >= QUEUE_CALLS_MAX) {
      const refusal = new SignerRefusal('signer.queue.full', { limit: QUEUE_CALLS_MAX });
      this.#port.postMessage({ id, refusal: plainRefusal(refusal) });
      return;
    }
    const stop = new AbortController();
    const pulled = message.pulled ? new Pulled(() => this.#port.postMessage({ id, pull: true })) : undefined;
    const call = { ...message, stop, pulled };
    this.#calls.set(id, call);
    // a call that waits and is cancelled does not wait for its turn
    stop.signal.addEventListener('abort', () => this.#unqueue(call));
    this.#waiting.push(call);
    this.#next();
  }

  #unqueue(call) {
    const place = this.#waiting.indexOf(call);
    if (place < 0) return;
    this.#waiting.splice(place, 1);
    this.#end(call, { cancelled: true }, []);
  }

  #next() {
    while (this.#running < RUNNING_CALLS_MAX && this.#waiting.length) {
      this.#running += 1;
      const call = this.#waiting.shift();
      this.#run(call).finally(() => {
        this.#running -= 1;
        this.#next();
      });
    }
  }

  async #run(call) {
    try {
      const answer = await this.#asked(call);
      this.#end(call, { answer }, buffersOf(answer));
    } catch (error) {
      if (call.stop.signal.aborted) this.#end(call, { cancelled: true }, []);
      else this.#end(call, { refusal: plainRefusal(asRefusal(error)) }, []);
    }
  }

  async #asked({ id, call, request, pulled, progress, stop }) {
    const operations = await this.#loading;
    if (!OPERATIONS.includes(call)) throw new SignerRefusal('signer.call', {}, `no operation ${call}`);
    const onProgress = progress ? (bytes) => this.#port.postMessage({ id, progress: bytes }) : undefined;
    const given = pulled ? { ...request, content: pulled } : request;
    return operations[call](given, { signal: stop.signal, onProgress });
  }

  #end({ id }, said, transfer) {
    this.#calls.delete(id);
    this.#port.postMessage({ id, ...said }, transfer);
  }
}

/** A content that the page reads piece by piece, each asked for when the one before was hashed. */
class Pulled {
  #ask;
  #receive;

  constructor(ask) {
    this.#ask = ask;
  }

  receive(message) {
    this.#receive?.(message);
  }

  async *[Symbol.asyncIterator]() {
    for (;;) {
      const arrived = new Promise((resolve) => {
        this.#receive = resolve;
      });
      this.#ask();
      const { piece, done, refusal } = await arrived;
      if (refusal) throw new SignerRefusal(refusal.code, refusal.arguments, refusal.detail);
      if (done) return;
      yield piece;
    }
  }
}

/** A fault of the face itself is a broken call too: the page gets a code for everything. */
function asRefusal(error) {
  return error instanceof SignerRefusal ? error : new SignerRefusal('signer.call', {}, `${error}`);
}

/** The memory of an answer, to be handed over instead of copied. */
function buffersOf(answer) {
  const found = new Set();
  const look = (value) => {
    if (value instanceof Uint8Array) found.add(value.buffer);
    else if (value && typeof value === 'object') Object.values(value).forEach(look);
  };
  look(answer);
  return [...found];
}
