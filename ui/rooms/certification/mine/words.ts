/** A certificate in words: its state, what it signs. */
import type { Shapes } from "../../../api/client";
import type { Tone } from "../../../parts";
import { say } from "../../../words";
import type { Mine } from "./queries";

/** What a state is told by. */
export interface Standing {
  state?: Shapes["CertificateState"] | null;
  not_after: string;
  /** Told by the server, which knows the days. */
  ending?: Mine["ending"];
}

/** Where a certificate stands at a moment. */
export function standing({ state, not_after, ending }: Standing, now: Date): { tone: Tone; text: string } {
  if (state === "revoked") return { tone: "stop", text: say("client-certificate-revoked") };
  if (state === "suspended") return { tone: "mine", text: say("client-certificate-suspended") };
  const left = (new Date(not_after).getTime() - now.getTime()) / 86_400_000;
  if (left < 0) return { tone: "stop", text: say("client-certificate-expired") };
  if (ending) return { tone: "mine", text: say("client-certificate-ending", { count: Math.ceil(left) }) };
  return { tone: "good", text: say("client-certificate-good") };
}

/** The way to the next one: its own key renews what was issued here and is in force; another authority takes a request. */
export function renewalOf({ origin, is_alive }: Pick<Mine, "origin" | "is_alive">): "renewal" | "request" | "apply" {
  if (origin === "imported") return "request";
  return is_alive ? "renewal" : "apply";
}

/** One that was resumed here, before the list that says so is made: seconds. */
export const isComingBack = ({ is_alive, state, not_after }: Pick<Mine, "is_alive" | "state" | "not_after">, now: Date) =>
  state === "issued" && !is_alive && new Date(not_after) > now;

/** Whether it belongs to the dead: a suspended one may come back. */
export const isDead = (certificate: Pick<Mine, "is_alive" | "state" | "not_after">, now: Date) =>
  !certificate.is_alive && certificate.state !== "suspended" && !isComingBack(certificate, now);

/** Kinds of documents of the law's table that a person signs, by the keys of their names. */
const LEGAL: Readonly<Record<string, string>> = {
  "utd.invoice": "client-legal-utd-invoice",
  "utd.invoice.buyer": "client-legal-utd-invoice-buyer",
  "utd.invoice-and-primary": "client-legal-utd-invoice-and-primary",
  "utd.invoice-and-primary.buyer": "client-legal-utd-invoice-and-primary-buyer",
  "utd.primary": "client-legal-utd-primary",
  "utd.primary.buyer": "client-legal-utd-primary-buyer",
  nonformalized: "client-legal-nonformalized",
  receipt: "client-legal-receipt",
  amendment: "client-legal-amendment",
  "signature-rejection": "client-legal-signature-rejection",
  "universal-message": "client-legal-universal-message",
  "tax-return": "client-legal-tax-return",
};

/** Kinds of documents by their names; a kind this client has no word for is passed over. Those by agreement apart. */
export function signs(certificate: Pick<Mine, "can_sign">): { freely: string[]; byAgreement: string[] } {
  const named = (byAgreement: boolean) => certificate.can_sign
    .filter((one) => one.by_agreement === byAgreement)
    .flatMap(({ document }) => { const key = LEGAL[document]; return key ? [say(key)] : []; });
  return { freely: named(false), byAgreement: named(true) };
}
