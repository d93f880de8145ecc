//! Issuing: what the lint refuses, what is written, keys in other clothes.

use crate::cast::{Cast, company, moment, order, owner_profile};
use pki::{
    Certificate, KeyKind, KeySigner, LintFinding, Name, Oid, PkiRefusal, Serial, Signer, issue, issue_root, keys, oid,
};

fn refused(change: impl FnOnce(&mut pki::CertificateProfile, &mut pki::CertificateOrder)) -> PkiRefusal {
    let cast = Cast::new(60);
    let key = crate::cast::key(&cast.chance, gost::ParamSet::A);
    let mut profile = owner_profile();
    let mut order = order(&cast.chance, company("ООО Ромашка", "7700000016"), &key);
    change(&mut profile, &mut order);
    issue(&profile, &order, &cast.issuing.signer).unwrap_err()
}

#[test]
fn what_the_house_does_not_hold_is_never_issued() {
    for policy in ["1.2.643.100.113.1", "1.2.643.100.113.2", "1.2.643.100.113.6"] {
        let refusal = refused(|profile, _| profile.policies = vec![Oid::new_unwrap(policy)]);
        assert_eq!(refusal, PkiRefusal::Profile(LintFinding::KsPolicy));
    }
}

#[test]
fn what_breaks_the_profile_is_refused() {
    let finding = |finding| PkiRefusal::Profile(finding);
    assert_eq!(refused(|profile, _| profile.validity_days_max = 365), finding(LintFinding::Validity));
    assert_eq!(refused(|_, order| order.not_after = order.not_before), finding(LintFinding::Validity));
    assert_eq!(refused(|_, order| order.serial = Serial::from_bytes(&[0, 0]).unwrap()), finding(LintFinding::Serial));
    assert_eq!(
        refused(|_, order| order.serial = Serial::from_bytes(&[0xff; 21]).unwrap()),
        finding(LintFinding::Serial)
    );
    assert_eq!(refused(|_, order| order.subject = Name::builder().build().unwrap()), finding(LintFinding::Subject));
    assert_eq!(refused(|profile, _| profile.subject_requires = vec![oid::SNILS]), finding(LintFinding::Subject));
    assert_eq!(refused(|profile, _| profile.key_usage = pki::KeyUsage::default()), finding(LintFinding::KeyUsage));
    let signs = pki::KeyUsage::KEY_CERT_SIGN;
    assert_eq!(refused(|profile, _| profile.key_usage = signs), finding(LintFinding::BasicConstraints));
    let authority = pki::Authority::Issues { path_len: None };
    assert_eq!(refused(|profile, _| profile.authority = authority), finding(LintFinding::BasicConstraints));
    assert_eq!(refused(|_, order| order.crl_urls = vec!["http://рф".to_owned()]), PkiRefusal::NameValue("URI"));
    assert_eq!(refused(|_, order| order.not_before = moment("1969-12-31T23:59:59Z")), PkiRefusal::MomentOutOfRange);
}

#[test]
fn what_was_ordered_is_written() {
    let cast = Cast::new(61);
    let certificate = cast.romashka.signer.certificate();
    assert_eq!((certificate.version(), certificate.is_ca()), (3, false));
    assert_eq!(certificate.subject().inn_le(), Some("7700000016"));
    assert_eq!(certificate.subject().to_string(), "C=RU, O=ООО Ромашка, CN=ООО Ромашка, ИННЮЛ=7700000016");
    assert_eq!(certificate.serial().as_bytes().len(), 16);
    assert_eq!(certificate.crl_urls(), ["http://svitok.invalid/crl/1.crl"]);
    let key_id = certificate.authority_key_id().unwrap();
    assert_eq!(key_id.key_id.as_deref(), cast.issuing.signer.certificate().subject_key_id());
    assert_eq!(key_id.serial.as_ref(), Some(cast.issuing.signer.certificate().serial()));
    assert_eq!(key_id.issuer.as_ref(), Some(cast.root.signer.certificate().subject()));
    assert_eq!(certificate.public_key().kind(), KeyKind::Gost(gost::ParamSet::XA));
    assert!(certificate.extension(&oid::EXT_KEY_USAGE).unwrap().critical);
    assert!(certificate.extension(&oid::EXT_ISSUER_SIGN_TOOL).is_none());
    assert_eq!(Certificate::from_der(certificate.to_der()).unwrap(), *certificate);
    assert_eq!(Serial::from_hex(&certificate.serial_hex()).unwrap(), *certificate.serial());
}

#[test]
fn times_change_their_clothes_in_2050() {
    let cast = Cast::new(62);
    let key = crate::cast::key(&cast.chance, gost::ParamSet::A);
    let mut profile = owner_profile();
    profile.validity_days_max = 100_000;
    let mut order = order(&cast.chance, company("ООО Ромашка", "7700000016"), &key);
    order.not_before = moment("2049-12-31T23:59:59Z");
    order.not_after = moment("2050-01-01T00:00:00Z");
    let certificate = issue(&profile, &order, &cast.issuing.signer).unwrap();
    assert_eq!((certificate.not_before(), certificate.not_after()), (order.not_before, order.not_after));
    let der = certificate.to_der();
    let find = |bytes: &[u8]| der.windows(bytes.len()).any(|window| window == bytes);
    assert!(find(b"\x17\x0d491231235959Z") && find(b"\x18\x0f20500101000000Z"));
}

#[test]
fn names_keep_to_their_rules() {
    let refuses = |name: pki::NameBuilder| name.build().unwrap_err();
    let base = Name::builder;
    assert_eq!(refuses(base().inn("7700000016")), PkiRefusal::NameValue("ИНН"));
    assert_eq!(refuses(base().inn_le("77000000160")), PkiRefusal::NameValue("ИННЮЛ"));
    assert_eq!(refuses(base().ogrn("126980000001X")), PkiRefusal::NameValue("ОГРН"));
    assert_eq!(refuses(base().snils("")), PkiRefusal::NameValue("СНИЛС"));
    assert_eq!(refuses(base().c("ru")), PkiRefusal::NameValue("C"));
    assert_eq!(refuses(base().email("почта@пример.рф")), PkiRefusal::NameValue("E"));
    assert_eq!(refuses(base().cn("a\u{0}b")), PkiRefusal::NameValue("CN"));
    assert_eq!(refuses(base().cn(&"я".repeat(2_000))), PkiRefusal::NameValue("CN"));
    let name = |text: &str| base().cn(text).o("Свиток").build().unwrap();
    assert!(name("ООО  Ромашка").matches(&name("ооо ромашка")));
    assert!(!name("ООО Ромашка").matches(&name("ООО Василёк")));
    assert!(!base().cn("ООО Ромашка").build().unwrap().matches(&name("ООО Ромашка")));
}

#[test]
fn a_key_is_read_in_all_its_clothes() {
    let cast = Cast::new(63);
    let key = keys::private_key_from_pem(&cast.romashka.key_pem).unwrap();
    let der = keys::private_key_to_der(&key);
    let head = &der[..der.len() - 34];
    let wrap = |secret: &[u8]| {
        let mut bytes = head.to_vec();
        bytes.push(0x04);
        bytes.push(u8::try_from(secret.len()).unwrap());
        bytes.extend_from_slice(secret);
        bytes[1] = u8::try_from(bytes.len() - 2).unwrap();
        bytes
    };
    let little = key.to_le();
    let big: Vec<u8> = little.iter().rev().copied().collect();
    let integer =
        if big[0] < 0x80 { [&[0x02, 32], big.as_slice()].concat() } else { [&[0x02, 33, 0], big.as_slice()].concat() };
    for clothes in [wrap(&little), wrap(&[&[0x04, 32], little.as_slice()].concat()), wrap(&integer)] {
        assert_eq!(keys::private_key_from_der(&clothes).unwrap().to_le(), little);
    }
    for bad in [
        wrap(&[0; 32]),
        wrap(&[0xff; 32]),
        wrap(&little[1..]),
        wrap(&[0x02, 0x01, 0x00]),
        wrap(&[]),
        wrap(&[0x02, 0x01, 0xff]),
    ] {
        assert!(keys::private_key_from_der(&bad).is_err());
    }
}

#[test]
fn a_signer_must_fit_its_certificate_and_a_root_its_order() {
    let cast = Cast::new(64);
    let other = crate::cast::key(&cast.chance, gost::ParamSet::XA);
    let certificate = cast.romashka.signer.certificate().clone();
    assert_eq!(KeySigner::new(other, certificate, vec![], Box::new(|_| ())).unwrap_err(), PkiRefusal::BadKey);
    let key = crate::cast::key(&cast.chance, gost::ParamSet::XA);
    let mut wrong = order(&cast.chance, company("ООО Ромашка", "7700000016"), &key);
    wrong.public_key = cast.vasilek.signer.certificate().public_key().clone();
    let profile = crate::cast::authority_profile(None);
    assert_eq!(issue_root(&profile, &wrong, &key, &[]).unwrap_err(), PkiRefusal::BadKey);
}

#[test]
fn nobody_is_named_in_logs() {
    let cast = Cast::new(65);
    let certificate = cast.romashka.signer.certificate();
    let (subject, builder) = (certificate.subject(), Name::builder().surname("Ромашкина"));
    let said = format!("{certificate:?} {subject:?} {builder:?} {:?}", cast.romashka.signer);
    assert!(!said.contains("Ромашк") && !said.contains("7700000016"), "{said}");
}
