//! Signatures that stand for a person: over the application, a request, a test text.

use crate::{Refusal, Room};
use kernel::Moment;
use pki::Certificate;
use trust::{SignerCertificate, Summary};

/// The only signer of a detached signature over the content. Refuses one that does not fit, and several signers.
fn only_signer(
    room: &Room,
    content: &[u8],
    signature: &[u8],
    at: Moment,
) -> Result<(SignerCertificate, Summary), Refusal> {
    let verdict = room.trust().verdict(content, signature, at);
    if !verdict.integrity.is_good() {
        return Err(Refusal::SignatureWrong);
    }
    match <[_; 1]>::try_from(verdict.signers) {
        Ok([signer]) => Ok((signer.certificate.ok_or(Refusal::SignatureWrong)?, verdict.summary)),
        Err(_) => Err(Refusal::SignatureWrong),
    }
}

/// The content is signed with the key of this certificate. Whether it is in force is not looked at.
pub(crate) fn check_made_with(
    room: &Room,
    content: &[u8],
    signature: &[u8],
    (certificate, at): (&Certificate, Moment),
) -> Result<(), Refusal> {
    let (signer, _) = only_signer(room, content, signature, at)?;
    if signer.thumbprint == hex::encode(certificate.thumbprint_sha1()) { Ok(()) } else { Err(Refusal::SignatureWrong) }
}

/// The signer of the content, whose certificate is in force and trusted here at the moment, revocation looked at.
pub(crate) fn signer_in_force(
    room: &Room,
    content: &[u8],
    signature: &[u8],
    at: Moment,
) -> Result<SignerCertificate, Refusal> {
    let (signer, summary) = only_signer(room, content, signature, at)?;
    if summary == Summary::Proven { Ok(signer) } else { Err(Refusal::SignatureNotInForce) }
}
