import { Signer, enclosed, signEach } from '../../js/signer.js';
import { equal, ok, refused } from '../scenarios/check.js';
import { bytes, member } from '../scenarios/cast.js';
import { scenarios as store } from './store.js';
import { scenarios as ways } from './ways.js';

const MIB = 1024 * 1024;
/** A task of the page's thread at most, while the worker hashes 64 MiB: hashed in the page it would be one of a second and more. */
const UI_TASK_MS_MAX = 250;

const worker = {
  async 'a file of 64 MiB is signed as a stream, and the page stays awake'({ signer, oracle }) {
    const own = await member(signer, oracle);
    const [file] = document.querySelector('#file').files;
    equal(file.size, 64 * MIB);
    const tasks = [];
    const watch = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((task) => task.duration)));
    watch.observe({ type: 'longtask' });
    let beats = 0;
    const beating = setInterval(() => (beats += 1), 10);
    const begun = performance.now();
    let read = 0;
    const { message, bytes: length } = await signer.sign({ content: file, signers: [own] }, { onProgress: (sum) => (read = sum) });
    const took = performance.now() - begun;
    clearInterval(beating);
    tasks.push(...watch.takeRecords().map((task) => task.duration));
    equal([length, read], [file.size, file.size]);
    ok(Math.max(0, ...tasks) < UI_TASK_MS_MAX, `tasks of the page: ${tasks.map(Math.round)} ms`);
    ok(beats > 10, `${beats} beats`);
    await oracle.does('cms -verify -binary -inform DER -in sig -content big -CAfile chain.pem -purpose any -out out -cades', { sig: message }, []);
    return `64 MiB in ${Math.round(took)} ms, ${beats} beats of 10 ms, longest task ${Math.round(Math.max(0, ...tasks))} ms`;
  },

  async 'several files, one of them unreadable'({ signer, oracle }) {
    const own = await member(signer, oracle);
    async function* broken() {
      throw new Error('gone');
    }
    const contents = [new Blob(['один']), broken(), bytes('три')];
    const heard = [];
    const signed = [];
    for await (const it of signEach(signer, { contents, signers: [own] }, { onProgress: (it) => heard.push(it) })) signed.push(it);
    equal(signed.map(({ index, refusal }) => [index, refusal?.code ?? null]), [[0, null], [1, 'signer.content.unread'], [2, null]]);
    equal(heard, [{ index: 0, bytes: 8 }, { index: 2, bytes: 6 }]);
    await oracle.verifies(signed[0].message, 'один');
    await oracle.verifies(signed[2].message, 'три');
    const around = await signer.sign({ content: contents[0], signers: [own], attached: true });
    const whole = new Uint8Array(await enclosed(contents[0], around).arrayBuffer());
    await oracle.does('cms -verify -binary -inform DER -in att -CAfile chain.pem -purpose any -out out', { att: whole }, []);
    const stop = new AbortController();
    const many = signEach(signer, { contents: [contents[0], contents[0]], signers: [own] }, { signal: stop.signal });
    await many.next();
    stop.abort(new Error('enough'));
    equal(await many.next().catch((why) => why.message), 'enough');
  },

  async 'the queue has an end, and who waits can go'({ signer }) {
    let open;
    const opened = new Promise((resolve) => (open = resolve));
    const slow = () => (async function* () {
      await opened;
      yield new Uint8Array(5);
    })();
    const stop = new AbortController();
    const running = Array.from({ length: 4 }, () => signer.digest({ content: slow() }));
    const left = signer.digest({ content: slow() }, { signal: stop.signal });
    const waiting = Array.from({ length: 59 }, () => signer.digest({ content: new Uint8Array(1) }));
    const over = signer.about();
    await refused(over, 'signer.queue.full', { limit: 64 });
    stop.abort(new Error('no need'));
    equal(await left.catch((why) => why.message), 'no need');
    open();
    const answers = await Promise.all([...running, ...waiting]);
    equal(answers.map((answer) => answer.bytes), [5, 5, 5, 5, ...new Array(59).fill(1)]);
  },

  async 'what is handed over is not copied'({ signer }) {
    const content = new Uint8Array(3 * MIB);
    const { bytes: length } = await signer.digest({ content }, { transfer: [content.buffer] });
    equal([length, content.byteLength], [3 * MIB, 0]);
    await refused(signer.digest({ content: 1, other: () => {} }), 'signer.call');
    await refused(signer.call('constructor', {}), 'signer.call');
    await refused(signer.call('no such call', {}), 'signer.call');
  },

  async 'a worker that ends takes its calls and keys along, and the next one begins'({ signer }) {
    let lost = 0;
    signer.addEventListener('lost', () => (lost += 1));
    const { key } = await signer.makeKey({ set: 'XA' });
    const forever = (async function* () {
      await new Promise(() => {});
    })();
    const running = signer.digest({ content: forever });
    signer.close();
    await refused(running, 'signer.worker.gone');
    const again = await signer.makeKey({ set: 'XA' });
    ok(again.key !== key);
    await refused(signer.publicKey({ key }), 'signer.key.gone');
    equal([lost, (await signer.publicKey({ key: again.key })).set], [1, 'XA']);
  },

  async 'a module that breaks in its worker is replaced'({ oracle }) {
    let inner;
    const begin = () => (inner = new Worker('/tests/chromium/broken-worker.js', { type: 'module' }));
    const signer = new Signer('/signer.wasm', { worker: begin });
    let lost = 0;
    signer.addEventListener('lost', () => (lost += 1));
    const { key } = await signer.makeKey({ set: 'XA' });
    inner.postMessage({ damage: true });
    await refused(signer.publicKey({ key }), 'signer.broken');
    equal(lost, 1);
    await refused(signer.publicKey({ key }), 'signer.key.gone');
    const own = await member(signer, oracle);
    await oracle.verifies((await signer.sign({ content: bytes('снова'), signers: [own] })).message, 'снова');
    signer.close();
  },

  async 'a module or a worker that is not there is said'() {
    const octets = new Signer(new Uint8Array([1, 2, 3]));
    await refused(octets.about(), 'signer.load');
    octets.close();
    const refusing = new Signer('/signer.wasm', { worker: () => { throw new Error('not allowed'); } });
    await refused(refusing.about(), 'signer.worker.gone');
  },

  async 'a signature in this browser takes'({ signer }) {
    const { key } = await signer.makeKey({ set: 'XA' });
    const digest = new Uint8Array(32).fill(9);
    await signer.signDigest({ key, digest });
    const times = [];
    for (let count = 0; count < 50; count += 1) {
      const begun = performance.now();
      await signer.signDigest({ key, digest });
      times.push(performance.now() - begun);
    }
    const median = times.sort((a, b) => a - b)[25];
    return `${median.toFixed(2)} ms with both messages`;
  },
};

export const groups = { worker, store, ways };
