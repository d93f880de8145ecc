//! Certificates and lists as they come from files: DER or PEM, told apart by their first octets.

use crate::message::{Answer, Request};
use crate::refusal::SignerRefusal;
use crate::state::State;
use crate::views::CertificateView;
use pki::{Certificate, PkiRefusal, RevocationList};
use serde::Deserialize;

/// A PEM text, or `None` for DER. Text may come with a byte order mark and remarks before the block.
fn pem(given: &[u8]) -> Result<Option<&str>, SignerRefusal> {
    // DER of everything we read begins with a SEQUENCE
    if given.first() == Some(&0x30) {
        return Ok(None);
    }
    Ok(Some(std::str::from_utf8(given).map_err(|_| PkiRefusal::Malformed("PEM"))?))
}

/// All certificates of a file.
pub fn all(given: &[u8]) -> Result<Vec<Certificate>, SignerRefusal> {
    Ok(match pem(given)? {
        Some(text) => Certificate::list_from_pem(text)?,
        None => vec![Certificate::from_der(given)?],
    })
}

/// The first certificate of a file.
pub fn one(given: &[u8]) -> Result<Certificate, SignerRefusal> {
    all(given)?.into_iter().next().ok_or(SignerRefusal::Pki(PkiRefusal::Pem("CERTIFICATE")))
}

/// All revocation lists of a file.
pub fn lists(given: &[u8]) -> Result<Vec<RevocationList>, SignerRefusal> {
    Ok(match pem(given)? {
        Some(text) => RevocationList::list_from_pem(text)?,
        None => vec![RevocationList::from_der(given)?],
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

pub fn read(_: &mut State, mut request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let Nothing {} = request.fields()?;
    let certificates = all(request.part("certificates")?)?;
    request.end()?;
    let answer = Answer::of(&certificates.iter().map(CertificateView::of).collect::<Vec<_>>())?;
    Ok(certificates.iter().fold(answer, |answer, certificate| answer.with(certificate.to_der().to_vec())))
}
