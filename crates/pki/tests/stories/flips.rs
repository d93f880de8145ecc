//! Every changed byte of a signed message or a certificate is refused, judged bad, or lies in a part that its standard leaves unsigned.
//!
//! Under `SVITOK_PROVE=full`: all 255 other values of every byte of a message by one signer, in each of its four forms (with CAdES
//! attributes or bare, detached or attached), and of an owner's and an authority's certificate; of every byte of a message by two, which
//! is made of the same parts twice, each of the eight bits and all of them at once. Else one to three other values of every byte.

use crate::cast::{Cast, noon};
use crate::crafted::{authority, craft, named, oid_der, signer};
use core::ops::Range;
use pki::{
    Certificate, Check, Enclosure, Evidence, Revocation, SignForm, SignedMessage, Signer, VerificationReport,
    add_signer, check_certificate, oid, sign_by_all, verify_attached, verify_detached,
};

const CONTENT: &[u8] = b"content";

/// How much of a byte is tried.
#[derive(Clone, Copy)]
enum Trial {
    /// Every other value in a full proof, else three.
    Values,
    /// Every other value in a full proof, else one.
    ValuesOrOne,
    /// Each bit and all of them in a full proof, else one.
    Bits,
}

fn masks(at: usize, trial: Trial) -> Vec<u8> {
    let is_full = std::env::var("SVITOK_PROVE").is_ok_and(|size| size == "full");
    match trial {
        Trial::Values | Trial::ValuesOrOne if is_full => (1..=255).collect(),
        Trial::Bits if is_full => (0..8).map(|bit| 1 << bit).chain([0xff]).collect(),
        Trial::Values => vec![1 << (at % 8), 0x20, 0xff],
        Trial::ValuesOrOne | Trial::Bits => vec![1 << (at % 8)],
    }
}

/// Where a value lies in the bytes, counted from an offset.
fn span(of: &[u8], whole: &[u8]) -> Range<usize> {
    let start = whole.windows(of.len()).position(|window| window == of).unwrap();
    start..start + of.len()
}

/// Parts of a SignedData that RFC 5652 leaves unsigned, and why a change in them is harmless.
fn unsigned_parts(der: &[u8], cast: &Cast, signers: &[&dyn Signer]) -> Vec<(&'static str, Range<usize>)> {
    let algorithms = der.windows(4).position(|window| window == [0x31, 0x0e, 0x30, 0x0c]).unwrap();
    let mut parts = vec![
        // versions 1 to 5 are read alike
        ("version", algorithms - 1..algorithms),
        // a hint for one-pass readers; every signer repeats the algorithm
        ("list of digest algorithms", algorithms..algorithms + 16),
        // the verifier has the issuing authority's certificate himself
        ("copy of the issuer's certificate", span(cast.issuing.signer.certificate().to_der(), der)),
    ];
    for signer in signers {
        let certificate = signer.certificate();
        let issuer = certificate.issuer().to_der();
        // issuer, serial number, then the digest algorithm: so only in the signer identifier
        let identifier = [issuer, &[0x02, 16], certificate.serial().as_bytes(), &[0x30, 0x0c]].concat();
        let start = span(&identifier, der).start;
        // finds the certificate; letter case and string types do not count, and CAdES signs the certificate's digest besides
        parts.push(("issuer's name in a signer identifier", start..start + issuer.len()));
    }
    parts
}

/// Who signed, by serial number: what a reader is told.
fn told(report: &VerificationReport) -> Vec<(Option<Certificate>, Option<kernel::Moment>)> {
    let mut told: Vec<_> =
        report.signers.iter().map(|signer| (signer.certificate.clone(), signer.signing_time)).collect();
    told.sort_by_key(|(certificate, _)| certificate.as_ref().map(Certificate::serial_hex));
    told
}

#[test]
fn no_changed_message_is_good_with_other_signers_or_content() {
    let cast = Cast::new(30);
    // the issuing authority is known to the verifier, so that a damaged copy in the message does not matter
    let mut anchors = cast.anchors_with_lists();
    anchors.intermediates = vec![cast.issuing.signer.certificate().clone()];
    let (one, two): ([&dyn Signer; 1], [&dyn Signer; 2]) =
        ([&cast.romashka.signer], [&cast.romashka.signer, &cast.vasilek.signer]);
    let cades = SignForm::CadesBes { at: noon() };
    for (form, signers, enclosure) in [
        (cades, one.as_slice(), Enclosure::Detached),
        (SignForm::NoAttributes, &one, Enclosure::Detached),
        (cades, &one, Enclosure::Attached),
        (SignForm::NoAttributes, &one, Enclosure::Attached),
        (cades, &two, Enclosure::Detached),
        (cades, &two, Enclosure::Attached),
    ] {
        let verify = |der: &[u8]| match enclosure {
            Enclosure::Detached => verify_detached(CONTENT, der, &anchors, noon(), Revocation::Require),
            Enclosure::Attached => verify_attached(der, &anchors, &pki::Demands::new(noon())),
        };
        let der = sign_by_all(CONTENT, signers, form, enclosure).unwrap();
        let good = verify(&der).unwrap();
        assert_eq!(good.outcome(), Check::Yes);
        let unsigned = unsigned_parts(&der, &cast, signers);
        let (mut refused, mut bad, mut harmless) = (0, 0, Vec::new());
        let trial = match enclosure {
            _ if signers.len() > 1 => Trial::Bits,
            Enclosure::Attached => Trial::ValuesOrOne,
            Enclosure::Detached => Trial::Values,
        };
        for at in 0..der.len() {
            for mask in masks(at, trial) {
                let mut flipped = der.clone();
                flipped[at] ^= mask;
                match verify(&flipped) {
                    Err(_) => refused += 1,
                    Ok(report) if !report.outcome().is_yes() => bad += 1,
                    Ok(report) => {
                        assert_eq!(told(&report), told(&good), "byte {at}");
                        if enclosure == Enclosure::Attached {
                            assert_eq!(SignedMessage::parse(&flipped).unwrap().content(), Some(CONTENT));
                        }
                        harmless.push(at);
                    }
                }
            }
        }
        eprintln!(
            "{form:?} {enclosure:?} by {}: refused {refused}, bad {bad}, harmless {}",
            signers.len(),
            harmless.len()
        );
        for at in harmless {
            let around = &der[at.saturating_sub(8)..(at + 8).min(der.len())];
            assert!(
                unsigned.iter().any(|(_, part)| part.contains(&at)),
                "byte {at} of {form:?} {enclosure:?} is not covered: {around:02x?}"
            );
        }
    }
}

#[test]
fn one_signers_damage_leaves_the_other_good() {
    let cast = Cast::new(34);
    let anchors = cast.anchors_with_lists();
    let form = SignForm::CadesBes { at: noon() };
    let der = sign_by_all(CONTENT, &[&cast.romashka.signer], form, Enclosure::Detached).unwrap();
    let der = add_signer(&der, Some(CONTENT.into()), &cast.vasilek.signer, form).unwrap();
    let message = SignedMessage::parse(&der).unwrap();
    // the value of each signature is the last 64 octets of its signer
    let before = [oid_der(oid::KEY_256), vec![0x04, 0x40]].concat();
    let found = der.windows(before.len()).enumerate().filter(|(_, window)| *window == before);
    let values: Vec<usize> = found.map(|(at, _)| at + before.len() - 2).collect();
    assert_eq!((message.signers().len(), values.len()), (2, 2));
    for (number, at) in values.into_iter().enumerate() {
        for offset in 2..66 {
            let mut flipped = der.clone();
            flipped[at + offset] ^= 0x10;
            let report = verify_detached(CONTENT, &flipped, &anchors, noon(), Revocation::Require).unwrap();
            let good: Vec<bool> = report.signers.iter().map(|one| one.outcome(Revocation::Require).is_yes()).collect();
            assert_eq!(good.iter().filter(|good| **good).count(), 1, "{offset}");
            assert!(good[1 - number] && !report.outcome().is_yes());
        }
    }
}

#[test]
fn no_changed_certificate_is_good() {
    let cast = Cast::new(35);
    let mut anchors = cast.anchors_with_lists();
    anchors.intermediates = vec![cast.issuing.signer.certificate().clone()];
    // an owner's and, below the root, the authority's between
    for certificate in [cast.romashka.signer.certificate(), cast.issuing.signer.certificate()] {
        let der = certificate.to_der();
        let chain_of = |certificate: &Certificate| {
            let root = certificate == cast.issuing.signer.certificate();
            let report = check_certificate(certificate, &anchors, noon(), Revocation::Require);
            // an authority's own key may not sign documents, and that is all that may be wrong with it
            if root {
                let bad: Vec<&str> =
                    report.checks.leaves().iter().filter(|leaf| !leaf.check.is_yes()).map(|leaf| leaf.name).collect();
                return bad == ["chain.signer-key-usage"];
            }
            report.chain.is_yes() && report.revocation.is_yes()
        };
        assert!(chain_of(certificate));
        for at in 0..der.len() {
            for mask in masks(at, Trial::Values) {
                let mut flipped = der.to_vec();
                flipped[at] ^= mask;
                let Ok(flipped) = Certificate::from_der(&flipped) else { continue };
                assert!(!chain_of(&flipped), "byte {at} of {certificate:?}");
            }
        }
    }
}

#[test]
fn a_remembered_signature_covers_no_changed_certificate() {
    let chance = kernel::Chance::from_seed([36; 32]);
    let memory = pki::SignatureMemory::new(16);
    let root = crate::crafted::fresh(&chance, "Корень", None, &authority());
    let leaf = craft(&chance, &named("Ромашка"), crate::cast::key(&chance, gost::ParamSet::XA), Some(&root), &signer());
    let anchors =
        pki::Anchors { roots: vec![root.certificate.clone()], memory: Some(memory.clone()), ..pki::Anchors::default() };
    let der = leaf.certificate.to_der();
    let is_good = |der: &[u8]| {
        Certificate::from_der(der)
            .is_ok_and(|one| check_certificate(&one, &anchors, noon(), Revocation::NotAsked).chain.is_yes())
    };
    assert!(is_good(der) && is_good(der));
    assert_eq!(memory.len(), 1);
    for at in 0..der.len() {
        let mut flipped = der.to_vec();
        flipped[at] ^= 1 << (at % 8);
        assert!(!is_good(&flipped), "byte {at}");
    }
    // another issuer's key is another pair, whatever the name
    let other = crate::crafted::fresh(&chance, "Корень", None, &authority());
    let under_other = pki::Anchors { roots: vec![other.certificate], ..anchors.clone() };
    assert!(!check_certificate(&leaf.certificate, &under_other, noon(), Revocation::NotAsked).chain.is_yes());
    assert_eq!(memory.len(), 1);
    // the oldest goes first, and an empty memory remembers nothing
    for number in 0..40 {
        let name = named(&format!("Ромашка {number}"));
        let leaf = craft(&chance, &name, crate::cast::key(&chance, gost::ParamSet::XA), Some(&root), &signer());
        assert!(is_good(leaf.certificate.to_der()));
    }
    assert_eq!(memory.len(), 16);
    let none = pki::SignatureMemory::new(0);
    let anchors = pki::Anchors { memory: Some(none.clone()), ..anchors.clone() };
    let fresh = Certificate::from_der(der).unwrap();
    assert!(check_certificate(&fresh, &anchors, noon(), Revocation::NotAsked).chain.is_yes());
    assert!(none.is_empty());
    // memory changes no report
    let sent = Evidence { content: Vec::new(), message: Vec::new(), anchors, demands: pki::Demands::new(noon()) };
    assert!(sent.report().is_err());
}
