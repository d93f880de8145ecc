//! OpenSSL with gost-engine as the peer: what it signs verifies here, what is signed here verifies there, what is
//! changed is refused by both. Keys and digests are repeatable chance, so a failure can be run again.
#![expect(clippy::unwrap_used, reason = "a peer that does not work must stop the test")]
#![expect(clippy::indexing_slicing, reason = "places in buffers of known length")]

mod pkcs8;

use gost::key_agreement::{keg, vko_256, vko_512, vko_2001};
use gost::{ParamSet, PrivateKey, PublicKey, Signature, hash};
use pkcs8::{algorithm, der, der_oid, private_der};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Keys tried on the set Svitok signs with; each costs four starts of the peer, tens of milliseconds together.
const KEYS_XA: usize = 50;
/// Keys tried on each other set.
const KEYS_OTHER: usize = 2;
/// How many times more with `SVITOK_PROVE=full`.
const PROOF_FACTOR: usize = 20;
/// Threads that start the peer.
const THREADS: usize = 4;

/// Octets that look random and are always the same for one name.
fn chance(name: &str, length: usize) -> Vec<u8> {
    let mut octets = hash::streebog512(name.as_bytes()).to_vec();
    octets.truncate(length);
    octets
}

fn public_der(key: &PublicKey) -> Vec<u8> {
    let point = der(0x04, &key.to_octets());
    der(0x30, &[algorithm(key.set()), der(0x03, &[&[0][..], &point].concat())].concat())
}

fn openssl(folder: &Path, arguments: &str) -> Output {
    let answer = Command::new("openssl").args(arguments.split(' ')).current_dir(folder).output();
    assert!(answer.is_ok(), "no openssl here; install it with: apt-get install openssl libengine-gost-openssl");
    answer.unwrap()
}

fn proof_factor() -> usize {
    if std::env::var("SVITOK_PROVE").is_ok_and(|size| size == "full") { PROOF_FACTOR } else { 1 }
}

fn require_engine() {
    let answer = openssl(Path::new("."), "engine gost");
    assert!(
        answer.status.success(),
        "openssl has no GOST engine; install it with: apt-get install openssl libengine-gost-openssl"
    );
}

fn engine_accepts(folder: &Path) -> bool {
    let verify = "pkeyutl -engine gost -verify -pubin -keyform DER -inkey public -in digest -sigfile signature";
    openssl(folder, verify).status.success()
}

fn try_key(set: ParamSet, number: usize) {
    let name = format!("{set:?} {number}");
    let size = set.size_bytes();
    let mut draws = 0;
    let key = PrivateKey::generate(set, &mut |out| {
        draws += 1;
        out.copy_from_slice(&chance(&format!("key {name} {draws}"), size));
    })
    .unwrap();
    let public = key.public_key();
    let digest = chance(&format!("digest {name}"), size);
    let folder = tempfile::tempdir().unwrap();
    let write = |file: &str, octets: &[u8]| fs::write(folder.path().join(file), octets).unwrap();
    write("private", &private_der(&key));
    write("public", &public_der(&public));
    write("digest", &digest);

    let derived = openssl(folder.path(), "pkey -engine gost -inform DER -in private -pubout -outform DER");
    assert!(derived.stdout.ends_with(&public.to_octets()), "{name}: the public keys differ");

    let ours = key.sign_digest(&digest, name.as_bytes()).unwrap();
    write("signature", ours.as_octets());
    assert!(engine_accepts(folder.path()), "{name}: our signature is refused");
    let mut changed = ours.as_octets().to_vec();
    changed[size + 3] ^= 1;
    write("signature", &changed);
    assert!(!engine_accepts(folder.path()), "{name}: a changed signature is accepted");

    let theirs = openssl(folder.path(), "pkeyutl -engine gost -sign -keyform DER -inkey private -in digest");
    let signature = Signature::from_octets(set, &theirs.stdout).unwrap();
    assert!(public.verify_digest(&digest, &signature), "{name}: its signature is refused");
    let mut other = digest;
    other[0] ^= 0x80;
    assert!(!public.verify_digest(&other, &signature), "{name}: its signature fits another digest");
}

#[test]
fn fifty_keys_of_the_signing_set() {
    require_engine();
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            scope.spawn(move || {
                (thread..KEYS_XA * proof_factor()).step_by(THREADS).for_each(|number| try_key(ParamSet::XA, number))
            });
        }
    });
}

#[test]
fn keys_of_every_other_set() {
    require_engine();
    for set in ParamSet::ALL.into_iter().filter(|set| *set != ParamSet::XA) {
        (0..KEYS_OTHER * proof_factor()).for_each(|number| try_key(set, number));
    }
}

/// The largest key of a set: cofactor times it, or times an UKM, is more than a number of the set holds.
fn largest_key(set: ParamSet) -> PrivateKey {
    let curves: serde_json::Value = serde_json::from_str(include_str!("vectors/curves.json")).unwrap();
    let known = curves["curves"].as_array().unwrap().iter();
    let mut curve =
        known.filter(|curve| ParamSet::from_oid(curve["oid"].as_str().unwrap()).unwrap().is_same_curve(set));
    let mut octets = hex::decode(curve.next().unwrap()["q"].as_str().unwrap()).unwrap();
    *octets.last_mut().unwrap() -= 1;
    PrivateKey::from_be(set, &octets).unwrap()
}

/// Keys agreed on with the peer holding `peer`.
fn try_agreement(own: &PrivateKey, peer: &PrivateKey, name: &str) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("private"), private_der(peer)).unwrap();
    fs::write(folder.path().join("public"), public_der(&own.public_key())).unwrap();
    let theirs = |options: &str| {
        let inputs = "-keyform DER -inkey private -peerform DER -peerkey public";
        openssl(folder.path(), &format!("pkeyutl -engine gost -derive {inputs} {options}")).stdout
    };
    let ukm = chance(name, 8);
    let digits = hex::encode(&ukm);
    let ours = vko_256(own, &peer.public_key(), &ukm).unwrap();
    assert_eq!(hex::encode(&ours[..]), hex::encode(theirs(&format!("-pkeyopt vko:256 -pkeyopt ukmhex:{digits}"))));
    if own.set().size_bytes() == 64 {
        let ours = vko_512(own, &peer.public_key(), &ukm).unwrap();
        assert_eq!(hex::encode(&ours[..]), hex::encode(theirs(&format!("-pkeyopt vko:512 -pkeyopt ukmhex:{digits}"))));
    }
    let input = chance(&format!("keg {name}"), 32);
    let ours = keg(own, &peer.public_key(), &input).unwrap();
    let theirs = theirs(&format!("-pkeyopt ukmhex:{}", hex::encode(&input)));
    assert_eq!(hex::encode(&ours[..]), hex::encode(theirs), "{name}");
}

#[test]
fn keys_agreed_on_with_the_engine() {
    require_engine();
    for set in ParamSet::ALL {
        let key = |name: &str| {
            PrivateKey::generate(set, &mut |out| {
                out.copy_from_slice(&chance(&format!("{set} {name}"), 64)[..out.len()])
            })
        };
        // A name without a usable number draws the same one again and again; the next name has another.
        let mut keys = (0..64).filter_map(|name: u8| key(&format!("agreement {name}")).ok());
        let (own, peer, largest) = (keys.next().unwrap(), keys.next().unwrap(), largest_key(set));
        try_agreement(&own, &peer, &format!("{set:?} ordinary"));
        try_agreement(&largest, &peer, &format!("{set:?} largest here"));
        try_agreement(&own, &largest, &format!("{set:?} largest there"));
        try_agreement(&largest, &largest, &format!("{set:?} largest on both sides"));
    }
}

/// The algorithm of a key of the older standard: set, then GOST R 34.11-94 with its usual parameters.
fn algorithm_2001(set: ParamSet) -> Vec<u8> {
    let parameters = [der_oid(set.oid()), der_oid("1.2.643.2.2.30.1")].concat();
    der(0x30, &[der_oid("1.2.643.2.2.19"), der(0x30, &parameters)].concat())
}

#[test]
fn keys_of_the_older_standard_agreed_on_with_the_engine() {
    require_engine();
    for set in [ParamSet::A, ParamSet::B, ParamSet::C, ParamSet::XA, ParamSet::XB] {
        for (own, peer) in [(PrivateKey::from_le(set, &[7; 32]).unwrap(), largest_key(set)), {
            (largest_key(set), PrivateKey::from_le(set, &[9; 32]).unwrap())
        }] {
            let folder = tempfile::tempdir().unwrap();
            let private = [der(0x02, &[0]), algorithm_2001(set), der(0x04, &peer.to_le())].concat();
            let point = der(0x04, &own.public_key().to_octets());
            let public = [algorithm_2001(set), der(0x03, &[&[0][..], &point].concat())].concat();
            fs::write(folder.path().join("private"), der(0x30, &private)).unwrap();
            fs::write(folder.path().join("public"), der(0x30, &public)).unwrap();
            let inputs = "-keyform DER -inkey private -peerform DER -peerkey public";
            let options = format!("-pkeyopt ukmhex:{}", hex::encode(b"8 octets"));
            let theirs = openssl(folder.path(), &format!("pkeyutl -engine gost -derive {inputs} {options}")).stdout;
            let ours = vko_2001(&own, &peer.public_key(), b"8 octets").unwrap();
            assert_eq!(hex::encode(&ours[..]), hex::encode(theirs), "{set:?}");
        }
    }
}
