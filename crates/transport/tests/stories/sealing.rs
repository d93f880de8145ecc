//! Sealing: opened by those it is for and by nobody else, every change noticed, read by OpenSSL and unzip.

use crate::support::tool;
use gost::PrivateKey;
use kernel::{Chance, Moment, Refusal as _};
use pki::{Certificate, Name, Signer as _, keys};
use std::path::Path;
use testkit::authority;
use transport::archive::{self, Member};
use transport::seal::{open, pack, seal, unpack};

const NAME: &str = "NO_USN_0087.xml";

fn recipient(number: u8) -> (PrivateKey, Certificate) {
    let now = Moment::parse_rfc3339("2026-11-28T09:00:00Z").unwrap();
    let name = |name: &str| Name::builder().with(pki::oid::COMMON_NAME, name).build().unwrap();
    let root = authority::root(name("СИМУЛЯТОР, НЕ ФНС"), 1, now);
    let person = authority::person(&root, name("ООО «Ромашка»"), number, now);
    (authority::key(number), person.certificate().clone())
}

fn sealed_to(certificates: &[Certificate], content: &[u8]) -> Vec<u8> {
    let chance = Chance::from_seed([9; 32]);
    seal(NAME, content, certificates, &mut |octets| chance.fill(octets)).unwrap()
}

#[test]
fn each_recipient_opens_and_nobody_else() {
    let [romashka, vasilek, stranger] = [2, 3, 4].map(recipient);
    let sealed = sealed_to(&[romashka.1.clone(), vasilek.1.clone()], b"<report/>");
    for (key, certificate) in [&romashka, &vasilek] {
        let opened = open(&sealed, key, certificate).unwrap();
        assert_eq!((opened.name.as_str(), opened.content.as_slice()), (NAME, &b"<report/>"[..]));
    }
    assert_eq!(open(&sealed, &stranger.0, &stranger.1).unwrap_err().code(), "pki.not-addressed");
    assert_eq!(open(&sealed, &stranger.0, &romashka.1).unwrap_err().code(), "pki.bad-key");
    let nobody = seal(NAME, b"", &[], &mut |octets| octets.fill(1)).unwrap_err();
    assert_eq!(nobody.code(), "pki.absent");
}

#[test]
fn openssl_and_unzip_open_it() {
    let (key, certificate) = recipient(2);
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("sealed"), sealed_to(std::slice::from_ref(&certificate), b"<report/>")).unwrap();
    std::fs::write(path("key.pem"), keys::private_key_to_pem(&key).unwrap().as_bytes()).unwrap();
    std::fs::write(path("cert.pem"), certificate.to_pem().unwrap()).unwrap();
    let words = "cms -decrypt -engine gost -binary -inform DER -in sealed -recip cert.pem -inkey key.pem -out file.zip";
    let placed = ["sealed", "cert.pem", "key.pem", "file.zip"];
    let args: Vec<_> =
        words.split(' ').map(|word| if placed.contains(&word) { path(word) } else { word.into() }).collect();
    let args: Vec<&Path> = args.iter().map(std::path::PathBuf::as_path).collect();
    tool("openssl", "openssl libengine-gost-openssl", &args);
    assert_eq!(tool("unzip", "unzip", &[Path::new("-p"), &path("file.zip"), Path::new(NAME)]), b"<report/>");
}

#[test]
fn every_changed_byte_is_refused_or_means_nothing() {
    let (key, certificate) = recipient(2);
    let sealed = sealed_to(std::slice::from_ref(&certificate), b"<report/>");
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        if let Ok(opened) = open(&changed, &key, &certificate) {
            assert_eq!((opened.name.as_str(), opened.content.as_slice()), (NAME, &b"<report/>"[..]), "byte {at}");
        }
        assert!(open(&sealed[..at], &key, &certificate).is_err(), "cut at {at}");
    }
}

#[test]
fn what_was_packed_is_one_file() {
    let opened = unpack(&pack(NAME, b"<report/>").unwrap()).unwrap();
    assert_eq!((opened.name.as_str(), opened.content.as_slice()), (NAME, &b"<report/>"[..]));
    let file = |name: &str| Member { name: name.to_owned(), content: vec![1], is_stored: false };
    let two = archive::write(&[file("a"), file("b")]).unwrap();
    assert_eq!(unpack(&two).unwrap_err().code(), "transport.archive.members");
    assert_eq!(pack("a/b", b"").unwrap_err().code(), "transport.archive.name");
    assert_eq!(unpack(b"<report/>").unwrap_err().code(), "transport.archive.not-archive");
}
