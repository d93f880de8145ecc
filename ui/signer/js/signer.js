import { isOctets, isReady, pieces } from './content.js';
import { INSTANCES_PER_WORKER } from './limits.js';
import { OPERATIONS } from './operations.js';
import { plainRefusal, SignerRefusal } from './refusal.js';

export { FACE_CODES, SignerRefusal } from './refusal.js';
export { KeyStore } from './key-store.js';
export { QUEUE_CALLS_MAX } from './limits.js';
export { enclosed, signEach } from './many.js';
export { Operations, OPERATIONS } from './operations.js';
export { BrowserWay } from './ways/browser.js';
export { CryptoProWay } from './ways/crypto-pro.js';
export { FileWay } from './ways/file.js';
export { ReadyWay } from './ways/ready.js';
export { RutokenWay } from './ways/rutoken.js';

const ownWorker = () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });

/**
 * Operations for a page: each one of `Operations` by the same name, done in a worker. A `lost` event says that open keys are
 * gone, because the module broke or the worker ended; the next call begins anew.
 */
export class Signer extends EventTarget {
  #module;
  #begin;
  #worker;
  #workers = 0;
  #calls = new Map();
  #last = 0;

  /**
   * @param {string | URL | BufferSource | WebAssembly.Module} module where the module is; an address is taken from the page's own
   * @param {{ worker?: () => Worker }} [options] how the worker is begun, where the usual way is not possible
   */
  constructor(module, { worker = ownWorker } = {}) {
    super();
    const isAddress = typeof module === 'string' || module instanceof URL;
    this.#module = isAddress ? new URL(module, globalThis.location?.href).href : module;
    this.#begin = worker;
  }

  /** Ends the worker: keys are gone, calls that run refuse as `signer.worker.gone`. */
  close() {
    this.#bury('closed');
  }

  /** @internal */
  call(name, request = {}, { signal, onProgress, transfer = [] } = {}) {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const { promise, resolve, reject } = withResolvers();
    const id = (this.#last += 1);
    const stop = () => this.#cancel(id);
    const source = isPulled(request.content) ? pieces(request.content, signal) : undefined;
    const settled = () => {
      this.#calls.delete(id);
      signal?.removeEventListener('abort', stop);
      source?.return();
    };
    this.#calls.set(id, { resolve, reject, signal, onProgress, source, settled });
    signal?.addEventListener('abort', stop, { once: true });
    try {
      const { content, ...rest } = request;
      const given = source || content === undefined ? rest : request;
      const message = { id, call: name, request: given, pulled: Boolean(source), progress: Boolean(onProgress) };
      this.#begun().postMessage(message, transfer);
    } catch (error) {
      settled();
      reject(error instanceof SignerRefusal ? error : new SignerRefusal('signer.call', {}, `${error}`));
    }
    return promise;
  }

  #begun() {
    if (this.#worker) return this.#worker;
    try {
      this.#worker = this.#begin();
    } catch (error) {
      throw new SignerRefusal('signer.worker.gone', {}, `${error}`);
    }
    const worker = this.#worker;
    worker.addEventListener('message', ({ data }) => this.#hear(data));
    const ended = (why) => worker === this.#worker && this.#bury(why);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      ended(event.message ?? 'the worker could not be begun');
    });
    worker.addEventListener('messageerror', () => ended('a message could not be read'));
    worker.postMessage({ module: this.#module, begun: this.#workers * INSTANCES_PER_WORKER });
    this.#workers += 1;
    return worker;
  }

  #hear({ id, lost, pull, progress, answer, refusal, cancelled }) {
    if (lost) {
      this.dispatchEvent(new Event('lost'));
      return;
    }
    const call = this.#calls.get(id);
    if (!call) return;
    if (pull) this.#push(id, call);
    else if (progress !== undefined) call.onProgress(progress);
    else {
      call.settled();
      if (cancelled) call.reject(call.signal.reason);
      else if (refusal) call.reject(new SignerRefusal(refusal.code, refusal.arguments, refusal.detail));
      else call.resolve(answer);
    }
  }

  async #push(id, { source }) {
    let said;
    try {
      const { value, done } = await source.next();
      said = { piece: value, done };
    } catch (error) {
      const refusal = error instanceof SignerRefusal ? error : new SignerRefusal('signer.content.unread', {}, `${error}`);
      said = { refusal: plainRefusal(refusal) };
    }
    this.#worker?.postMessage({ id, ...said });
  }

  #cancel(id) {
    this.#worker?.postMessage({ id, cancel: true });
  }

  #bury(why) {
    const worker = this.#worker;
    this.#worker = undefined;
    worker?.terminate();
    for (const call of [...this.#calls.values()]) {
      call.settled();
      call.reject(new SignerRefusal('signer.worker.gone', {}, why));
    }
    if (worker) this.dispatchEvent(new Event('lost'));
  }
}

for (const name of OPERATIONS) {
  Object.defineProperty(Signer.prototype, name, {
    value(request, options) {
      return this.call(name, request, options);
    },
  });
}

/** Octets, files and ready digests go to the worker as they are; everything else is read here. */
const isPulled = (content) =>
  content !== undefined && !isOctets(content) && !isReady(content) && !(content instanceof Blob);

function withResolvers() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
