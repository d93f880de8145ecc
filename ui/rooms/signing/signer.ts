/** The signing module in its worker, begun when it is first wanted. */
import address from "virtual:signer-module";
import type { Signer } from "../../signer/js/signer.js";

let begun: Promise<Signer> | undefined;

/** Whether the client was built with the module. */
export const hasSigner = address !== "";

/** The module; the same for the whole visit. */
export function signer(): Promise<Signer> {
  begun ??= import("../../signer/js/signer.js").then(({ Signer: Made }) => new Made(address));
  return begun;
}
