import { isOctets, isReady, octets, pieces } from './content.js';
import { Instance } from './instance.js';
import { CHANCE_BYTES, CHUNK_BYTES, HANDLES_PER_INSTANCE, INSTANCES_PER_WORKER } from './limits.js';
import { SignerRefusal } from './refusal.js';

export { SignerRefusal } from './refusal.js';

const encoder = new TextEncoder();

/** Octets that nobody can guess, for one call. */
const chance = () => crypto.getRandomValues(new Uint8Array(CHANCE_BYTES));
/** A file: octets, or the text of a PEM. */
const file = (given) => (typeof given === 'string' ? encoder.encode(given) : octets(given));
const ms = (at = new Date()) => (at instanceof Date ? at.getTime() : at);

/**
 * Everything the module does, as promises; `signer.d.ts` has the requests and answers. The same class works in a page's
 * worker and in Node. Calls may overlap: the module is asked in between while files are read.
 *
 * When the module breaks (a WebAssembly trap) that instance is never asked again. The call refuses as `signer.broken`, the
 * next one begins a fresh instance, and keys of the broken one refuse as `signer.key.gone`.
 */
export class Operations {
  #begin;
  #instance;
  #beginning;
  #begun;
  #last;
  /** Digest that the signatures of a key want, by the number of the key. */
  #digests = new Map();

  /** Called when an instance broke and its keys are gone. @type {(() => void) | undefined} */
  onLost;

  /**
   * @param {() => Promise<WebAssembly.Instance>} begin makes a fresh instance each time
   * @param {number} [begun] instances that others began before; keys of theirs are gone here
   */
  constructor(begin, begun = 0) {
    this.#begin = begin;
    this.#begun = begun;
    this.#last = begun + INSTANCES_PER_WORKER;
  }

  /** Over a module: its URL, its octets or compiled already. Refuses what is no module as `signer.load`. */
  static async load(from, begun = 0) {
    const module = await loading(() => compiled(from));
    const operations = new Operations(() => WebAssembly.instantiate(module), begun);
    await operations.about();
    return operations;
  }

  about() {
    return this.#run((instance) => instance.about);
  }

  makeKey({ set }) {
    return this.#run((instance) => this.#opened(instance, instance.call('signer_key_make', { set }, [chance()])));
  }

  readKey({ bytes, password }) {
    return this.#run((instance) => {
      const answer = withPassword(password, (parts) =>
        instance.call('signer_key_read', { password: parts.length > 0 }, [file(bytes), ...parts]),
      );
      return this.#opened(instance, answer);
    });
  }

  publicKey({ key }) {
    return this.#run((instance) => {
      const { json, parts } = instance.call('signer_key_public', { key: this.#handle(instance, key) });
      return { set: json.set, publicKey: parts[0] };
    });
  }

  dropKey({ key }) {
    return this.#run((instance) => {
      instance.call('signer_key_drop', { key: this.#handle(instance, key) });
      this.#digests.delete(key);
    });
  }

  signDigest({ key, digest }) {
    return this.#run((instance) => {
      const asked = { key: this.#handle(instance, key) };
      return instance.call('signer_digest_sign', asked, [octets(digest), chance()]).parts[0];
    });
  }

  sealContainer({ key, password, name = null, certificate, chain = [], iterations = null }) {
    return this.#run((instance) => {
      const own = certificate ? [file(certificate)] : [];
      const asked = { key: this.#handle(instance, key), name, certificate: own.length > 0, chain: chain.length, iterations };
      return withPassword(password ?? '', (parts) =>
        instance.call('signer_container_seal', asked, [chance(), ...parts, ...own, ...chain.map(file)]),
      ).parts[0];
    });
  }

  openContainer({ file: given, password }) {
    return this.#run((instance) => {
      const { json, parts } = withPassword(password ?? '', (secret) =>
        instance.call('signer_container_open', {}, [octets(given), ...secret]),
      );
      const keys = json.keys.map(({ key, set, digest, name, certificate, chain }) => ({
        ...this.#opened(instance, { json: { key, set, digest }, parts: parts.splice(0, 1) }),
        name: name ?? undefined,
        certificate: parts.splice(0, certificate ? 1 : 0)[0],
        chain: parts.splice(0, chain),
      }));
      return { keys, others: parts, leftOut: json.left_out };
    });
  }

  openFolder({ files, password = '' }) {
    return this.#run((instance) => {
      const { header, masks, primary, masks2, primary2, name } = files;
      const more = { masks2, primary2, name };
      const there = Object.values(more).filter((given) => given !== undefined);
      const asked = Object.fromEntries(Object.entries(more).map(([which, given]) => [which, given !== undefined]));
      const { json, parts } = withPassword(password, (secret) =>
        instance.call('signer_folder_open', asked, [...[header, masks, primary, ...there].map(octets), ...secret]),
      );
      const opened = this.#opened(instance, { json, parts: parts.splice(0, 1) });
      return { ...opened, name: json.name ?? undefined, certificate: parts[0], chain: [], exportable: json.exportable };
    });
  }

  makeRequest({ key, subject, usages = ['digitalSignature', 'nonRepudiation'] }) {
    return this.#run((instance) => {
      const asked = { key: this.#handle(instance, key), subject, usages };
      return instance.call('signer_request_make', asked, [chance()]).parts[0];
    });
  }

  readCertificates({ bytes }) {
    return this.#run((instance) => {
      const { json, parts } = instance.call('signer_certificates_read', {}, [file(bytes)]);
      return json.map((view, index) => ({ ...view, der: parts[index] }));
    });
  }

  digest({ content, digests = ['streebog256'] }, options) {
    return this.#run((instance) =>
      this.#hashed(instance, { content, digests, options }, (stream) => {
        const { json, parts } = instance.call('signer_stream_end', { stream });
        const named = json.digests.map((name, index) => [name, parts[index]]);
        return { bytes: json.bytes, digests: Object.fromEntries(named) };
      }),
    );
  }

  sign({ content, signers, form = 'cades-bes', at, attached = false }, options) {
    return this.#run((instance) => {
      const [who, parts] = this.#signers(instance, signers);
      const digests = this.#wanted(signers);
      return this.#hashed(instance, { content, digests, options }, (stream) => {
        const asked = { stream, form, at_ms: ms(at), signers: who, attached };
        const { json, parts: made } = instance.call('signer_sign', asked, [chance(), ...parts]);
        const [first, second] = made;
        return attached ? { bytes: json.bytes, before: first, after: second } : { bytes: json.bytes, message: first };
      });
    });
  }

  addSignature({ message, content, signers, form = 'cades-bes', at }, options) {
    return this.#run((instance) => {
      const [who, parts] = this.#signers(instance, signers);
      const add = (stream) => {
        const asked = { stream, form, at_ms: ms(at), signers: who };
        return instance.call('signer_signature_add', asked, [chance(), octets(message), ...parts]).parts[0];
      };
      const digests = this.#wanted(signers);
      return content === undefined ? add(null) : this.#hashed(instance, { content, digests, options }, add);
    });
  }

  readMessage({ message }) {
    return this.#run((instance) => {
      const { json, parts } = instance.call('signer_signature_read', {}, [octets(message)]);
      return { ...json, certificates: parts };
    });
  }

  verify({ message, content, ...demands }, options) {
    return this.#run((instance) => {
      const [asked, anchors] = demanded(demands);
      const judge = (stream) => {
        const { json, parts } = instance.call('signer_verify', { stream, ...asked }, [octets(message), ...anchors]);
        return { report: json, content: parts[0] };
      };
      if (content === undefined) return judge(null);
      const named = instance.call('signer_signature_read', {}, [octets(message)]).json.digests;
      const ours = named.filter((digest) => digest.startsWith('streebog'));
      if (!ours.length) throw new SignerRefusal('signer.digest.other', {}, `the signers want ${named.join(', ')}`);
      return this.#hashed(instance, { content, digests: ours, options }, judge);
    });
  }

  verifyCertificate({ certificate, ...demands }) {
    return this.#run((instance) => {
      const [asked, anchors] = demanded(demands);
      return instance.call('signer_certificate_verify', asked, [file(certificate), ...anchors]).json;
    });
  }

  openEnvelope({ key, message, certificate }) {
    return this.#run((instance) => {
      const asked = { key: this.#handle(instance, key) };
      const { json, parts } = instance.call('signer_envelope_open', asked, [octets(message), file(certificate)]);
      return { content: parts[0], contentType: json.content_type, noticesChanges: json.notices_changes };
    });
  }

  /** Does the work on the living instance, or on a fresh one. */
  async #run(work) {
    const instance = this.#instance ?? (await (this.#beginning ??= this.#fresh()));
    try {
      return await work(instance);
    } finally {
      if (instance.broken && this.#instance === instance) {
        this.#instance = undefined;
        this.#digests.clear();
        this.onLost?.();
      }
    }
  }

  async #fresh() {
    try {
      const number = this.#begun + 1;
      if (number > this.#last) throw new SignerRefusal('signer.load', {}, 'the module broke too often');
      this.#instance = await loading(async () => new Instance(await this.#begin(), number));
      this.#begun = number;
      return this.#instance;
    } finally {
      this.#beginning = undefined;
    }
  }

  /** A key of the module as it is known outside: its number tells the instance too. */
  #opened(instance, { json, parts }) {
    const key = instance.number * HANDLES_PER_INSTANCE + json.key;
    this.#digests.set(key, json.digest);
    return { key, set: json.set, publicKey: parts[0] };
  }

  #handle(instance, key) {
    if (!Number.isSafeInteger(key) || key < 0) throw new SignerRefusal('signer.call', {}, 'a key is a number');
    const number = Math.floor(key / HANDLES_PER_INSTANCE);
    if (number > 0 && number < instance.number) throw new SignerRefusal('signer.key.gone', {}, `key ${key}`);
    return key % HANDLES_PER_INSTANCE;
  }

  /** Fields and octet strings that name the signers. */
  #signers(instance, signers) {
    const who = signers.map(({ key, chain = [] }) => ({ key: this.#handle(instance, key), chain: chain.length }));
    return [who, signers.flatMap(({ certificate, chain = [] }) => [certificate, ...chain].map(file))];
  }

  /** Digests that these keys sign; of a key that is unknown the module says so in the end. */
  #wanted(signers) {
    const all = new Set(signers.map(({ key }) => this.#digests.get(key) ?? 'streebog256'));
    return all.size ? [...all] : ['streebog256'];
  }

  /** Hashes a content and hands its stream over; whatever happens, no stream is left behind. */
  async #hashed(instance, { content, digests, options = {} }, use) {
    const stream = isReady(content) ? readyStream(instance, content) : begunStream(instance, digests);
    try {
      if (!isReady(content)) await this.#fed(instance, stream, content, options);
      return use(stream);
    } catch (error) {
      forgotten(instance, stream);
      throw error;
    }
  }

  async #fed(instance, stream, content, { signal, onProgress }) {
    const buffer = instance.newBuffer(isOctets(content) ? Math.min(content.byteLength, CHUNK_BYTES) : CHUNK_BYTES);
    try {
      let bytes = 0;
      for await (const piece of pieces(content, signal)) {
        signal?.throwIfAborted();
        instance.feed(stream, buffer, piece);
        bytes += piece.length;
        onProgress?.(bytes);
      }
      signal?.throwIfAborted();
    } finally {
      instance.dropBuffer(buffer);
    }
  }
}

/** Names of all operations, for who passes them on. */
export const OPERATIONS = Object.freeze(
  Object.getOwnPropertyNames(Operations.prototype).filter((name) => name !== 'constructor'),
);

const begunStream = (instance, digests) => instance.call('signer_stream_begin', { digests }).json.stream;

function readyStream(instance, { digests }) {
  const named = Object.entries(digests);
  const asked = { digests: named.map(([name]) => name) };
  return instance.call('signer_stream_ready', asked, named.map(([, digest]) => octets(digest))).json.stream;
}

/** The operation may have ended the stream before it refused. */
function forgotten(instance, stream) {
  if (instance.broken) return;
  try {
    instance.call('signer_stream_drop', { stream });
  } catch (error) {
    if (error.code !== 'signer.stream.unknown') throw error;
  }
}

/** Fields and octet strings of what a verification rests on. */
function demanded({ at, revocation = 'if-present', trusted = [], known = [], lists = [] }) {
  const asked = { at_ms: ms(at), revocation, trusted: trusted.length, known: known.length, lists: lists.length };
  return [asked, [...trusted, ...known, ...lists].map(file)];
}

/** Runs a call with the password as a part, if there is one; the octets of the password do not outlive it. */
function withPassword(password, call) {
  if (password === undefined || password === null) return call([]);
  if (typeof password !== 'string') throw new SignerRefusal('signer.call', {}, 'a password is a string');
  const secret = encoder.encode(password);
  try {
    return call([secret]);
  } finally {
    secret.fill(0);
  }
}

async function compiled(from) {
  if (from instanceof WebAssembly.Module) return from;
  if (isOctets(from)) return WebAssembly.compile(from);
  const response = await fetch(from);
  if (!response.ok) throw new Error(`${response.status} for the module`);
  // compiled as it comes, and kept compiled by the browser, when the server names its type
  const typed = response.headers.get('content-type')?.startsWith('application/wasm');
  return typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

async function loading(work) {
  try {
    return await work();
  } catch (error) {
    throw new SignerRefusal('signer.load', {}, `${error}`);
  }
}
