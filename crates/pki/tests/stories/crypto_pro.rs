//! PFX files in the form of CryptoPro's programs, built by an encoder of our own from the public facts (the numbers of the protection
//! are checked against published ones inside the crate): no real file is at hand.

use crate::cast::{Cast, key};
use crate::containers::{oid, tlv};
use crate::protected_keys::source;
use gost::gost28147::{Gost28147, Imit, KeyMeshing, SBox, cfb_encrypt};
use gost::hash::{gost94, hmac_streebog256};
use gost::{ParamSet, PrivateKey};
use pki::pfx::Pfx;
use pki::{PkiRefusal, Signer as _, keys};
use sha1::{Digest as _, Sha1};

const DATA: &str = "1.2.840.113549.1.7.1";
const ROUNDS: [u8; 2] = [0x07, 0xd0];

fn transport_key(password: &str, salt: &[u8]) -> [u8; 32] {
    let mut link: Vec<u8> = password.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for round in 1..=u16::from_be_bytes(ROUNDS) {
        link = gost94(&[&link, salt, &round.to_be_bytes()[..]].concat()).to_vec();
    }
    link.try_into().unwrap()
}

/// The key in its export form, encrypted for the bag.
fn shrouded(key: &PrivateKey, password: &str, salt: &[u8]) -> Vec<u8> {
    let (agreement, digest) = match key.set().size_bytes() {
        64 => ("1.2.643.7.1.1.6.2", "1.2.643.7.1.1.2.3"),
        _ => ("1.2.643.7.1.1.6.1", "1.2.643.7.1.1.2.2"),
    };
    let transport = transport_key(password, salt);
    let ukm = [7_u8; 8];
    let export = hmac_streebog256(&transport, &[&[1, 0x26, 0xbd, 0xb8, 0x78, 0][..], &ukm, &[1, 0]].concat());
    let mut wrapped = key.to_le().to_vec();
    let mut begun = wrapped.clone();
    begun.iter_mut().zip(ukm).for_each(|(octet, start)| *octet ^= start);
    let mut imit = Imit::new(&export, (SBox::CryptoProA, KeyMeshing::None));
    imit.update(&begun);
    let code = imit.finish().unwrap();
    let cipher = Gost28147::new(&export, SBox::CryptoProA);
    wrapped.as_chunks_mut().0.iter_mut().for_each(|block| cipher.encrypt_block(block));
    let algorithm = [oid(agreement), tlv(0x30, &[&oid(key.set().oid()), &oid(digest)])].concat();
    let parameters = tlv(0xa0, &[&tlv(3, &[&[5, 0xa0]]), &tlv(0xa0, &[&algorithm])]);
    let value = tlv(0x30, &[&tlv(4, &[&ukm]), &tlv(0x30, &[&tlv(4, &[&wrapped]), &tlv(4, &[&code])]), &parameters]);
    let blob = [vec![0; 16], tlv(0x30, &[&value, &tlv(4, &[&[0; 4]])])].concat();
    let mut info = tlv(0x30, &[&tlv(2, &[&[0]]), &tlv(0x30, &[&algorithm]), &tlv(4, &[&blob])]);
    cfb_encrypt(&transport, (SBox::CryptoProA, KeyMeshing::None), &salt[..8], &mut info).unwrap();
    let protection = tlv(0x30, &[&tlv(4, &[salt]), &tlv(2, &[&ROUNDS])]);
    tlv(0x30, &[&tlv(0x30, &[&oid("1.2.840.113549.1.12.1.80"), &protection]), &tlv(4, &[&info])])
}

fn data(content: &[u8]) -> Vec<u8> {
    tlv(0x30, &[&oid(DATA), &tlv(0xa0, &[&tlv(4, &[content])])])
}

fn hmac_sha1(key: &[u8], message: &[u8]) -> Vec<u8> {
    let pad = |mask: u8| -> Vec<u8> { (0..64).map(|at| key.get(at).copied().unwrap_or(0) ^ mask).collect() };
    let inner = Sha1::digest([pad(0x36), message.to_vec()].concat());
    Sha1::digest([pad(0x5c), inner.to_vec()].concat()).to_vec()
}

/// The code of authenticity as older programs make it (RFC 7292 appendix B).
fn file(parts: &[Vec<u8>], password: &str) -> Vec<u8> {
    let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
    let safe = tlv(0x30, &parts);
    let salt = [9_u8; 8];
    let text: Vec<u8> = password.encode_utf16().chain([0]).flat_map(u16::to_be_bytes).collect();
    let over = |bytes: &[u8]| -> Vec<u8> { bytes.iter().copied().cycle().take(64).collect() };
    assert!(text.len() <= 64);
    let mut mac_key = Sha1::digest([vec![3; 64], over(&salt), over(&text)].concat());
    for _ in 1..u16::from_be_bytes(ROUNDS) {
        mac_key = Sha1::digest(mac_key);
    }
    let code = hmac_sha1(&mac_key, &safe);
    let info = tlv(0x30, &[&tlv(0x30, &[&oid("1.3.14.3.2.26"), &[5, 0]]), &tlv(4, &[&code])]);
    let mac = tlv(0x30, &[&info, &tlv(4, &[&salt]), &tlv(2, &[&ROUNDS])]);
    tlv(0x30, &[&tlv(2, &[&[3]]), &data(&safe), &mac])
}

fn key_part(shrouded: &[u8]) -> Vec<u8> {
    data(&tlv(0x30, &[&tlv(0x30, &[&oid("1.2.840.113549.1.12.10.1.2"), &tlv(0xa0, &[shrouded])])]))
}

fn certificate_part(der: &[u8]) -> Vec<u8> {
    let held = tlv(0x30, &[&oid("1.2.840.113549.1.9.22.1"), &tlv(0xa0, &[&tlv(4, &[der])])]);
    data(&tlv(0x30, &[&tlv(0x30, &[&oid("1.2.840.113549.1.12.10.1.3"), &tlv(0xa0, &[&held])])]))
}

#[test]
fn the_key_is_read_on_every_set() {
    let (chance, _) = source(95);
    for set in ParamSet::ALL {
        let key = key(&chance, set);
        for password in ["", "123456", "пароль"] {
            let salt: [u8; 16] = chance.octets();
            let sealed = file(&[key_part(&shrouded(&key, password, &salt))], password);
            let pfx = Pfx::open(&sealed, password).unwrap();
            assert_eq!((pfx.keys()[0].key.set(), pfx.keys()[0].key.to_le()), (set, key.to_le()));
            assert_eq!(Pfx::open(&sealed, "other").unwrap_err(), PkiRefusal::NotOpened);
            // the key under another password than the file
            let mixed = file(&[key_part(&shrouded(&key, "inner", &salt))], password);
            assert_eq!(Pfx::open(&mixed, password).unwrap_err(), PkiRefusal::NotOpened);
        }
    }
}

#[test]
fn certificates_are_read_plain_and_named_when_under_rc2() {
    let cast = Cast::new(96);
    let key = keys::private_key_from_pem(&cast.romashka.key_pem).unwrap();
    let certificate = cast.romashka.signer.certificate();
    let key_part = key_part(&shrouded(&key, "123456", &[5; 16]));
    let pfx =
        Pfx::open(&file(&[key_part.clone(), certificate_part(certificate.to_der())], "123456"), "123456").unwrap();
    assert_eq!(pfx.certificate_of(&key), Some(certificate));
    // pbeWithSHAAnd40BitRC2-CBC, under which CryptoPro's programs put certificates
    let protection = tlv(0x30, &[&tlv(4, &[&[1; 8]]), &tlv(2, &[&ROUNDS])]);
    let identifier = tlv(0x30, &[&oid("1.2.840.113549.1.12.1.6"), &protection]);
    let encrypted = tlv(0x30, &[&oid(DATA), &identifier, &tlv(0x80, &[&[0; 64]])]);
    let held = tlv(0xa0, &[&tlv(0x30, &[&tlv(2, &[&[0]]), &encrypted])]);
    let part = tlv(0x30, &[&oid("1.2.840.113549.1.7.6"), &held]);
    let pfx = Pfx::open(&file(&[part, key_part], "123456"), "123456").unwrap();
    assert_eq!((pfx.keys().len(), pfx.certificates().len(), pfx.left_out().len()), (1, 0, 1));
}

/// The code in the bag covers the key itself, so a changed byte there is refused even when the file's code is made anew.
#[test]
fn a_changed_key_is_refused() {
    let (chance, _) = source(97);
    let key = key(&chance, ParamSet::XA);
    let good = shrouded(&key, "123456", &[5; 16]);
    for at in (0..good.len()).step_by(3) {
        let mut changed = good.clone();
        changed[at] ^= 1 << (at % 8);
        let Ok(pfx) = Pfx::open(&file(&[key_part(&changed)], "123456"), "123456") else { continue };
        // the name of the set is outside the code
        assert_eq!(pfx.keys()[0].key.to_le(), key.to_le(), "at {at}");
    }
}
