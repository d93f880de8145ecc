//! How many instructions a signature takes does not depend on the key, the digest or the nonce: counted by callgrind, which
//! runs this very program once more for each key.
#![expect(clippy::unwrap_used, reason = "a counter that does not work must stop the test")]

use gost::{ParamSet, PrivateKey, Signature, hash};
use std::process::Command;

/// Keys of each curve; each costs a start of the counter, about a second.
const KEYS: usize = 3;
/// The same with `SVITOK_PROVE=full`.
const KEYS_PROOF: usize = 24;
/// Says what the run inside the counter does.
const CASE: &str = "SVITOK_GOST_CASE";
/// One name of each curve.
const CURVES: [ParamSet; 7] =
    [ParamSet::XA, ParamSet::B, ParamSet::C, ParamSet::TcA, ParamSet::Tc512A, ParamSet::Tc512B, ParamSet::Tc512C];

fn chance(name: &str, length: usize) -> Vec<u8> {
    let mut octets = hash::streebog512(name.as_bytes()).to_vec();
    octets.truncate(length);
    octets
}

fn keys() -> usize {
    if std::env::var("SVITOK_PROVE").is_ok_and(|size| size == "full") { KEYS_PROOF } else { KEYS }
}

/// What is counted; the counter knows it by this name.
#[inline(never)]
fn signature_that_is_counted(key: &PrivateKey, digest: &[u8], hedge: &[u8]) -> Signature {
    key.sign_digest(digest, hedge).unwrap()
}

/// The run inside the counter; outside of it, a signature like any other.
#[test]
fn a_signature_is_good() {
    let case = std::env::var(CASE).unwrap_or_else(|_| "0 0".to_owned());
    let (set, number) = case.split_once(' ').unwrap();
    let set = *CURVES.get(set.parse::<usize>().unwrap()).unwrap();
    let size = set.size_bytes();
    let mut draws = 0;
    let key = PrivateKey::generate(set, &mut |out| {
        draws += 1;
        out.copy_from_slice(&chance(&format!("key {number} {draws}"), size));
    });
    let (key, digest) = (key.unwrap(), chance(&format!("digest {number}"), size));
    // The first one fills the tables of the curve.
    assert!(key.public_key().verify_digest(&digest, &key.sign_digest(&digest, b"first").unwrap()));
    let signature = signature_that_is_counted(&key, &digest, &chance(&format!("hedge {number}"), 32));
    assert!(key.public_key().verify_digest(&digest, &signature));
}

fn counted(set: usize, number: usize) -> u64 {
    let told = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--toggle-collect=*signature_that_is_counted*"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "a_signature_is_good", "--test-threads=1"])
        .env(CASE, format!("{set} {number}"))
        .output();
    assert!(told.is_ok(), "no valgrind here; install it with: apt-get install valgrind");
    let told = told.unwrap();
    let said = String::from_utf8_lossy(&told.stderr);
    assert!(told.status.success(), "{said}");
    let line = said.lines().find_map(|line| line.split_once("Collected : ")).unwrap().1;
    line.trim().parse().unwrap()
}

#[test]
fn the_instructions_of_a_signature_are_counted_alike_for_every_key() {
    for (at, set) in CURVES.iter().enumerate() {
        let first = counted(at, 1);
        assert!(first > 10_000, "{set:?}: {first} instructions are no signature");
        for number in 2..=keys() {
            assert_eq!(counted(at, number), first, "{set:?}, key {number}");
        }
    }
}
