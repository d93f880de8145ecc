//! Authorities of the stories: keys told apart by a number, the same in every run, and certificates under them.

use gost::{ParamSet, PrivateKey};
use kernel::Moment;
use pki::{
    Authority, Certificate, CertificateOrder, CertificateProfile, KeySigner, KeyUsage, Name, PublicKeyInfo,
    RevocationList, RevocationListDraft, Revoked, Serial, Signer as _,
};
use std::time::Duration;

/// A day.
pub const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A key of its own for each number.
#[must_use]
pub fn key(number: u8) -> PrivateKey {
    let mut octets = [number; 32];
    if let Some(last) = octets.last_mut() {
        *last = 2;
    }
    PrivateKey::from_le(ParamSet::A, &octets).expect("a number below the order of the group")
}

/// A key with its certificate, able to sign.
#[must_use]
pub fn signer(key: PrivateKey, certificate: Certificate, chain: Vec<Certificate>) -> KeySigner {
    KeySigner::new(key, certificate, chain, Box::new(|octets| octets.fill(4))).expect("the key of the certificate")
}

fn profile(authority: Authority, key_usage: KeyUsage) -> CertificateProfile {
    CertificateProfile {
        name: "story".to_owned(),
        validity_days_max: 4_000,
        authority,
        key_usage,
        purposes: Vec::new(),
        policies: Vec::new(),
        subject_requires: Vec::new(),
        names_issuer_in_key_id: false,
    }
}

/// Of an authority that may have this many authorities below it.
fn issuing(path_len: Option<u8>) -> CertificateProfile {
    profile(Authority::Issues { path_len }, KeyUsage::KEY_CERT_SIGN | KeyUsage::CRL_SIGN)
}

fn order(key: &PrivateKey, subject: Name, serial: u8, now: Moment) -> CertificateOrder {
    CertificateOrder {
        serial: Serial::from_chance([serial; 16]),
        subject,
        public_key: PublicKeyInfo::of(&key.public_key()),
        not_before: now.minus(DAY),
        not_after: now.plus(DAY * 365),
        crl_urls: Vec::new(),
        ocsp_urls: Vec::new(),
        issuer_urls: Vec::new(),
    }
}

/// A self-signed authority, in force since yesterday for a year; `number` tells its key and serial from others'.
#[must_use]
pub fn root(subject: Name, number: u8, now: Moment) -> KeySigner {
    let own = key(number);
    let certificate = pki::issue_root(&issuing(None), &order(&own, subject, number, now), &own, &[1; 32]);
    signer(own, certificate.expect("the order fits the profile"), Vec::new())
}

/// An authority under another that issues to people only.
#[must_use]
pub fn authority(under: &KeySigner, subject: Name, number: u8, now: Moment) -> KeySigner {
    let certificate = pki::issue(&issuing(Some(0)), &order(&key(number), subject, number, now), under);
    signer(key(number), certificate.expect("the order fits the profile"), Vec::new())
}

/// A person's key for signing and for letters to them, certified by this authority, with its certificate beside.
#[must_use]
pub fn person(under: &KeySigner, subject: Name, number: u8, now: Moment) -> KeySigner {
    let usage = KeyUsage::DIGITAL_SIGNATURE | KeyUsage::NON_REPUDIATION | KeyUsage::KEY_ENCIPHERMENT;
    let order = order(&key(number), subject, number, now);
    let certificate = pki::issue(&profile(Authority::None, usage), &order, under).expect("the order fits the profile");
    signer(key(number), certificate, vec![under.certificate().clone()])
}

/// A numbered list of a week.
#[must_use]
pub fn list(issuer: &KeySigner, number: u64, this_update: Moment, entries: Vec<(Serial, Revoked)>) -> RevocationList {
    let draft = RevocationListDraft { number, this_update, next_update: this_update.plus(DAY * 7), entries };
    RevocationList::build(&draft, issuer).expect("an authority signs its own list")
}
