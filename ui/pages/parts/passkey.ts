/** A passkey answers a challenge of the server. */
import { base64, challenge, filledBy, NoAnswer } from "./form";
import { told } from "./words";

interface Asked {
  challenge: string;
  rp_id: string;
}

const PLACE = "/api/v1/account/sign-ins/passkey/challenges";

const toUrl = (octets: ArrayBuffer) => base64(octets).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const fromUrl = (text: string) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

/** The form is sent with what the device answered. */
export function byPasskey(form: HTMLFormElement): void {
  filledBy(form, answered, async (error) => (error instanceof NoAnswer ? told(error) : undefined));
}

async function answered(): Promise<Record<string, string>> {
  const asked = await challenge<Asked>(PLACE);
  const publicKey = { challenge: fromUrl(asked.challenge), rpId: asked.rp_id, userVerification: "required" } as const;
  const credential = await navigator.credentials.get({ publicKey });
  if (!(credential instanceof PublicKeyCredential)) throw new Error("no passkey");
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    challenge: asked.challenge,
    credential_id: toUrl(credential.rawId),
    client_data: toUrl(response.clientDataJSON),
    authenticator_data: toUrl(response.authenticatorData),
    signature: toUrl(response.signature),
  };
}
