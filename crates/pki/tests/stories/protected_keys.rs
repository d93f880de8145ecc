//! Private keys under a password: our own and OpenSSL's, both ways; wrong passwords, damage, hostile rounds.

use crate::cast::key;
use crate::oracle::Bench;
use gost::{ParamSet, PrivateKey};
use kernel::Chance;
use pki::limits::{PASSWORD_ITERATIONS_MAX, PASSWORD_ITERATIONS_MIN};
use pki::{Cipher, PasswordProtection, PkiRefusal, keys};

pub const CIPHERS: [Cipher; 5] =
    [Cipher::Kuznyechik, Cipher::KuznyechikOmac, Cipher::Magma, Cipher::MagmaOmac, Cipher::Gost89];
pub const PASSWORD: &str = "Пароль №1";

/// As few rounds as are allowed: the tests make many derivations.
pub fn quick(cipher: Cipher) -> PasswordProtection {
    PasswordProtection { cipher, iterations: PASSWORD_ITERATIONS_MIN }
}

pub fn source(seed: u8) -> (Chance, impl FnMut(&mut [u8])) {
    let chance = Chance::from_seed([seed; 32]);
    let again = chance.clone();
    (chance, move |bytes: &mut [u8]| again.fill(bytes))
}

/// A single changed byte at each place.
pub fn flips(bytes: &[u8]) -> impl Iterator<Item = (usize, Vec<u8>)> + '_ {
    (0..bytes.len()).map(|at| {
        let mut changed = bytes.to_vec();
        // another bit at each place
        changed[at] ^= 1 << (at % 8);
        (at, changed)
    })
}

fn open(der: &[u8]) -> Result<PrivateKey, PkiRefusal> {
    keys::private_key_from_encrypted_der(der, PASSWORD)
}

#[test]
fn every_set_comes_back_from_every_cipher() {
    let (chance, mut fill) = source(1);
    for set in ParamSet::ALL {
        let key = key(&chance, set);
        for cipher in CIPHERS {
            let mut write = || keys::private_key_to_encrypted_der(&key, PASSWORD, quick(cipher), &mut fill).unwrap();
            let der = write();
            let back = open(&der).unwrap();
            assert_eq!((back.set(), back.to_le()), (set, key.to_le()), "{cipher:?}");
            assert_ne!(write(), der, "salt and initial vector are fresh");
        }
    }
}

#[test]
fn openssl_reads_ours_and_we_read_its() {
    let bench = Bench::new();
    let (chance, mut fill) = source(2);
    for set in [ParamSet::XA, ParamSet::TcA, ParamSet::Tc512A] {
        let key = key(&chance, set);
        for cipher in [Cipher::Kuznyechik, Cipher::Magma, Cipher::Gost89] {
            let pem = keys::private_key_to_encrypted_pem(&key, "test", quick(cipher), &mut fill).unwrap();
            bench.put("ours.pem", pem);
            bench.openssl_does("pkey -in ours.pem -passin pass:test -out clear.pem");
            let clear = keys::private_key_from_pem(&bench.take_text("clear.pem")).unwrap();
            assert_eq!(clear.to_le(), key.to_le(), "{set:?} {cipher:?}");
        }
        bench.put("clear.pem", keys::private_key_to_pem(&key).unwrap().as_str());
        for (cipher, prf) in [
            ("kuznyechik-ctr-acpkm", "id-tc26-hmac-gost-3411-2012-512"),
            ("magma-ctr-acpkm", "id-tc26-hmac-gost-3411-2012-256"),
            ("gost89", "hmacWithSHA256"),
            ("kuznyechik-ctr-acpkm", "hmacWithSHA1"),
            ("aes-256-cbc", "hmacWithSHA256"),
        ] {
            let command = "pkcs8 -topk8 -in clear.pem -passout pass:test -out theirs.pem";
            bench.openssl_does(&format!("{command} -v2 {cipher} -v2prf {prf}"));
            let back = keys::private_key_from_encrypted_pem(&bench.take_text("theirs.pem"), "test").unwrap();
            assert_eq!(back.to_le(), key.to_le(), "{set:?} {cipher} {prf}");
        }
    }
}

#[test]
fn a_wrong_password_is_one_refusal() {
    let (chance, mut fill) = source(3);
    let key = key(&chance, ParamSet::A);
    for cipher in CIPHERS {
        let der = keys::private_key_to_encrypted_der(&key, PASSWORD, quick(cipher), &mut fill).unwrap();
        for password in ["", "Пароль №2", "пароль №1", "Пароль №1 "] {
            let refusal = keys::private_key_from_encrypted_der(&der, password).unwrap_err();
            assert_eq!(refusal, PkiRefusal::NotOpened, "{cipher:?} {password}");
        }
        let long = keys::private_key_from_encrypted_der(&der, &"п".repeat(600)).unwrap_err();
        assert_eq!(long, PkiRefusal::Password("too long"));
    }
    let empty = keys::private_key_to_encrypted_der(&key, "", PasswordProtection::default(), &mut fill).unwrap_err();
    assert_eq!(empty, PkiRefusal::Password("empty"));
}

/// With OMAC a changed byte gives a refusal or the same key. Without it a change inside the key's number may give another key, and a
/// change of the curve's name the same number on another curve: that is what the README says these modes cannot notice.
#[test]
fn a_changed_byte_is_refused_or_changes_nothing() {
    let (chance, mut fill) = source(4);
    let key = key(&chance, ParamSet::XA);
    for cipher in CIPHERS {
        let der = keys::private_key_to_encrypted_der(&key, PASSWORD, quick(cipher), &mut fill).unwrap();
        let mut others = 0;
        for (at, changed) in flips(&der) {
            let Ok(back) = open(&changed) else { continue };
            let same = (back.set(), back.to_le()) == (key.set(), key.to_le());
            others += usize::from(!same);
            assert!(same || !matches!(cipher, Cipher::KuznyechikOmac | Cipher::MagmaOmac), "{cipher:?} at {at}");
        }
        assert!(others <= 40, "{cipher:?}: {others}, more than the number and the name of the set");
        for end in 0..der.len() {
            assert!(open(&der[..end]).is_err());
        }
        let mut longer = der.clone();
        longer.push(0);
        assert_eq!(open(&longer).unwrap_err(), PkiRefusal::TrailingBytes("encrypted key"));
    }
}

#[test]
fn hostile_rounds_are_refused_before_anything_is_computed() {
    let (chance, mut fill) = source(5);
    let key = key(&chance, ParamSet::A);
    let der = keys::private_key_to_encrypted_der(&key, PASSWORD, quick(Cipher::Kuznyechik), &mut fill).unwrap();
    // INTEGER 1000
    let at = der.windows(4).position(|window| window == [2, 2, 3, 0xe8]).unwrap();
    let refused = |rounds: [u8; 2]| {
        let mut changed = der.clone();
        changed[at + 2..at + 4].copy_from_slice(&rounds);
        open(&changed).unwrap_err()
    };
    let iterations = PkiRefusal::Iterations { min: PASSWORD_ITERATIONS_MIN, max: PASSWORD_ITERATIONS_MAX };
    assert_eq!(refused([3, 0xe7]), iterations);
    assert_eq!(refused([0, 0x80]), iterations);
    assert!(matches!(refused([0x80, 0]), PkiRefusal::Malformed(_)), "a negative number");
    let within = |granted| keys::private_key_from_encrypted_der_within(&der, PASSWORD, granted);
    assert_eq!(within(PASSWORD_ITERATIONS_MIN).unwrap().to_le(), key.to_le());
    let few = PASSWORD_ITERATIONS_MIN - 1;
    let refusal = PkiRefusal::Iterations { min: PASSWORD_ITERATIONS_MIN, max: few };
    assert_eq!(within(few).unwrap_err(), refusal);
    assert!(matches!(refused([0, 1]), PkiRefusal::Malformed(_)), "not the shortest form");
    for iterations in [0, PASSWORD_ITERATIONS_MIN - 1, PASSWORD_ITERATIONS_MAX + 1, u32::MAX] {
        let protection = PasswordProtection { cipher: Cipher::Kuznyechik, iterations };
        let refusal = keys::private_key_to_encrypted_der(&key, PASSWORD, protection, &mut fill).unwrap_err();
        assert!(matches!(refusal, PkiRefusal::Iterations { .. }));
    }
}
