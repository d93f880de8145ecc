//! What is asked of each parser for any octets: no panic, no endless work, and what was read is what was there.

use kernel::Moment;
use pki::{
    Anchors, AttributeOrder, Certificate, CertificateRequest, Demands, Name, Revocation, RevocationList, SignedMessage,
    keys, verify_message,
};

/// A target by its name.
pub type Target = fn(&[u8]);

/// Every target: the folder of its corpus, and what it does.
pub const TARGETS: &[(&str, Target)] = &[
    ("certificate", certificate),
    ("cms", cms),
    ("crl", crl),
    ("name", name),
    ("pem", pem),
    ("private_key", private_key),
    ("request", request),
];

/// X.509: DER in, the same DER out, every reading face asked.
pub fn certificate(octets: &[u8]) {
    let Ok(read) = Certificate::from_der(octets) else { return };
    assert_eq!(read.to_der(), octets);
    assert_eq!(Certificate::from_der(read.to_der()).as_ref(), Ok(&read));
    let anchors = Anchors { roots: vec![read.clone()], ..Anchors::default() };
    let report = pki::check_certificate(&read, &anchors, demands().at, Revocation::IfPresent);
    assert!(!format!("{report:?}").is_empty());
}

/// CMS SignedData, attached or detached, verified against nothing.
pub fn cms(octets: &[u8]) {
    let Ok(read) = SignedMessage::parse(octets) else { return };
    let content = read.content().unwrap_or_default().to_vec();
    let report = verify_message(content.as_slice(), &read, &Anchors::default(), &demands());
    assert_eq!(report.signers.len(), read.signers().len());
}

/// A revocation list: DER in, the same DER out.
pub fn crl(octets: &[u8]) {
    let Ok(read) = RevocationList::from_der(octets) else { return };
    assert_eq!(read.to_der(), octets);
}

/// A name: as DER, and as people write it; what was read is written and read alike.
pub fn name(octets: &[u8]) {
    if let Ok(read) = Name::from_der(octets) {
        assert!(read.matches(&read));
    }
    let Ok(text) = core::str::from_utf8(octets) else { return };
    if let Ok(read) = text.parse::<Name>() {
        assert_eq!(Name::from_der(read.to_der()).as_ref(), Ok(&read));
    }
}

/// PEM of any kind.
pub fn pem(octets: &[u8]) {
    let Ok(text) = core::str::from_utf8(octets) else { return };
    for read in Certificate::list_from_pem(text).unwrap_or_default() {
        assert_eq!(Certificate::from_der(read.to_der()).as_ref(), Ok(&read));
    }
    if let Ok(read) = Anchors::from_pem(text) {
        assert!(!read.roots.is_empty());
    }
    let _unread = keys::private_key_from_pem(text);
}

/// PKCS#8: a key that was read is written and read alike.
pub fn private_key(octets: &[u8]) {
    let Ok(read) = keys::private_key_from_der(octets) else { return };
    let again = keys::private_key_from_der(&keys::private_key_to_der(&read));
    assert_eq!(again.map(|key| key.public_key()), Ok(read.public_key()));
}

/// PKCS#10, its own signature judged.
pub fn request(octets: &[u8]) {
    let Ok(read) = CertificateRequest::from_der(octets) else { return };
    assert_eq!(read.to_der(), octets);
    let _judged = read.verify();
}

fn demands() -> Demands {
    Demands {
        revocation: Revocation::NotAsked,
        attribute_order: AttributeOrder::DerOrAsSent,
        ..Demands::new(Moment::from_micros(1_795_338_000_000_000))
    }
}
