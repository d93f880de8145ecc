/** Ways to sign: where the key is and how it is reached. The dialog knows only this. */
import type { ComponentType } from "react";
import type { Owner } from "./keyStore";
import type { Runner } from "./runner";
import type { SignFile } from "./task";

/** A key that was opened, with its certificate. It lives until it is closed. */
export interface OpenKey extends Owner {
  /** In DER. */
  certificate: Uint8Array<ArrayBuffer>;
  /** A detached signature under the bytes, DER. */
  sign: (file: SignFile, signal: AbortSignal) => Promise<Uint8Array>;
  /** Lets the key go. */
  close: () => void;
}

/** What a way is given. */
export interface ReachProps {
  /** The documents: a way that signs elsewhere takes their bytes beforehand. */
  runner: Runner;
  onKey: (key: OpenKey | undefined) => void;
}

/** One way. */
export interface WayToSign {
  key: string;
  name: string;
  /** What must be done to reach the key; gives it when it was reached. */
  Reach: ComponentType<ReachProps>;
}
