//! The verdict on a signature at this moment, and what the room makes of it.

use bytes::Bytes;
use kernel::Moment;
use store::{Fault, No};
use trust::{Blemish, SignatureKind, Verdict};

use crate::model::document::SignatureFacts;
use crate::model::limits::SIGNATURE_BYTES_MAX;
use crate::model::refusal::Refusal;
use crate::room::Room;

/// Content verified without leaving the thread: 256 KiB take the hash about 1.5 ms.
const CONTENT_BYTES_AT_ONCE_MAX: usize = 256 * 1024;

/// What is asked of a signature of our side.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// ИНН that must stand in the certificate; of the payer.
    pub inn: &'a str,
    /// Another may sign: a power of attorney goes with it.
    pub by_power: bool,
    /// A simulator receives it: any kind of signature will do. Authorities take qualified ones.
    pub is_play: bool,
}

/// Verifies a detached signature that goes out.
///
/// Refuses one that does not fit, a chain that ends in no trusted root, a certificate not in force or revoked (or of which
/// revocation is not known), another's without a power of attorney, a test one outside the sandbox.
pub async fn outgoing(
    room: &Room,
    at: Moment,
    (content, signature): (&Bytes, &Bytes),
    asked: Asked<'_>,
) -> Result<SignatureFacts, No<Refusal>> {
    if signature.is_empty() || signature.len() > SIGNATURE_BYTES_MAX {
        return Err(Refusal::SignatureBroken.into());
    }
    let verdict = verdict(room, content, signature, at).await?;
    let signer = verdict.sole_signer().map_err(|blemish| match blemish {
        Blemish::Unreadable | Blemish::SignerCount | Blemish::Broken => Refusal::SignatureBroken,
        Blemish::Expired => Refusal::CertificateExpired,
        Blemish::Revoked => Refusal::CertificateRevoked,
        Blemish::Untrusted | Blemish::RevocationUnknown => Refusal::SignatureUntrusted,
    })?;
    if !asked.is_play {
        match verdict.kind {
            SignatureKind::QualifiedByList { .. } => {}
            kind if kind.is_play() => return Err(Refusal::TestSignature.into()),
            _ => return Err(Refusal::NotQualified.into()),
        }
    }
    let facts = facts(&verdict, signer.certificate.clone(), None);
    let is_own = facts.inn.as_deref().is_some_and(|inn| is_same_inn(inn, asked.inn));
    if is_own || asked.by_power { Ok(facts) } else { Err(Refusal::SignerOfOther.into()) }
}

/// Looks at a detached signature that came; what speaks against it is remembered, not refused: the document is there.
pub async fn incoming(
    room: &Room,
    at: Moment,
    (content, signature): (&Bytes, &Bytes),
) -> Result<SignatureFacts, Fault> {
    let verdict = verdict(room, content, signature, at).await?;
    let fault = verdict.sole_signer().err().map(|blemish| blemish.word().to_owned());
    let certificate = verdict.signers.first().and_then(|signer| signer.certificate.clone());
    Ok(facts(&verdict, certificate, fault))
}

/// What is remembered of a signature under bytes that are still sealed.
pub fn unseen(at: Moment) -> SignatureFacts {
    SignatureFacts {
        subject: String::new(),
        inn: None,
        thumbprint: String::new(),
        serial: String::new(),
        kind: "unknown".to_owned(),
        is_play: false,
        checked_at: at,
        fault: Some("sealed".to_owned()),
    }
}

/// Large content is hashed on a thread of its own, so that it holds up nobody else.
async fn verdict(room: &Room, content: &Bytes, signature: &Bytes, now: Moment) -> Result<Verdict, Fault> {
    if content.len() <= CONTENT_BYTES_AT_ONCE_MAX {
        return Ok(room.trust.verdict(content, signature, now));
    }
    let (trust, content, signature) = (room.trust.clone(), content.clone(), signature.clone());
    let verdict = tokio::task::spawn_blocking(move || trust.verdict(&content, &signature, now)).await;
    verdict.map_err(|error| Fault::Panicked(format!("verifying a signature: {error}")))
}

/// Certificates issued before the attribute of organizations existed write ten digits with two zeros before them.
fn is_same_inn(certificate: &str, payer: &str) -> bool {
    certificate == payer || (payer.len() == 10 && certificate.strip_prefix("00") == Some(payer))
}

fn facts(verdict: &Verdict, certificate: Option<trust::SignerCertificate>, fault: Option<String>) -> SignatureFacts {
    let (subject, inn, serial, thumbprint) = certificate.map_or_else(Default::default, |certificate| {
        let subject = certificate.common_name.or(certificate.organization).unwrap_or_default();
        (subject, certificate.inn, certificate.serial, certificate.thumbprint)
    });
    SignatureFacts {
        subject,
        inn,
        thumbprint,
        serial,
        kind: verdict.kind.word().to_owned(),
        is_play: verdict.kind.is_play(),
        checked_at: verdict.at,
        fault,
    }
}
