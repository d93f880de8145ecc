//! The verdict on a signature at this moment, and what the exchange makes of it.

use bytes::Bytes;
use kernel::{Cx, Moment};
use store::{Fault, No};
use trust::{Blemish, NotChecked, SignatureKind, SignerVerdict, Verdict};

use crate::model::limits::SIGNATURE_BYTES_MAX;
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::model::signature::SignatureFacts;
use crate::room::Room;

/// Content verified without leaving the thread: 256 KiB take the hash about 1.5 ms.
const CONTENT_BYTES_AT_ONCE_MAX: usize = 256 * 1024;

/// A content, a detached signature under it, and whose it must be.
#[derive(Clone, Copy, Debug)]
pub struct Signed<'a> {
    /// The exact bytes.
    pub content: &'a Bytes,
    /// Detached signature, DER.
    pub signature: &'a Bytes,
    /// Whose it must be.
    pub by: &'a Party,
    /// The exchange is a test one.
    pub is_test: bool,
}

/// Verifies a detached signature of a party and gives what is remembered of it.
///
/// Refuses a signature that does not fit, a chain that ends in no trusted root, a certificate not in force or revoked
/// (or of which revocation is not known), one of another organization, and a test one outside test exchange.
pub async fn signature(room: &Room, cx: &Cx, signed: Signed<'_>) -> Result<SignatureFacts, No<Refusal>> {
    let Signed { content, signature, by, is_test } = signed;
    if signature.is_empty() {
        return Err(Refusal::SignatureMissing.into());
    }
    if signature.len() > SIGNATURE_BYTES_MAX {
        return Err(Refusal::SignatureUnreadable.into());
    }
    let verdict = verdict(room, content, signature, cx.now).await?;
    Ok(decide(&verdict, by, is_test)?)
}

/// The verdict now. Large content is hashed on a thread of its own, so that it holds up nobody else.
pub async fn verdict(room: &Room, content: &Bytes, signature: &Bytes, now: Moment) -> Result<Verdict, Fault> {
    if content.len() <= CONTENT_BYTES_AT_ONCE_MAX {
        return Ok(room.trust.verdict(content, signature, now));
    }
    let (trust, content, signature) = (room.trust.clone(), content.clone(), signature.clone());
    let verdict = tokio::task::spawn_blocking(move || trust.verdict(&content, &signature, now)).await;
    verdict.map_err(|error| Fault::Panicked(format!("verifying a signature: {error}")))
}

fn decide(verdict: &Verdict, by: &Party, is_test: bool) -> Result<SignatureFacts, Refusal> {
    let signer = verdict.sole_signer().map_err(|blemish| match blemish {
        Blemish::Unreadable => Refusal::SignatureUnreadable,
        Blemish::SignerCount => Refusal::SignerCount,
        Blemish::Broken => Refusal::SignatureBroken,
        Blemish::Expired => Refusal::CertificateExpired,
        Blemish::Untrusted => Refusal::SignatureUntrusted,
        Blemish::Revoked => Refusal::CertificateRevoked,
        Blemish::RevocationUnknown => Refusal::RevocationUnknown,
    })?;
    if verdict.kind.is_play() && !is_test {
        return Err(Refusal::TestSignature);
    }
    let facts = facts(verdict, signer)?;
    if !facts.inn.as_deref().is_some_and(|inn| is_same_inn(inn, by.inn.as_str())) {
        return Err(Refusal::SignerOfOtherOrganization);
    }
    Ok(facts)
}

/// Certificates issued before the attribute of organizations existed write ten digits with two zeros before them.
fn is_same_inn(certificate: &str, party: &str) -> bool {
    certificate == party || (party.len() == 10 && certificate.strip_prefix("00") == Some(party))
}

fn facts(verdict: &Verdict, signer: &SignerVerdict) -> Result<SignatureFacts, Refusal> {
    let certificate = signer.certificate.clone().ok_or(Refusal::SignatureUntrusted)?;
    Ok(SignatureFacts {
        subject: certificate.common_name.or(certificate.organization).unwrap_or_default(),
        person: certificate.person,
        title: certificate.title,
        inn: certificate.inn,
        serial: certificate.serial,
        thumbprint: certificate.thumbprint,
        signing_time: signer.signing_time,
        checked_at: verdict.at,
        kind: kind_word(verdict.kind).to_owned(),
        list_date: match verdict.kind {
            SignatureKind::QualifiedByList { list_date } => Some(list_date.to_string()),
            _ => None,
        },
        is_play: verdict.kind.is_play(),
        not_checked: verdict.not_checked.iter().map(|what| not_checked_word(*what).to_owned()).collect(),
    })
}

/// The word kept in facts and compared with the kinds the law asks.
pub(super) fn kind_word(kind: SignatureKind) -> &'static str {
    match kind {
        SignatureKind::Simple => "simple",
        SignatureKind::Unqualified => "unqualified",
        SignatureKind::QualifiedByList { .. } => "qualified",
        SignatureKind::Test => "test",
        SignatureKind::Simulator => "simulator",
        SignatureKind::Unknown => "unknown",
    }
}

/// The word kept in facts.
fn not_checked_word(what: NotChecked) -> &'static str {
    match what {
        NotChecked::Revocation => "revocation",
        NotChecked::SigningTime => "signing_time",
        NotChecked::CertificateBinding => "certificate_binding",
        NotChecked::Accreditation => "accreditation",
        NotChecked::Entitlement => "entitlement",
    }
}
