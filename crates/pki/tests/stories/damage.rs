//! Damaged input: every truncation, huge lengths, chance mutations. Nothing panics, nothing signed may change unseen.

use crate::cast::{Cast, noon};
use kernel::Chance;
use pki::{
    Certificate, CertificateRequest, KeyUsage, PkiRefusal, Revocation, RevocationList, SignForm, SignedMessage, Signer,
    keys, sign_detached, verify_detached,
};

const CONTENT: &[u8] = b"content";

/// Reads bytes and tells why not.
type Refuse = fn(&[u8]) -> Option<PkiRefusal>;

#[test]
fn every_truncation_and_any_tail_is_refused() {
    let cast = Cast::new(31);
    let der = sign_detached(CONTENT, &cast.romashka.signer, SignForm::CadesBes { at: noon() }).unwrap();
    let list = cast.list(&cast.issuing, &[cast.vasilek.signer.certificate()]);
    let request = CertificateRequest::create(
        &crate::cast::key(&cast.chance, gost::ParamSet::A),
        cast.romashka.signer.certificate().subject(),
        KeyUsage::DIGITAL_SIGNATURE,
        &[],
    )
    .unwrap();
    let key = keys::private_key_to_der(&keys::private_key_from_pem(&cast.romashka.key_pem).unwrap()).to_vec();
    let certificate = cast.romashka.signer.certificate().to_der();
    let refuses: [(&[u8], Refuse); 5] = [
        (&der, |bytes| SignedMessage::parse(bytes).err()),
        (certificate, |bytes| Certificate::from_der(bytes).err()),
        (list.to_der(), |bytes| RevocationList::from_der(bytes).err()),
        (request.to_der(), |bytes| CertificateRequest::from_der(bytes).err()),
        (&key, |bytes| keys::private_key_from_der(bytes).err()),
    ];
    for (bytes, refuse) in refuses {
        assert_eq!(refuse(bytes), None);
        for length in 0..bytes.len() {
            assert!(refuse(&bytes[..length]).is_some(), "{length} of {}", bytes.len());
        }
        let tail = [bytes, &[0]].concat();
        assert!(matches!(refuse(&tail), Some(PkiRefusal::TrailingBytes(_))), "{:?}", refuse(&tail));
    }
}

#[test]
fn huge_lengths_and_deep_nesting_are_refused_quickly() {
    for head in [
        vec![0x30, 0x84, 0xff, 0xff, 0xff, 0xff],
        vec![0x30, 0x84, 0x7f, 0xff, 0xff, 0xff],
        vec![0x30, 0x88, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        vec![0x30, 0x80, 0x00, 0x00],
        vec![0x30, 0x81, 0x01, 0x00],
        vec![0x1f, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0x00],
        [0x30, 0x80].repeat(100_000),
        [0x30, 0x82, 0xff, 0xff].repeat(100_000),
        vec![0x30, 0x84],
        vec![],
    ] {
        assert!(SignedMessage::parse(&head).is_err());
        assert!(Certificate::from_der(&head).is_err());
        assert!(RevocationList::from_der(&head).is_err());
        assert!(CertificateRequest::from_der(&head).is_err());
        assert!(keys::private_key_from_der(&head).is_err());
    }
    let large = vec![0x30; pki::limits::CERTIFICATE_BYTES_MAX + 1];
    assert!(matches!(Certificate::from_der(&large), Err(PkiRefusal::OverLimit { .. })));
}

#[test]
fn chance_mutations_never_panic_and_never_verify_changed_content() {
    let cast = Cast::new(32);
    let chance = Chance::from_seed([99; 32]);
    let der = sign_detached(CONTENT, &cast.romashka.signer, SignForm::CadesBes { at: noon() }).unwrap();
    let list = cast.list(&cast.issuing, &[cast.vasilek.signer.certificate()]).to_der().to_vec();
    let certificate = cast.romashka.signer.certificate().to_der().to_vec();
    for round in 0..5_000_u32 {
        for original in [&der, &certificate, &list] {
            let mutated = mutate(original, &chance);
            let _ = Certificate::from_der(&mutated).map(|certificate| certificate.subject().to_string());
            let _ = RevocationList::from_der(&mutated).map(|list| list.is_beyond_us());
            if round % 4 == 0 {
                let read = verify_detached(b"other", &mutated, &cast.anchors(), noon(), Revocation::IfPresent);
                assert!(read.is_err() || !read.unwrap().outcome().is_yes());
            }
        }
    }
    let words = String::from_utf8_lossy(&der).into_owned();
    assert!(Certificate::from_pem(&words).is_err());
}

/// One to four changes: a byte, a run removed, a run repeated, a run of another place.
fn mutate(original: &[u8], chance: &Chance) -> Vec<u8> {
    let mut bytes = original.to_vec();
    let below = |bound: usize| usize::try_from(chance.below(u32::try_from(bound.max(1)).unwrap())).unwrap();
    for _ in 0..=below(4) {
        let at = below(bytes.len());
        let end = (at + below(24)).min(bytes.len());
        match below(4) {
            0 if !bytes.is_empty() => bytes[at] = chance.octets::<1>()[0],
            1 => drop(bytes.drain(at..end)),
            2 => {
                let run = bytes[at..end].to_vec();
                bytes.splice(at..at, run);
            }
            _ => {
                let run = bytes[at..end].to_vec();
                let to = below(bytes.len());
                bytes.splice(to..to, run);
            }
        }
    }
    bytes
}

#[test]
fn pem_damage_is_refused() {
    let cast = Cast::new(33);
    let pem = cast.romashka.signer.certificate().to_pem().unwrap();
    assert!(Certificate::from_pem(&format!("text before\r\n{}", pem.replace('\n', "\r\n"))).is_ok());
    for bad in [
        "",
        "-----BEGIN CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
        &pem.replace("-----END", "-----ENDE"),
    ] {
        assert!(Certificate::from_pem(bad).is_err(), "{bad}");
    }
    assert!(matches!(Certificate::from_pem(&cast.romashka.key_pem), Err(PkiRefusal::Pem("CERTIFICATE"))));
    let two = format!("{pem}{}", cast.vasilek.signer.certificate().to_pem().unwrap());
    assert_eq!(Certificate::list_from_pem(&two).unwrap().len(), 2);
}
