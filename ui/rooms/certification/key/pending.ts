/**
 * Keys that were made for something which is not finished: an application, a certificate issued at once, a renewal, a request to another authority. The key
 * itself is in the store of the browser under its password; here only is written which of them it is.
 */
import type { KeptKey } from "../../../signer/js/signer.js";
import { keyStore, listKept, type Kept } from "../../signing/keyStore";

const KEPT_AT = "svitok.keys-made-for";

/** What a key was made for: `application:…`, `issue:…` (a certificate issued at once), `renewal:…`, `request:…`. */
export type Purpose = `${"application" | "issue" | "renewal" | "request"}:${string}`;

function kept(): Record<string, string> {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(KEPT_AT) ?? "{}");
    return typeof read === "object" && read !== null ? (read as Record<string, string>) : {};
  } catch {
    // What is no JSON was not written here; the keys themselves stay in their list.
    return {};
  }
}

/** Remembers which key it is. */
export function keepPurpose(purpose: Purpose, keyId: string): void {
  localStorage.setItem(KEPT_AT, JSON.stringify({ ...kept(), [purpose]: keyId }));
}

/** It is finished, or given up. */
export function dropPurpose(purpose: Purpose): void {
  localStorage.setItem(KEPT_AT, JSON.stringify(Object.fromEntries(Object.entries(kept()).filter(([one]) => one !== purpose))));
}

/** The key made for this, while it has no certificate. */
export async function findMade(purpose: Purpose): Promise<KeptKey | null> {
  const id = kept()[purpose];
  if (!id) return null;
  return (await (await keyStore()).list()).find((entry) => entry.id === id && !entry.certificate) ?? null;
}

const hexOf = (bytes: Uint8Array) => Array.from(bytes, (octet) => octet.toString(16).padStart(2, "0")).join("");

/** Whether a key of this browser is the one that a certificate names. */
export const isKeyOf = (kept: Uint8Array, named: string) => hexOf(kept).endsWith(named);

/** The key of this browser that a certificate is for, whether the certificate was put to it or not. */
export async function findByPublicKey(publicKey: string | null): Promise<Kept | null> {
  if (!publicKey) return null;
  return (await listKept()).find(({ entry }) => isKeyOf(entry.publicKey, publicKey)) ?? null;
}
