//! Messages and keys made to deceive: encodings that differ, attributes said twice, keys off their curves, signatures of zero.

use crate::attributes::tlv;
use crate::cast::{Cast, noon};
use crate::crafted::{Crafted, authority, craft, extension, named, oid_der, signer};
use gost::{ParamSet, PrivateKey};
use kernel::Chance;
use pki::{
    Anchors, Certificate, Check, Enclosure, KeyKind, PkiRefusal, PublicKeyInfo, Reason, Revocation, SignForm,
    SignedMessage, Signer, check_certificate, oid, sign_by_all, verify_attached, verify_detached,
};

const CONTENT: &[u8] = b"content";

fn no(reason: Reason) -> Check {
    Check::No { reason }
}

/// The definite lengths of the outermost values turned into indefinite ones.
fn as_ber(der: &[u8], depth: usize) -> Vec<u8> {
    let (tag, first) = (der[0], der[1]);
    let head = if first < 0x80 { 2 } else { 2 + usize::from(first & 0x7f) };
    let body = &der[head..];
    if depth == 0 || tag & 0x20 == 0 {
        return der.to_vec();
    }
    let mut out = vec![tag, 0x80];
    let mut rest = body;
    while !rest.is_empty() {
        let first = rest[1];
        let (head, length) = match first {
            0..=0x7f => (2, usize::from(first)),
            _ => {
                let count = usize::from(first & 0x7f);
                (2 + count, rest[2..2 + count].iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
            }
        };
        out.extend(as_ber(&rest[..head + length], depth - 1));
        rest = &rest[head + length..];
    }
    out.extend([0, 0]);
    out
}

#[test]
fn ber_is_read_for_messages_and_for_nothing_else() {
    let cast = Cast::new(130);
    let form = SignForm::CadesBes { at: noon() };
    for enclosure in [Enclosure::Detached, Enclosure::Attached] {
        let der = sign_by_all(CONTENT, &[&cast.romashka.signer, &cast.vasilek.signer], form, enclosure).unwrap();
        for depth in 1..4 {
            let ber = as_ber(&der, depth);
            let report = verify_detached(CONTENT, &ber, &cast.anchors(), noon(), Revocation::NotAsked).unwrap();
            assert_eq!(report.outcome(), Check::Yes, "{enclosure:?} {depth}");
            for tail in [&[0][..], &[0, 0], &[0x30, 0]] {
                let refused = SignedMessage::parse(&[&ber, tail].concat()).unwrap_err();
                assert!(matches!(refused, PkiRefusal::TrailingBytes(_)), "{refused:?}");
            }
        }
        for tail in [&[0][..], &[0, 0], &[0x30, 0], &der] {
            let refused = SignedMessage::parse(&[&der, tail].concat()).unwrap_err();
            assert!(matches!(refused, PkiRefusal::TrailingBytes(_)), "{refused:?}");
        }
        // a length longer than it need be is no DER, and begins no BER of indefinite length
        let long = [&[0x30, 0x83, 0x00], &der[2..]].concat();
        assert!(SignedMessage::parse(&long).is_err());
    }
    let certificate = cast.romashka.signer.certificate().to_der();
    assert!(Certificate::from_der(&as_ber(certificate, 1)).is_err());
    assert!(pki::RevocationList::from_der(&as_ber(cast.list(&cast.issuing, &[]).to_der(), 1)).is_err());
    assert!(PublicKeyInfo::from_der(&as_ber(cast.romashka.signer.certificate().public_key().to_der(), 1)).is_err());
}

#[test]
fn the_enclosed_content_is_the_one_that_was_given() {
    let cast = Cast::new(131);
    let der =
        sign_by_all(CONTENT, &[&cast.romashka.signer], SignForm::CadesBes { at: noon() }, Enclosure::Attached).unwrap();
    let report = verify_detached(b"other", &der, &cast.anchors(), noon(), Revocation::NotAsked).unwrap();
    assert!(report.outcome().is_no());
    let named: Vec<&str> =
        report.signers[0].checks.leaves().iter().filter(|leaf| leaf.check.is_no()).map(|leaf| leaf.name).collect();
    assert_eq!(named, ["content.enclosed", "content.digest"]);
    let demands = pki::Demands { revocation: Revocation::NotAsked, ..pki::Demands::new(noon()) };
    assert_eq!(verify_attached(&der, &cast.anchors(), &demands).unwrap().outcome(), Check::Yes);
}

/// SubjectPublicKeyInfo of these octets on a set.
fn key_of(set: ParamSet, octets: &[u8]) -> PublicKeyInfo {
    let good = PrivateKey::from_le(set, &vec![3; set.size_bytes()]).unwrap().public_key();
    let der = PublicKeyInfo::of(&good).to_der().to_vec();
    let old = good.to_octets();
    let at = der.windows(old.len()).position(|window| window == old).unwrap();
    let mut der = der;
    der.splice(at..at + old.len(), octets.iter().copied());
    PublicKeyInfo::from_der(&der).unwrap()
}

#[test]
fn keys_off_their_curves_and_of_small_order_are_refused() {
    for set in ParamSet::ALL {
        let size = set.size_bytes();
        let good = PrivateKey::from_le(set, &vec![3; size]).unwrap().public_key().to_octets();
        assert!(key_of(set, &good).gost_key().is_ok());
        let point = |x: u8, y: u8| {
            let mut octets = vec![0; 2 * size];
            (octets[0], octets[size]) = (x, y);
            octets
        };
        let mut bad = vec![point(0, 0), vec![0xff; 2 * size], point(1, 0), point(1, 1)];
        for at in [0, size - 1, size, 2 * size - 1] {
            let mut flipped = good.clone();
            flipped[at] ^= 1;
            bad.push(flipped);
        }
        for octets in bad {
            let key = key_of(set, &octets);
            assert_eq!(key.kind(), KeyKind::Gost(set));
            assert_eq!(key.gost_key().unwrap_err(), PkiRefusal::BadKey, "{set} {octets:02x?}");
        }
    }
}

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len() / 2).map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap()).collect()
}

/// A certificate of this very key, signed by `issuer`.
fn with_key(chance: &Chance, issuer: &Crafted, set: ParamSet, octets: &[u8]) -> Certificate {
    let stands_in = PrivateKey::from_le(set, &vec![3; set.size_bytes()]).unwrap();
    let old = stands_in.public_key().to_octets();
    let copy = PrivateKey::from_le(set, &stands_in.to_le()).unwrap();
    let made = craft(chance, &named("Ромашка"), stands_in, Some(issuer), &signer()).certificate;
    let mut tbs = made.to_be_signed().to_vec();
    let at = tbs.windows(old.len()).position(|window| window == old).unwrap();
    tbs.splice(at..at + old.len(), octets.iter().copied());
    let signature = issuer.key.sign_digest(&gost::hash::streebog256(&tbs), &[3; 32]).unwrap();
    let algorithm = tlv(0x30, &[&oid_der(oid::SIGNATURE_256)]);
    assert_eq!(copy.set(), set);
    Certificate::from_der(&tlv(0x30, &[&tbs, &algorithm, &tlv(0x03, &[&[0], signature.as_octets()])])).unwrap()
}

/// Points of order 2 and 4 of the two curves with cofactor 4, x and y little-endian. In Edwards form they are (0, −1) and (±1, 0), in
/// the form of keys (t, 0) and (s + t, ±s) with s = (e − d)/4 and t = (e + d)/6 (R 1323565.1.024-2019).
#[test]
fn a_key_of_small_order_signs_nothing() {
    let chance = Chance::from_seed([7; 32]);
    let root = crate::crafted::fresh(&chance, "Корень", None, &authority());
    let anchors = Anchors { roots: vec![root.certificate.clone()], ..Anchors::default() };
    let table = [
        (
            ParamSet::TcA,
            [
                ("aa4aa1e7dc7530a67ec42a195cfe448758d978d4444b978e15ff95f573fe0001", ""),
                (
                    "77592f8c11c5e7acc09d6af3d1805dbc5393c3955d5ab43875003505c6807f7f",
                    "cd0e8ea4344fb70642d93fda75821835fbb94ac1180f1daa5f019f0f52827e7e",
                ),
                (
                    "77592f8c11c5e7acc09d6af3d1805dbc5393c3955d5ab43875003505c6807f7f",
                    "caee715bcbb048f9bd26c0258a7de7ca0446b53ee7f0e255a0fe60f0ad7d8181",
                ),
            ],
        ),
        (
            ParamSet::Tc512C,
            [
                (
                    "7112fddd49b2b2211e5b5c1f4bcd9a6d1a0945510bcd25d61d013ab8014573c6440bb802bb1a5cfa5108edae38b28a9cb7ff39258aa29bd8efec9455978f629a",
                    "",
                ),
                (
                    "8f740111dba626ef70d251705a9932c9727b5d577a19ed1471ffe2237f5dc69c5dfaa37ea2f2d102d77b89a8e3a6ba31240063edba2eb2138889355534b8ceb2",
                    "1e62043391f473cd5277f5500fcc975b587218066f4cc73e53fea86b7d1853d618efeb7be7d7750885739cf9aaf42f956c0029c8308c163b989ca0ff9c286c18",
                ),
                (
                    "8f740111dba626ef70d251705a9932c9727b5d577a19ed1471ffe2237f5dc69c5dfaa37ea2f2d102d77b89a8e3a6ba31240063edba2eb2138889355534b8ceb2",
                    "a99bfbcc6e0b8c32ad880aaff03368a4a78de7f990b338c1ac01579482e7ac29e710148418288af77a8c6306550bd06a93ffd637cf73e9c467635f0063d793e7",
                ),
            ],
        ),
    ];
    for (set, points) in table {
        for (x, y) in points {
            let mut octets = unhex(x);
            octets.extend(unhex(y));
            octets.resize(2 * set.size_bytes(), 0);
            assert_eq!(key_of(set, &octets).gost_key().unwrap_err(), PkiRefusal::BadKey, "{set} {x}");
            // the certificate is its issuer's, and its key is no key: nothing it signs is good
            let leaf = with_key(&chance, &root, set, &octets);
            assert_eq!(check_certificate(&leaf, &anchors, noon(), Revocation::NotAsked).chain, Check::Yes);
            assert_eq!(leaf.public_key().gost_key().unwrap_err(), PkiRefusal::BadKey);
            let zero = vec![0; 2 * set.size_bytes()];
            let message = bare_message(&leaf, set, &zero);
            let report = verify_detached(CONTENT, &message, &anchors, noon(), Revocation::NotAsked).unwrap();
            assert_eq!(report.signers[0].integrity, no(Reason::BadKey));
        }
    }
}

/// A message without attributes whose signature is these octets.
fn bare_message(certificate: &Certificate, set: ParamSet, signature: &[u8]) -> Vec<u8> {
    let (key, digest) =
        if set.size_bytes() == 64 { (oid::KEY_512, oid::DIGEST_512) } else { (oid::KEY_256, oid::DIGEST_256) };
    let identifier = |oid| tlv(0x30, &[&oid_der(oid)]);
    let serial = tlv(0x02, &[certificate.serial().as_bytes()]);
    let signer = tlv(
        0x30,
        &[
            &[0x02, 0x01, 0x01],
            &tlv(0x30, &[certificate.issuer().to_der(), &serial]),
            &identifier(digest),
            &identifier(key),
            &tlv(0x04, &[signature]),
        ],
    );
    let data = tlv(
        0x30,
        &[
            &[0x02, 0x01, 0x01],
            &tlv(0x31, &[&identifier(digest)]),
            &tlv(0x30, &[&oid_der(oid::CMS_DATA)]),
            &tlv(0xa0, &[certificate.to_der()]),
            &tlv(0x31, &[&signer]),
        ],
    );
    tlv(0x30, &[&oid_der(oid::CMS_SIGNED_DATA), &tlv(0xa0, &[&data])])
}

/// Order of the subgroup of CryptoPro-A.
const Q: &str = "ffffffffffffffffffffffffffffffff6c611070995ad10045841b09b761b893";

#[test]
fn numbers_of_a_signature_lie_between_zero_and_the_order() {
    let cast = Cast::new(132);
    let certificate = cast.romashka.signer.certificate();
    let good = cast.romashka.signer.sign_digest(&gost::hash::streebog256(CONTENT)).unwrap();
    let (s, r) = good.split_at(32);
    let judge = |s: &[u8], r: &[u8]| {
        let message = bare_message(certificate, ParamSet::XA, &[s, r].concat());
        verify_detached(CONTENT, &message, &cast.anchors(), noon(), Revocation::NotAsked)
            .map(|report| report.signers[0].integrity)
    };
    let (zero, order) = ([0; 32], unhex(Q));
    let plus_order = |number: &[u8]| {
        let mut sum = vec![0; 32];
        let mut carry = 0_u16;
        for at in (0..32).rev() {
            carry += u16::from(number[at]) + u16::from(order[at]);
            sum[at] = u8::try_from(carry & 0xff).unwrap();
            carry >>= 8;
        }
        (carry == 0).then_some(sum)
    };
    assert_eq!(judge(s, r), Ok(Check::Yes));
    for (s, r) in [
        (&zero[..], r),
        (s, &zero),
        (&order, r),
        (s, &order),
        (&zero, &zero),
        (&order, &order),
        (r, s),
        (&[0xff; 32], r),
    ] {
        assert_eq!(judge(s, r), Ok(no(Reason::SignatureDiffers)));
    }
    // the same number written otherwise is another signature
    assert!(plus_order(s).is_none_or(|other| judge(&other, r) == Ok(no(Reason::SignatureDiffers))));
    assert!(plus_order(r).is_none_or(|other| judge(s, &other) == Ok(no(Reason::SignatureDiffers))));
    for length in [0, 31, 33] {
        assert_eq!(judge(&vec![1; length], r), Ok(no(Reason::SignatureDiffers)));
    }
}

/// A digest that is zero modulo the order is signed as one (GOST R 34.10-2012 §6.1 step 2): no other digest of the content is near.
#[test]
fn a_digest_of_zero_is_signed_as_one() {
    let cast = Cast::new(133);
    let certificate = cast.romashka.signer.certificate();
    let digest_of = |low: u8| {
        let mut digest = [0_u8; 32];
        digest[0] = low;
        digest
    };
    let order: Vec<u8> = unhex(Q).into_iter().rev().collect();
    let signature = cast.romashka.signer.sign_digest(&digest_of(0)).unwrap();
    let message = bare_message(certificate, ParamSet::XA, &signature);
    let judge = |digest: &[u8; 32]| {
        let content = pki::Content::streebog256(digest);
        verify_detached(content, &message, &cast.anchors(), noon(), Revocation::NotAsked).unwrap().signers[0].integrity
    };
    let order: [u8; 32] = order.try_into().unwrap();
    for same in [digest_of(0), digest_of(1), order] {
        assert_eq!(judge(&same), Check::Yes);
    }
    assert_eq!(judge(&digest_of(2)), no(Reason::SignatureDiffers));
    // with attributes the digest of the content is compared itself
    let der = pki::sign_detached(
        pki::Content::streebog256(&digest_of(0)),
        &cast.romashka.signer,
        SignForm::CadesBes { at: noon() },
    )
    .unwrap();
    let judge = |digest: &[u8; 32]| {
        let content = pki::Content::streebog256(digest);
        verify_detached(content, &der, &cast.anchors(), noon(), Revocation::NotAsked).unwrap().signers[0].integrity
    };
    assert_eq!((judge(&digest_of(0)), judge(&digest_of(1))), (Check::Yes, no(Reason::DigestDiffers)));
}

#[test]
fn extensions_said_twice_or_unreadable_refuse_the_certificate() {
    let chance = Chance::from_seed([8; 32]);
    let root = crate::crafted::fresh(&chance, "Корень", None, &authority());
    let leaf = craft(&chance, &named("Ромашка"), crate::cast::key(&chance, ParamSet::XA), Some(&root), &signer());
    let with_list = |extensions: &[Vec<u8>]| {
        let tbs = leaf.certificate.to_be_signed();
        let old = tlv(0xa3, &[&tlv(0x30, &[&signer().concat()])]);
        let at = tbs.windows(old.len()).position(|window| window == old).unwrap();
        let head = tbs.windows(5).position(|window| window == [0xa0, 0x03, 0x02, 0x01, 0x02]).unwrap();
        let tbs = tlv(0x30, &[&tbs[head..at], &tlv(0xa3, &[&tlv(0x30, &[&extensions.concat()])])]);
        let signature = root.key.sign_digest(&gost::hash::streebog256(&tbs), &[3; 32]).unwrap();
        let algorithm = tlv(0x30, &[&oid_der(oid::SIGNATURE_256)]);
        Certificate::from_der(&tlv(0x30, &[&tbs, &algorithm, &tlv(0x03, &[&[0], signature.as_octets()])]))
    };
    assert_eq!(with_list(&signer()).unwrap(), leaf.certificate);
    assert!(with_list(&[signer(), signer()].concat()).is_err());
    for (oid, value) in [
        (oid::EXT_NAME_CONSTRAINTS, &[0x30, 0x02, 0xa2, 0x00][..]),
        (oid::EXT_NAME_CONSTRAINTS, &[0x30, 0x04, 0xa0, 0x02, 0x30, 0x00]),
        (oid::EXT_NAME_CONSTRAINTS, &[0x05, 0x00]),
        (oid::EXT_POLICY_MAPPINGS, &[0x30, 0x02, 0x30, 0x00]),
        (oid::EXT_POLICY_CONSTRAINTS, &[0x30, 0x03, 0x80, 0x01, 0xff]),
        (oid::EXT_POLICY_CONSTRAINTS, &[0x30, 0x04, 0x80, 0x02, 0x00, 0x01]),
        (oid::EXT_INHIBIT_ANY_POLICY, &[0x02, 0x01, 0xff]),
        (oid::EXT_POLICIES, &[0x30, 0x02, 0x30, 0x00]),
        (oid::EXT_BASIC_CONSTRAINTS, &[0x30, 0x03, 0x01, 0x01, 0x02]),
    ] {
        assert!(with_list(&[extension(oid, false, value)]).is_err(), "{oid} {value:02x?}");
    }
    // a qualifier that nobody knows, in policies that must be understood
    let strange = tlv(
        0x30,
        &[&tlv(
            0x30,
            &[&oid_der(oid::POLICY_ANY), &tlv(0x30, &[&tlv(0x30, &[&oid_der(oid::COMMON_NAME), &[0x05, 0x00]])])],
        )],
    );
    for (critical, expected) in [(false, Check::Yes), (true, no(Reason::CriticalExtension))] {
        let leaf = with_list(&[signer(), vec![extension(oid::EXT_POLICIES, critical, &strange)]].concat()).unwrap();
        let anchors = Anchors { roots: vec![root.certificate.clone()], ..Anchors::default() };
        assert_eq!(check_certificate(&leaf, &anchors, noon(), Revocation::NotAsked).chain, expected);
    }
}
