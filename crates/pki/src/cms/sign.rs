//! Making a detached signature.

use super::Content;
use crate::algorithm::{DigestAlgorithm, key_algorithm};
use crate::asn1::{Result, time, write};
use crate::certificate::Certificate;
use crate::issue::directory_name;
use crate::oid;
use crate::refusal::PkiRefusal;
use crate::signer::{Signer, set_of};
use kernel::Moment;

/// What stands between the content and the signature.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SignForm {
    /// CAdES-BES: content-type, message-digest, signing-time and signing-certificate-v2 are signed (ETSI EN 319 122-1 §6.3).
    CadesBes {
        /// The signing time the signer claims.
        at: Moment,
    },
    /// Nothing: the signature is over the content's digest, as the vendors' kits make it.
    NoAttributes,
}

/// Signs content, or its ready digest, and gives the DER of a SignedData that carries the signer's certificate and chain but not the
/// content. The digest is Streebog of the key's length; the signature algorithm is named by the key's identifier, as all peers read it.
pub fn sign_detached<'a>(content: impl Into<Content<'a>>, signer: &dyn Signer, form: SignForm) -> Result<Vec<u8>> {
    let set = set_of(signer)?;
    let digest = DigestAlgorithm::for_keys_of(set);
    let content_digest = content.into().digest(digest).ok_or(PkiRefusal::DigestLength)?;
    if content_digest.len() != set.size_bytes() {
        return Err(PkiRefusal::DigestLength);
    }
    let (attributes, to_sign) = match form {
        SignForm::NoAttributes => (Vec::new(), content_digest),
        SignForm::CadesBes { at } => {
            let attributes = signed_attributes(&content_digest, digest, signer.certificate(), at)?;
            // signed as a SET OF, sent under [0] (RFC 5652 §5.4)
            let signed = write::set_of(attributes.clone());
            let digest = digest.digest(&signed).ok_or(PkiRefusal::UnknownAlgorithm)?;
            (write::set_of_tagged(write::context(0), attributes), digest)
        }
    };
    let signature = signer.sign_digest(&to_sign)?;
    let certificate = signer.certificate();
    let digest_identifier = write_digest_identifier(digest);
    let signer_info = write::sequence(&[
        &write::small(1),
        &write::sequence(&[certificate.issuer().to_der(), &write::unsigned(certificate.serial().as_bytes())]),
        &digest_identifier,
        &attributes,
        &write::sequence(&[&write::oid(&key_algorithm(set))]),
        &write::octets(&signature),
    ]);
    Ok(signed_data(digest_identifier, certificates(signer), signer_info))
}

fn signed_data(digest_identifier: Vec<u8>, certificates: Vec<u8>, signer_info: Vec<u8>) -> Vec<u8> {
    let signed_data = write::sequence(&[
        &write::small(1),
        &write::set_of(vec![digest_identifier]),
        &write::sequence(&[&write::oid(&oid::CMS_DATA)]),
        &certificates,
        &write::set_of(vec![signer_info]),
    ]);
    write::sequence(&[&write::oid(&oid::CMS_SIGNED_DATA), &write::tlv(write::context(0), &[&signed_data])])
}

/// With NULL parameters, as gost-engine and the vendors write it; readers take both.
fn write_digest_identifier(digest: DigestAlgorithm) -> Vec<u8> {
    write::sequence(&[&write::oid(&digest.oid()), write::NULL])
}

fn certificates(signer: &dyn Signer) -> Vec<u8> {
    let mut all: Vec<Vec<u8>> = vec![signer.certificate().to_der().to_vec()];
    all.extend(signer.chain().iter().map(|certificate| certificate.to_der().to_vec()));
    all.sort_unstable();
    all.dedup();
    write::set_of_tagged(write::context(0), all)
}

fn signed_attributes(
    content_digest: &[u8],
    digest: DigestAlgorithm,
    certificate: &Certificate,
    at: Moment,
) -> Result<Vec<Vec<u8>>> {
    let attribute = |oid, value| write::sequence(&[&write::oid(oid), &write::set_of(vec![value])]);
    Ok(vec![
        attribute(&oid::ATTR_CONTENT_TYPE, write::oid(&oid::CMS_DATA)),
        attribute(&oid::ATTR_MESSAGE_DIGEST, write::octets(content_digest)),
        attribute(&oid::ATTR_SIGNING_TIME, time::write(at)?),
        attribute(&oid::ATTR_SIGNING_CERTIFICATE_V2, signing_certificate(digest, certificate)?),
    ])
}

/// SigningCertificateV2 (RFC 5035 §3): digest, issuer and serial number of the signer's certificate.
fn signing_certificate(digest: DigestAlgorithm, certificate: &Certificate) -> Result<Vec<u8>> {
    let hash = digest.digest(certificate.to_der()).ok_or(PkiRefusal::UnknownAlgorithm)?;
    let issuer_serial = write::sequence(&[
        &write::sequence(&[&directory_name(certificate.issuer())]),
        &write::unsigned(certificate.serial().as_bytes()),
    ]);
    let id = write::sequence(&[&write::sequence(&[&write::oid(&digest.oid())]), &write::octets(&hash), &issuer_serial]);
    Ok(write::sequence(&[&write::sequence(&[&id])]))
}
