//! The modes of Kuznyechik, Magma and GOST 28147-89, and keys from passwords: published vectors, other ways to the same
//! answer, and what is refused. The origin of the vectors stands in each file of `tests/vectors/`.
#![expect(clippy::unwrap_used, reason = "a broken vector file must stop the test")]
#![expect(clippy::indexing_slicing, reason = "a missing field must stop the test")]
#![expect(clippy::panic, reason = "an unknown name must stop the test")]

use gost::cipher::{
    BlockCipher, CipherRefusal, Ctr, CtrAcpkm, Kuznyechik, Magma, Mgm, Omac, cbc_decrypt, cbc_encrypt, cfb_decrypt,
    cfb_encrypt, kexp15, kimp15,
};
use gost::gost28147::{self, Cnt, Gost28147, Imit, KeyMeshing, SBox};
use gost::password::{ITERATIONS_MAX, PasswordRefusal, pbkdf2};
use serde_json::Value;
use zeroize::Zeroizing;

const MODES: &str = include_str!("vectors/modes.json");
const GOST28147: &str = include_str!("vectors/gost28147.json");

fn table(json: &str, name: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(json).unwrap();
    all[name].as_array().unwrap().clone()
}

fn octets(case: &Value, name: &str) -> Vec<u8> {
    hex::decode(case[name].as_str().unwrap()).unwrap()
}

fn key(case: &Value, name: &str) -> [u8; 32] {
    octets(case, name).try_into().unwrap()
}

/// Octets that look like chance and are always the same.
fn noise(length: usize) -> Vec<u8> {
    (0u32..).flat_map(|part| gost::hash::streebog512(&part.to_le_bytes())).take(length).collect()
}

fn check_mode<C: BlockCipher>(case: &Value) {
    let (key, iv) = (key(case, "key"), octets(case, "iv"));
    let (plain, secret) = (octets(case, "plaintext"), octets(case, "ciphertext"));
    let mut data = plain.clone();
    match case["mode"].as_str().unwrap() {
        "ctr" => Ctr::<C>::new(&key, &iv).unwrap().apply(&mut data).unwrap(),
        "cbc" => cbc_encrypt::<C>(&key, &iv, &mut data).unwrap(),
        "cfb" => cfb_encrypt::<C>(&key, &iv, &mut data).unwrap(),
        other => panic!("unknown mode {other}"),
    }
    assert_eq!(data, secret, "{case}");
    match case["mode"].as_str().unwrap() {
        "ctr" => Ctr::<C>::new(&key, &iv).unwrap().apply(&mut data).unwrap(),
        "cbc" => cbc_decrypt::<C>(&key, &iv, &mut data).unwrap(),
        _ => cfb_decrypt::<C>(&key, &iv, &mut data).unwrap(),
    }
    assert_eq!(data, plain, "{case}");
}

#[test]
fn modes_of_the_standard() {
    let cases = table(MODES, "modes");
    assert_eq!(cases.len(), 6);
    for case in &cases {
        match case["cipher"].as_str().unwrap() {
            "kuznyechik" => check_mode::<Kuznyechik>(case),
            _ => check_mode::<Magma>(case),
        }
    }
}

fn check_block<C: BlockCipher>(case: &Value) {
    let cipher = C::new(&key(case, "key"));
    let (plain, secret) = (octets(case, "plaintext"), octets(case, "ciphertext"));
    for (plain, secret) in plain.chunks(C::BLOCK_BYTES).zip(secret.chunks(C::BLOCK_BYTES)) {
        let mut block = C::Block::default();
        block.as_mut().copy_from_slice(plain);
        cipher.encrypt_block(&mut block);
        assert_eq!(block.as_ref(), secret);
        C::decrypt_block(&cipher.inverse(), &mut block);
        assert_eq!(block.as_ref(), plain);
    }
}

/// The engine's own outputs: one block of vector, and a vector of half a block for gamma.
#[test]
fn blocks_and_modes_of_the_engine() {
    let cases = table(include_str!("vectors/ciphers.json"), "cases");
    assert_eq!(cases.len(), 8);
    for mut case in cases {
        let mode = case["mode"].as_str().unwrap().to_owned();
        case["mode"] = mode.rsplit('-').next().unwrap().into();
        match (mode.as_str(), case["name"].as_str().unwrap()) {
            ("block", "RFC 7801 Kuznyechik") | ("kuznyechik-ecb", _) => check_block::<Kuznyechik>(&case),
            ("block", _) => check_block::<Magma>(&case),
            (kuznyechik, _) if kuznyechik.starts_with("kuznyechik") => check_mode::<Kuznyechik>(&case),
            _ => check_mode::<Magma>(&case),
        }
    }
}

fn check_acpkm<C: BlockCipher>(case: &Value) {
    let section = usize::try_from(case["section"].as_u64().unwrap()).unwrap();
    let (plain, secret) = (octets(case, "plaintext"), octets(case, "ciphertext"));
    for part in [1, 5, C::BLOCK_BYTES, section, section + 1, plain.len()] {
        let mut acpkm = CtrAcpkm::<C>::new(&key(case, "key"), &octets(case, "iv"), section).unwrap();
        let mut data = plain.clone();
        data.chunks_mut(part).for_each(|part| acpkm.apply(part).unwrap());
        assert_eq!(data, secret, "{case}");
    }
}

#[test]
fn keys_that_change_inside_a_message() {
    let cases = table(MODES, "acpkm");
    assert_eq!(cases.len(), 3);
    for case in &cases {
        match case["cipher"].as_str().unwrap() {
            "kuznyechik" => check_acpkm::<Kuznyechik>(case),
            _ => check_acpkm::<Magma>(case),
        }
    }
    let refused = |section| CtrAcpkm::<Magma>::new(&[0; 32], &[0; 4], section).unwrap_err();
    for given in [0, 1, 7, 9] {
        assert_eq!(refused(given), CipherRefusal::SectionLength { block: 8, given });
    }
}

fn check_omac<C: BlockCipher>(case: &Value) {
    let (key, message, tag) = (key(case, "key"), octets(case, "message"), octets(case, "tag"));
    for part in [1, 3, C::BLOCK_BYTES, message.len()] {
        let code = || {
            let mut code = Omac::<C>::new(&key);
            message.chunks(part).for_each(|part| code.update(part));
            code
        };
        assert_eq!(code().finish().as_ref()[..tag.len()], tag);
        assert_eq!(code().verify(&tag), Ok(()));
        assert_eq!(code().verify(code().finish().as_ref()), Ok(()));
        for bit in 0..8 * tag.len() {
            let mut other = tag.clone();
            other[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(code().verify(&other), Err(CipherRefusal::TagWrong));
        }
        for wrong in [&tag[..3], &[], &[0; 17]] {
            assert_eq!(code().verify(wrong), Err(CipherRefusal::TagWrong));
        }
    }
}

#[test]
fn codes() {
    let cases = table(MODES, "omac");
    check_omac::<Kuznyechik>(&cases[0]);
    check_omac::<Magma>(&cases[1]);
    // A message of zeros up to a block and the same message padded by hand must not share a code.
    let code = |message: &[u8]| {
        let mut code = Omac::<Magma>::new(&[3; 32]);
        code.update(message);
        code.finish()
    };
    assert_ne!(code(&[1, 0x80, 0, 0, 0, 0, 0, 0]), code(&[1]));
    assert_ne!(code(&[]), code(&[0x80, 0, 0, 0, 0, 0, 0, 0]));
}

fn check_mgm<C: BlockCipher>(case: &Value) {
    let mgm = Mgm::<C>::new(&key(case, "key"));
    let (nonce, associated) = (octets(case, "nonce"), octets(case, "associated"));
    let (plain, secret, tag) = (octets(case, "plaintext"), octets(case, "ciphertext"), octets(case, "tag"));
    let mut data = plain.clone();
    assert_eq!(mgm.seal(&nonce, &associated, &mut data).unwrap().as_ref(), tag, "{case}");
    assert_eq!(data, secret);
    let refused = |nonce: &[u8], associated: &[u8], data: &[u8], tag: &[u8]| {
        let mut opened = data.to_vec();
        let refusal = mgm.open(nonce, associated, &mut opened, tag).unwrap_err();
        assert_eq!(opened, data, "what was not believed stays encrypted");
        refusal
    };
    let flipped = |octets: &[u8], place: usize| {
        let mut other = octets.to_vec();
        other[place] ^= 0x10;
        other
    };
    for place in 0..tag.len() {
        assert_eq!(refused(&nonce, &associated, &secret, &flipped(&tag, place)), CipherRefusal::TagWrong);
        assert_eq!(refused(&flipped(&nonce, place), &associated, &secret, &tag), CipherRefusal::TagWrong);
    }
    for place in 0..secret.len() {
        assert_eq!(refused(&nonce, &associated, &flipped(&secret, place), &tag), CipherRefusal::TagWrong);
    }
    for place in 0..associated.len() {
        assert_eq!(refused(&nonce, &flipped(&associated, place), &secret, &tag), CipherRefusal::TagWrong);
    }
    assert_eq!(refused(&nonce, &associated, &secret, &tag[1..]), CipherRefusal::TagWrong);
    assert_eq!(refused(&nonce, &associated, &secret, &[]), CipherRefusal::TagWrong);
    let mut long = nonce.clone();
    long.push(0);
    for wrong in [&nonce[1..], &long, &[]] {
        let expected = CipherRefusal::IvLength { expected: C::BLOCK_BYTES, given: wrong.len() };
        assert_eq!(refused(wrong, &associated, &secret, &tag), expected);
    }
    let mut high = nonce.clone();
    high[0] |= 0x80;
    assert_eq!(refused(&high, &associated, &secret, &tag), CipherRefusal::NonceTopBit);
    assert_eq!(mgm.seal(&nonce, &[], &mut []).err(), Some(CipherRefusal::Empty));
    mgm.open(&nonce, &associated, &mut data, &tag).unwrap();
    assert_eq!(data, plain);
}

#[test]
fn encryption_that_notices_changes() {
    let cases = table(MODES, "mgm");
    assert_eq!(cases.len(), 4);
    for case in &cases {
        match case["cipher"].as_str().unwrap() {
            "kuznyechik" => check_mgm::<Kuznyechik>(case),
            _ => check_mgm::<Magma>(case),
        }
    }
}

fn check_export<C: BlockCipher>(case: &Value) {
    let (exported, iv) = (octets(case, "exported"), octets(case, "iv"));
    let (mac, cipher) = (key(case, "mac_key"), key(case, "cipher_key"));
    let secret = octets(case, "key");
    assert_eq!(kexp15::<C>(&secret, &mac, &cipher, &iv).unwrap(), exported, "{case}");
    assert_eq!(kimp15::<C>(&exported, &mac, &cipher, &iv).unwrap()[..], secret);
    let refusal = |exported: &[u8], iv: &[u8]| kimp15::<C>(exported, &mac, &cipher, iv).unwrap_err();
    for place in 0..exported.len() {
        let mut other = exported.clone();
        other[place] ^= 1;
        assert_eq!(refusal(&other, &iv), CipherRefusal::TagWrong);
    }
    assert_eq!(refusal(&exported[1..], &iv), CipherRefusal::TagWrong);
    assert_eq!(kimp15::<C>(&exported, &cipher, &mac, &iv).unwrap_err(), CipherRefusal::TagWrong);
    assert!(matches!(refusal(&exported[..C::BLOCK_BYTES], &iv), CipherRefusal::KeyLength { .. }));
    assert!(matches!(refusal(&[0; 65 + 16], &iv), CipherRefusal::KeyLength { .. }));
    assert!(matches!(refusal(&exported, &iv[1..]), CipherRefusal::IvLength { .. }));
    assert!(matches!(kexp15::<C>(&[], &mac, &cipher, &iv), Err(CipherRefusal::KeyLength { .. })));
    assert!(matches!(kexp15::<C>(&[0; 65], &mac, &cipher, &iv), Err(CipherRefusal::KeyLength { .. })));
    let long = kexp15::<C>(&[5; 64], &mac, &cipher, &iv).unwrap();
    assert_eq!(kimp15::<C>(&long, &mac, &cipher, &iv).unwrap()[..], [5; 64]);
}

#[test]
fn exported_keys() {
    let cases = table(MODES, "kexp15");
    check_export::<Kuznyechik>(&cases[0]);
    check_export::<Magma>(&cases[1]);
}

/// Lengths around blocks and batches of blocks.
const LENGTHS: [usize; 18] = [0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 127, 128, 129, 255, 256, 257, 4099];

fn check_lengths<C: BlockCipher>() {
    let (key, iv, half) = ([7; 32], noise(C::BLOCK_BYTES), noise(C::BLOCK_BYTES / 2));
    let whole = {
        let mut data = noise(4099);
        Ctr::<C>::new(&key, &half).unwrap().apply(&mut data).unwrap();
        data
    };
    for length in LENGTHS {
        let plain = noise(length);
        let mut data = plain.clone();
        Ctr::<C>::new(&key, &half).unwrap().apply(&mut data).unwrap();
        assert_eq!(data, whole[..length]);
        for part in [1, 13, 130] {
            let mut ctr = Ctr::<C>::new(&key, &half).unwrap();
            let mut data = plain.clone();
            data.chunks_mut(part).for_each(|part| ctr.apply(part).unwrap());
            assert_eq!(data, whole[..length]);
        }
        let mut data = plain.clone();
        cfb_encrypt::<C>(&key, &iv, &mut data).unwrap();
        assert_eq!(data == plain, length == 0);
        cfb_decrypt::<C>(&key, &iv, &mut data).unwrap();
        assert_eq!(data, plain);
        let done = cbc_encrypt::<C>(&key, &iv, &mut data);
        if length.is_multiple_of(C::BLOCK_BYTES) {
            assert_eq!(cbc_decrypt::<C>(&key, &iv, &mut data), Ok(()));
        } else {
            let refusal = CipherRefusal::NotWholeBlocks { block: C::BLOCK_BYTES, given: length };
            assert_eq!((done, cbc_decrypt::<C>(&key, &iv, &mut data)), (Err(refusal), Err(refusal)));
        }
        assert_eq!(data, plain);
        for wrong in [0, C::BLOCK_BYTES - 1, C::BLOCK_BYTES + 1, 9 * C::BLOCK_BYTES] {
            let refusal = Err(CipherRefusal::IvLength { expected: C::BLOCK_BYTES, given: wrong });
            assert_eq!(cfb_encrypt::<C>(&key, &noise(wrong), &mut data), refusal);
            assert_eq!(cfb_decrypt::<C>(&key, &noise(wrong), &mut data), refusal);
        }
        assert_eq!(data, plain);
    }
    for wrong in [0, half.len() - 1, half.len() + 1, iv.len()] {
        let refusal = CipherRefusal::IvLength { expected: half.len(), given: wrong };
        assert_eq!(Ctr::<C>::new(&key, &noise(wrong)).unwrap_err(), refusal);
        assert_eq!(CtrAcpkm::<C>::new(&key, &noise(wrong), 64).unwrap_err(), refusal);
    }
}

#[test]
fn every_length_and_wrong_vectors() {
    check_lengths::<Kuznyechik>();
    check_lengths::<Magma>();
}

type Wrap = fn(&[u8], &[u8; 32], SBox, &[u8; 8]) -> Result<Vec<u8>, CipherRefusal>;
type Unwrap = fn(&[u8], &[u8; 32], SBox, &[u8; 8]) -> Result<Zeroizing<Vec<u8>>, CipherRefusal>;

#[test]
fn keys_wrapped_by_gost28147() {
    let cases = table(GOST28147, "wrap");
    assert_eq!(cases.len(), 4);
    for case in &cases {
        let (secret, under) = (octets(case, "key"), key(case, "wrapping_key"));
        let (wrapped, ukm) = (octets(case, "wrapped"), octets(case, "ukm").try_into().unwrap());
        let (wrap, unwrap): (Wrap, Unwrap) = if case["diversified"].as_bool().unwrap() {
            (gost28147::wrap_diversified, gost28147::unwrap_diversified)
        } else {
            (gost28147::wrap, gost28147::unwrap)
        };
        assert_eq!(wrap(&secret[..], &under, SBox::CryptoProA, &ukm), Ok(wrapped.clone()), "{case}");
        assert_eq!(unwrap(&wrapped[..], &under, SBox::CryptoProA, &ukm).unwrap()[..], secret);
        for place in 0..wrapped.len() {
            let mut other = wrapped.clone();
            other[place] ^= 4;
            assert_eq!(unwrap(&other[..], &under, SBox::CryptoProA, &ukm), Err(CipherRefusal::TagWrong));
        }
        assert_eq!(unwrap(&wrapped[..], &under, SBox::Z, &ukm), Err(CipherRefusal::TagWrong));
        assert_eq!(unwrap(&wrapped[..], &under, SBox::CryptoProA, &[0; 8]), Err(CipherRefusal::TagWrong));
        for wrong in [&wrapped[1..], &[], &[0; 4], &[0; 40]] {
            let refusal = unwrap(wrong, &under, SBox::CryptoProA, &ukm).unwrap_err();
            assert!(matches!(refusal, CipherRefusal::KeyLength { .. }), "{refusal}");
        }
        for wrong in [&secret[1..], &[], &[0; 8], &[0; 40]] {
            assert!(matches!(wrap(wrong, &under, SBox::CryptoProA, &ukm), Err(CipherRefusal::KeyLength { .. })));
        }
    }
    let all: Value = serde_json::from_str(GOST28147).unwrap();
    let ukm = octets(&cases[0], "ukm").try_into().unwrap();
    let diversified = gost28147::diversify(&key(&cases[0], "wrapping_key"), SBox::CryptoProA, &ukm);
    assert_eq!(diversified[..], octets(&all, "diversified"));
}

#[test]
fn codes_of_gost28147() {
    for case in table(GOST28147, "imit") {
        let (message, tag) = (octets(&case, "message"), octets(&case, "tag"));
        for part in [1, 3, 8, 16] {
            let code = || {
                let mut code = Imit::new(&key(&case, "key"), (SBox::CryptoProA, KeyMeshing::CryptoPro));
                message.chunks(part).for_each(|part| code.update(part));
                code
            };
            assert_eq!(code().finish().unwrap()[..], tag);
            assert_eq!(code().verify(&tag), Ok(()));
            for wrong in [&tag[1..], &[], &[0; 4], &[0; 5]] {
                assert_eq!(code().verify(wrong), Err(CipherRefusal::TagWrong));
            }
        }
    }
    let empty = || Imit::new(&[0; 32], (SBox::Z, KeyMeshing::None));
    assert_eq!(empty().finish(), Err(CipherRefusal::Empty));
    assert_eq!(empty().verify(&[0; 4]), Err(CipherRefusal::Empty));
}

#[test]
fn gamma_of_gost28147_in_parts_and_there_and_back() {
    for (sbox, meshing) in [(SBox::Z, KeyMeshing::CryptoPro), (SBox::CryptoProB, KeyMeshing::None)] {
        for length in LENGTHS {
            let plain = noise(length);
            let mut data = plain.clone();
            gost28147::cfb_encrypt(&[7; 32], (sbox, meshing), &[1; 8], &mut data).unwrap();
            assert_eq!(data == plain, length == 0);
            gost28147::cfb_decrypt(&[7; 32], (sbox, meshing), &[1; 8], &mut data).unwrap();
            assert_eq!(data, plain);
            let mut whole = plain.clone();
            Cnt::new(&[7; 32], (sbox, meshing), &[1; 8]).unwrap().apply(&mut whole);
            for part in [1, 13, 1024] {
                let mut cnt = Cnt::new(&[7; 32], (sbox, meshing), &[1; 8]).unwrap();
                let mut data = plain.clone();
                data.chunks_mut(part).for_each(|part| cnt.apply(part));
                assert_eq!(data, whole);
            }
        }
    }
    for wrong in [0, 7, 9] {
        let refusal = CipherRefusal::IvLength { expected: 8, given: wrong };
        let parameters = (SBox::Z, KeyMeshing::None);
        assert_eq!(gost28147::cfb_encrypt(&[0; 32], parameters, &noise(wrong), &mut []), Err(refusal));
        assert_eq!(gost28147::cfb_decrypt(&[0; 32], parameters, &noise(wrong), &mut []), Err(refusal));
        assert_eq!(Cnt::new(&[0; 32], parameters, &noise(wrong)).unwrap_err(), refusal);
    }
}

#[test]
fn substitutions_have_names() {
    for sbox in SBox::ALL {
        assert_eq!(SBox::from_oid(sbox.oid()), Some(sbox));
        let mut block = [1; 8];
        Gost28147::new(&[2; 32], sbox).encrypt_block(&mut block);
        let same = |other: &SBox| {
            let mut second = [1; 8];
            Gost28147::new(&[2; 32], *other).encrypt_block(&mut second);
            second == block
        };
        assert_eq!(SBox::ALL.iter().filter(|other| same(other)).count(), 1);
    }
    assert_eq!(SBox::from_oid("1.2.643.2.2.31.5"), None);
}

#[test]
fn keys_from_passwords() {
    for case in table(include_str!("vectors/hmac_pbkdf2.json"), "pbkdf2") {
        let (password, salt, expected) = (octets(&case, "password"), octets(&case, "salt"), octets(&case, "dk"));
        let iterations = u32::try_from(case["iterations"].as_u64().unwrap()).unwrap();
        let mut derived = vec![0; expected.len()];
        pbkdf2(&password, &salt, iterations, &mut derived).unwrap();
        assert_eq!(derived, expected);
    }
    for given in [0, ITERATIONS_MAX + 1, u32::MAX] {
        assert_eq!(pbkdf2(b"x", b"y", given, &mut [0; 32]), Err(PasswordRefusal::Iterations { given }));
    }
    for given in [0, 257] {
        assert_eq!(pbkdf2(b"x", b"y", 1, &mut vec![0; given]), Err(PasswordRefusal::KeyLength { given }));
    }
}

#[test]
fn digests_of_gost94() {
    let digest = |message: &[u8]| hex::encode(gost::hash::gost94(message));
    assert_eq!(digest(b""), "981e5f3ca30c841487830f84fb433e13ac1101569b9c13584ac483234cd656c0");
    assert_eq!(digest(b"abc"), "b285056dbf18d7392d7677369524dd14747459ed8143997e163b2986f92fd42c");
    let test = <gost::hash::Gost94Test as gost::hash::digest::Digest>::digest(b"");
    assert_eq!(hex::encode(test), "ce85b99cc46752fffee35cab9a7b0278abb4c2d2055cff685af4912c49490f8d");
}
