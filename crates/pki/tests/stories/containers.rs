//! Containers of CryptoPro's programs, built by an encoder of our own (`foreign.rs`): no real one is at hand.

use crate::cast::{Cast, key};
use crate::foreign::{Folder, folder, parameters, tlv};
use crate::protected_keys::source;
use gost::ParamSet;
use pki::key_container::{KeyContainer, KeyContainerFiles};
use pki::{PkiRefusal, Signer as _, keys};

#[test]
fn the_key_comes_back_on_every_set() {
    let (chance, mut fill) = source(90);
    for set in ParamSet::ALL {
        let key = key(&chance, set);
        for password in ["", "1", "12345678", "a long password, with 1 comma"] {
            let folder = folder(&key, None, password, &mut fill);
            let container = KeyContainer::parse(&folder.files()).unwrap();
            assert_eq!((container.set(), container.name(), container.is_exportable()), (set, Some("Ромашка 1"), true));
            assert_eq!(container.open(password).unwrap().to_le(), key.to_le());
            for wrong in ["2", "12345679", if password.is_empty() { " " } else { "" }] {
                assert_eq!(container.open(wrong).unwrap_err(), PkiRefusal::NotOpened);
            }
        }
    }
}

#[test]
fn the_second_copy_opens_when_the_first_is_damaged() {
    let cast = Cast::new(91);
    let mut fill = |bytes: &mut [u8]| cast.chance.fill(bytes);
    let key = keys::private_key_from_pem(&cast.romashka.key_pem).unwrap();
    let certificate = cast.romashka.signer.certificate();
    let mut folder = folder(&key, Some(certificate.to_der()), "1234", &mut fill);
    let container = KeyContainer::parse(&folder.files()).unwrap();
    assert_eq!(container.certificate(), Some(certificate));
    *folder.primary.last_mut().unwrap() ^= 1;
    assert_eq!(folder.open("1234").unwrap().to_le(), key.to_le());
    *folder.primary2.last_mut().unwrap() ^= 1;
    assert_eq!(folder.open("1234").unwrap_err(), PkiRefusal::NotOpened);
}

#[test]
fn no_wrong_key_is_given_out() {
    let (chance, mut fill) = source(92);
    let key = key(&chance, ParamSet::XA);
    let good = folder(&key, None, "", &mut fill);
    let first_pair = |folder: &Folder| {
        let files = KeyContainerFiles { masks2: None, primary2: None, ..folder.files() };
        KeyContainer::parse(&files)?.open("")
    };
    for which in 0..3 {
        let length = [good.header.len(), good.masks.len(), good.primary.len()][which];
        for at in 0..length {
            let mut folder = Folder {
                header: good.header.clone(),
                masks: good.masks.clone(),
                primary: good.primary.clone(),
                masks2: vec![],
                primary2: vec![],
                name: good.name.clone(),
            };
            [&mut folder.header, &mut folder.masks, &mut folder.primary][which][at] ^= 1 << (at % 8);
            if let Ok(opened) = first_pair(&folder) {
                assert_eq!(opened.to_le(), key.to_le(), "file {which} at {at}");
                assert!(opened.set().is_same_curve(key.set()));
            }
        }
    }
}

#[test]
fn what_is_not_read_is_named() {
    let (chance, mut fill) = source(93);
    let key = key(&chance, ParamSet::A);
    let mut folder = folder(&key, None, "", &mut fill);
    assert_eq!(folder.open("пароль").unwrap_err(), PkiRefusal::Password("characters outside ASCII"));
    assert_eq!(folder.open(&"1".repeat(257)).unwrap_err(), PkiRefusal::Password("too long"));
    let header = |parts: &[&[u8]]| tlv(0x30, &[&tlv(0x30, parts), &tlv(4, &[&[0; 4]])]);
    let flags = tlv(3, &[&[4, 0x40]]);
    let fingerprint = tlv(0x8a, &[&[0; 8]]);
    folder.header = header(&[&flags, &parameters("1.2.643.2.2.98", ParamSet::XA, "1.2.643.2.2.30.1"), &fingerprint]);
    assert!(matches!(folder.open(""), Err(PkiRefusal::UnknownProtection(_))));
    folder.header = header(&[&flags, &parameters("1.2.643.7.1.1.6.1", ParamSet::XA, "1.2.643.7.1.1.2.2")]);
    assert_eq!(folder.open("").unwrap_err(), PkiRefusal::Absent("fingerprint of the key"));
    folder.header = vec![0x30; 100];
    assert!(folder.open("").is_err());
    folder.header = vec![0; 65 * 1024];
    assert!(matches!(folder.open(""), Err(PkiRefusal::OverLimit { .. })));
}
