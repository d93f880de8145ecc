//! Signed messages put together by hand, each wrong in one way.

use crate::cast::{Cast, noon};
use pki::{
    AttributeOrder, Check, Demands, PkiRefusal, Reason, Revocation, SignatureForm, SignedMessage, Signer, SignerReport,
    oid, verify_message,
};

const CONTENT: &[u8] = b"content";
const STREEBOG: &[u8] = &[0x06, 0x08, 0x2a, 0x85, 0x03, 0x07, 0x01, 0x01, 0x02, 0x02];
const KEY_256: &[u8] = &[0x06, 0x08, 0x2a, 0x85, 0x03, 0x07, 0x01, 0x01, 0x01, 0x01];

pub fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    let length = body.len();
    let head = match length {
        0..=0x7f => vec![u8::try_from(length).unwrap()],
        0x80..=0xff => vec![0x81, u8::try_from(length).unwrap()],
        _ => [&[0x82], u16::try_from(length).unwrap().to_be_bytes().as_slice()].concat(),
    };
    [&[tag], head.as_slice(), &body].concat()
}

fn oid_der(oid: pki::Oid) -> Vec<u8> {
    tlv(0x06, &[oid.as_bytes()])
}

fn attribute(oid: pki::Oid, values: &[Vec<u8>]) -> Vec<u8> {
    tlv(0x30, &[&oid_der(oid), &tlv(0x31, &[&values.concat()])])
}

fn content_type() -> Vec<u8> {
    attribute(oid::ATTR_CONTENT_TYPE, &[oid_der(oid::CMS_DATA)])
}

fn message_digest() -> Vec<u8> {
    attribute(oid::ATTR_MESSAGE_DIGEST, &[tlv(0x04, &[&gost::hash::streebog256(CONTENT)])])
}

fn signing_time() -> Vec<u8> {
    attribute(oid::ATTR_SIGNING_TIME, &[tlv(0x17, &[b"261122090000Z"])])
}

fn signing_certificate(cast: &Cast, digest: &[u8]) -> Vec<u8> {
    let hash = gost::hash::streebog256(cast.romashka.signer.certificate().to_der());
    let id = tlv(0x30, &[&tlv(0x30, &[digest]), &tlv(0x04, &[&hash])]);
    attribute(oid::ATTR_SIGNING_CERTIFICATE_V2, &[tlv(0x30, &[&tlv(0x30, &[&id])])])
}

/// One signer; what is `None` is made as it should be.
#[derive(Default)]
struct Parts {
    attributes: Option<Vec<Vec<u8>>>,
    attributes_in_this_order: bool,
    digest: Option<Vec<u8>>,
    algorithm: Option<Vec<u8>>,
    version: Option<u8>,
    identifier: Option<Vec<u8>>,
    unsigned: Vec<u8>,
}

fn signer_info(cast: &Cast, parts: Parts) -> Vec<u8> {
    let signer = &cast.romashka.signer;
    let mut attributes = parts.attributes.unwrap_or_default();
    if !parts.attributes_in_this_order {
        attributes.sort();
    }
    let body = attributes.concat();
    let digest =
        if body.is_empty() { gost::hash::streebog256(CONTENT) } else { gost::hash::streebog256(&tlv(0x31, &[&body])) };
    let signature = signer.sign_digest(&digest).unwrap();
    let certificate = signer.certificate();
    let serial = tlv(0x02, &[certificate.serial().as_bytes()]);
    let identifier = parts.identifier.unwrap_or_else(|| tlv(0x30, &[certificate.issuer().to_der(), &serial]));
    tlv(
        0x30,
        &[
            &tlv(0x02, &[&[parts.version.unwrap_or(1)]]),
            &identifier,
            &parts.digest.unwrap_or_else(|| tlv(0x30, &[STREEBOG])),
            &(if body.is_empty() { vec![] } else { tlv(0xa0, &[&body]) }),
            &parts.algorithm.unwrap_or_else(|| tlv(0x30, &[KEY_256])),
            &tlv(0x04, &[&signature]),
            &parts.unsigned,
        ],
    )
}

fn message(certificates: &[&[u8]], content_type: pki::Oid, signers: &[Vec<u8>]) -> Vec<u8> {
    let data = tlv(
        0x30,
        &[
            &tlv(0x02, &[&[1]]),
            &tlv(0x31, &[&tlv(0x30, &[STREEBOG])]),
            &tlv(0x30, &[&oid_der(content_type)]),
            &tlv(0xa0, certificates),
            &tlv(0x31, &[&signers.concat()]),
        ],
    );
    tlv(0x30, &[&oid_der(oid::CMS_SIGNED_DATA), &tlv(0xa0, &[&data])])
}

fn parse(cast: &Cast, signers: &[Vec<u8>]) -> Result<SignedMessage, PkiRefusal> {
    let certificates = [cast.romashka.signer.certificate().to_der(), cast.issuing.signer.certificate().to_der()];
    SignedMessage::parse(&message(&certificates, oid::CMS_DATA, signers))
}

fn verify(cast: &Cast, message: &SignedMessage, attribute_order: AttributeOrder) -> SignerReport {
    let demands = Demands { revocation: Revocation::NotAsked, attribute_order, ..Demands::new(noon()) };
    verify_message(CONTENT, message, &cast.anchors(), &demands).signers.remove(0)
}

fn report(parts: Parts) -> SignerReport {
    let cast = Cast::new(100);
    verify(&cast, &parse(&cast, &[signer_info(&cast, parts)]).unwrap(), AttributeOrder::Der)
}

fn with(attributes: Vec<Vec<u8>>) -> SignerReport {
    report(Parts { attributes: Some(attributes), ..Parts::default() })
}

fn no(reason: Reason) -> Check {
    Check::No { reason }
}

fn unknown(reason: Reason) -> Check {
    Check::Unknown { reason }
}

#[test]
fn what_is_put_together_rightly_is_good() {
    let bare = report(Parts::default());
    assert_eq!((bare.integrity, bare.chain, bare.form), (Check::Yes, Check::Yes, SignatureForm::NoAttributes));
    assert_eq!(bare.cades_attribute, unknown(Reason::NotPresent));
    let signed = with(vec![content_type(), message_digest()]);
    assert_eq!((signed.integrity, signed.form), (Check::Yes, SignatureForm::SignedAttributes));
    let cast = Cast::new(100);
    let cades = with(vec![content_type(), message_digest(), signing_time(), signing_certificate(&cast, STREEBOG)]);
    assert_eq!((cades.integrity, cades.cades_attribute, cades.form), (Check::Yes, Check::Yes, SignatureForm::CadesBes));
    assert_eq!(cades.signing_time, Some(noon()));
}

#[test]
fn content_type_and_digest_stand_exactly_once() {
    let twice = |one: Vec<u8>| vec![content_type(), message_digest(), one];
    assert_eq!(with(vec![message_digest()]).integrity, no(Reason::ContentTypeAttribute));
    assert_eq!(with(twice(content_type())).integrity, no(Reason::ContentTypeAttribute));
    assert_eq!(with(vec![content_type()]).integrity, no(Reason::DigestAttribute));
    assert_eq!(with(twice(message_digest())).integrity, no(Reason::DigestAttribute));
    let two_types = attribute(oid::ATTR_CONTENT_TYPE, &[oid_der(oid::CMS_DATA), oid_der(oid::CMS_DATA)]);
    assert_eq!(with(vec![two_types, message_digest()]).integrity, no(Reason::ContentTypeAttribute));
    let none = attribute(oid::ATTR_MESSAGE_DIGEST, &[]);
    assert_eq!(with(vec![content_type(), none]).integrity, no(Reason::DigestAttribute));
    let other_type = attribute(oid::ATTR_CONTENT_TYPE, &[oid_der(oid::CMS_SIGNED_DATA)]);
    assert_eq!(with(vec![other_type, message_digest()]).integrity, no(Reason::ContentTypeAttribute));
    let text = attribute(oid::ATTR_MESSAGE_DIGEST, &[tlv(0x0c, &[&gost::hash::streebog256(CONTENT)])]);
    assert_eq!(with(vec![content_type(), text]).integrity, no(Reason::DigestAttribute));
    let short = attribute(oid::ATTR_MESSAGE_DIGEST, &[tlv(0x04, &[])]);
    assert_eq!(with(vec![content_type(), short]).integrity, no(Reason::DigestDiffers));
}

#[test]
fn time_and_certificate_attributes_are_judged() {
    let cast = Cast::new(100);
    let base = |more: Vec<Vec<u8>>| with([vec![content_type(), message_digest()], more].concat());
    assert_eq!(base(vec![signing_time(), signing_time()]).integrity, no(Reason::AttributeRepeated));
    let wrong_time = attribute(oid::ATTR_SIGNING_TIME, &[tlv(0x17, &[b"261322090000Z"])]);
    assert_eq!(base(vec![wrong_time]).integrity, no(Reason::SigningTimeAttribute));
    let good = || signing_certificate(&cast, STREEBOG);
    assert_eq!(base(vec![good(), good()]).cades_attribute, no(Reason::AttributeRepeated));
    // the digest of the certificate by an algorithm nobody knows
    let unknown_digest = signing_certificate(&cast, &[0x06, 0x03, 0x2a, 0x03, 0x04]);
    assert_eq!(base(vec![unknown_digest]).cades_attribute, unknown(Reason::UnknownAlgorithm));
    let sha256_said = signing_certificate(&cast, &oid_der(oid::SHA_256));
    assert_eq!(base(vec![sha256_said]).cades_attribute, no(Reason::CertificateAttribute));
    let empty = attribute(oid::ATTR_SIGNING_CERTIFICATE_V2, &[tlv(0x30, &[])]);
    assert_eq!(base(vec![empty]).cades_attribute, no(Reason::CertificateAttribute));
    let other = Cast::new(101);
    assert_eq!(base(vec![signing_certificate(&other, STREEBOG)]).cades_attribute, no(Reason::CertificateAttribute));
}

#[test]
fn algorithms_are_one_kind_or_unknown() {
    let digest = |oid| Parts { digest: Some(tlv(0x30, &[&oid_der(oid)])), ..Parts::default() };
    assert_eq!(report(digest(oid::DIGEST_512)).integrity, no(Reason::AlgorithmsDiffer));
    assert_eq!(report(digest(oid::SHA_256)).integrity, unknown(Reason::UnknownAlgorithm));
    assert_eq!(report(digest(pki::Oid::new_unwrap("1.2.643.2.2.9"))).integrity, unknown(Reason::UnknownAlgorithm));
    let algorithm = |oid| Parts { algorithm: Some(tlv(0x30, &[&oid_der(oid)])), ..Parts::default() };
    assert_eq!(report(algorithm(oid::SIGNATURE_256)).integrity, Check::Yes);
    assert_eq!(report(algorithm(oid::KEY_512)).integrity, no(Reason::AlgorithmsDiffer));
    assert_eq!(report(algorithm(oid::SIGNATURE_512)).integrity, no(Reason::AlgorithmsDiffer));
    let rsa = pki::Oid::new_unwrap("1.2.840.113549.1.1.1");
    assert_eq!(report(algorithm(rsa)).integrity, unknown(Reason::UnknownAlgorithm));
    for null in [vec![0x05, 0x00], vec![]] {
        let with_null = |oid: &[u8]| tlv(0x30, &[oid, &null]);
        let parts =
            Parts { digest: Some(with_null(STREEBOG)), algorithm: Some(with_null(KEY_256)), ..Parts::default() };
        assert_eq!(report(parts).integrity, Check::Yes);
    }
}

#[test]
fn attributes_out_of_order_need_the_switch() {
    let cast = Cast::new(100);
    let mut attributes = vec![content_type(), message_digest(), signing_time()];
    attributes.sort();
    attributes.reverse();
    let parts = Parts { attributes: Some(attributes), attributes_in_this_order: true, ..Parts::default() };
    let message = parse(&cast, &[signer_info(&cast, parts)]).unwrap();
    assert_eq!(verify(&cast, &message, AttributeOrder::Der).integrity, no(Reason::SignatureDiffers));
    let lenient = verify(&cast, &message, AttributeOrder::DerOrAsSent);
    assert_eq!(lenient.integrity, Check::Yes);
    assert!(lenient.checks.leaves().iter().any(|step| step.check == unknown(Reason::AttributesNotDer)));
}

#[test]
fn a_signer_may_be_named_by_key() {
    let cast = Cast::new(100);
    let key_id = cast.romashka.signer.certificate().subject_key_id().unwrap().to_vec();
    let named = |version, key_id: &[u8]| Parts {
        version: Some(version),
        identifier: Some(tlv(0x80, &[key_id])),
        ..Parts::default()
    };
    assert_eq!(report(named(3, &key_id)).integrity, Check::Yes);
    assert_eq!(report(named(3, &[1; 20])).integrity, unknown(Reason::SignerCertificateMissing));
    // the version must fit the way the signer is named (RFC 5652 §5.3)
    for parts in [named(1, &key_id), Parts { version: Some(3), ..Parts::default() }] {
        assert!(matches!(parse(&cast, &[signer_info(&cast, parts)]), Err(PkiRefusal::Malformed(_))));
    }
}

#[test]
fn a_content_type_that_is_not_data_needs_attributes() {
    let cast = Cast::new(100);
    let certificates = [cast.romashka.signer.certificate().to_der(), cast.issuing.signer.certificate().to_der()];
    let other = pki::Oid::new_unwrap("1.2.840.113549.1.9.16.1.4");
    let judge = |parts| {
        let der = message(&certificates, other, &[signer_info(&cast, parts)]);
        verify(&cast, &SignedMessage::parse(&der).unwrap(), AttributeOrder::Der).integrity
    };
    assert_eq!(judge(Parts::default()), no(Reason::ContentTypeAttribute));
    let named = vec![attribute(oid::ATTR_CONTENT_TYPE, &[oid_der(other)]), message_digest()];
    assert_eq!(judge(Parts { attributes: Some(named), ..Parts::default() }), Check::Yes);
}

#[test]
fn limits_hold() {
    let cast = Cast::new(100);
    let signer = || signer_info(&cast, Parts::default());
    assert!(matches!(parse(&cast, &[]), Err(PkiRefusal::NoSigner)));
    assert!(matches!(parse(&cast, &vec![signer(); 33]), Err(PkiRefusal::OverLimit { limit: 32, .. })));
    assert_eq!(parse(&cast, &vec![signer(); 32]).unwrap().signers().len(), 32);
    let many = vec![cast.romashka.signer.certificate().to_der(); 65];
    let refusal = SignedMessage::parse(&message(&many, oid::CMS_DATA, &[signer()])).unwrap_err();
    assert!(matches!(refusal, PkiRefusal::OverLimit { limit: 64, .. }));
    let attributes: Vec<Vec<u8>> = (0..65).map(|_| signing_time()).collect();
    let parts = Parts { attributes: Some(attributes), ..Parts::default() };
    assert!(matches!(parse(&cast, &[signer_info(&cast, parts)]), Err(PkiRefusal::OverLimit { limit: 64, .. })));
    let not_signed = tlv(0x30, &[&oid_der(oid::CMS_DATA), &tlv(0xa0, &[&tlv(0x04, &[b"x"])])]);
    assert!(matches!(SignedMessage::parse(&not_signed), Err(PkiRefusal::NotSignedData)));
}

#[test]
fn what_no_signature_covers_is_named() {
    let cast = Cast::new(100);
    let unsigned = tlv(0xa1, &[&attribute(oid::ATTR_SIGNING_TIME, &[tlv(0x17, &[b"990101000000Z"])])]);
    let signer = signer_info(&cast, Parts { unsigned, ..Parts::default() });
    let certificates =
        [cast.romashka.signer.certificate().to_der(), cast.issuing.signer.certificate().to_der(), &[0x30, 0x00]];
    let read = SignedMessage::parse(&message(&certificates, oid::CMS_DATA, &[signer])).unwrap();
    let demands = Demands { revocation: Revocation::NotAsked, ..Demands::new(noon()) };
    let report = verify_message(CONTENT, &read, &cast.anchors(), &demands);
    assert_eq!(report.outcome(), Check::Yes);
    assert_eq!((report.unsigned.certificates, report.unsigned.certificates_unread), (1, 1));
    assert_eq!(report.unsigned.attributes, [oid::ATTR_SIGNING_TIME]);
    // a time nobody signed is no signing time
    assert_eq!(report.signers[0].signing_time, None);
}
