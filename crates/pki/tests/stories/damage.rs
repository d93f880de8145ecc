//! Damaged input: every flipped byte, every truncation, huge lengths, chance mutations. Nothing panics, nothing signed may change unseen.

use crate::cast::{Cast, noon};
use kernel::Chance;
use pki::{
    Certificate, CertificateRequest, Check, KeyUsage, PkiRefusal, Revocation, RevocationList, SignForm, SignedMessage,
    Signer, keys, sign_detached, verify_detached,
};

const CONTENT: &[u8] = b"content";

/// Reads bytes and tells why not.
type Refuse = fn(&[u8]) -> Option<PkiRefusal>;

/// Where a value lies in the bytes.
fn span(of: &[u8], whole: &[u8]) -> std::ops::Range<usize> {
    let start = whole.windows(of.len()).position(|window| window == of).unwrap();
    start..start + of.len()
}

#[test]
fn every_flipped_byte_is_refused_or_lies_in_an_unsigned_part() {
    let cast = Cast::new(30);
    // the issuing authority is known to the verifier, so that a damaged copy in the message does not matter
    let mut anchors = cast.anchors_with_lists();
    anchors.intermediates = vec![cast.issuing.signer.certificate().clone()];
    for form in [SignForm::CadesBes { at: noon() }, SignForm::NoAttributes] {
        let der = sign_detached(CONTENT, &cast.romashka.signer, form).unwrap();
        let good = verify_detached(CONTENT, &der, &anchors, noon(), Revocation::Require).unwrap();
        assert_eq!(good.outcome(), Check::Yes);
        let unsigned = unsigned_parts(&der, &cast);
        let (mut refused, mut bad, mut harmless) = (0, 0, Vec::new());
        for at in 0..der.len() {
            for mask in [1 << (at % 8), 0x20, 0xff] {
                let mut flipped = der.clone();
                flipped[at] ^= mask;
                match verify_detached(CONTENT, &flipped, &anchors, noon(), Revocation::Require) {
                    Err(_) => refused += 1,
                    Ok(report) if !report.outcome().is_yes() => bad += 1,
                    Ok(report) => {
                        assert_eq!(report.signers.len(), 1);
                        assert_eq!(report.signers[0].certificate.as_ref(), Some(cast.romashka.signer.certificate()));
                        assert_eq!(report.signers[0].signing_time, good.signers[0].signing_time);
                        harmless.push(at);
                    }
                }
            }
        }
        let harmless_in = |(name, part): &(&str, std::ops::Range<usize>)| {
            format!("{name} {}", harmless.iter().filter(|at| part.contains(at)).count())
        };
        let told: Vec<String> = unsigned.iter().map(harmless_in).collect();
        eprintln!(
            "{form:?}: {} changes: refused {refused}, judged bad {bad}, harmless: {}",
            der.len() * 3,
            told.join(", ")
        );
        for at in harmless {
            let around = &der[at.saturating_sub(8)..(at + 8).min(der.len())];
            assert!(
                unsigned.iter().any(|(_, part)| part.contains(&at)),
                "byte {at} of {form:?} is not covered: {around:02x?}"
            );
        }
    }
}

/// Parts of a SignedData that RFC 5652 leaves unsigned, and why a change in them is harmless.
fn unsigned_parts(der: &[u8], cast: &Cast) -> Vec<(&'static str, std::ops::Range<usize>)> {
    let algorithms = der.windows(4).position(|window| window == [0x31, 0x0e, 0x30, 0x0c]).unwrap();
    let certificate = cast.romashka.signer.certificate();
    let issuer = certificate.issuer().to_der();
    // issuer, serial number, then the digest algorithm: so only in the signer identifier
    let identifier = [issuer, &[0x02, 16], certificate.serial().as_bytes(), &[0x30, 0x0c]].concat();
    let signer_issuer = span(&identifier, der).start;
    vec![
        // versions 1 to 5 are read alike
        ("version", algorithms - 1..algorithms),
        // a hint for one-pass readers; every signer repeats the algorithm
        ("list of digest algorithms", algorithms..algorithms + 16),
        // the verifier has the issuing authority's certificate himself
        ("copy of the issuer's certificate", span(cast.issuing.signer.certificate().to_der(), der)),
        // finds the certificate; letter case and string types do not count, and CAdES signs the certificate's digest besides
        ("issuer's name in the signer identifier", signer_issuer..signer_issuer + issuer.len()),
    ]
}

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
