//! Certificates, lists, requests, signed messages, and reports on them.

use super::framed;
use kernel::Moment;
use pki::{
    Anchors, AttributeOrder, Certificate, CertificateRequest, ContentDigest, Demands, DigestAlgorithm, Evidence, Name,
    Oid, Revocation, RevocationList, SignedMessage, keys, verify_message,
};

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

/// A revocation list: DER in, the same DER out; every entry is found by its serial number.
pub fn crl(octets: &[u8]) {
    let Ok(read) = RevocationList::from_der(octets) else { return };
    assert_eq!(read.to_der(), octets);
    assert_eq!(read.entries().count(), read.len());
    assert!(read.entries().all(|(serial, _)| read.is_revoked(serial).is_some()));
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

/// PKCS#10, its own signature judged.
pub fn request(octets: &[u8]) {
    let Ok(read) = CertificateRequest::from_der(octets) else { return };
    assert_eq!(read.to_der(), octets);
    let _judged = read.verify();
}

/// Evidence of a report: demands (a moment in eight octets, flags, a policy), content, message, then certificates and lists, each after its
/// length in two octets. The report made twice is one report, and the one that the content itself gives.
pub fn evidence(octets: &[u8]) {
    let parts = framed(octets);
    let [asked, content, message, known @ ..] = parts.as_slice() else { return };
    let Some((moment, asked)) = asked.split_first_chunk::<8>() else { return };
    let Some((flags, policy)) = asked.split_first() else { return };
    let mut demands = Demands { at: Moment::from_micros(i64::from_be_bytes(*moment)), ..demands() };
    demands.revocation = [Revocation::Require, Revocation::IfPresent, Revocation::NotAsked][usize::from(flags % 3)];
    demands.policies.explicit = flags & 0x80 != 0;
    demands.policies.accepted =
        core::str::from_utf8(policy).ok().and_then(|text| Oid::new(text).ok()).into_iter().collect();
    let mut anchors = Anchors::default();
    for der in known {
        match (Certificate::from_der(der), RevocationList::from_der(der)) {
            (Ok(certificate), _) if certificate.is_self_issued() => anchors.roots.push(certificate),
            (Ok(certificate), _) => anchors.intermediates.push(certificate),
            (_, Ok(list)) => anchors.crls.push(list),
            _ => {}
        }
    }
    let Ok(mut evidence) = Evidence::gather(content, message, &anchors, &demands) else { return };
    let report = evidence.report().unwrap();
    assert_eq!(evidence.report().as_ref(), Ok(&report));
    let read = SignedMessage::parse(message).unwrap();
    assert_eq!(verify_message(*content, &read, &anchors, &demands), report.report);
    // stored digests may be of any length
    for algorithm in [DigestAlgorithm::Streebog256, DigestAlgorithm::Streebog512] {
        evidence.content.insert(0, ContentDigest { algorithm, octets: content.to_vec() });
    }
    assert!(evidence.report().is_ok());
}

fn demands() -> Demands {
    Demands {
        revocation: Revocation::NotAsked,
        attribute_order: AttributeOrder::DerOrAsSent,
        ..Demands::new(Moment::from_micros(1_795_338_000_000_000))
    }
}
