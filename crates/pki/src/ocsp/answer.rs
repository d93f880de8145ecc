//! Writing an OCSP answer (RFC 6960 §4.2), signed by the issuer of the certificates it speaks of.

use super::RequestedCertificate;
use crate::asn1::{Result, time, write};
use crate::issue::extension;
use crate::oid;
use crate::revocation_list::Revoked;
use crate::signer::{Signer, sign_tbs};
use kernel::Moment;

/// State of one certificate.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OcspStatus {
    /// Issued, and neither revoked nor suspended.
    Good,
    /// Revoked or suspended.
    Revoked(Revoked),
    /// Not issued by this authority.
    Unknown,
}

/// What is answered of one certificate.
#[derive(Clone, Debug)]
pub struct OcspAnswer {
    /// As it was asked.
    pub about: RequestedCertificate,
    /// Its state.
    pub status: OcspStatus,
    /// The moment this is known to be right.
    pub this_update: Moment,
    /// By when something newer is to be had.
    pub next_update: Moment,
}

/// Why nothing is answered.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OcspFailure {
    /// The request cannot be read.
    MalformedRequest,
    /// The responder failed.
    InternalError,
    /// The responder has too much to do.
    TryLater,
    /// The responder does not speak for this issuer.
    Unauthorized,
}

impl OcspFailure {
    /// The whole answer: a status without content.
    #[must_use]
    pub fn to_der(self) -> Vec<u8> {
        let number = match self {
            Self::MalformedRequest => 1,
            Self::InternalError => 2,
            Self::TryLater => 3,
            Self::Unauthorized => 6,
        };
        write::sequence(&[&write::enumerated(number)])
    }
}

/// Writes and signs an answer. `nonce` is the value of the request's nonce extension, given back as it came. The signer is
/// named by his key.
pub fn respond(
    answers: &[OcspAnswer],
    nonce: Option<&[u8]>,
    produced_at: Moment,
    signer: &dyn Signer,
) -> Result<Vec<u8>> {
    let key_hash = write::octets(&signer.certificate().public_key().key_identifier());
    let responder = write::tlv(write::context(2), &[&key_hash]);
    let produced = time::write_generalized(produced_at)?;
    let single = answers.iter().map(write_answer).collect::<Result<Vec<_>>>()?;
    let extensions = nonce.map(|nonce| {
        let list = write::list(&[extension(&oid::OCSP_NONCE, false, nonce)]);
        write::tlv(write::context(1), &[&list])
    });
    let data = write::sequence(&[&responder, &produced, &write::list(&single), &extensions.unwrap_or_default()]);
    let basic = sign_tbs(signer, |_| data)?;
    let bytes = write::sequence(&[&write::oid(&oid::OCSP_BASIC), &write::octets(&basic)]);
    Ok(write::sequence(&[&write::enumerated(0), &write::tlv(write::context(0), &[&bytes])]))
}

fn write_answer(answer: &OcspAnswer) -> Result<Vec<u8>> {
    let status = match answer.status {
        OcspStatus::Good => write::tlv(write::context_primitive(0), &[]),
        OcspStatus::Unknown => write::tlv(write::context_primitive(2), &[]),
        OcspStatus::Revoked(revoked) => {
            let reason = write::tlv(write::context(0), &[&write::enumerated(revoked.reason.number())]);
            write::tlv(write::context(1), &[&time::write_generalized(revoked.at)?, &reason])
        }
    };
    let next = write::tlv(write::context(0), &[&time::write_generalized(answer.next_update)?]);
    Ok(write::sequence(&[&answer.about.der, &status, &time::write_generalized(answer.this_update)?, &next]))
}
