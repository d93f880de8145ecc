/** Signing one to a thousand documents: some at once, each on its own, stopped and begun again without doing any twice. */
import { newKey } from "../../api/client";
import { Refused, Unreachable } from "../../api/refusal";
import type { NamedSigner, SignFile, SignTask } from "./task";
import { whileSigning } from "./working";

/**
 * Documents at work at once: the network's wait is shared, the key's work is done one after another. A browser holds six connections
 * to a host; as many again wait prepared and signed, and drafts that are asked for together go by one request.
 */
export const AT_ONCE = 16;
/** What changes is told this often: a thousand documents change three thousand times. */
const TOLD_EVERY_MS = 100;
/** The server lets a caller ask so often; who asks oftener waits this long, and asks on. */
const HELD_MS = 1_000;
/** Waits before a document counts as failed: half a minute, in which a busy server comes to itself. */
const HELD_TIMES_MAX = 30;
/** Status of an answer that asks to come later. */
const TOO_MANY = 429;

/** Where a task stands. */
export type Stand = { state: "waiting" } | { state: "working" } | { state: "done" } | { state: "failed"; error: unknown };

/** Makes one signature under the bytes. */
export type MakeSignature = (file: SignFile, signal: AbortSignal) => Promise<Uint8Array>;

interface Attempt {
  key: string;
  files: readonly SignFile[];
  signatures: readonly Uint8Array[];
}

/** The tasks and where each stands. A task whose answer was lost is sent again as it was, under its own key. */
export class Runner {
  readonly tasks: readonly SignTask[];
  #stands = new Map<string, Stand>();
  #attempts = new Map<string, Attempt>();
  #prepared = new Map<string, readonly SignFile[]>();
  #listeners = new Set<() => void>();
  #stop = new AbortController();
  #telling: ReturnType<typeof setTimeout> | undefined;
  #snapshot: ReadonlyMap<string, Stand> = new Map();

  constructor(tasks: readonly SignTask[]) {
    this.tasks = tasks;
    for (const task of tasks) this.#stands.set(task.id, { state: "waiting" });
    this.#snapshot = new Map(this.#stands);
  }

  /** Where every task stands now. */
  readonly stands = (): ReadonlyMap<string, Stand> => this.#snapshot;

  /** Tells of every change. */
  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  /** Begins no further task; those at work end. */
  stop(): void {
    this.#stop.abort();
  }

  /** Whether it was told to stop. */
  get isStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  /**
   * Makes the bytes of every task beforehand, to be signed elsewhere; these very bytes are sent then. Asked again it makes them
   * anew. All or none: the first refusal ends it.
   */
  async prepare(signer: NamedSigner): Promise<SignFile[]> {
    this.#prepared.clear();
    const made = new Map<string, readonly SignFile[]>();
    const queue = this.tasks[Symbol.iterator]();
    const worker = async () => {
      for (const task of queue) made.set(task.id, await patiently(() => task.prepare(signer), this.#stop.signal));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    this.#prepared = made;
    return this.tasks.flatMap((task) => made.get(task.id) ?? []);
  }

  /** Another key will sign: bytes that name who signs are no longer the right ones. */
  forget(): void {
    this.#prepared.clear();
  }

  /** Works through what is neither done nor at work, the failed too. */
  async run(signer: NamedSigner, make: MakeSignature): Promise<void> {
    this.#stop = new AbortController();
    const left = this.tasks.filter((task) => this.#stands.get(task.id)?.state !== "done");
    for (const task of left) this.#stands.set(task.id, { state: "waiting" });
    this.#tell();
    const signal = this.#stop.signal;
    const queue = left[Symbol.iterator]();
    const worker = async () => {
      for (const task of queue) {
        if (signal.aborted) return;
        await this.#one(task, signer, make, signal);
      }
    };
    await whileSigning(async () => { await Promise.all(Array.from({ length: AT_ONCE }, worker)); });
    this.#tell();
  }

  async #one(task: SignTask, signer: NamedSigner, make: MakeSignature, signal: AbortSignal): Promise<void> {
    this.#set(task, { state: "working" });
    try {
      const attempt = this.#attempts.get(task.id) ?? (await this.#signed(task, signer, make, signal));
      this.#attempts.set(task.id, attempt);
      await patiently(() => task.send(attempt.files, attempt.signatures, attempt.key), signal);
      this.#attempts.delete(task.id);
      this.#set(task, { state: "done" });
    } catch (error) {
      if (!(error instanceof Unreachable)) this.#attempts.delete(task.id);
      this.#set(task, { state: "failed", error });
    }
  }

  async #signed(task: SignTask, signer: NamedSigner, make: MakeSignature, signal: AbortSignal): Promise<Attempt> {
    const files = this.#prepared.get(task.id) ?? (await patiently(() => task.prepare(signer), signal));
    const signatures: Uint8Array[] = [];
    for (const file of files) signatures.push(await make(file, signal));
    return { key: newKey(), files, signatures };
  }

  #set(task: SignTask, stand: Stand): void {
    this.#stands.set(task.id, stand);
    this.#telling ??= setTimeout(() => this.#tell(), TOLD_EVERY_MS);
  }

  #tell(): void {
    clearTimeout(this.#telling);
    this.#telling = undefined;
    this.#snapshot = new Map(this.#stands);
    for (const listener of this.#listeners) listener();
  }
}

/** Asks again after a while where the server was asked too often: nothing was done then. */
async function patiently<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let times = 0; ; times += 1) {
    try {
      return await ask();
    } catch (error) {
      const isHeld = error instanceof Refused && error.problem.status === TOO_MANY;
      if (!isHeld || times === HELD_TIMES_MAX || signal.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, HELD_MS));
    }
  }
}

/** How many stand so. */
export function counted(stands: ReadonlyMap<string, Stand>): { done: number; failed: number; left: number } {
  let done = 0;
  let failed = 0;
  for (const { state } of stands.values()) {
    if (state === "done") done += 1;
    else if (state === "failed") failed += 1;
  }
  return { done, failed, left: stands.size - done - failed };
}
