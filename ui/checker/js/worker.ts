/** The checker's worker. Its first message says where the module is; all others are calls, answered in their order. */
import { CheckerRefusal, Module, type Call } from "./module";

export interface Asked {
  id: number;
  call: Call;
  first: string;
  rest: Uint8Array;
}

export interface Answered {
  id: number;
  output?: Uint8Array<ArrayBuffer>;
  refusal?: { code: string; detail: string };
}

let loading: Promise<Module> | undefined;

async function answer({ id, call, first, rest }: Asked): Promise<Answered> {
  try {
    if (!loading) throw new CheckerRefusal("formats.call", "no module");
    return { id, output: (await loading).call(call, first, rest) };
  } catch (error) {
    if (error instanceof CheckerRefusal) return { id, refusal: { code: error.code, detail: error.message } };
    // A trap: what lies in the module's memory cannot be trusted any more. The page ends this worker.
    throw error;
  }
}

self.addEventListener("message", ({ data }: MessageEvent<Asked | { module: string }>) => {
  if ("module" in data) {
    loading = Module.load(data.module);
    return;
  }
  void answer(data).then((answered) => self.postMessage(answered), (error: unknown) => reportError(error));
});
