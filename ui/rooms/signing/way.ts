/** Ways to sign: where the key is and how it is reached. The dialog knows only this. */
import type { ComponentType } from "react";
import type { SignFile } from "./task";

/** A key that was opened, with its certificate. It lives until it is closed. */
export interface OpenKey {
  /** Whose: as the certificate names a person. */
  person: string;
  position?: string | undefined;
  organization?: string | undefined;
  inn?: string | undefined;
  /** Last moment of the certificate, ISO. */
  validUntil: string;
  thumbprint: string;
  /** A detached signature under the bytes, DER. */
  sign: (file: SignFile, signal: AbortSignal) => Promise<Uint8Array>;
  /** Lets the key go. */
  close: () => void;
}

/** One way. */
export interface WayToSign {
  key: string;
  name: string;
  /** What must be done to reach the key; gives it when it was reached. */
  Reach: ComponentType<{ onKey: (key: OpenKey | undefined) => void }>;
}
