//! Published vectors over the public face. Their origin stands in each file of `tests/vectors/`.
#![expect(clippy::unwrap_used, reason = "a broken vector file must stop the test")]
#![expect(clippy::indexing_slicing, reason = "a missing field must stop the test")]
#![expect(clippy::panic, reason = "an unknown name must stop the test")]

use gost::hash::{Hmac, Streebog256, digest::Digest};
use gost::{KeyRefusal, ParamSet, PrivateKey, PublicKey, SignRefusal, Signature, hash};
use serde_json::Value;

fn table(json: &str, name: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(json).unwrap();
    all[name].as_array().unwrap().clone()
}

fn octets(case: &Value, name: &str) -> Vec<u8> {
    hex::decode(case[name].as_str().unwrap()).unwrap()
}

fn set_of(case: &Value) -> ParamSet {
    match case["curve"].as_str().unwrap() {
        "256-A" => ParamSet::TcA,
        "256-B" => ParamSet::TcB,
        "256-C" => ParamSet::TcC,
        "256-D" => ParamSet::TcD,
        "512-A" => ParamSet::Tc512A,
        "512-B" => ParamSet::Tc512B,
        "512-C" => ParamSet::Tc512C,
        other => panic!("unknown curve {other}"),
    }
}

/// The last `2 * size` octets of a SubjectPublicKeyInfo are the point.
fn key_of(case: &Value, set: ParamSet) -> PublicKey {
    let spki = octets(case, "spki_der");
    PublicKey::from_octets(set, &spki[spki.len() - 2 * set.size_bytes()..]).unwrap()
}

#[test]
fn streebog_digests() {
    let cases = table(include_str!("vectors/streebog.json"), "cases");
    assert_eq!(cases.len(), 14);
    for case in cases {
        let message = octets(&case, "message");
        assert_eq!(hash::streebog256(&message)[..], octets(&case, "streebog256"), "{}", case["name"]);
        assert_eq!(hash::streebog512(&message)[..], octets(&case, "streebog512"), "{}", case["name"]);
        let mut parts = Streebog256::new();
        message.chunks(7).for_each(|part| parts.update(part));
        assert_eq!(parts.finalize()[..], octets(&case, "streebog256"));
    }
}

#[test]
fn hmac_codes() {
    let cases = table(include_str!("vectors/hmac_pbkdf2.json"), "hmac");
    assert_eq!(cases.len(), 2);
    for case in cases {
        let (key, data) = (octets(&case, "key"), octets(&case, "data"));
        let code = match case["alg"].as_str().unwrap() {
            "HMAC_GOSTR3411_2012_256" => hash::hmac_streebog256(&key, &data).to_vec(),
            "HMAC_GOSTR3411_2012_512" => hash::hmac_streebog512(&key, &data).to_vec(),
            other => panic!("unknown code {other}"),
        };
        assert_eq!(code, octets(&case, "mac"));
    }
}

/// PBKDF2 written out: its vectors exercise HMAC with short and long messages.
#[test]
fn hmac_inside_pbkdf2() {
    for case in table(include_str!("vectors/hmac_pbkdf2.json"), "pbkdf2") {
        let (password, salt, expected) = (octets(&case, "password"), octets(&case, "salt"), octets(&case, "dk"));
        let mut derived = Vec::new();
        for block in 1u32..=u32::try_from(expected.len().div_ceil(64)).unwrap() {
            let mut link = hash::hmac_streebog512(&password, &[&salt[..], &block.to_be_bytes()].concat());
            let mut sum = link;
            for _ in 1..case["iterations"].as_u64().unwrap() {
                link = hash::hmac_streebog512(&password, &link);
                sum.iter_mut().zip(link).for_each(|(sum, octet)| *sum ^= octet);
            }
            derived.extend(sum);
        }
        derived.truncate(expected.len());
        assert_eq!(derived, expected);
    }
}

#[test]
fn hmac_hashes_a_long_key_first() {
    let key = [5u8; 65];
    assert_eq!(hash::hmac_streebog256(&key, b"x"), hash::hmac_streebog256(&hash::streebog256(&key), b"x"));
    let mut parts = Hmac::<Streebog256>::new(&key);
    parts.update(b"");
    parts.update(b"x");
    assert_eq!(parts.finish::<32>(), hash::hmac_streebog256(&key, b"x"));
    assert_ne!(hash::hmac_streebog256(&[5; 64], b"x"), hash::hmac_streebog256(&[5; 63], b"x"));
}

#[test]
fn known_signatures_verify_and_changed_ones_do_not() {
    for case in table(include_str!("vectors/signature_kat.json"), "cases") {
        let set = set_of(&case);
        let size = set.size_bytes();
        let private = PrivateKey::from_be(set, &octets(&case, "d")).unwrap();
        let key = key_of(&case, set);
        assert_eq!(private.public_key(), key);
        let digest = octets(&case, "digest");
        let good = octets(&case, "signature_s_r");
        assert!(key.verify_digest(&digest, &Signature::from_octets(set, &good).unwrap()), "{case}");
        for place in [0, size - 1, size, 2 * size - 1] {
            let mut bad = good.clone();
            bad[place] ^= 0x10;
            assert!(!key.verify_digest(&digest, &Signature::from_octets(set, &bad).unwrap()));
        }
        let mut other = digest.clone();
        other[size / 2] ^= 1;
        assert!(!key.verify_digest(&other, &Signature::from_octets(set, &good).unwrap()));
        assert!(!key.verify_digest(&digest[1..], &Signature::from_octets(set, &good).unwrap()));
    }
}

#[test]
fn refused_signatures() {
    let cases = table(include_str!("vectors/signature_negative.json"), "cases");
    assert_eq!(cases.len(), 6);
    for case in cases {
        let set = set_of(&case);
        let signature = Signature::from_octets(set, &octets(&case, "signature_s_r")).unwrap();
        let accepted = key_of(&case, set).verify_digest(&octets(&case, "digest"), &signature);
        assert_eq!(accepted, case["must_accept"].as_bool().unwrap(), "{}", case["name"]);
    }
}

#[test]
fn refused_private_keys() {
    for case in table(include_str!("vectors/curves.json"), "curves") {
        let set = ParamSet::from_oid(case["oid"].as_str().unwrap()).unwrap();
        let size = set.size_bytes();
        let refusal = |octets: &[u8]| PrivateKey::from_be(set, octets).unwrap_err();
        let q = octets(&case, "q");
        assert_eq!(refusal(&q), KeyRefusal::NotBelowOrder);
        assert_eq!(refusal(&vec![0xff; size]), KeyRefusal::NotBelowOrder);
        assert_eq!(refusal(&vec![0; size]), KeyRefusal::Zero);
        assert_eq!(refusal(&q[1..]), KeyRefusal::Length { expected: size, given: size - 1 });
        assert_eq!(refusal(&[]), KeyRefusal::Length { expected: size, given: 0 });
        let mut largest = q;
        *largest.last_mut().unwrap() -= 1;
        let key = PrivateKey::from_be(set, &largest).unwrap();
        let mut little = largest;
        little.reverse();
        assert_eq!(key.to_le()[..], little[..]);
        assert_eq!(PrivateKey::from_le(set, &little).unwrap().public_key(), key.public_key());
    }
}

#[test]
fn refused_public_keys() {
    for case in table(include_str!("vectors/curves.json"), "curves") {
        let set = ParamSet::from_oid(case["oid"].as_str().unwrap()).unwrap();
        let size = set.size_bytes();
        let reversed = |name| octets(&case, name).into_iter().rev().collect::<Vec<u8>>();
        let refusal = |x: &[u8], y: &[u8]| PublicKey::from_octets(set, &[x, y].concat()).unwrap_err();
        let (x, y, p) = (reversed("gx"), reversed("gy"), reversed("p"));
        assert!(PublicKey::from_octets(set, &[&x[..], &y].concat()).is_ok());
        assert_eq!(refusal(&p, &y), KeyRefusal::NotBelowPrime);
        assert_eq!(refusal(&x, &vec![0xff; size]), KeyRefusal::NotBelowPrime);
        assert_eq!(refusal(&y, &x), KeyRefusal::NotOnCurve);
        let mut bent = y.clone();
        bent[0] ^= 1;
        assert_eq!(refusal(&x, &bent), KeyRefusal::NotOnCurve);
        assert_eq!(refusal(&x, &y[1..]), KeyRefusal::Length { expected: 2 * size, given: 2 * size - 1 });
    }
}

#[test]
fn other_lengths_are_refused() {
    let key = PrivateKey::from_le(ParamSet::XA, &[1; 32]).unwrap();
    assert_eq!(key.sign_digest(&[0; 64], &[]).unwrap_err(), SignRefusal::DigestLength { expected: 32, given: 64 });
    assert_eq!(
        Signature::from_octets(ParamSet::XA, &[0; 128]).unwrap_err(),
        SignRefusal::SignatureLength { expected: 64, given: 128 }
    );
    let long = Signature::from_octets(ParamSet::Tc512A, &[1; 128]).unwrap();
    assert!(!key.public_key().verify_digest(&[0; 32], &long));
}
