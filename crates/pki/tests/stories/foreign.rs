//! Encoders of CryptoPro's forms, of our own, from the public facts: its key containers and its PFX. No real files are at hand.

use gost::gost28147::{Gost28147, Imit, KeyMeshing, SBox, cfb_encrypt};
use gost::hash::{Streebog256, digest::Digest as _, gost94, hmac_streebog256};
use gost::{ParamSet, PrivateKey};
use pki::PkiRefusal;
use pki::key_container::{KeyContainer, KeyContainerFiles};
use sha1::Sha1;

/// The six files.
pub struct Folder {
    pub header: Vec<u8>,
    pub masks: Vec<u8>,
    pub primary: Vec<u8>,
    pub masks2: Vec<u8>,
    pub primary2: Vec<u8>,
    pub name: Vec<u8>,
}

impl Folder {
    pub fn files(&self) -> KeyContainerFiles<'_> {
        KeyContainerFiles {
            header: &self.header,
            masks: &self.masks,
            primary: &self.primary,
            masks2: Some(&self.masks2),
            primary2: Some(&self.primary2),
            name: Some(&self.name),
        }
    }

    pub fn open(&self, password: &str) -> Result<PrivateKey, PkiRefusal> {
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

pub fn parameters(agreement: &str, set: ParamSet, digest: &str) -> Vec<u8> {
    let algorithm = tlv(0xa0, &[&oid(agreement), &tlv(0x30, &[&oid(set.oid()), &oid(digest)])]);
    tlv(0x30, &[&tlv(3, &[&[5, 0xa0]]), &algorithm])
}

pub fn folder(key: &PrivateKey, certificate: Option<&[u8]>, password: &str, fill: &mut dyn FnMut(&mut [u8])) -> Folder {
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

pub const DATA: &str = "1.2.840.113549.1.7.1";
/// Of every derivation, big-endian: as few as are read, real files have 2 000.
pub const ROUNDS: [u8; 2] = [0x03, 0xe8];
const MAC_SALT: [u8; 8] = [9; 8];

fn transport_key(password: &str, salt: &[u8]) -> [u8; 32] {
    let mut link: Vec<u8> = password.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for round in 1..=u16::from_be_bytes(ROUNDS) {
        link = gost94(&[&link, salt, &round.to_be_bytes()[..]].concat()).to_vec();
    }
    link.try_into().unwrap()
}

/// The key in its export form, encrypted for the bag.
pub fn shrouded(key: &PrivateKey, password: &str, salt: &[u8]) -> Vec<u8> {
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

pub fn data(content: &[u8]) -> Vec<u8> {
    tlv(0x30, &[&oid(DATA), &tlv(0xa0, &[&tlv(4, &[content])])])
}

fn hmac_sha1(key: &[u8], message: &[u8]) -> Vec<u8> {
    let pad = |mask: u8| -> Vec<u8> { (0..64).map(|at| key.get(at).copied().unwrap_or(0) ^ mask).collect() };
    let inner = Sha1::digest([pad(0x36), message.to_vec()].concat());
    Sha1::digest([pad(0x5c), inner.to_vec()].concat()).to_vec()
}

/// The key of the code of authenticity as older programs make it (RFC 7292 appendix B).
pub fn mac_key(password: &str) -> Vec<u8> {
    let text: Vec<u8> = password.encode_utf16().chain([0]).flat_map(u16::to_be_bytes).collect();
    let over = |bytes: &[u8]| -> Vec<u8> { bytes.iter().copied().cycle().take(64).collect() };
    assert!(text.len() <= 64);
    let mut key = Sha1::digest([vec![3; 64], over(&MAC_SALT), over(&text)].concat());
    for _ in 1..u16::from_be_bytes(ROUNDS) {
        key = Sha1::digest(key);
    }
    key.to_vec()
}

/// A file with the code of authenticity of a safe.
pub fn sealed(safe: &[u8], mac_key: &[u8]) -> Vec<u8> {
    let code = hmac_sha1(mac_key, safe);
    let info = tlv(0x30, &[&tlv(0x30, &[&oid("1.3.14.3.2.26"), &[5, 0]]), &tlv(4, &[&code])]);
    let mac = tlv(0x30, &[&info, &tlv(4, &[&MAC_SALT]), &tlv(2, &[&ROUNDS])]);
    tlv(0x30, &[&tlv(2, &[&[3]]), &data(safe), &mac])
}

pub fn safe(parts: &[Vec<u8>]) -> Vec<u8> {
    tlv(0x30, &parts.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

pub fn file(parts: &[Vec<u8>], password: &str) -> Vec<u8> {
    sealed(&safe(parts), &mac_key(password))
}

pub fn key_part(shrouded: &[u8]) -> Vec<u8> {
    data(&tlv(0x30, &[&tlv(0x30, &[&oid("1.2.840.113549.1.12.10.1.2"), &tlv(0xa0, &[shrouded])])]))
}

pub fn certificate_part(der: &[u8]) -> Vec<u8> {
    let held = tlv(0x30, &[&oid("1.2.840.113549.1.9.22.1"), &tlv(0xa0, &[&tlv(4, &[der])])]);
    data(&tlv(0x30, &[&tlv(0x30, &[&oid("1.2.840.113549.1.12.10.1.3"), &tlv(0xa0, &[&held])])]))
}
