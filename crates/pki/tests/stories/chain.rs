//! Chains and the rules of RFC 5280 §6, one broken at a time.

use crate::cast::{Cast, DAY, Member, authority_profile, company, key, member, moment, noon, order, owner_profile};
use pki::{
    Anchors, Authority, Certificate, CertificateProfile, Check, Content, DigestAlgorithm, KeyUsage, Name, PkiRefusal,
    Reason, Revocation, SignForm, Signer, SignerFault, check_certificate, issue, sign_detached, verify_detached,
};

const CONTENT: &[u8] = b"content";

/// A member below `issuer` under any profile.
fn below(cast: &Cast, issuer: &Member, profile: &CertificateProfile, name: &str) -> Member {
    let key = key(&cast.chance, gost::ParamSet::A);
    let certificate = issue(profile, &order(&cast.chance, company(name, "7700000016"), &key), &issuer.signer).unwrap();
    let mut chain = vec![issuer.signer.certificate().clone()];
    chain.extend_from_slice(issuer.signer.chain());
    member(&cast.chance, key, certificate, chain)
}

fn judge(signer: &Member, cast: &Cast) -> Check {
    let der = sign_detached(CONTENT, &signer.signer, SignForm::NoAttributes).unwrap();
    let report = verify_detached(CONTENT, &der, &cast.anchors(), noon(), Revocation::NotAsked).unwrap();
    assert_eq!(report.signers[0].integrity, Check::Yes);
    report.signers[0].chain
}

fn no(reason: Reason) -> Check {
    Check::No { reason }
}

#[test]
fn a_good_chain_is_told_step_by_step() {
    let cast = Cast::new(70);
    let der = sign_detached(CONTENT, &cast.romashka.signer, SignForm::CadesBes { at: noon() }).unwrap();
    let report = verify_detached(CONTENT, &der, &cast.anchors_with_lists(), noon(), Revocation::Require).unwrap();
    assert_eq!(report.outcome(), Check::Yes);
    let signer = &report.signers[0];
    assert_eq!(signer.anchor(), Some(cast.root.signer.certificate()));
    assert_eq!(signer.signing_time, Some(noon()));
    let leaves = signer.checks.leaves();
    assert!(leaves.iter().all(|step| step.check.is_yes() && !step.clause.is_empty()), "{leaves:#?}");
    assert!(leaves.iter().all(|step| !step.inputs.is_empty()), "{leaves:#?}");
    let named = |name: &str| signer.checks.all(name).len();
    let counts = ["signature.value", "chain.signature", "chain.validity", "revocation.certificate", "revocation.list"];
    assert_eq!(counts.map(named), [1, 2, 3, 2, 2]);
    let groups: Vec<&str> = signer.checks.children.iter().map(|node| node.name).collect();
    assert_eq!(groups, ["integrity", "signature.certificate-named", "chain", "revocation"]);
    assert_eq!(report.checks().children, std::slice::from_ref(&signer.checks));
    assert_eq!(report.unsigned.certificates, 1);
}

#[test]
fn the_ends_of_a_chain() {
    let cast = Cast::new(71);
    let stranger = Cast::new(72);
    // same names everywhere, other keys
    let der = sign_detached(CONTENT, &cast.romashka.signer, SignForm::NoAttributes).unwrap();
    let chain = |anchors: &Anchors| {
        verify_detached(CONTENT, &der, anchors, noon(), Revocation::NotAsked).unwrap().signers[0].chain
    };
    assert_eq!(chain(&cast.anchors()), Check::Yes);
    assert_eq!(chain(&stranger.anchors()), no(Reason::NoIssuer));
    assert_eq!(chain(&Anchors::default()), no(Reason::NoIssuer));
    let known = Anchors { intermediates: vec![cast.root.signer.certificate().clone()], ..Anchors::default() };
    assert_eq!(chain(&known), no(Reason::NotTrusted));
    // an anchor in the middle, and the signer's own certificate as anchor
    for anchor in [&cast.issuing, &cast.romashka] {
        let trusted = Anchors { roots: vec![anchor.signer.certificate().clone()], ..Anchors::default() };
        assert_eq!(chain(&trusted), Check::Yes);
    }
}

#[test]
fn a_signer_who_is_the_anchor_is_looked_up_in_his_issuers_list() {
    let cast = Cast::new(73);
    let der = sign_detached(CONTENT, &cast.romashka.signer, SignForm::NoAttributes).unwrap();
    let outcome = |revoked: &[&Certificate]| {
        let anchors = Anchors {
            roots: vec![cast.romashka.signer.certificate().clone()],
            crls: vec![cast.list(&cast.issuing, revoked)],
            ..Anchors::default()
        };
        verify_detached(CONTENT, &der, &anchors, noon(), Revocation::Require).unwrap().outcome()
    };
    assert_eq!(outcome(&[]), Check::Yes);
    assert_eq!(outcome(&[cast.romashka.signer.certificate()]), no(Reason::Revoked));
}

#[test]
fn validity_is_judged_at_the_moment() {
    let cast = Cast::new(74);
    let check = |at: &str| {
        let anchors = Anchors { intermediates: vec![cast.issuing.signer.certificate().clone()], ..cast.anchors() };
        check_certificate(cast.romashka.signer.certificate(), &anchors, moment(at), Revocation::NotAsked).chain
    };
    assert_eq!(check("2019-12-31T23:59:59Z"), no(Reason::NotYetValid));
    assert_eq!(check("2020-01-01T00:00:00Z"), Check::Yes);
    assert_eq!(check("2048-12-31T23:59:59Z"), Check::Yes);
    assert_eq!(check("2049-01-01T00:00:00Z"), no(Reason::Expired));
}

#[test]
fn only_authorities_issue_and_only_as_far_as_allowed() {
    let cast = Cast::new(75);
    // Ромашка is no authority and issues all the same
    let by_owner = below(&cast, &cast.romashka, &owner_profile(), "ООО Василёк");
    assert_eq!(judge(&by_owner, &cast), no(Reason::IssuerNotCa));
    // the issuing authority may have none below it
    let too_deep = below(&cast, &cast.issuing, &authority_profile(None), "ООО Ромашка");
    let under_it = below(&cast, &too_deep, &owner_profile(), "ООО Василёк");
    assert_eq!(judge(&under_it, &cast), no(Reason::PathLength));
    // under the root itself it may stand
    let allowed = below(&cast, &cast.root, &authority_profile(None), "ООО Ромашка");
    assert_eq!(judge(&below(&cast, &allowed, &owner_profile(), "ООО Василёк"), &cast), Check::Yes);
    // an authority's key is not for documents
    let as_signer = below(&cast, &cast.root, &authority_profile(None), "ООО Ромашка");
    assert_eq!(judge(&as_signer, &cast), no(Reason::SignerKeyUsage));
    // longer than any limit
    let mut last = below(&cast, &cast.root, &authority_profile(None), "ООО Ромашка 0");
    for level in 1..8 {
        last = below(&cast, &last, &authority_profile(None), &format!("ООО Ромашка {level}"));
    }
    let far = below(&cast, &last, &owner_profile(), "ООО Василёк");
    assert_eq!(judge(&far, &cast), no(Reason::ChainTooLong));
}

#[test]
fn a_key_only_for_exchange_signs_nothing() {
    let cast = Cast::new(76);
    let profile =
        CertificateProfile { key_usage: KeyUsage::KEY_AGREEMENT, authority: Authority::None, ..owner_profile() };
    let signer = below(&cast, &cast.issuing, &profile, "ООО Ромашка");
    assert_eq!(judge(&signer, &cast), no(Reason::SignerKeyUsage));
}

#[test]
fn look_alike_issuers_cost_a_bounded_number_of_trials() {
    let cast = Cast::new(77);
    let name = cast.issuing.signer.certificate().subject().to_der();
    let mut intermediates = Vec::new();
    for _ in 0..80 {
        let key = key(&cast.chance, gost::ParamSet::A);
        let mut order = order(&cast.chance, Name::from_der(name).unwrap(), &key);
        order.serial = cast.issuing.signer.certificate().serial().clone();
        let certificate = pki::issue_root(&authority_profile(None), &order, &key, &[]).unwrap();
        intermediates.push(certificate);
    }
    let anchors = Anchors { intermediates, ..cast.anchors() };
    let report = check_certificate(cast.romashka.signer.certificate(), &anchors, noon(), Revocation::NotAsked);
    // every look-alike has another key identifier than the one the certificate names
    assert_eq!(report.chain, no(Reason::NoIssuer));
}

#[test]
fn a_digest_stands_for_its_content() {
    let cast = Cast::new(78);
    let digest = gost::hash::streebog256(CONTENT);
    let form = SignForm::CadesBes { at: noon() };
    let der = sign_detached(Content::streebog256(&digest), &cast.romashka.signer, form).unwrap();
    let outcome = |content: Content<'_>| {
        let report = verify_detached(content, &der, &cast.anchors(), noon(), Revocation::NotAsked).unwrap();
        report.outcome()
    };
    assert_eq!(outcome(CONTENT.into()), Check::Yes);
    assert_eq!(outcome(Content::streebog256(&digest)), Check::Yes);
    assert_eq!(outcome(Content::streebog256(&[0; 32])), no(Reason::DigestDiffers));
    let long = gost::hash::streebog512(CONTENT);
    let other = Content::Digest { algorithm: DigestAlgorithm::Streebog512, octets: &long };
    assert_eq!(outcome(other), Check::Unknown { reason: Reason::DigestNotGiven });
    assert_eq!(sign_detached(other, &cast.romashka.signer, form).unwrap_err(), PkiRefusal::DigestLength);
    let short = Content::Digest { algorithm: DigestAlgorithm::Streebog256, octets: &[0; 31] };
    assert_eq!(sign_detached(short, &cast.romashka.signer, form).unwrap_err(), PkiRefusal::DigestLength);
}

#[test]
fn the_signing_certificate_attribute_must_name_the_signer() {
    let cast = Cast::new(80);
    let der = sign_detached(CONTENT, &cast.romashka.signer, SignForm::CadesBes { at: noon() }).unwrap();
    let hash = gost::hash::streebog256(cast.romashka.signer.certificate().to_der());
    let at = der.windows(32).position(|window| window == hash).unwrap();
    let mut other = der.clone();
    other[at] ^= 1;
    let report = verify_detached(CONTENT, &other, &cast.anchors(), noon(), Revocation::NotAsked).unwrap();
    assert_eq!(report.signers[0].cades_attribute, no(Reason::CertificateAttribute));
    assert_eq!(report.signers[0].integrity, no(Reason::SignatureDiffers));
}

/// A token that was pulled out.
struct Away<'a>(&'a Member);

impl Signer for Away<'_> {
    fn certificate(&self) -> &Certificate {
        self.0.signer.certificate()
    }
    fn chain(&self) -> &[Certificate] {
        &[]
    }
    fn sign_digest(&self, _digest: &[u8]) -> Result<Vec<u8>, SignerFault> {
        Err(SignerFault::Unavailable)
    }
}

#[test]
fn a_signer_that_is_away_makes_nothing() {
    let cast = Cast::new(81);
    let refusal = sign_detached(CONTENT, &Away(&cast.romashka), SignForm::NoAttributes).unwrap_err();
    assert_eq!(refusal, PkiRefusal::Signer(SignerFault::Unavailable));
    let list = cast.list(&cast.issuing, &[]);
    assert_eq!(list.next_update(), Some(noon().plus(7 * DAY)));
}
