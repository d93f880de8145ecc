import { isOctets, isReady, octets } from '../content.js';
import { SignerRefusal } from '../refusal.js';

/**
 * What came from elsewhere is believed only after it was verified: it must sign exactly this content, and by this certificate if
 * one was chosen. Whom the certificate's issuer is, and whether it is revoked, is another question.
 */
export async function checkedMessage(signer, { message, content, thumbprint }, options) {
  const { report } = await signer.verify({ message, content, revocation: 'not-asked' }, options);
  for (const { integrity } of report.signers) {
    if (integrity.is === 'no') throw new SignerRefusal('signer.way.other-content', {}, integrity.code);
    if (integrity.is !== 'yes') throw new SignerRefusal('signer.way.unverified', {}, integrity.code);
  }
  const signedBy = report.signers.map(({ certificate }) => certificate?.thumbprint);
  if (!signedBy.length) throw new SignerRefusal('signer.way.unverified', {}, 'nobody signed');
  if (thumbprint && !signedBy.includes(thumbprint)) throw new SignerRefusal('signer.way.other-certificate');
  return report;
}

/** A content that can be read twice: by the vendor's program and by whoever verifies what it gave. */
export function readTwice(content) {
  if (isOctets(content) || content instanceof Blob || isReady(content)) return content;
  throw new SignerRefusal('signer.call', {}, 'a content that can be read again is wanted: octets, a file, ready digests');
}

export const hex = (given) => Array.from(given, (octet) => octet.toString(16).padStart(2, '0')).join('');

/** Octets of a text in base64, with or without the lines of a PEM around it. */
export function fromBase64(text) {
  const bare = text.replace(/-----(BEGIN|END)[^-]*-----/g, '').replace(/\s/g, '');
  try {
    return Uint8Array.from(atob(bare), (sign) => sign.charCodeAt(0));
  } catch (error) {
    throw new SignerRefusal('pki.pem', {}, `${error}`);
  }
}

/** A message as files hold it: DER, base64 or PEM. */
export function messageOctets(given) {
  if (typeof given === 'string') return fromBase64(given);
  const whole = octets(given);
  // DER and BER of a message begin with a SEQUENCE
  return whole[0] === 0x30 ? whole : fromBase64(new TextDecoder('latin1').decode(whole));
}

/** A certificate to choose. */
export function choice({ id, kind, name, certificate, needs, ...more }) {
  return { id, kind, name, certificate, needs, ...more };
}
