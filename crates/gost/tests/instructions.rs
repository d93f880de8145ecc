//! How many instructions a signature takes does not depend on the key, the digest or the nonce, and those of an agreed key
//! (VKO) not on the key: counted by callgrind, which runs this very program once more for each key.
#![expect(clippy::unwrap_used, reason = "a counter that does not work must stop the test")]

use gost::key_agreement::vko_256;
use gost::{ParamSet, PrivateKey, PublicKey, Signature, hash};
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

/// The other thing that is counted.
#[inline(never)]
fn agreement_that_is_counted(key: &PrivateKey, peer: &PublicKey, ukm: &[u8]) -> [u8; 32] {
    *vko_256(key, peer, ukm).unwrap()
}

/// The curve of the case and its number, which keys and digests are made of.
fn case() -> (ParamSet, String) {
    let case = std::env::var(CASE).unwrap_or_else(|_| "0 0".to_owned());
    let (set, number) = case.split_once(' ').unwrap();
    (*CURVES.get(set.parse::<usize>().unwrap()).unwrap(), number.to_owned())
}

fn key(set: ParamSet, name: &str) -> PrivateKey {
    let mut draws = 0;
    let key = PrivateKey::generate(set, &mut |out| {
        draws += 1;
        out.copy_from_slice(&chance(&format!("{name} {draws}"), set.size_bytes()));
    });
    key.unwrap()
}

/// The run inside the counter; outside of it, a signature like any other.
#[test]
fn a_signature_is_good() {
    let (set, number) = case();
    let (key, digest) = (key(set, &format!("key {number}")), chance(&format!("digest {number}"), set.size_bytes()));
    // The first one fills the tables of the curve.
    assert!(key.public_key().verify_digest(&digest, &key.sign_digest(&digest, b"first").unwrap()));
    let signature = signature_that_is_counted(&key, &digest, &chance(&format!("hedge {number}"), 32));
    assert!(key.public_key().verify_digest(&digest, &signature));
}

/// The same for an agreed key; peer and UKM are public and the same in every run.
#[test]
fn an_agreed_key_is_good() {
    let (set, number) = case();
    let (key, peer) = (key(set, &format!("key {number}")), key(set, "peer"));
    let (public, ukm) = (peer.public_key(), chance("ukm", 16));
    // From the other side, and before the count: the first call of all may fill tables.
    let expected = vko_256(&peer, &key.public_key(), &ukm).unwrap();
    assert_eq!(agreement_that_is_counted(&key, &public, &ukm), *expected);
}

/// Instructions between entry and return of what `function` is called, in the named test.
fn counted((function, test): (&str, &str), set: usize, number: usize) -> u64 {
    let told = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(format!("--toggle-collect=*{function}*"))
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--test-threads=1"])
        .env(CASE, format!("{set} {number}"))
        .output();
    assert!(told.is_ok(), "no valgrind here; install it with: apt-get install valgrind");
    let told = told.unwrap();
    let said = String::from_utf8_lossy(&told.stderr);
    assert!(told.status.success(), "{said}");
    let line = said.lines().find_map(|line| line.split_once("Collected : ")).unwrap().1;
    line.trim().parse().unwrap()
}

fn counts_are_alike(counter: (&str, &str)) {
    for (at, set) in CURVES.iter().enumerate() {
        let first = counted(counter, at, 1);
        assert!(first > 10_000, "{set:?}: {first} instructions are too few");
        println!("{} {set:?}: {first} instructions", counter.1);
        for number in 2..=keys() {
            assert_eq!(counted(counter, at, number), first, "{set:?}, key {number}");
        }
    }
}

#[test]
fn the_instructions_of_a_signature_are_counted_alike_for_every_key() {
    counts_are_alike(("signature_that_is_counted", "a_signature_is_good"));
}

#[test]
fn the_instructions_of_an_agreed_key_are_counted_alike_for_every_key() {
    counts_are_alike(("agreement_that_is_counted", "an_agreed_key_is_good"));
}
