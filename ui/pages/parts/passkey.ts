/** A passkey answers a challenge of the server. */
import { fromBase64Url, toBase64Url } from "../../api/base64url";
import { challenge, filledBy, NoAnswer } from "./form";
import { told } from "./words";

interface Asked {
  challenge: string;
  rp_id: string;
}

const PLACE = "/api/v1/account/sign-ins/passkey/challenges";

/** The form is sent with what the device answered. */
export function byPasskey(form: HTMLFormElement): void {
  filledBy(form, answered, async (error) => (error instanceof NoAnswer ? told(error) : undefined));
}

async function answered(): Promise<Record<string, string>> {
  const asked = await challenge<Asked>(PLACE);
  const publicKey = { challenge: fromBase64Url(asked.challenge), rpId: asked.rp_id, userVerification: "required" } as const;
  const credential = await navigator.credentials.get({ publicKey });
  if (!(credential instanceof PublicKeyCredential)) throw new Error("no passkey");
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    challenge: asked.challenge,
    credential_id: toBase64Url(credential.rawId),
    client_data: toBase64Url(response.clientDataJSON),
    authenticator_data: toBase64Url(response.authenticatorData),
    signature: toBase64Url(response.signature),
  };
}
