/** Keys that live in this browser; opened when they are first wanted, the same for the whole visit. */
import type { CertificateView, KeptKey, KeyStore } from "../../signer/js/signer.js";
import { signer } from "./signer";

let opened: Promise<KeyStore> | undefined;

/** The store. Refuses where the browser keeps nothing (a private window). */
export function keyStore(): Promise<KeyStore> {
  opened ??= Promise.all([import("../../signer/js/signer.js"), signer()]).then(([{ KeyStore: Store }, module]) => Store.open(module));
  opened.catch(() => { opened = undefined; });
  return opened;
}

/** Whose certificate it is, as it is shown. */
export interface Owner {
  person: string;
  position: string | undefined;
  organization: string | undefined;
  inn: string | undefined;
  validUntil: string;
  thumbprint: string;
}

/** Reads the owner out of a certificate. */
export function ownerOf(view: CertificateView): Owner {
  const named = (name: string) => view.subject.find((one) => one.name === name)?.value;
  return {
    person: [named("surname"), named("givenName")].filter(Boolean).join(" "),
    position: named("title"),
    organization: named("o") ?? named("cn"),
    inn: named("innLe") ?? named("inn"),
    validUntil: new Date(view.not_after_ms).toISOString(),
    thumbprint: view.thumbprint,
  };
}

/** Whether a certificate may sign for the organization today. */
export function isUsable(owner: Owner, inn: string): boolean {
  return owner.inn === inn && new Date(owner.validUntil) > new Date();
}

/** A kept key with its owner, where it has a certificate. */
export interface Kept {
  entry: KeptKey;
  owner: Owner | undefined;
}

/** All keys of this browser. */
export async function listKept(): Promise<Kept[]> {
  const [store, module] = await Promise.all([keyStore(), signer()]);
  const entries = await store.list();
  return Promise.all(entries.map(async (entry) => {
    const [view] = entry.certificate ? await module.readCertificates({ bytes: entry.certificate }) : [];
    return { entry, owner: view && ownerOf(view) };
  }));
}
