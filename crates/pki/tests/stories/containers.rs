//! Containers of CryptoPro's programs, built by an encoder of our own from the public facts: no real one is at hand.

use crate::cast::{Cast, key};
use crate::protected_keys::source;
use gost::gost28147::{Gost28147, SBox};
use gost::hash::{Streebog256, digest::Digest as _};
use gost::{ParamSet, PrivateKey};
use pki::key_container::{KeyContainer, KeyContainerFiles};
use pki::{PkiRefusal, Signer as _, keys};

/// The six files.
struct Folder {
    header: Vec<u8>,
    masks: Vec<u8>,
    primary: Vec<u8>,
    masks2: Vec<u8>,
    primary2: Vec<u8>,
    name: Vec<u8>,
}

impl Folder {
    fn files(&self) -> KeyContainerFiles<'_> {
        KeyContainerFiles {
            header: &self.header,
            masks: &self.masks,
            primary: &self.primary,
            masks2: Some(&self.masks2),
            primary2: Some(&self.primary2),
            name: Some(&self.name),
        }
    }

    fn open(&self, password: &str) -> Result<PrivateKey, PkiRefusal> {
        KeyContainer::parse(&self.files())?.open(password)
    }
}

pub fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    let length = match body.len() {
        short @ 0..=0x7f => vec![u8::try_from(short).unwrap()],
        middle @ 0x80..=0xff => vec![0x81, u8::try_from(middle).unwrap()],
        long => [vec![0x82], u16::try_from(long).unwrap().to_be_bytes().to_vec()].concat(),
    };
    [vec![tag], length, body].concat()
}

pub fn oid(text: &str) -> Vec<u8> {
    tlv(6, &[pki::Oid::new(text).unwrap().as_bytes()])
}

/// Written anew from the description, in another shape than the reader's.
fn password_key(password: &[u8], salt: &[u8]) -> [u8; 32] {
    let hash = |parts: &[&[u8]]| -> [u8; 32] { Streebog256::digest(parts.concat()).into() };
    let mut spread = vec![0; 4 * password.len()];
    spread.iter_mut().step_by(4).zip(password).for_each(|(place, byte)| *place = *byte);
    let first = hash(&[salt, &spread]);
    let (mut inner, mut outer) = ([0x36_u8; 64], [0x5c_u8; 64]);
    let load = |value: &[u8], inner: &mut [u8; 64], outer: &mut [u8; 64]| {
        for (at, byte) in value.iter().enumerate() {
            (inner[at], outer[at]) = (byte ^ 0x36, byte ^ 0x5c);
        }
    };
    load(b"DENEFH028.760246785.IUEFHWUIO.EF", &mut inner, &mut outer);
    for _ in 0..if password.is_empty() { 2 } else { 2000 } {
        load(&hash(&[&inner, &first, &outer, &first]), &mut inner, &mut outer);
    }
    hash(&[&hash(&[&inner[..32], salt, &outer[..32], &spread])])
}

/// `masks.key` and `primary.key` of the key under a mask. With a mask `m` the masked number is `d · m`, which the key `d / (1 / m)` is.
fn masked(key: &PrivateKey, password: &str, fill: &mut dyn FnMut(&mut [u8])) -> (Vec<u8>, Vec<u8>) {
    let set = key.set();
    let mask = PrivateKey::generate(set, fill).unwrap().to_le();
    let mut one = vec![0; set.size_bytes()];
    one[0] = 1;
    let inverse = PrivateKey::from_masked(set, &one, &mask).unwrap().to_le();
    let mut number = PrivateKey::from_masked(set, &key.to_le(), &inverse).unwrap().to_le();
    let mut salt = [0; 12];
    fill(&mut salt);
    let cipher = Gost28147::new(&password_key(password.as_bytes(), &salt), SBox::Z);
    number.as_chunks_mut().0.iter_mut().for_each(|block| cipher.encrypt_block(block));
    let masks = tlv(0x30, &[&tlv(4, &[&mask]), &tlv(4, &[&salt]), &tlv(4, &[&[0; 4]])]);
    (masks, tlv(0x30, &[&tlv(4, &[&number])]))
}

fn parameters(agreement: &str, set: ParamSet, digest: &str) -> Vec<u8> {
    let algorithm = tlv(0xa0, &[&oid(agreement), &tlv(0x30, &[&oid(set.oid()), &oid(digest)])]);
    tlv(0x30, &[&tlv(3, &[&[5, 0xa0]]), &algorithm])
}

fn folder(key: &PrivateKey, certificate: Option<&[u8]>, password: &str, fill: &mut dyn FnMut(&mut [u8])) -> Folder {
    let (agreement, digest) = match key.set().size_bytes() {
        64 => ("1.2.643.7.1.1.6.2", "1.2.643.7.1.1.2.3"),
        _ => ("1.2.643.7.1.1.6.1", "1.2.643.7.1.1.2.2"),
    };
    let content = tlv(
        0x30,
        &[
            &tlv(3, &[&[4, 0x40]]),
            &parameters(agreement, key.set(), digest),
            &tlv(0x82, &[&[1, 2, 3, 4]]),
            &certificate.map(|der| tlv(0x85, &[der])).unwrap_or_default(),
            &tlv(0x8a, &[&key.public_key().to_octets()[..8]]),
        ],
    );
    let (masks, primary) = masked(key, password, fill);
    let (masks2, primary2) = masked(key, password, fill);
    let name = tlv(0x30, &[&tlv(0x16, &[b"\xd0\xee\xec\xe0\xf8\xea\xe0 1"])]);
    let header = tlv(0x30, &[&content, &tlv(4, &[&[0; 4]])]);
    Folder { header, masks, primary, masks2, primary2, name }
}

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
