/** The signing module in its worker, begun when it is first wanted. */
import address from "virtual:signer-module";
import { trustedScript } from "../../api/trusted";
import workerAddress from "../../signer/js/worker.js?worker&url";
import type { Signer } from "../../signer/js/signer.js";

let begun: Promise<Signer> | undefined;

/** Whether the client was built with the module. */
export const hasSigner = address !== "";

const worker = () => new Worker(trustedScript(workerAddress), { type: "module" });

/** The module; the same for the whole visit. */
export function signer(): Promise<Signer> {
  begun ??= import("../../signer/js/signer.js").then(({ Signer: Made }) => new Made(address, { worker }));
  return begun;
}

/** Begins anew: open keys are gone. For when the worker does not answer. */
export async function restartSigner(): Promise<void> {
  const old = begun;
  begun = undefined;
  (await old)?.close();
}
