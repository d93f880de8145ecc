//! Revocation: whose list counts, when, and how fast.

use crate::cast::{Cast, DAY, noon};
use kernel::Moment;
use pki::{
    Anchors, Certificate, Check, KeySigner, Reason, Revocation, RevocationList, RevocationListDraft, RevocationReason,
    Revoked, Serial, Signer, check_certificate, oid,
};

fn list(
    signer: &KeySigner,
    from: Moment,
    until: Moment,
    revoked: &[(&Certificate, Moment, RevocationReason)],
) -> RevocationList {
    let entry = |(certificate, at, reason): &(&Certificate, Moment, RevocationReason)| {
        (certificate.serial().clone(), Revoked { at: *at, reason: *reason })
    };
    let draft = RevocationListDraft {
        number: 5,
        this_update: from,
        next_update: until,
        entries: revoked.iter().map(entry).collect(),
    };
    RevocationList::build(&draft, signer).unwrap()
}

fn revocation(cast: &Cast, lists: Vec<RevocationList>) -> Check {
    let anchors =
        Anchors { crls: lists, intermediates: vec![cast.issuing.signer.certificate().clone()], ..cast.anchors() };
    let report = check_certificate(cast.romashka.signer.certificate(), &anchors, noon(), Revocation::Require);
    assert_eq!(report.chain, Check::Yes);
    report.revocation
}

#[test]
fn a_fresh_list_decides() {
    let cast = Cast::new(50);
    let (romashka, vasilek) = (cast.romashka.signer.certificate(), cast.vasilek.signer.certificate());
    let reason = RevocationReason::Superseded;
    let (before, after) = (noon().minus(DAY), noon().plus(DAY));
    let root = || list(&cast.root.signer, before, after, &[]);
    let with = |lists: Vec<RevocationList>| revocation(&cast, [vec![root()], lists].concat());
    let issuing = |from, until, revoked: &[_]| list(&cast.issuing.signer, from, until, revoked);

    assert_eq!(with(vec![issuing(before, after, &[])]), Check::Yes);
    assert_eq!(with(vec![issuing(before, after, &[(vasilek, before, reason)])]), Check::Yes);
    assert_eq!(
        with(vec![issuing(before, after, &[(romashka, before, reason)])]),
        Check::No { reason: Reason::Revoked }
    );
    // revoked after the moment: was good at the moment
    assert_eq!(with(vec![issuing(before, after, &[(romashka, noon().plus(DAY / 2), reason)])]), Check::Yes);
    // a later list tells of the time before it
    assert_eq!(with(vec![issuing(after, after.plus(DAY), &[])]), Check::Yes);
    let later = issuing(after, after.plus(DAY), &[(romashka, before, reason)]);
    assert_eq!(with(vec![later]), Check::No { reason: Reason::Revoked });
}

#[test]
fn an_outdated_list_can_condemn_and_cannot_acquit() {
    let cast = Cast::new(51);
    let romashka = cast.romashka.signer.certificate();
    let (long_ago, before, after) = (noon().minus(9 * DAY), noon().minus(DAY), noon().plus(DAY));
    let root = || list(&cast.root.signer, before, after, &[]);
    let with = |revoked: &[_]| revocation(&cast, vec![root(), list(&cast.issuing.signer, long_ago, before, revoked)]);
    assert_eq!(with(&[]), Check::Unknown { reason: Reason::ListExpired });
    assert_eq!(with(&[(romashka, long_ago, RevocationReason::KeyCompromise)]), Check::No { reason: Reason::Revoked });
    // who was on hold may have come back
    let hold = (romashka, long_ago, RevocationReason::CertificateHold);
    assert_eq!(with(&[hold]), Check::Unknown { reason: Reason::ListExpired });
    let newer = list(&cast.issuing.signer, before, after, &[]);
    let older = list(&cast.issuing.signer, long_ago, after, &[hold]);
    assert_eq!(revocation(&cast, vec![root(), older, newer]), Check::Yes);
}

#[test]
fn a_list_of_somebody_else_is_no_list() {
    let cast = Cast::new(52);
    let romashka = cast.romashka.signer.certificate();
    let (before, after) = (noon().minus(DAY), noon().plus(DAY));
    let root = || list(&cast.root.signer, before, after, &[]);
    assert_eq!(revocation(&cast, vec![]), Check::Unknown { reason: Reason::NoList });
    assert_eq!(revocation(&cast, vec![root()]), Check::Unknown { reason: Reason::NoList });
    // of the right name, by another key
    let stranger = Cast::new(53);
    let forged = list(&stranger.issuing.signer, before, after, &[(romashka, before, RevocationReason::KeyCompromise)]);
    assert_eq!(forged.issuer(), cast.issuing.signer.certificate().subject());
    assert_eq!(revocation(&cast, vec![root(), forged]), Check::Unknown { reason: Reason::NoList });
    // a list by a key that may not sign lists: Ромашка signs one in her issuer's manner
    let own = list(&cast.romashka.signer, before, after, &[]);
    assert_eq!(revocation(&cast, vec![root(), own]), Check::Unknown { reason: Reason::NoList });
    // a flipped byte in the entries
    let good = list(
        &cast.issuing.signer,
        before,
        after,
        &[(cast.vasilek.signer.certificate(), before, RevocationReason::KeyCompromise)],
    );
    let mut der = good.to_der().to_vec();
    let serial = cast.vasilek.signer.certificate().serial().as_bytes().to_vec();
    let at = der.windows(serial.len()).position(|window| window == serial).unwrap();
    der[at + 3] ^= 1;
    let damaged = RevocationList::from_der(&der).unwrap();
    assert_eq!(revocation(&cast, vec![root(), damaged]), Check::Unknown { reason: Reason::ListSignature });
}

#[test]
fn a_list_that_ends_before_it_begins_is_not_made() {
    let cast = Cast::new(54);
    let draft = RevocationListDraft { number: 1, this_update: noon(), next_update: noon(), entries: vec![] };
    assert!(RevocationList::build(&draft, &cast.issuing.signer).is_err());
}

#[test]
#[expect(clippy::disallowed_methods, reason = "measures how long a large list takes")]
fn a_hundred_thousand_entries_are_quick() {
    let cast = Cast::new(55);
    let entries: Vec<(Serial, Revoked)> = (0..100_000)
        .map(|_| {
            let revoked = Revoked { at: noon().minus(DAY), reason: RevocationReason::Superseded };
            (Serial::from_chance(cast.chance.octets()), revoked)
        })
        .collect();
    let wanted: Vec<Serial> = entries.iter().step_by(10).map(|(serial, _)| serial.clone()).collect();
    let draft = RevocationListDraft { number: 7, this_update: noon(), next_update: noon().plus(DAY), entries };
    let start = std::time::Instant::now();
    let list = RevocationList::build(&draft, &cast.issuing.signer).unwrap();
    let built = start.elapsed();
    let start = std::time::Instant::now();
    let read = RevocationList::from_der(list.to_der()).unwrap();
    let parsed = start.elapsed();
    assert!(read.check_signature(cast.issuing.signer.certificate().public_key()).is_yes());
    let start = std::time::Instant::now();
    assert!(wanted.iter().all(|serial| read.is_revoked(serial).is_some()));
    let looked_up = start.elapsed();
    let start = std::time::Instant::now();
    assert!(read.check_signature(cast.issuing.signer.certificate().public_key()).is_yes());
    let remembered = start.elapsed();
    assert_eq!((read.len(), read.is_revoked(&Serial::from_hex("01").unwrap())), (100_000, None));
    eprintln!(
        "100 000 entries, {} bytes: built and read back in {built:?}, read in {parsed:?}, 10 000 look-ups {looked_up:?}, signature again {remembered:?}",
        list.to_der().len()
    );
    assert!(built.as_secs() < 5, "{built:?}");
}

/// A list of the issuing authority that names nobody, with one more extension.
fn crafted_list(cast: &Cast, more: &[u8]) -> RevocationList {
    use crate::attributes::tlv;
    use crate::crafted::oid_der;
    let algorithm = tlv(0x30, &[&oid_der(oid::SIGNATURE_256)]);
    let tbs = tlv(
        0x30,
        &[
            &[0x02, 0x01, 0x01],
            &algorithm,
            cast.issuing.signer.certificate().subject().to_der(),
            &tlv(0x17, &[b"261122000000Z"]),
            &tlv(0x17, &[b"261129000000Z"]),
            &tlv(0xa0, &[&tlv(0x30, &[more])]),
        ],
    );
    let signature = cast.issuing.signer.sign_digest(&gost::hash::streebog256(&tbs)).unwrap();
    let der = tlv(0x30, &[&tbs, &algorithm, &tlv(0x03, &[&[0], &signature])]);
    RevocationList::from_der(&der).unwrap()
}

#[test]
fn delta_and_indirect_lists_are_unknown_by_name() {
    use crate::crafted::extension;
    let cast = Cast::new(47);
    let judged = |more: &[u8]| {
        let mut anchors = cast.anchors();
        anchors.intermediates = vec![cast.issuing.signer.certificate().clone()];
        anchors.crls = vec![cast.list(&cast.root, &[]), crafted_list(&cast, more)];
        let certificate = cast.romashka.signer.certificate();
        pki::check_certificate(certificate, &anchors, noon(), pki::Revocation::Require).revocation
    };
    let unknown = |reason| Check::Unknown { reason };
    assert_eq!(judged(&extension(oid::EXT_CRL_NUMBER, false, &[0x02, 0x01, 0x05])), Check::Yes);
    assert_eq!(judged(&extension(oid::EXT_DELTA_CRL, true, &[0x02, 0x01, 0x04])), unknown(Reason::ListDelta));
    assert_eq!(
        judged(&extension(oid::EXT_ISSUING_POINT, true, &[0x30, 0x03, 0x84, 0x01, 0xff])),
        unknown(Reason::ListIndirect)
    );
    // some reasons only
    assert_eq!(
        judged(&extension(oid::EXT_ISSUING_POINT, true, &[0x30, 0x04, 0x83, 0x02, 0x06, 0x40])),
        unknown(Reason::ListKind)
    );
    assert_eq!(
        judged(&extension(pki::Oid::new("1.2.643.100.255.1").unwrap(), true, &[0x05, 0x00])),
        unknown(Reason::ListKind)
    );
}
