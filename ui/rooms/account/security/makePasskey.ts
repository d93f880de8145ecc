/** A passkey is made by the device and becomes a way in. */
import { fromBase64Url, toBase64Url } from "../../../api/base64url";
import { answered, api } from "../../../api/client";
import { Refused } from "../../../api/refusal";
import { say } from "../../../words";

/** Whether this browser knows passkeys. */
export const hasPasskeys = typeof globalThis.PublicKeyCredential === "function";

/** The device did not make one: the person closed its window, or it holds one of theirs already. */
const notMade = (detail: string) =>
  new Refused({ type: "about:blank", title: say("client-security-passkey-not-made"), status: 422, code: "client.passkey.not-made", detail });

export async function makePasskey(name: string): Promise<void> {
  const asked = await answered(api.POST("/api/v1/account/passkeys/challenges"));
  const credential = await navigator.credentials.create({
    publicKey: {
      challenge: fromBase64Url(asked.challenge),
      rp: { id: asked.rp_id, name: say("client-name") },
      user: { id: fromBase64Url(asked.user_handle), name: asked.user_name, displayName: asked.display_name },
      pubKeyCredParams: asked.algorithms.map((alg) => ({ type: "public-key", alg })),
      excludeCredentials: asked.known.map((id) => ({ type: "public-key", id: fromBase64Url(id) })),
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      attestation: "none",
    },
  }).catch((error: unknown) => { throw notMade(String(error)); });
  if (!(credential instanceof PublicKeyCredential)) throw notMade("no public key");
  const response = credential.response as AuthenticatorAttestationResponse;
  await answered(api.POST("/api/v1/account/passkeys", {
    body: {
      challenge: asked.challenge, name,
      client_data: toBase64Url(response.clientDataJSON), attestation: toBase64Url(response.attestationObject),
    },
  }));
}
