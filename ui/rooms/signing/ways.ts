/** The ways there are on this device, the usual one first. */
import { browserWay } from "./BrowserWay";
import { containerWay } from "./ContainerWay";
import { hasSigner } from "./signer";
import type { WayToSign } from "./way";

export function ways(): readonly WayToSign[] {
  return hasSigner ? [browserWay(), containerWay()] : [];
}
