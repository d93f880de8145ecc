/**
 * Calls over one instantiated module: an input is written, a function is called, the output is read. Every call is over before it
 * returns. After a trap the instance is broken for good; its owner begins another.
 */

/** Why a call was not done: a code whose text has hyphens for the dots. */
export class CheckerRefusal extends Error {
  override readonly name = "CheckerRefusal";
  constructor(readonly code: string, detail = "") {
    super(detail);
  }
}

interface Exports {
  memory: WebAssembly.Memory;
  checker_input: (length: number) => number;
  checker_output: () => number;
  checker_output_length: () => number;
  [call: `checker_${string}`]: (split: number) => number;
}

/** What the module can be asked. */
export type Call = "head" | "define" | "rules" | "check" | "begin" | "open" | "change" | "recheck" | "tree" | "write";

const encoder = new TextEncoder();

export class Module {
  readonly #exports: Exports;

  constructor(instance: WebAssembly.Instance) {
    this.#exports = instance.exports as unknown as Exports;
  }

  /** Fetches and instantiates it. */
  static async load(address: string): Promise<Module> {
    const { instance } = await WebAssembly.instantiateStreaming(fetch(address), {});
    return new Module(instance);
  }

  /** The output's octets; a refusal is thrown. */
  call(call: Call, first: string, rest: Uint8Array): Uint8Array<ArrayBuffer> {
    const wasm = this.#exports;
    const name = encoder.encode(first);
    const at = wasm.checker_input(name.length + rest.length);
    if (at === 0) throw new CheckerRefusal("formats.file.too-large");
    const input = new Uint8Array(wasm.memory.buffer, at, name.length + rest.length);
    input.set(name);
    input.set(rest, name.length);
    const asked = wasm[`checker_${call}`];
    if (!asked) throw new CheckerRefusal("formats.call", call);
    const isRefused = asked(name.length) !== 0;
    const output = new Uint8Array(wasm.memory.buffer, wasm.checker_output(), wasm.checker_output_length()).slice();
    if (!isRefused) return output;
    const { code, detail } = JSON.parse(new TextDecoder().decode(output)) as { code: string; detail: string };
    throw new CheckerRefusal(code, detail);
  }
}
