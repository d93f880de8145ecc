//! Several signers of one content: made at once or one after another, each judged apart.

use crate::cast::{Cast, noon};
use crate::oracle::{Bench, seconds};
use pki::{
    Check, Content, Demands, Enclosure, PkiRefusal, Reason, Revocation, SignForm, SignedMessage, Signer, add_signer,
    sign_by_all, sign_detached, verify_attached, verify_detached,
};

const CONTENT: &[u8] = "Договор поставки № 1\r\n".as_bytes();
const FORM: SignForm = SignForm::NoAttributes;

fn cades() -> SignForm {
    SignForm::CadesBes { at: noon() }
}

fn demands() -> Demands {
    Demands { revocation: Revocation::NotAsked, ..Demands::new(noon()) }
}

#[test]
fn two_sign_at_once_or_one_after_another() {
    let cast = Cast::new(110);
    let (romashka, vasilek) = (&cast.romashka.signer, &cast.vasilek.signer);
    for form in [cades(), FORM] {
        for enclosure in [Enclosure::Detached, Enclosure::Attached] {
            let at_once = sign_by_all(CONTENT, &[romashka, vasilek], form, enclosure).unwrap();
            let first = sign_by_all(CONTENT, &[romashka], form, enclosure).unwrap();
            let content = (enclosure == Enclosure::Detached).then_some(Content::Bytes(CONTENT));
            let added = add_signer(&first, content, vasilek, form).unwrap();
            for der in [at_once, added] {
                let message = SignedMessage::parse(&der).unwrap();
                assert_eq!(message.content().is_some(), enclosure == Enclosure::Attached);
                assert_eq!((message.signers().len(), message.certificates().len()), (2, 3));
                let report = match enclosure {
                    Enclosure::Attached => verify_attached(&der, &cast.anchors(), &demands()),
                    Enclosure::Detached => {
                        verify_detached(CONTENT, &der, &cast.anchors(), noon(), Revocation::NotAsked)
                    }
                }
                .unwrap();
                assert_eq!(report.outcome(), Check::Yes, "{form:?} {enclosure:?}");
                let mut who: Vec<_> = report.signers.iter().filter_map(|one| one.certificate.clone()).collect();
                who.sort_by_key(|certificate| certificate.serial().clone());
                let mut expected = vec![romashka.certificate().clone(), vasilek.certificate().clone()];
                expected.sort_by_key(|certificate| certificate.serial().clone());
                assert_eq!(who, expected);
            }
        }
    }
}

#[test]
fn each_signer_is_judged_apart() {
    let cast = Cast::new(111);
    let stranger = Cast::new(112);
    let der = sign_detached(CONTENT, &cast.romashka.signer, cades()).unwrap();
    let der = add_signer(&der, Some(CONTENT.into()), &stranger.vasilek.signer, cades()).unwrap();
    let report = verify_detached(CONTENT, &der, &cast.anchors(), noon(), Revocation::NotAsked).unwrap();
    let of = |certificate: &pki::Certificate| {
        report.signers.iter().find(|signer| signer.certificate.as_ref() == Some(certificate)).unwrap()
    };
    let (own, other) = (of(cast.romashka.signer.certificate()), of(stranger.vasilek.signer.certificate()));
    assert_eq!((own.integrity, own.chain), (Check::Yes, Check::Yes));
    assert_eq!((other.integrity, other.chain.is_yes()), (Check::Yes, false));
    assert_eq!(own.outcome(Revocation::NotAsked), Check::Yes);
    assert!(!report.outcome().is_yes(), "the weakest speaks for the message");
    // a revoked one takes nothing from the other
    let der = add_signer(
        &sign_detached(CONTENT, &cast.romashka.signer, cades()).unwrap(),
        Some(CONTENT.into()),
        &cast.vasilek.signer,
        FORM,
    )
    .unwrap();
    let mut anchors = cast.anchors();
    anchors.crls = vec![cast.list(&cast.root, &[]), cast.list(&cast.issuing, &[cast.vasilek.signer.certificate()])];
    let report = verify_detached(CONTENT, &der, &anchors, noon(), Revocation::Require).unwrap();
    let revocations: Vec<Check> = report.signers.iter().map(|signer| signer.revocation).collect();
    assert!(revocations.contains(&Check::Yes) && revocations.contains(&Check::No { reason: Reason::Revoked }));
}

#[test]
fn the_signatures_that_were_there_stay_as_they_were() {
    let cast = Cast::new(113);
    let first = sign_detached(CONTENT, &cast.romashka.signer, cades()).unwrap();
    let second = add_signer(&first, Some(CONTENT.into()), &cast.vasilek.signer, cades()).unwrap();
    // the whole SignerInfo of the first is found again, byte for byte: it is the last part of a message with one signer
    let certificate = cast.romashka.signer.certificate();
    let serial = [&[0x02, 16], certificate.serial().as_bytes()].concat();
    let from = first.windows(serial.len()).rposition(|window| window == serial).unwrap();
    let kept = &first[from..];
    assert!(second.windows(kept.len()).any(|window| window == kept));
}

#[test]
fn what_may_not_be_signed_together_is_refused() {
    let cast = Cast::new(114);
    let long = Cast::with_set(115, gost::ParamSet::Tc512A);
    let (romashka, vasilek, other) = (&cast.romashka.signer, &cast.vasilek.signer, &long.romashka.signer);
    let refused = |signers: &[&dyn Signer]| sign_by_all(CONTENT, signers, cades(), Enclosure::Detached).unwrap_err();
    assert_eq!(refused(&[]), PkiRefusal::NoSigner);
    assert_eq!(refused(&[romashka, other]), PkiRefusal::SeveralDigests);
    assert_eq!(refused(&[romashka, vasilek, romashka]), PkiRefusal::AlreadySigned);
    let digest = gost::hash::streebog256(CONTENT);
    let enclosing = sign_by_all(Content::streebog256(&digest), &[romashka], cades(), Enclosure::Attached);
    assert_eq!(enclosing.unwrap_err(), PkiRefusal::ContentNotGiven);
    let first = sign_detached(CONTENT, romashka, cades()).unwrap();
    let attached = sign_by_all(CONTENT, &[romashka], cades(), Enclosure::Attached).unwrap();
    let add = |der: &[u8], content: Option<Content<'_>>, signer: &dyn Signer| add_signer(der, content, signer, cades());
    assert_eq!(add(&first, Some(CONTENT.into()), romashka).unwrap_err(), PkiRefusal::AlreadySigned);
    assert_eq!(add(&first, Some(CONTENT.into()), other).unwrap_err(), PkiRefusal::SeveralDigests);
    assert_eq!(add(&first, None, vasilek).unwrap_err(), PkiRefusal::ContentNotGiven);
    assert_eq!(add(&attached, Some(b"other".into()), vasilek).unwrap_err(), PkiRefusal::ContentDiffers);
    assert!(add(&attached, Some(Content::streebog256(&digest)), vasilek).is_ok());
    assert!(matches!(add(b"text", None, vasilek), Err(PkiRefusal::Malformed(_))));
    assert_eq!(verify_attached(&first, &cast.anchors(), &demands()).unwrap_err(), PkiRefusal::ContentNotGiven);
    // signing over another content than the first did is seen
    let mixed = add(&first, Some(b"other".into()), vasilek).unwrap();
    let report = verify_detached(CONTENT, &mixed, &cast.anchors(), noon(), Revocation::NotAsked).unwrap();
    let integrity: Vec<bool> = report.signers.iter().map(|signer| signer.integrity.is_yes()).collect();
    assert!(integrity.contains(&true) && integrity.contains(&false));
    // as many as the limit and no more
    let casts: Vec<Cast> = (120..120 + 17).map(Cast::new).collect();
    let all: Vec<&dyn Signer> =
        casts.iter().flat_map(|cast| [&cast.romashka.signer as &dyn Signer, &cast.vasilek.signer]).collect();
    let limit = pki::limits::SIGNERS_MAX;
    assert!(matches!(
        sign_by_all(CONTENT, &all[..=limit], FORM, Enclosure::Detached),
        Err(PkiRefusal::OverLimit { .. })
    ));
    assert!(sign_by_all(CONTENT, &all[..limit], FORM, Enclosure::Detached).is_ok());
}

#[test]
fn openssl_accepts_several_signers_and_its_own_are_added_to() {
    let cast = Cast::new(116);
    let (romashka, vasilek) = (&cast.romashka.signer, &cast.vasilek.signer);
    let bench = Bench::new();
    bench.put("content", CONTENT);
    let pem = |signer: &dyn Signer| signer.certificate().to_pem().unwrap();
    bench.put("chain.pem", format!("{}{}", pem(&cast.root.signer), pem(&cast.issuing.signer)));
    let at = seconds(noon());
    let accepted = |more: &str, sig: &[u8]| {
        bench.put("sig", sig);
        bench.openssl(&format!(
            "cms -verify -binary -inform DER -in sig -CAfile chain.pem -attime {at} -purpose any -out out {more}"
        ))
    };
    for form in [cades(), FORM] {
        let detached = sign_by_all(CONTENT, &[romashka, vasilek], form, Enclosure::Detached).unwrap();
        let verdict = accepted("-content content", &detached);
        assert!(verdict.good, "{}", verdict.said);
        bench.put("flipped", "договор");
        assert!(!accepted("-content flipped", &detached).good);
        let attached = sign_by_all(CONTENT, &[romashka, vasilek], form, Enclosure::Attached).unwrap();
        let verdict = accepted("", &attached);
        assert!(verdict.good, "{}", verdict.said);
        assert_eq!(bench.take("out"), CONTENT);
    }
    // a message of OpenSSL, streamed with indefinite lengths, gets a second signer of ours
    bench.put("leaf.pem", pem(romashka));
    bench.put("key.pem", &cast.romashka.key_pem);
    for (options, content) in [("-nodetach -stream", None), ("", Some(Content::Bytes(CONTENT)))] {
        bench.openssl_does(&format!(
            "cms -sign -binary -in content -signer leaf.pem -inkey key.pem -certfile chain.pem -md md_gost12_256 -outform DER -out theirs {options}"
        ));
        let both = add_signer(&bench.take("theirs"), content, vasilek, cades()).unwrap();
        let verdict = accepted(if content.is_some() { "-content content" } else { "" }, &both);
        assert!(verdict.good, "{options}: {}", verdict.said);
        let report = verify_detached(CONTENT, &both, &cast.anchors(), noon(), Revocation::NotAsked).unwrap();
        assert_eq!((report.signers.len(), report.outcome()), (2, Check::Yes));
    }
}
