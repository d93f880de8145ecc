//! Keys, and what only keys and passwords open.

use super::cast::Cast;
use super::{CASTS, CONTENT, PASSWORD, ROUNDS_MAX, foreign, framed};
use gost::PrivateKey;
use pki::cms::enveloped::EnvelopedMessage;
use pki::key_container::{KeyContainer, KeyContainerFiles};
use pki::pfx::Pfx;
use pki::{Certificate, Signer as _, keys};
use std::sync::OnceLock;

/// The longest safe that the encoder puts into a file.
const SAFE_BYTES_MAX: usize = 32 * 1024;

/// PKCS#8: a key that was read is written and read alike.
pub fn private_key(octets: &[u8]) {
    let Ok(read) = keys::private_key_from_der(octets) else { return };
    let again = keys::private_key_from_der(&keys::private_key_to_der(&read));
    assert_eq!(again.map(|key| key.public_key()), Ok(read.public_key()));
}

/// EncryptedPrivateKeyInfo under the password of the seeds: what was opened is a key that is written and read alike.
pub fn encrypted_key(octets: &[u8]) {
    let Ok(read) = keys::private_key_from_encrypted_der_within(octets, PASSWORD, ROUNDS_MAX) else { return };
    private_key(&keys::private_key_to_der(&read));
}

/// A PFX as it comes.
pub fn pfx(octets: &[u8]) {
    let Ok(read) = Pfx::open_within(octets, PASSWORD, ROUNDS_MAX) else { return };
    assert!(!read.keys().is_empty());
    for held in read.keys() {
        let certificate = read.certificate_of(&held.key);
        assert!(certificate.is_none_or(|own| read.chain_of(own).len() < read.certificates().len()));
    }
}

/// What lies under a PFX's code of authenticity: the octets are the safe, the code is made anew, so that damage gets past it.
pub fn pfx_safe(octets: &[u8]) {
    static KEY: OnceLock<Vec<u8>> = OnceLock::new();
    if octets.len() <= SAFE_BYTES_MAX {
        pfx(&foreign::sealed(octets, KEY.get_or_init(|| foreign::mac_key(PASSWORD))));
    }
}

/// The files of a container's folder, each after its length in two octets: header, masks, primary, masks2, primary2, name. Opened by the
/// empty password, which costs two rounds.
pub fn key_container(octets: &[u8]) {
    let parts = framed(octets);
    let part = |at: usize| parts.get(at).copied();
    let files = KeyContainerFiles {
        header: part(0).unwrap_or_default(),
        masks: part(1).unwrap_or_default(),
        primary: part(2).unwrap_or_default(),
        masks2: part(3),
        primary2: part(4),
        name: part(5),
    };
    let Ok(read) = KeyContainer::parse(&files) else { return };
    assert!(format!("{read:?}").contains("KeyContainer"));
    if let Ok(key) = read.open("") {
        assert_eq!(key.set(), read.set());
    }
}

/// CMS EnvelopedData, opened by the keys of the casts. Content that would notice changes is the seeds', or none.
pub fn enveloped(octets: &[u8]) {
    static READERS: OnceLock<Vec<(PrivateKey, Certificate)>> = OnceLock::new();
    let readers = READERS.get_or_init(|| {
        let reader = |(seed, set)| {
            let romashka = Cast::with_set(seed, set).romashka;
            (keys::private_key_from_pem(&romashka.key_pem).unwrap(), romashka.signer.certificate().clone())
        };
        CASTS.into_iter().map(reader).collect()
    });
    let Ok(read) = EnvelopedMessage::parse(octets) else { return };
    for (key, certificate) in readers {
        let opened = read.open(key, certificate);
        assert!(opened.is_err() || read.is_for(certificate));
        if let Ok(content) = opened
            && read.notices_changes()
        {
            assert_eq!(content.as_slice(), CONTENT);
        }
    }
}
