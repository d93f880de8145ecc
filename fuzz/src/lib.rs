//! What is asked of each parser for any octets: no panic, no endless work, and what was read is what was there.

#[path = "../../crates/pki/tests/stories/cast.rs"]
pub mod cast;
#[path = "../../crates/pki/tests/stories/foreign.rs"]
pub mod foreign;

use cast::Cast;
use gost::{ParamSet, PrivateKey};
use kernel::Moment;
use pki::cms::enveloped::EnvelopedMessage;
use pki::key_container::{KeyContainer, KeyContainerFiles};
use pki::pfx::Pfx;
use pki::{
    Anchors, AttributeOrder, Certificate, CertificateRequest, ContentDigest, Demands, DigestAlgorithm, Evidence, Name,
    Oid, Revocation, RevocationList, SignedMessage, Signer as _, keys, verify_message,
};
use std::sync::OnceLock;

/// A target by its name.
pub type Target = fn(&[u8]);

/// Every target: the folder of its corpus, and what it does.
pub const TARGETS: &[(&str, Target)] = &[
    ("certificate", certificate),
    ("cms", cms),
    ("crl", crl),
    ("encrypted_key", encrypted_key),
    ("enveloped", enveloped),
    ("evidence", evidence),
    ("key_container", key_container),
    ("name", name),
    ("pem", pem),
    ("pfx", pfx),
    ("pfx_safe", pfx_safe),
    ("private_key", private_key),
    ("request", request),
];

/// Seeds and parameter sets of the casts whose things are the first corpus.
pub const CASTS: [(u8, ParamSet); 3] = [(1, ParamSet::XA), (2, ParamSet::TcA), (3, ParamSet::Tc512A)];
/// The password of every seed that has one.
pub const PASSWORD: &str = "123456";
/// What the messages of the first corpus say.
pub const CONTENT: &[u8] = b"content";
/// Rounds of key stretching granted to one input: those of the seeds, and a little more. The parsers take the bound of their caller.
pub const ROUNDS_MAX: u32 = 4_000;
/// The longest safe that the encoder puts into a file.
const SAFE_BYTES_MAX: usize = 32 * 1024;

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

/// EncryptedPrivateKeyInfo under the password of the seeds: what was opened is a key that is written and read alike.
pub fn encrypted_key(octets: &[u8]) {
    let Ok(read) = keys::private_key_from_encrypted_der_within(octets, PASSWORD, ROUNDS_MAX) else { return };
    private_key(&keys::private_key_to_der(&read));
}

/// A PFX as it comes.
pub fn pfx(octets: &[u8]) {
    let Ok(read) = Pfx::open_within(octets, PASSWORD, ROUNDS_MAX) else { return };
    assert!(!read.keys().is_empty());
    for held in read.keys() {
        let certificate = read.certificate_of(&held.key);
        assert!(certificate.is_none_or(|own| read.chain_of(own).len() < read.certificates().len()));
    }
}

/// What lies under a PFX's code of authenticity: the octets are the safe, the code is made anew, so that damage gets past it.
pub fn pfx_safe(octets: &[u8]) {
    static KEY: OnceLock<Vec<u8>> = OnceLock::new();
    if octets.len() <= SAFE_BYTES_MAX {
        pfx(&foreign::sealed(octets, KEY.get_or_init(|| foreign::mac_key(PASSWORD))));
    }
}

/// The files of a container's folder, each after its length in two octets: header, masks, primary, masks2, primary2, name. Opened by the
/// empty password, which costs two rounds.
pub fn key_container(octets: &[u8]) {
    let parts = framed(octets);
    let part = |at: usize| parts.get(at).copied();
    let files = KeyContainerFiles {
        header: part(0).unwrap_or_default(),
        masks: part(1).unwrap_or_default(),
        primary: part(2).unwrap_or_default(),
        masks2: part(3),
        primary2: part(4),
        name: part(5),
    };
    let Ok(read) = KeyContainer::parse(&files) else { return };
    assert!(format!("{read:?}").contains("KeyContainer"));
    if let Ok(key) = read.open("") {
        assert_eq!(key.set(), read.set());
    }
}

/// CMS EnvelopedData, opened by the keys of the casts. Content that would notice changes is the seeds', or none.
pub fn enveloped(octets: &[u8]) {
    static READERS: OnceLock<Vec<(PrivateKey, Certificate)>> = OnceLock::new();
    let readers = READERS.get_or_init(|| {
        let reader = |(seed, set)| {
            let romashka = Cast::with_set(seed, set).romashka;
            (keys::private_key_from_pem(&romashka.key_pem).unwrap(), romashka.signer.certificate().clone())
        };
        CASTS.into_iter().map(reader).collect()
    });
    let Ok(read) = EnvelopedMessage::parse(octets) else { return };
    for (key, certificate) in readers {
        let opened = read.open(key, certificate);
        assert!(opened.is_err() || read.is_for(certificate));
        if let Ok(content) = opened
            && read.notices_changes()
        {
            assert_eq!(content.as_slice(), CONTENT);
        }
    }
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

/// Parts, each after its length in two octets; the last may be cut short.
fn framed(octets: &[u8]) -> Vec<&[u8]> {
    let (mut parts, mut left) = (Vec::new(), octets);
    while let Some((length, rest)) = left.split_first_chunk::<2>() {
        let (part, after) = rest.split_at(usize::from(u16::from_be_bytes(*length)).min(rest.len()));
        parts.push(part);
        left = after;
    }
    parts
}

fn demands() -> Demands {
    Demands {
        revocation: Revocation::NotAsked,
        attribute_order: AttributeOrder::DerOrAsSent,
        ..Demands::new(Moment::from_micros(1_795_338_000_000_000))
    }
}
