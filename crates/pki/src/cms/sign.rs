//! Making signatures: by one signer or several, beside the content or around it, and one more on a message that is there.

use super::{Content, SignedMessage};
use crate::algorithm::{DigestAlgorithm, key_algorithm, read_identifier};
use crate::asn1::{Fields, Node, Result, ber, context, time, whole, write};
use crate::certificate::Certificate;
use crate::issue::directory_name;
use crate::limits::{EMBEDDED_CERTIFICATES_MAX, EMBEDDED_LISTS_MAX, SIGNERS_MAX};
use crate::oid::{self, Oid};
use crate::refusal::PkiRefusal;
use crate::signer::{Signer, set_of};
use der::Tag;
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

/// Whether the content travels in the message.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Enclosure {
    /// The message holds signatures only.
    Detached,
    /// The message holds the content too; it must be given as bytes.
    Attached,
}

/// Signs content, or its ready digest, and gives the DER of a SignedData that carries the signer's certificate and chain but not the
/// content. The digest is Streebog of the key's length; the signature algorithm is named by the key's identifier, as all peers read it.
pub fn sign_detached<'a>(content: impl Into<Content<'a>>, signer: &dyn Signer, form: SignForm) -> Result<Vec<u8>> {
    sign_by_all(content, &[signer], form, Enclosure::Detached)
}

/// Signs by several signers at once, each over the same content with his own attributes. One message has one digest: readers that go
/// through the content once know but one. Refuses nobody to sign, more than [`SIGNERS_MAX`], keys of different lengths, the same
/// certificate twice, and a digest in place of a content that is to be enclosed.
pub fn sign_by_all<'a>(
    content: impl Into<Content<'a>>,
    signers: &[&dyn Signer],
    form: SignForm,
    enclosure: Enclosure,
) -> Result<Vec<u8>> {
    let content = content.into();
    let first = signers.first().ok_or(PkiRefusal::NoSigner)?;
    let digest = DigestAlgorithm::for_keys_of(set_of(*first)?);
    let enclosed = match (enclosure, content) {
        (Enclosure::Detached, _) => Vec::new(),
        (Enclosure::Attached, Content::Bytes(bytes)) => write::tlv(write::context(0), &[&write::octets(bytes)]),
        (Enclosure::Attached, _) => return Err(PkiRefusal::ContentNotGiven),
    };
    let content_digest = content.digest(digest).ok_or(PkiRefusal::DigestLength)?;
    let mut message = Parts {
        version: 1,
        digests: Vec::new(),
        content: write::sequence(&[&write::oid(&oid::CMS_DATA), &enclosed]),
        certificates: Vec::new(),
        lists: Vec::new(),
        signers: Vec::new(),
    };
    let mut taken: Vec<&Certificate> = Vec::new();
    for signer in signers {
        if taken.contains(&signer.certificate()) {
            return Err(PkiRefusal::AlreadySigned);
        }
        taken.push(signer.certificate());
        message.add(*signer, (digest, &content_digest), oid::CMS_DATA, form)?;
    }
    message.seal()
}

/// Adds a signer to a message that is there; what it holds already stays byte for byte. Of an enclosed content the digest is taken from
/// the message; a content given besides must be the same. Refuses another digest than the message's, a signer who signed already, more
/// than [`SIGNERS_MAX`], no content, and in the form without attributes a content that is not plain data.
pub fn add_signer<'a>(
    message_der: &[u8],
    content: Option<Content<'a>>,
    signer: &dyn Signer,
    form: SignForm,
) -> Result<Vec<u8>> {
    let read = SignedMessage::parse(message_der)?;
    let digest = DigestAlgorithm::for_keys_of(set_of(signer)?);
    if read.signers().iter().any(|present| present.digest() != digest) {
        return Err(PkiRefusal::SeveralDigests);
    }
    if read.signers().iter().any(|present| present.is_of(signer.certificate())) {
        return Err(PkiRefusal::AlreadySigned);
    }
    let given = content.map(|content| content.digest(digest).ok_or(PkiRefusal::DigestLength)).transpose()?;
    let enclosed = read.content().and_then(|enclosed| digest.digest(enclosed));
    let content_digest = match (given, enclosed) {
        (Some(given), Some(enclosed)) if given != enclosed => return Err(PkiRefusal::ContentDiffers),
        (Some(digest), _) | (None, Some(digest)) => digest,
        (None, None) => return Err(PkiRefusal::ContentNotGiven),
    };
    if form == SignForm::NoAttributes && read.content_type() != oid::CMS_DATA {
        return Err(PkiRefusal::ContentType);
    }
    let mut message = Parts::read(message_der)?;
    message.add(signer, (digest, &content_digest), read.content_type(), form)?;
    message.seal()
}

/// The parts of a SignedData, each as its DER.
struct Parts {
    version: u32,
    digests: Vec<Vec<u8>>,
    content: Vec<u8>,
    certificates: Vec<Vec<u8>>,
    lists: Vec<Vec<u8>>,
    signers: Vec<Vec<u8>>,
}

impl Parts {
    /// Of a message that [`SignedMessage::parse`] could read.
    fn read(message_der: &[u8]) -> Result<Self> {
        let der = ber::to_der(message_der, "message")?;
        let mut info = Fields::new(whole(&der, "message")?.of(Tag::Sequence)?, "message");
        info.oid()?;
        let mut data = Fields::new(whole(info.next()?.body, "signed data")?.of(Tag::Sequence)?, "signed data");
        let raw = |node: &Node<'_>, limit| -> Result<Vec<Vec<u8>>> {
            Ok(node.fields().collect(limit)?.iter().map(|part| part.raw.to_vec()).collect())
        };
        Ok(Self {
            version: data.next()?.small()?,
            digests: raw(&data.next()?, SIGNERS_MAX)?,
            content: data.next()?.raw.to_vec(),
            certificates: match data.optional(context(0))? {
                Some(set) => raw(&set, EMBEDDED_CERTIFICATES_MAX)?,
                None => Vec::new(),
            },
            lists: match data.optional(context(1))? {
                Some(set) => raw(&set, EMBEDDED_LISTS_MAX)?,
                None => Vec::new(),
            },
            signers: raw(&data.next()?, SIGNERS_MAX)?,
        })
    }

    fn add(
        &mut self,
        signer: &dyn Signer,
        (digest, content_digest): (DigestAlgorithm, &[u8]),
        content_type: Oid,
        form: SignForm,
    ) -> Result<()> {
        let set = set_of(signer)?;
        if DigestAlgorithm::for_keys_of(set) != digest {
            return Err(PkiRefusal::SeveralDigests);
        }
        if content_digest.len() != set.size_bytes() {
            return Err(PkiRefusal::DigestLength);
        }
        let about = (content_type, content_digest, digest);
        let (attributes, to_sign) = attributes_and_digest(about, signer.certificate(), form)?;
        let signature = signer.sign_digest(&to_sign)?;
        let certificate = signer.certificate();
        let digest_identifier = write_digest_identifier(digest);
        self.signers.push(write::sequence(&[
            &write::small(1),
            &write::sequence(&[certificate.issuer().to_der(), &write::unsigned(certificate.serial().as_bytes())]),
            &digest_identifier,
            &attributes,
            &write::sequence(&[&write::oid(&key_algorithm(set))]),
            &write::octets(&signature),
        ]));
        if !self.digests.iter().any(|named| is_named(named, digest)) {
            self.digests.push(digest_identifier);
        }
        self.certificates.push(certificate.to_der().to_vec());
        self.certificates.extend(signer.chain().iter().map(|certificate| certificate.to_der().to_vec()));
        Ok(())
    }

    fn seal(mut self) -> Result<Vec<u8>> {
        self.certificates.sort_unstable();
        self.certificates.dedup();
        let limits = [
            ("signers", self.signers.len(), SIGNERS_MAX),
            ("certificates of a message", self.certificates.len(), EMBEDDED_CERTIFICATES_MAX),
        ];
        if let Some((what, _, limit)) = limits.into_iter().find(|(_, count, limit)| count > limit) {
            return Err(PkiRefusal::OverLimit { what, limit });
        }
        let lists = match self.lists.is_empty() {
            true => Vec::new(),
            false => write::set_of_tagged(write::context(1), self.lists),
        };
        let signed_data = write::sequence(&[
            &write::small(self.version),
            &write::set_of(self.digests),
            &self.content,
            &write::set_of_tagged(write::context(0), self.certificates),
            &lists,
            &write::set_of(self.signers),
        ]);
        Ok(write::sequence(&[&write::oid(&oid::CMS_SIGNED_DATA), &write::tlv(write::context(0), &[&signed_data])]))
    }
}

/// The message may name it with or without parameters.
fn is_named(identifier: &[u8], digest: DigestAlgorithm) -> bool {
    let named = whole(identifier, "digest algorithm").and_then(|node| read_identifier(&node, "digest algorithm"));
    named == Ok(digest.oid())
}

/// The signed attributes as they are sent, if the form has any, and the digest to be signed.
fn attributes_and_digest(
    about: (Oid, &[u8], DigestAlgorithm),
    certificate: &Certificate,
    form: SignForm,
) -> Result<(Vec<u8>, Vec<u8>)> {
    match form {
        SignForm::NoAttributes => Ok((Vec::new(), about.1.to_vec())),
        SignForm::CadesBes { at } => {
            let attributes = signed_attributes(about, certificate, at)?;
            // signed as a SET OF, sent under [0] (RFC 5652 §5.4)
            let digest = about.2.digest(&write::set_of(attributes.clone())).ok_or(PkiRefusal::UnknownAlgorithm)?;
            Ok((write::set_of_tagged(write::context(0), attributes), digest))
        }
    }
}

/// With NULL parameters, as gost-engine and the vendors write it; readers take both.
fn write_digest_identifier(digest: DigestAlgorithm) -> Vec<u8> {
    write::sequence(&[&write::oid(&digest.oid()), write::NULL])
}

fn signed_attributes(
    (content_type, content_digest, digest): (Oid, &[u8], DigestAlgorithm),
    certificate: &Certificate,
    at: Moment,
) -> Result<Vec<Vec<u8>>> {
    let attribute = |oid, value| write::sequence(&[&write::oid(oid), &write::set_of(vec![value])]);
    Ok(vec![
        attribute(&oid::ATTR_CONTENT_TYPE, write::oid(&content_type)),
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
