//! An authority that the program knows nothing of.

use gost::{ParamSet, PrivateKey};
use kernel::{Chance, Moment};
use pki::{
    Authority, CertificateOrder, CertificateProfile, KeySigner, KeyUsage, Name, PublicKeyInfo, Serial, SignForm,
};
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

fn profile(authority: Authority, key_usage: KeyUsage) -> CertificateProfile {
    CertificateProfile {
        name: "foreign".into(),
        validity_days_max: 400,
        authority,
        key_usage,
        purposes: Vec::new(),
        policies: Vec::new(),
        subject_requires: Vec::new(),
        names_issuer_in_key_id: false,
    }
}

fn order(subject: Name, key: &PrivateKey, now: Moment, serial: u8) -> CertificateOrder {
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

/// A signature by a certificate for the organization that an unknown authority issued.
pub fn signature(content: &[u8], (name, inn): (&str, &str), chance: &Chance, now: Moment) -> Vec<u8> {
    let key = || PrivateKey::generate(ParamSet::XA, &mut |octets| chance.fill(octets)).unwrap();
    let hedge = |octets: &mut [u8]| octets.fill(5);
    let (root_key, key) = (key(), key());
    let subject = Name::builder().cn("УЦ чужой").c("RU").build().unwrap();
    let usage = KeyUsage::KEY_CERT_SIGN | KeyUsage::CRL_SIGN;
    let root_profile = profile(Authority::Issues { path_len: None }, usage);
    let root = pki::issue_root(&root_profile, &order(subject, &root_key, now, 1), &root_key, &[3; 32]).unwrap();
    let root = KeySigner::new(root_key, root, Vec::new(), Box::new(hedge)).unwrap();
    let subject = Name::builder().cn(name).o(name).inn_le(inn).c("RU").build().unwrap();
    let profile = profile(Authority::None, KeyUsage::DIGITAL_SIGNATURE | KeyUsage::NON_REPUDIATION);
    let certificate = pki::issue(&profile, &order(subject, &key, now, 2), &root).unwrap();
    let signer = KeySigner::new(key, certificate, Vec::new(), Box::new(hedge)).unwrap();
    pki::sign_detached(content, &signer, SignForm::CadesBes { at: now }).unwrap()
}
