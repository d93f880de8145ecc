/** The ways there are, equal in rank; on a device that has none yet the first is shown. */
import { browserWay } from "./BrowserWay";
import { containerWay } from "./ContainerWay";
import { readyWay } from "./ReadyWay";
import { hasSigner } from "./signer";
import { vendorWay } from "./VendorWay";
import { CRYPTO_PRO, RUTOKEN } from "./vendors";
import type { WayToSign } from "./way";

export function ways(): readonly WayToSign[] {
  return hasSigner ? [browserWay(), containerWay(), vendorWay(CRYPTO_PRO), vendorWay(RUTOKEN), readyWay()] : [];
}
