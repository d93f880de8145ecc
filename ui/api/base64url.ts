/** Octets as WebAuthn and its API write them: base64 with the signs of addresses, unpadded. */

export function toBase64Url(octets: ArrayBuffer | Uint8Array): string {
  const text = Array.from(new Uint8Array(octets), (octet) => String.fromCharCode(octet)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
}
