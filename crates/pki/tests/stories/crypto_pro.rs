//! PFX files in the form of CryptoPro's programs, built by an encoder of our own from the public facts (the numbers of the protection
//! are checked against published ones inside the crate): no real file is at hand.

use crate::cast::{Cast, key};
use crate::foreign::{DATA, ROUNDS, certificate_part, file, key_part, oid, shrouded, tlv};
use crate::protected_keys::source;
use gost::ParamSet;
use pki::pfx::Pfx;
use pki::{PkiRefusal, Signer as _, keys};

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
