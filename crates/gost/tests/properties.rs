//! What must hold for every key, digest and hedge, tried on repeatable chance over every parameter set.
#![expect(clippy::unwrap_used, reason = "a refusal where none is due must stop the test")]
#![expect(clippy::indexing_slicing, reason = "places in buffers of known length")]

use gost::{KeyRefusal, ParamSet, PrivateKey, PublicKey, Signature, hash};

/// Keys tried on each set of 256 bits; a quarter of it on those of 512.
const KEYS: usize = 40;
/// How many times more with `SVITOK_PROVE=full`.
const PROOF_FACTOR: usize = 50;

fn chance(name: &str, length: usize) -> Vec<u8> {
    let mut octets = hash::streebog512(name.as_bytes()).to_vec();
    octets.truncate(length);
    octets
}

fn key(set: ParamSet, name: &str) -> PrivateKey {
    let mut draws = 0;
    PrivateKey::generate(set, &mut |out| {
        draws += 1;
        out.copy_from_slice(&chance(&format!("{name} {draws}"), out.len()));
    })
    .unwrap()
}

fn try_key(set: ParamSet, number: usize) {
    let size = set.size_bytes();
    let key = key(set, &format!("key {number}"));
    let public = PublicKey::from_octets(set, &key.public_key().to_octets()).unwrap();
    assert_eq!(public, key.public_key());
    assert_eq!(PrivateKey::from_le(set, &key.to_le()).unwrap().public_key(), public);
    let digest = chance(&format!("digest {number}"), size);
    let plain = key.sign_digest(&digest, &[]).unwrap();
    let hedged = key.sign_digest(&digest, &chance("hedge", number)).unwrap();
    for signature in [plain, hedged] {
        assert!(public.verify_digest(&digest, &signature));
        let octets = signature.as_octets();
        assert_eq!(Signature::from_octets(set, octets).unwrap(), signature);
        let bit = number * 37 % (16 * size);
        let mut changed = octets.to_vec();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(!public.verify_digest(&digest, &Signature::from_octets(set, &changed).unwrap()));
        let mut other = digest.clone();
        other[bit % size] ^= 1 << (bit % 8);
        assert!(!public.verify_digest(&other, &signature));
    }
    assert_eq!(plain, key.sign_digest(&digest, &[]).unwrap(), "no hedge, no change");
    assert_eq!(number == 0, plain == hedged, "a hedge changes the signature");
}

#[test]
fn signatures_verify_and_nothing_else_does() {
    let full = std::env::var("SVITOK_PROVE").is_ok_and(|size| size == "full");
    let keys_short = if full { KEYS * PROOF_FACTOR } else { KEYS };
    for set in ParamSet::ALL {
        let keys = if set.size_bytes() == 64 { keys_short / 4 } else { keys_short };
        (0..keys).for_each(|number| try_key(set, number));
    }
}

#[test]
fn another_key_or_another_curve_does_not_verify() {
    let digest = chance("digest", 32);
    let signature = key(ParamSet::XA, "one").sign_digest(&digest, &[]).unwrap();
    assert!(!key(ParamSet::XA, "two").public_key().verify_digest(&digest, &signature));
    assert!(!key(ParamSet::B, "one").public_key().verify_digest(&digest, &signature));
    let under_other_name = PublicKey::from_octets(ParamSet::A, &key(ParamSet::XA, "one").public_key().to_octets());
    assert!(under_other_name.unwrap().verify_digest(&digest, &signature), "A and XA are one curve");
}

/// The digest that is zero modulo q counts as one: zero itself, q, and one give the same verdicts.
#[test]
fn a_zero_digest_counts_as_one() {
    let set = ParamSet::XA;
    let key = key(set, "zero");
    let mut one = [0; 32];
    one[0] = 1;
    let order = hex::decode("93b861b7091b844500d15a997010616cffffffffffffffffffffffffffffffff").unwrap();
    let signature = key.sign_digest(&[0; 32], b"hedge").unwrap();
    for digest in [&[0; 32][..], &one, &order] {
        assert!(key.public_key().verify_digest(digest, &signature));
    }
    one[0] = 2;
    assert!(!key.public_key().verify_digest(&one, &signature));
}

#[test]
fn numbers_out_of_range_are_never_a_signature() {
    for set in ParamSet::ALL {
        let size = set.size_bytes();
        let public = key(set, "range").public_key();
        for (left, right) in [(0, 0), (0, 1), (1, 0), (0xff, 0xff), (0xff, 1), (1, 0xff)] {
            let octets = [vec![left; size], vec![right; size]].concat();
            assert!(!public.verify_digest(&vec![7; size], &Signature::from_octets(set, &octets).unwrap()));
        }
    }
}

/// `s + q` and `r + q` are the same numbers modulo `q`; where they fit the octets they are refused all the same, and so
/// are `q` itself and zero in either place.
#[test]
fn numbers_are_not_taken_modulo_the_order() {
    let all: serde_json::Value = serde_json::from_str(include_str!("vectors/curves.json")).unwrap();
    let mut fitted = 0;
    for case in all["curves"].as_array().unwrap() {
        let set = ParamSet::from_oid(case["oid"].as_str().unwrap()).unwrap();
        let size = set.size_bytes();
        let order = hex::decode(format!("{:0>1$}", case["q"].as_str().unwrap(), 2 * size)).unwrap();
        let key = key(set, "order");
        let digest = chance("digest", size);
        let good = key.sign_digest(&digest, &[]).unwrap().as_octets().to_vec();
        for half in [0..size, size..2 * size] {
            let mut refused = vec![vec![0; size], order.clone()];
            refused.extend(sum(&good[half.clone()], &order));
            fitted += refused.len() - 2;
            for number in refused {
                let mut octets = good.clone();
                octets[half.clone()].copy_from_slice(&number);
                let signature = Signature::from_octets(set, &octets).unwrap();
                assert!(!key.public_key().verify_digest(&digest, &signature), "{set:?} {number:x?}");
            }
        }
    }
    assert!(fitted >= 6, "orders of 254, 255, 510 and 511 bits leave room for the sum");
}

/// Big-endian sum, if it needs no more octets.
fn sum(left: &[u8], right: &[u8]) -> Option<Vec<u8>> {
    let mut carry = 0;
    let mut octets: Vec<u8> = left
        .iter()
        .zip(right)
        .rev()
        .map(|(left, right)| {
            carry = u16::from(*left) + u16::from(*right) + (carry >> 8);
            carry.to_le_bytes()[0]
        })
        .collect();
    octets.reverse();
    (carry >> 8 == 0).then_some(octets)
}

#[test]
fn points_outside_the_subgroup_are_refused() {
    let all: serde_json::Value = serde_json::from_str(include_str!("vectors/outside_subgroup.json")).unwrap();
    let cases = all["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 8);
    for case in cases {
        let set = ParamSet::from_oid(case["oid"].as_str().unwrap()).unwrap();
        let little = |name: &str| {
            let mut octets = hex::decode(case[name].as_str().unwrap()).unwrap();
            octets.reverse();
            octets
        };
        let octets = [little("x"), little("y")].concat();
        assert_eq!(PublicKey::from_octets(set, &octets).unwrap_err(), KeyRefusal::NotInSubgroup, "{case}");
    }
}

#[test]
fn a_broken_source_of_chance_is_refused() {
    for set in ParamSet::ALL {
        for octet in [0, 0xff] {
            let refusal = PrivateKey::generate(set, &mut |out| out.fill(octet)).unwrap_err();
            assert_eq!(refusal, KeyRefusal::ChanceBroken, "{set:?} {octet}");
        }
    }
}

#[test]
fn keys_are_not_shown() {
    let key = PrivateKey::from_le(ParamSet::XA, &[0x42; 32]).unwrap();
    assert_eq!(format!("{key:?}"), "PrivateKey(XA, ..)");
    assert_eq!(format!("{:?}", hash::HmacStreebog256::new(&[0x42; 32])), "Hmac(..)");
}

#[test]
fn names_and_identifiers() {
    for set in ParamSet::ALL {
        assert_eq!(ParamSet::from_oid(set.oid()), Some(set));
        assert_eq!(set.to_string(), set.oid());
    }
    for unknown in ["", "1.2.643.2.2.36", "1.2.643.2.2.36.2", "1.2.643.7.1.2.1.1.5", "1.2.643.7.1.2.1.1.0", "XA"] {
        assert_eq!(ParamSet::from_oid(unknown), None);
    }
    assert!(!ParamSet::A.is_same_curve(ParamSet::TcA));
}
