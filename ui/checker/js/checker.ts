/** The checker for a page: the module in its worker, and the definitions it asks the server for. */
import address from "virtual:checker-module";
import { trustedScript } from "../../api/trusted";
import { candidates, type Form, type Head } from "./forms";
import { CheckerRefusal, type Call } from "./module";
import type { Answered } from "./worker";
import workerAddress from "./worker.ts?worker&url";

/** Whether the client was built with the module. */
export const hasChecker = address !== "";
/** How long one call may take: a file of 32 MiB takes a few seconds; after that the worker is taken for lost. */
const CALL_MS_MAX = 60_000;

/** A text by its key, with what it speaks of. */
export interface Phrase {
  key: string;
  arguments?: Record<string, string>;
  kinds?: string[];
}

/** One thing wrong at one place, as `formats` tells it. */
export interface Finding {
  code: string;
  severity: "error" | "warning";
  layer: "xml" | "schema" | "embedded" | "ratio";
  path: string;
  line: number;
  column: number;
  shape: string;
  accepted: string;
  norm: string;
  /** Both sides of a control ratio. */
  sides?: { left: string; right: string };
  crumbs: { name: string; title: string; number: number }[];
  found: Phrase;
  accepted_phrase: Phrase;
}

/** The verdict of a check. */
export interface Checked {
  format: string | null;
  title: string | null;
  cut: boolean;
  findings: Finding[];
}

/** A cell that follows from others. */
export interface Computed {
  path: string;
  value: string | null;
  computed: string;
  is_overwritten: boolean;
}

/** A check of the document that is being filled in, with what was computed in it. */
export interface Rechecked extends Checked {
  computed: Computed[];
}

/** An element: its name, attributes and their values one after another, its text or what is inside. */
export type Branch = [name: string, attributes: string[], inside: string | Branch[]];

/** One change of a document that is being filled in; paths are written as findings write them. */
export type Change = { act: "set"; path: string; value: string } | { act: "clear" | "insert" | "remove"; path: string };

interface Waiting {
  resolve: (output: Uint8Array<ArrayBuffer>) => void;
  reject: (why: unknown) => void;
  timer: ReturnType<typeof setTimeout>;
}

const NOTHING = new Uint8Array();
const read = <Read>(output: Uint8Array) => JSON.parse(new TextDecoder().decode(output)) as Read;

export class Checker {
  #worker: Worker | undefined;
  #calls = new Map<number, Waiting>();
  #last = 0;
  #forms: Promise<Form[]> | undefined;
  #defined = new Set<string>();

  /** Checks a file where it lies: its format is recognised, the definitions it may be of are fetched, nothing else is sent. */
  async check(name: string, file: Uint8Array): Promise<Checked> {
    await this.#defineFor(file);
    return read<Checked>(await this.#ask("check", name, file));
  }

  /** Begins a document of the form: its root alone. */
  async begin(form: Form): Promise<void> {
    await this.#define(form);
    await this.#ask("begin", form.format);
  }

  /** Goes on with a file: of the named form, or of the one the file says it is. Gives the form. */
  async open(file: Uint8Array, form?: Form): Promise<Form> {
    if (form) await this.#define(form);
    else await this.#defineFor(file);
    await this.#ask("open", form?.format ?? "", file);
    const { format } = await this.tree();
    const found = form ?? (await this.forms()).find((one) => one.format === format);
    if (!found) throw new CheckerRefusal("formats.format.unknown");
    return found;
  }

  /** The document that is being filled in. */
  async tree(): Promise<{ format: string; root: Branch }> {
    return read(await this.#ask("tree"));
  }

  /** Changes the document that is being filled in, computes what follows and checks all of it again. */
  async change(changes: readonly Change[]): Promise<Rechecked> {
    const json = new TextEncoder();
    const asked = changes.map((change) => this.#ask("change", "", json.encode(JSON.stringify(change))));
    const rechecked = this.#ask("recheck");
    await Promise.all(asked);
    return read<Rechecked>(await rechecked);
  }

  /** The official file. */
  write(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#ask("write");
  }

  /** Every form the server knows. */
  forms(): Promise<Form[]> {
    this.#forms ??= fetched("/api/v1/forms").then(async (answer) => ((await answer.json()) as { forms: Form[] }).forms);
    this.#forms.catch(() => { this.#forms = undefined; });
    return this.#forms;
  }

  close(): void {
    this.#bury(new CheckerRefusal("formats.call", "closed"));
  }

  /** The forms a file may be of. What is no XML at all has no head; the check says what is wrong with it. */
  async #defineFor(file: Uint8Array): Promise<void> {
    const head = await this.#ask("head", "", file).then((output) => read<Head>(output), () => undefined);
    if (head) await Promise.all(candidates(await this.forms(), head).map((form) => this.#define(form)));
  }

  async #define(form: Form): Promise<void> {
    if (this.#defined.has(form.format)) return;
    const at = `/api/v1/forms/${form.format}`;
    const answers = await Promise.all([fetched(`${at}?hash=${form.hash}`), fetched(`${at}/rules`)]);
    const [definition, rules] = await Promise.all(answers.map(async (answer) => new Uint8Array(await answer.arrayBuffer())));
    await this.#ask("define", form.format, definition);
    await this.#ask("rules", form.format, rules);
    this.#defined.add(form.format);
  }

  #ask(call: Call, first = "", rest: Uint8Array = NOTHING): Promise<Uint8Array<ArrayBuffer>> {
    const worker = this.#begun();
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#bury(new CheckerRefusal("formats.call", "no answer")), CALL_MS_MAX);
      this.#calls.set(id, { resolve, reject, timer });
      worker.postMessage({ id, call, first, rest });
    });
  }

  #begun(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(trustedScript(workerAddress), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Answered>) => this.#hear(data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#bury(new CheckerRefusal("formats.call", event.message));
    });
    worker.postMessage({ module: address });
    this.#worker = worker;
    return worker;
  }

  #hear({ id, output, refusal }: Answered): void {
    const call = this.#calls.get(id);
    if (!call) return;
    this.#calls.delete(id);
    clearTimeout(call.timer);
    if (output) call.resolve(output);
    else call.reject(new CheckerRefusal(refusal?.code ?? "formats.call", refusal?.detail));
  }

  #bury(why: unknown): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#defined.clear();
    for (const { reject, timer } of this.#calls.values()) {
      clearTimeout(timer);
      reject(why);
    }
    this.#calls.clear();
  }
}

async function fetched(place: string): Promise<Response> {
  const answer = await fetch(place);
  if (!answer.ok) throw new Error(`${place}: ${answer.status}`);
  return answer;
}
