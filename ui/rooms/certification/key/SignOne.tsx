/** One text, or one request, signed by a key that the person chooses among the ways there are. */
import { lazy, Suspense, useState } from "react";
import type { SignTask } from "../../signing/task";

const SignDialog = lazy(() => import("../../signing/SignDialog").then((module) => ({ default: module.SignDialog })));

export interface SignOneProps {
  title: string;
  verb: string;
  /** What is signed, in words. */
  name: string;
  facts?: Record<string, string>;
  /** Its exact octets. */
  bytes: () => Promise<Uint8Array<ArrayBuffer>>;
  /** What is done with the signature. */
  send: (signature: Uint8Array, bytes: Uint8Array) => Promise<void>;
  onClose: (isDone: boolean) => void;
}

export function SignOne({ title, verb, name, facts, bytes, send, onClose }: SignOneProps) {
  // Made once: the dialog would begin anew with every other list.
  const [tasks] = useState<readonly SignTask[]>(() => [{
    id: name,
    name,
    facts: facts ?? {},
    prepare: async () => [{ name, bytes: await bytes() }],
    send: async ([file], [signature]) => {
      if (!file || !signature) throw new Error("no signature was made");
      await send(signature, file.bytes);
    },
  }]);
  return <Suspense><SignDialog title={title} verb={verb} tasks={tasks} onClose={(done) => onClose(done > 0)} /></Suspense>;
}
