/** From a key with its copy to an installed certificate: the request, the certificate put to the key, the test signature. */
import { answered, api, toBase64, type Shapes } from "../../../api/client";
import type { KeptKey } from "../../../signer/js/signer.js";
import { keyStore } from "../../signing/keyStore";
import { signer } from "../../signing/signer";
import { paramsOf, type Place } from "../application/queries";
import { paramsOf as certificateParams } from "../mine/queries";
import { isKeyOf } from "./pending";

type Issued = Shapes["OrganizationCertificate"];
type Names = Parameters<Awaited<ReturnType<typeof signer>>["makeRequest"]>[0]["subject"];

/** A request for a certificate, PKCS#10 in DER, made with a key of this browser. */
export async function requestOf(keyId: string, password: string | undefined, subject: Names): Promise<Uint8Array<ArrayBuffer>> {
  const [store, module] = await Promise.all([keyStore(), signer()]);
  await store.unlock({ id: keyId, password });
  const { key } = await store.signingKey({ id: keyId });
  return module.makeRequest({ key, subject });
}

/** Puts a certificate that was issued here to its key. */
export async function putToKey(keyId: string, issued: Issued): Promise<void> {
  if (!issued.certificate) throw new Error("an issued certificate without its octets");
  await (await keyStore()).setCertificate({ id: keyId, certificate: issued.certificate, chain: issued.chain ? [issued.chain] : [] });
}

/** The certificate that was issued here for a key, where there is one: what broke off after it was issued goes on with it. */
export async function issuedFor({ publicKey }: KeptKey): Promise<Issued | undefined> {
  const { items } = await answered(api.GET("/api/v1/certification/my-certificates"));
  const module = await signer();
  for (const one of items.filter(({ origin, is_alive }) => origin === "own" && is_alive)) {
    const [view] = await module.readCertificates({ bytes: one.certificate });
    if (view?.public_key && isKeyOf(publicKey, view.public_key)) {
      return answered(api.GET("/api/v1/certification/organizations/{organization_id}/certificates/{certificate_id}", { params: certificateParams(one) }));
    }
  }
  return undefined;
}

/** A detached signature with a key of this browser that has its certificate and is open. */
export async function signedWith(keyId: string, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const [store, module] = await Promise.all([keyStore(), signer()]);
  const { key, certificate, chain } = await store.signingKey({ id: keyId });
  if (!certificate) throw new Error("a key without a certificate");
  return (await module.sign({ content: bytes, signers: [{ key, certificate, chain }] })).message;
}

/** The text that a test signature is made over. */
export async function testText(place: Place): Promise<Uint8Array<ArrayBuffer>> {
  const { data, response } = await api.GET("/api/v1/certification/organizations/{organization_id}/applications/{application_id}/installation", {
    params: paramsOf(place), parseAs: "text",
  });
  const text = await answered(Promise.resolve({ data, response }));
  return new TextEncoder().encode(text);
}

/** Hands the test signature in; the server verifies it. */
export async function install(place: Place, signature: Uint8Array, keyPlace: Shapes["KeyPlace"]): Promise<void> {
  await answered(api.POST("/api/v1/certification/organizations/{organization_id}/applications/{application_id}/installation", {
    params: paramsOf(place), body: { signature: toBase64(signature), key_place: keyPlace },
  }));
}

/** Test signature and installation with a key of this browser. */
export async function installWith(place: Place, keyId: string): Promise<void> {
  await install(place, await signedWith(keyId, await testText(place)), "browser");
}
