//! What a judge is asked, and whether its answer is ours.

use crate::pkcs8::private_der;
use gost::{ParamSet, PrivateKey, Signature, hash};
use std::io::Read as _;
use std::sync::OnceLock;

/// How a judge wants the private key.
#[derive(Clone, Copy)]
pub enum KeyForm {
    /// PKCS#8 as gost-engine writes it.
    Pkcs8,
    /// The parameter set's identifier and the number, little-endian.
    Number,
}

/// One key and one digest.
pub struct Case {
    name: String,
    key: PrivateKey,
    digest: Vec<u8>,
    signature: Signature,
    changed: Vec<u8>,
}

/// The chance of this run.
fn seed() -> &'static str {
    static SEED: OnceLock<String> = OnceLock::new();
    SEED.get_or_init(|| {
        std::env::var("SVITOK_SEED").unwrap_or_else(|_| {
            let mut octets = [0; 16];
            std::fs::File::open("/dev/urandom").unwrap().read_exact(&mut octets).unwrap();
            hex::encode(octets)
        })
    })
}

fn chance(name: &str, length: usize) -> Vec<u8> {
    let mut octets = hash::streebog512(format!("{} {name}", seed()).as_bytes()).to_vec();
    octets.truncate(length);
    octets
}

/// So many cases on a set; of each four signatures one is changed in its first half, three in other places.
pub fn make(set: ParamSet, many: usize) -> Vec<Case> {
    let size = set.size_bytes();
    let case = |number: usize| {
        let name = format!("{set:?} {number}");
        let mut draws = 0;
        let key = PrivateKey::generate(set, &mut |out| {
            draws += 1;
            out.copy_from_slice(&chance(&format!("key {name} {draws}"), size));
        });
        let (key, digest) = (key.unwrap(), chance(&format!("digest {name}"), size));
        let signature = key.sign_digest(&digest, &chance(&format!("hedge {name}"), 32)).unwrap();
        let mut changed = signature.as_octets().to_vec();
        let place = number * 7 % changed.len();
        changed[place] ^= 1 << (number % 8);
        Case { name, key, digest, signature, changed }
    };
    (0..many).map(case).collect()
}

impl Case {
    pub fn line(&self, form: KeyForm) -> String {
        let key = match form {
            KeyForm::Pkcs8 => hex::encode(private_der(&self.key)),
            KeyForm::Number => format!("{} {}", self.key.set().oid(), hex::encode(&*self.key.to_le())),
        };
        let [digest, good, bad] = [&self.digest[..], self.signature.as_octets(), &self.changed].map(hex::encode);
        format!("{key} {digest} {good} {bad}")
    }

    /// The answer: public key, whether ours was accepted, whether the changed one was refused, a signature of the judge.
    pub fn check(&self, judge: &str, answer: &str) {
        let context = format!("{judge}, {}, SVITOK_SEED={}: {answer}", self.name, seed());
        let words: Vec<&str> = answer.split(' ').collect();
        assert_eq!(words.len(), 4, "{context}");
        let [public, accepts, refuses, theirs] = [words[0], words[1], words[2], words[3]];
        let ours = self.key.public_key();
        assert_eq!(public, hex::encode(ours.to_octets()), "another public key: {context}");
        assert_eq!((accepts, refuses), ("1", "1"), "another verdict: {context}");
        let theirs = Signature::from_octets(self.key.set(), &hex::decode(theirs).unwrap());
        assert!(theirs.is_ok(), "its signature has another shape: {context}");
        let theirs = theirs.unwrap();
        assert!(ours.verify_digest(&self.digest, &theirs), "its signature is refused: {context}");
        let mut other = self.digest.clone();
        other[0] ^= 0x80;
        assert!(!ours.verify_digest(&other, &theirs), "its signature fits another digest: {context}");
    }
}
