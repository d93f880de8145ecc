//! Is the content what this signer's key signed? RFC 5652 §5.4–5.6, §11.

use super::{AttributeOrder, Known, SignatureForm};
use crate::algorithm::{DigestAlgorithm, check_digest};
use crate::asn1::{Fields, Result, context, whole};
use crate::certificate::Certificate;
use crate::cms::{Content, ContentDigest, SignedAttributes, SignedMessage, SignerInfo};
use crate::extensions::directory_name;
use crate::oid;
use crate::refusal::Reason;
use crate::report::{Check, Input, Rule, Steps};
use crate::serial::Serial;
use der::Tag;
use kernel::Moment;
use sha1::{Digest as _, Sha1};

const INTEGRITY: Rule = Rule("integrity", "RFC 5652 §5.6");
const ALGORITHMS: Rule = Rule("signature.algorithms", "R 1323565.1.025-2019 §5; RFC 5652 §5.3");
const ENCLOSED: Rule = Rule("content.enclosed", "RFC 5652 §5.2");
const CONTENT_TYPE: Rule = Rule("content.type", "RFC 5652 §11.1");
const MESSAGE_DIGEST: Rule = Rule("content.digest", "RFC 5652 §11.2");
const SIGNING_TIME: Rule = Rule("signature.time", "RFC 5652 §11.3");
const ATTRIBUTE_ORDER: Rule = Rule("signature.attribute-order", "RFC 5652 §5.4");
const SIGNATURE: Rule = Rule("signature.value", "RFC 5652 §5.6; GOST R 34.10-2012 §6.2");
const SIGNING_CERTIFICATE: Rule = Rule("signature.certificate-named", "RFC 5035 §3; ETSI EN 319 122-1 §5.2.2");
const CERTIFICATE: Rule = Rule("signature.certificate-found", "RFC 5652 §5.3");

pub(super) struct Judged {
    pub(super) certificate: Option<Certificate>,
    pub(super) signing_time: Option<Moment>,
    pub(super) form: SignatureForm,
    pub(super) integrity: Check,
    pub(super) cades_attribute: Check,
}

pub(super) fn judge(subject: &Subject<'_>, known: &Known<'_>, steps: &mut Steps) -> Judged {
    let signer = subject.signer;
    let (signing_time, time_check) = signing_time(signer.signed_attributes());
    let about = Input::Signer(subject.index);
    let (certificate, integrity, mut made) = subject.find_certificate(known).map_or_else(
        || {
            let (missing, mut made) = (Check::unknown(Reason::SignerCertificateMissing), Steps::default());
            made.note(CERTIFICATE, vec![about.clone()], missing);
            // what needs no certificate can still be refuted
            (None, subject.content_check(&mut made).and(missing), made)
        },
        |(certificate, integrity, made)| (Some(certificate), integrity, made),
    );
    let integrity = match time_check {
        Some(check) => integrity.and(made.note(SIGNING_TIME, vec![about.clone()], check)),
        None => integrity,
    };
    steps.conclude(INTEGRITY, vec![about.clone(), Input::Content, Input::Message], integrity, made);
    let cades_attribute = match certificate {
        Some(certificate) => {
            let named = signing_certificate(signer.signed_attributes(), certificate);
            steps.note(SIGNING_CERTIFICATE, vec![about, Input::Certificate(certificate.clone())], named)
        }
        None => Check::unknown(Reason::SignerCertificateMissing),
    };
    Judged { certificate: certificate.cloned(), signing_time, form: form(signer), integrity, cades_attribute }
}

fn form(signer: &SignerInfo) -> SignatureForm {
    match signer.signed_attributes() {
        None => SignatureForm::NoAttributes,
        Some(attributes) if attributes.all(oid::ATTR_SIGNING_CERTIFICATE_V2).next().is_some() => {
            SignatureForm::CadesBes
        }
        Some(attributes) if attributes.all(oid::ATTR_SIGNING_CERTIFICATE).next().is_some() => SignatureForm::CadesBes,
        Some(_) => SignatureForm::SignedAttributes,
    }
}

/// What is judged.
pub(super) struct Subject<'a> {
    pub(super) content: Content<'a>,
    pub(super) message: &'a SignedMessage,
    pub(super) signer: &'a SignerInfo,
    pub(super) index: usize,
    pub(super) order: AttributeOrder,
}

impl Subject<'_> {
    /// Several certificates may bear the same issuer and serial number: the one whose key fits is the signer's, else the first.
    fn find_certificate<'k>(&self, known: &Known<'k>) -> Option<(&'k Certificate, Check, Steps)> {
        let mut tried: Vec<&Certificate> = Vec::new();
        let mut first = None;
        for certificate in known.certificates().filter(|certificate| self.signer.is_of(certificate)) {
            if tried.contains(&certificate) {
                continue;
            }
            tried.push(certificate);
            let mut steps = Steps::default();
            let integrity = self.integrity(certificate, &mut steps);
            if integrity.is_yes() {
                return Some((certificate, integrity, steps));
            }
            first = first.or(Some((certificate, integrity, steps)));
        }
        first
    }

    fn about(&self, certificate: &Certificate) -> Vec<Input> {
        vec![Input::Signer(self.index), Input::Certificate(certificate.clone())]
    }

    fn content(&self) -> Vec<Input> {
        vec![Input::Content, Input::Signer(self.index)]
    }

    fn integrity(&self, certificate: &Certificate, steps: &mut Steps) -> Check {
        let algorithms = steps.note(ALGORITHMS, self.about(certificate), self.algorithms(certificate));
        if !algorithms.is_yes() {
            return algorithms;
        }
        let content = self.content_check(steps);
        let signature = self.signature(certificate, steps);
        content.and(signature)
    }

    /// Digest, signature and key must be of one kind; a key of another kind is not known rather than bad.
    fn algorithms(&self, certificate: &Certificate) -> Check {
        let Some(own) = certificate.public_key().kind().digest() else {
            return Check::unknown(Reason::UnknownAlgorithm);
        };
        let digest = match self.signer.algorithm {
            oid::KEY_256 | oid::SIGNATURE_256 => DigestAlgorithm::Streebog256,
            oid::KEY_512 | oid::SIGNATURE_512 => DigestAlgorithm::Streebog512,
            oid::KEY_2001 | oid::SIGNATURE_2001 => DigestAlgorithm::Gost94,
            _ => return Check::unknown(Reason::UnknownAlgorithm),
        };
        if matches!(self.signer.digest, DigestAlgorithm::Other(_) | DigestAlgorithm::Sha256) {
            return Check::unknown(Reason::UnknownAlgorithm);
        }
        Check::or_no(self.signer.digest == digest && own == digest, Reason::AlgorithmsDiffer)
    }

    /// Everything about the content that needs no key.
    fn content_check(&self, steps: &mut Steps) -> Check {
        let mut check = Check::Yes;
        if let Some(enclosed) = self.message.content() {
            let same = match self.content {
                Content::Bytes(bytes) => Check::or_no(bytes == enclosed, Reason::ContentDiffers),
                Content::Digest { algorithm, octets } => {
                    Check::or_no(algorithm.digest(enclosed).as_deref() == Some(octets), Reason::ContentDiffers)
                }
                Content::Digests(digests) => {
                    let same = |one: &ContentDigest| one.algorithm.digest(enclosed).as_deref() == Some(&*one.octets);
                    Check::or_no(!digests.is_empty() && digests.iter().all(same), Reason::ContentDiffers)
                }
            };
            check = check.and(steps.note(ENCLOSED, vec![Input::Message, Input::Content], same));
        }
        match self.signer.signed_attributes() {
            Some(attributes) => {
                let digest = steps.note(MESSAGE_DIGEST, self.content(), self.message_digest());
                let content_type = steps.note(CONTENT_TYPE, self.content(), self.content_type(attributes));
                check.and(digest).and(content_type)
            }
            // without attributes the type must be plain data (RFC 5652 §5.3)
            None => {
                let plain = Check::or_no(self.message.content_type() == oid::CMS_DATA, Reason::ContentTypeAttribute);
                check.and(steps.note(CONTENT_TYPE, self.content(), plain))
            }
        }
    }

    fn content_type(&self, attributes: &SignedAttributes) -> Check {
        let named = attributes.single(oid::ATTR_CONTENT_TYPE).ok().flatten();
        let named = named.and_then(|value| whole(value, "content type").ok()?.oid().ok());
        Check::or_no(named == Some(self.message.content_type()), Reason::ContentTypeAttribute)
    }

    fn message_digest(&self) -> Check {
        let Some(octets) = self.signer.named_digest() else {
            return Check::no(Reason::DigestAttribute);
        };
        match self.content.digest(self.signer.digest) {
            Some(digest) => Check::or_no(digest == octets, Reason::DigestDiffers),
            None => Check::unknown(self.why_no_digest()),
        }
    }

    fn why_no_digest(&self) -> Reason {
        match self.signer.digest {
            DigestAlgorithm::Other(_) => Reason::UnknownAlgorithm,
            _ => Reason::DigestNotGiven,
        }
    }

    fn signature(&self, certificate: &Certificate, steps: &mut Steps) -> Check {
        let about = || self.about(certificate);
        let over = |digest: Option<Vec<u8>>| match digest {
            Some(digest) => check_digest(certificate.public_key(), self.signer.digest, &digest, &self.signer.signature),
            None => Check::unknown(self.why_no_digest()),
        };
        let Some(attributes) = self.signer.signed_attributes() else {
            let check = match over(self.content.digest(self.signer.digest)) {
                // nothing else ties the content to the signature: either may have changed
                Check::No { reason: Reason::SignatureDiffers } => Check::no(Reason::SignatureDiffers),
                check => check,
            };
            return steps.note(SIGNATURE, about(), check);
        };
        let in_der_order = over(self.signer.digest.digest(&attributes.as_der()));
        if in_der_order.is_yes() || self.order == AttributeOrder::Der {
            return steps.note(SIGNATURE, about(), in_der_order);
        }
        let as_sent = over(self.signer.digest.digest(&attributes.as_sent()));
        if as_sent.is_yes() {
            steps.note(ATTRIBUTE_ORDER, about(), Check::unknown(Reason::AttributesNotDer));
        }
        steps.note(SIGNATURE, about(), as_sent)
    }
}

/// The claimed time, and a check when there is something wrong with it.
fn signing_time(attributes: Option<&SignedAttributes>) -> (Option<Moment>, Option<Check>) {
    let wrong = (None, Some(Check::no(Reason::SigningTimeAttribute)));
    match attributes.map(|attributes| attributes.single(oid::ATTR_SIGNING_TIME)) {
        None | Some(Ok(None)) => (None, None),
        Some(Err(())) => (None, Some(Check::no(Reason::AttributeRepeated))),
        Some(Ok(Some(value))) => match whole(value, "signing time").and_then(|node| node.moment()) {
            Ok(moment) => (Some(moment), Some(Check::Yes)),
            Err(_) => wrong,
        },
    }
}

fn signing_certificate(attributes: Option<&SignedAttributes>, certificate: &Certificate) -> Check {
    let Some(attributes) = attributes else { return Check::unknown(Reason::NotPresent) };
    let second = attributes.single(oid::ATTR_SIGNING_CERTIFICATE_V2);
    let first = attributes.single(oid::ATTR_SIGNING_CERTIFICATE);
    match (second, first) {
        (Err(()), _) | (_, Err(())) => Check::no(Reason::AttributeRepeated),
        (Ok(None), Ok(None)) => Check::unknown(Reason::NotPresent),
        (Ok(Some(value)), _) => named(value, certificate, true),
        (Ok(None), Ok(Some(value))) => named(value, certificate, false),
    }
}

/// The first certificate named is the signer's (RFC 5035 §3).
fn named(value: &[u8], certificate: &Certificate, second_version: bool) -> Check {
    match compare_named(value, certificate, second_version) {
        Ok(check) => check,
        Err(_) => Check::no(Reason::CertificateAttribute),
    }
}

fn compare_named(value: &[u8], certificate: &Certificate, second_version: bool) -> Result<Check> {
    let mut certs =
        Fields::new(whole(value, "signing certificate")?.of(Tag::Sequence)?, "signing certificate").sequence()?;
    let mut id = certs.sequence()?;
    let digest = match id.optional(Tag::Sequence)? {
        Some(identifier) if second_version => Some(DigestAlgorithm::named(identifier.fields().oid()?)),
        // the default of the second version (RFC 5035 §4)
        None if second_version => Some(DigestAlgorithm::Sha256),
        _ => None,
    };
    let hash = id.next()?.octets()?;
    let taken = match digest {
        Some(digest) => digest.digest(certificate.to_der()),
        None => Some(Sha1::digest(certificate.to_der()).to_vec()),
    };
    let Some(taken) = taken else { return Ok(Check::unknown(Reason::UnknownAlgorithm)) };
    let mut same = taken == hash;
    if let Some(issuer_serial) = id.optional(Tag::Sequence)? {
        let mut fields = issuer_serial.fields();
        let issuer = directory_name(fields.sequence()?)?;
        let serial = Serial::from_bytes(fields.next()?.unsigned()?)?;
        fields.optional(context(0))?;
        same &= issuer.is_none_or(|issuer| issuer.matches(certificate.issuer())) && serial == *certificate.serial();
    }
    id.end()?;
    Ok(Check::or_no(same, Reason::CertificateAttribute))
}
