//! OpenSSL with gost-engine as the peer of the ciphers' modes: the same octets come out of both, for
//! lengths around every edge (block, batch of blocks, section, change of the key inside a message).
#![expect(clippy::unwrap_used, reason = "a peer that does not work must stop the test")]

use gost::cipher::{
    BlockCipher, Ctr, CtrAcpkm, KEY_BYTES, Kuznyechik, Magma, Omac, cbc_decrypt, cbc_encrypt, cfb_decrypt, cfb_encrypt,
};
use gost::gost28147::{self, Cnt, Imit, KeyMeshing, SBox};
use gost::hash;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Edges of blocks of 8 and 16 octets, of batches of 16 blocks, of 1024 octets (meshing, and the engine's section of
/// Magma) and of 4096 (its section of Kuznyechik).
const LENGTHS: [usize; 19] = [0, 1, 7, 8, 9, 15, 16, 17, 128, 129, 256, 257, 1023, 1024, 1025, 2048, 4096, 4104, 9001];
/// Octets the engine encrypts under one key, where no message's parameters tell it otherwise.
const SECTION_BYTES_KUZNYECHIK: usize = 4096;
const SECTION_BYTES_MAGMA: usize = 1024;

/// Octets that look like chance and are always the same for one name.
fn chance(name: &str, length: usize) -> Vec<u8> {
    (0u32..).flat_map(|part| hash::streebog512(format!("{name} {part}").as_bytes())).take(length).collect()
}

fn key(name: &str) -> [u8; KEY_BYTES] {
    chance(name, KEY_BYTES).try_into().unwrap()
}

/// Encrypts or decrypts in place.
type Change<'a> = &'a dyn Fn(&[u8; KEY_BYTES], &[u8], &mut [u8]);
/// The code of a message.
type Code<'a> = &'a dyn Fn(&[u8; KEY_BYTES], &[u8]) -> Vec<u8>;

/// The peer.
struct Engine {
    /// The substitution of GOST 28147-89 it works with.
    parameters: &'static str,
}

impl Engine {
    const fn plain() -> Self {
        Self { parameters: SUBSTITUTIONS[1].1 }
    }

    /// Runs a command that must not fail.
    fn run(&self, folder: &Path, arguments: &str) {
        let mut command = Command::new("openssl");
        let answer =
            command.env("CRYPT_PARAMS", self.parameters).args(arguments.split(' ')).current_dir(folder).output();
        assert!(answer.is_ok(), "no openssl here; install it with: apt-get install openssl libengine-gost-openssl");
        let answer = answer.unwrap();
        assert!(
            answer.status.success(),
            "openssl {arguments}: {}; its GOST engine comes with: apt-get install libengine-gost-openssl",
            String::from_utf8_lossy(&answer.stderr)
        );
    }

    /// The peer's cipher and ours on every length that is a multiple of `step`, there and back.
    fn compare(&self, name: &str, iv_bytes: usize, step: usize, encrypt: Change<'_>, decrypt: Change<'_>) {
        let folder = tempfile::tempdir().unwrap();
        for length in LENGTHS.into_iter().filter(|length| length.is_multiple_of(step)) {
            let case = format!("{} {name} {length}", self.parameters);
            let (key, iv) = (key(&case), chance(&format!("iv {case}"), iv_bytes));
            let plain = chance(&format!("plain {case}"), length);
            fs::write(folder.path().join("plain"), &plain).unwrap();
            // The tool wants a whole block; the gamma modes leave the second half of it to zeros.
            let block = if name.starts_with("kuznyechik") { Kuznyechik::BLOCK_BYTES } else { Magma::BLOCK_BYTES };
            let whole = [&iv[..], &vec![0; block - iv_bytes]].concat();
            let (key_digits, iv_digits) = (hex::encode(key), hex::encode(whole));
            let options = format!("-nopad -K {key_digits} -iv {iv_digits} -in plain -out secret");
            self.run(folder.path(), &format!("enc -engine gost -{name} {options}"));
            let secret = fs::read(folder.path().join("secret")).unwrap();
            let mut data = plain.clone();
            encrypt(&key, &iv, &mut data);
            assert!(data == secret, "{case}: the ciphertexts differ");
            decrypt(&key, &iv, &mut data);
            assert!(data == plain, "{case}: not the message again");
        }
    }

    /// The peer's code and ours on these lengths.
    fn compare_codes(&self, name: &str, lengths: &[usize], code: Code<'_>) {
        let folder = tempfile::tempdir().unwrap();
        for length in lengths {
            let case = format!("{name} {length}");
            let (key, message) = (key(&case), chance(&case, *length));
            fs::write(folder.path().join("message"), &message).unwrap();
            let options = format!("-macopt hexkey:{} -binary -out tag message", hex::encode(key));
            self.run(folder.path(), &format!("dgst -engine gost -mac {name} {options}"));
            let tag = fs::read(folder.path().join("tag")).unwrap();
            assert_eq!(hex::encode(code(&key, &message)), hex::encode(tag), "{case}");
        }
    }
}

fn ctr<C: BlockCipher>(key: &[u8; KEY_BYTES], iv: &[u8], data: &mut [u8]) {
    Ctr::<C>::new(key, iv).unwrap().apply(data).unwrap();
}

fn acpkm<C: BlockCipher>(key: &[u8; KEY_BYTES], iv: &[u8], section: usize, data: &mut [u8]) {
    CtrAcpkm::<C>::new(key, iv, section).unwrap().apply(data).unwrap();
}

#[test]
fn gamma() {
    let engine = Engine::plain();
    engine.compare("kuznyechik-ctr", 8, 1, &ctr::<Kuznyechik>, &ctr::<Kuznyechik>);
    engine.compare("magma-ctr", 4, 1, &ctr::<Magma>, &ctr::<Magma>);
    let kuznyechik = |key: &[u8; KEY_BYTES], iv: &[u8], data: &mut [u8]| {
        acpkm::<Kuznyechik>(key, iv, SECTION_BYTES_KUZNYECHIK, data)
    };
    engine.compare("kuznyechik-ctr-acpkm", 8, 1, &kuznyechik, &kuznyechik);
    let magma = |key: &[u8; KEY_BYTES], iv: &[u8], data: &mut [u8]| acpkm::<Magma>(key, iv, SECTION_BYTES_MAGMA, data);
    engine.compare("magma-ctr-acpkm", 4, 1, &magma, &magma);
}

#[test]
fn chained_blocks() {
    let engine = Engine::plain();
    engine.compare(
        "kuznyechik-cbc",
        16,
        16,
        &|key, iv, data| cbc_encrypt::<Kuznyechik>(key, iv, data).unwrap(),
        &|key, iv, data| cbc_decrypt::<Kuznyechik>(key, iv, data).unwrap(),
    );
    engine.compare(
        "magma-cbc",
        8,
        8,
        &|key, iv, data| cbc_encrypt::<Magma>(key, iv, data).unwrap(),
        &|key, iv, data| cbc_decrypt::<Magma>(key, iv, data).unwrap(),
    );
    engine.compare(
        "kuznyechik-cfb",
        16,
        1,
        &|key, iv, data| cfb_encrypt::<Kuznyechik>(key, iv, data).unwrap(),
        &|key, iv, data| cfb_decrypt::<Kuznyechik>(key, iv, data).unwrap(),
    );
}

/// The substitutions as the engine names them.
const SUBSTITUTIONS: [(SBox, &str); 6] = [
    (SBox::Test, "id-Gost28147-89-TestParamSet"),
    (SBox::CryptoProA, "id-Gost28147-89-CryptoPro-A-ParamSet"),
    (SBox::CryptoProB, "id-Gost28147-89-CryptoPro-B-ParamSet"),
    (SBox::CryptoProC, "id-Gost28147-89-CryptoPro-C-ParamSet"),
    (SBox::CryptoProD, "id-Gost28147-89-CryptoPro-D-ParamSet"),
    (SBox::Z, "id-tc26-gost-28147-param-Z"),
];

/// The engine takes the substitution from its surroundings. It meshes keys under the test set too, of which
/// `KeyMeshing::of` says otherwise.
#[test]
fn gost28147_with_every_substitution() {
    for (sbox, parameters) in SUBSTITUTIONS {
        let engine = Engine { parameters };
        let set = (sbox, KeyMeshing::CryptoPro);
        engine.compare(
            "gost89",
            8,
            1,
            &|key, iv, data| gost28147::cfb_encrypt(key, set, iv, data).unwrap(),
            &|key, iv, data| gost28147::cfb_decrypt(key, set, iv, data).unwrap(),
        );
    }
}

/// The engine's gamma has a substitution of its own for each name.
#[test]
fn gamma_of_gost28147() {
    for (name, sbox) in [("gost89-cnt", SBox::CryptoProA), ("gost89-cnt-12", SBox::Z)] {
        let cnt = |key: &[u8; KEY_BYTES], iv: &[u8], data: &mut [u8]| {
            Cnt::new(key, (sbox, KeyMeshing::CryptoPro), iv).unwrap().apply(data);
        };
        Engine::plain().compare(name, 8, 1, &cnt, &cnt);
    }
}

#[test]
fn codes() {
    let engine = Engine::plain();
    engine.compare_codes("cmac -macopt cipher:kuznyechik-cbc", &LENGTHS, &omac::<Kuznyechik>);
    engine.compare_codes("cmac -macopt cipher:magma-cbc", &LENGTHS, &omac::<Magma>);
    // Ours refuses the code of an empty message.
    for (name, sbox) in [("gost-mac", SBox::CryptoProA), ("gost-mac-12", SBox::Z)] {
        engine.compare_codes(name, &LENGTHS[1..], &|key, message| {
            let mut code = Imit::new(key, (sbox, KeyMeshing::CryptoPro));
            code.update(message);
            code.finish().unwrap().to_vec()
        });
    }
}

fn omac<C: BlockCipher>(key: &[u8; KEY_BYTES], message: &[u8]) -> Vec<u8> {
    let mut code = Omac::<C>::new(key);
    code.update(message);
    code.finish().as_ref().to_vec()
}
