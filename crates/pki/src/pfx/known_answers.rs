//! Numbers published with public implementations of the PFX formats, made by them and not by this crate: derivation, wrapping and
//! encryption of a CryptoPro key; the code of authenticity of RFC 9548; PBES2 with GOST 28147-89.

use super::crypto_pro::transport_key;
use crate::ciphers::{self, Key};
use crate::hex;
use crate::password::{Prf, hmac};
use gost::gost28147::SBox;
use gost::hash::Streebog512;
use zeroize::Zeroizing;

fn counting<const N: usize>(from: u8) -> [u8; N] {
    core::array::from_fn(|at| from + u8::try_from(at).unwrap())
}

fn bytes(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}

#[test]
fn a_key_of_crypto_pro_is_unwrapped() {
    let transport = transport_key("123456", &counting::<16>(0), 2000);
    let ukm = counting::<8>(1);
    let key = gost::kdf::kdf_256(transport.as_slice(), &[0x26, 0xbd, 0xb8, 0x78], &ukm);
    for (wrapped, code) in [
        ("3eae7a87e68ab6f2b63571a15c31484690ef986879403c58a80bfb6d0ab917f5", "cf2a3be2"),
        (
            "3eae7a87e68ab6f2b63571a15c31484690ef986879403c58a80bfb6d0ab917f5\
             8e17892265f0ff5b6fe53d9be5253fa499313c53d1052c47946de39d76d2529b",
            "1fcea686",
        ),
    ] {
        let wrapped = bytes(wrapped);
        let opened = ciphers::plain_unwrap(SBox::CryptoProA, &key, &ukm, (&wrapped, &bytes(code))).unwrap();
        assert_eq!(opened.as_slice(), &counting::<64>(0)[..wrapped.len()]);
        assert!(ciphers::plain_unwrap(SBox::CryptoProA, &key, &ukm, (&wrapped, &[0; 4])).is_err());
    }
}

#[test]
fn the_bytes_around_it_are_decrypted() {
    let transport = transport_key("123456", &counting::<16>(0), 2000);
    let mut blob = bytes("13864cc2c7bc694c9e5c2cfa1560a54db0987d9b65b4711856963f80c4ae2502");
    ciphers::gost89_decrypt(SBox::CryptoProA, &transport, &counting(0), &mut blob).unwrap();
    assert_eq!(blob, counting::<32>(0));
}

#[test]
fn the_code_of_authenticity_is_the_published_one() {
    let mut derived = [0; 96];
    Prf::Streebog512.derive(b"password", b"salt", 2, &mut derived).unwrap();
    let code = hmac::<Streebog512>(&derived[64..], b"authenticated safe");
    assert_eq!(
        hex(&code),
        "ea120ddfa8157cdbd9d20ce278511bcbec556ce7d92f38ad2fdd1adca1b6ca63\
         b2c63fa7b2a945bdd90ff7bf72a9d304b189a1b020ebdd8038af415a49a69294"
    );
}

#[test]
fn gost_89_under_a_password_is_the_published_one() {
    let mut key: Key = Zeroizing::new([0; 32]);
    Prf::Streebog512.derive(b"password", b"saltsalt", 2, key.as_mut()).unwrap();
    let mut content = counting::<16>(0);
    ciphers::gost89_encrypt(SBox::Z, &key, &counting(0x10), &mut content).unwrap();
    assert_eq!(hex(&content), "805516133a41fa2820085d7ad4efb977");
}
