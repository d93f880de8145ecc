//! A chain of its own for each mark: root, issuing authority, signer, lists.

use gost::{ParamSet, PrivateKey};
use kernel::Moment;
use pki::{
    Authority, Certificate, CertificateOrder, CertificateProfile, KeySigner, KeyUsage, Name, PublicKeyInfo,
    RevocationList, RevocationListDraft, RevocationReason, Revoked, Serial, SignForm, oid, sign_detached,
};
use std::time::Duration;

pub const DAY: Duration = Duration::from_secs(24 * 60 * 60);

pub fn now() -> Moment {
    Moment::parse_rfc3339("2026-11-22T10:00:00Z").unwrap()
}

/// Root, issuing authority and signer, each with its key.
pub struct Cast {
    pub root: KeySigner,
    pub issuing: KeySigner,
    pub signer: KeySigner,
}

fn key(number: u8) -> PrivateKey {
    let mut octets = [number; 32];
    octets[31] = 2;
    PrivateKey::from_le(ParamSet::A, &octets).unwrap()
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

fn order(key: &PrivateKey, subject: &str, serial: u8) -> CertificateOrder {
    CertificateOrder {
        serial: Serial::from_chance([serial; 16]),
        subject: Name::builder().with(oid::COMMON_NAME, subject).build().unwrap(),
        public_key: PublicKeyInfo::of(&key.public_key()),
        not_before: now().minus(DAY),
        not_after: now().plus(DAY * 365),
        crl_urls: Vec::new(),
        ocsp_urls: Vec::new(),
        issuer_urls: Vec::new(),
    }
}

fn holds(key: PrivateKey, certificate: Certificate, chain: Vec<Certificate>) -> KeySigner {
    KeySigner::new(key, certificate, chain, Box::new(|octets| octets.fill(4))).unwrap()
}

impl Cast {
    /// An authority of these names; `seed` tells its keys from those of another cast.
    pub fn new(root_name: &str, issuing_name: &str, signer_name: &str, seed: u8) -> Self {
        let authority =
            |path_len| profile(Authority::Issues { path_len }, KeyUsage::KEY_CERT_SIGN | KeyUsage::CRL_SIGN);
        let (root_key, issuing_key, signer_key) = (key(seed), key(seed + 1), key(seed + 2));
        let root_certificate =
            pki::issue_root(&authority(None), &order(&root_key, root_name, seed), &root_key, &[1; 32]).unwrap();
        let root = holds(root_key, root_certificate.clone(), Vec::new());
        let issuing_certificate =
            pki::issue(&authority(Some(0)), &order(&issuing_key, issuing_name, seed + 1), &root).unwrap();
        let issuing = holds(issuing_key, issuing_certificate.clone(), Vec::new());
        let leaf = profile(Authority::None, KeyUsage::DIGITAL_SIGNATURE | KeyUsage::NON_REPUDIATION);
        let signer_certificate = pki::issue(&leaf, &order(&signer_key, signer_name, seed + 2), &issuing).unwrap();
        let signer = holds(signer_key, signer_certificate, vec![issuing_certificate]);
        Self { root, issuing, signer }
    }

    /// «ООО Ромашка» under an authority that calls itself unqualified.
    pub fn unqualified() -> Self {
        Self::new("Корневой УЦ НЕКВАЛИФИЦИРОВАННЫЙ", "УЦ НЕКВАЛИФИЦИРОВАННЫЙ", "ООО «Ромашка»", 10)
    }

    pub fn sign(&self, content: &[u8]) -> Vec<u8> {
        sign_detached(content, &self.signer, SignForm::CadesBes { at: now() }).unwrap()
    }

    /// PEM of root and issuing authority.
    pub fn authorities_pem(&self) -> String {
        [&self.root, &self.issuing].map(|s| pki::Signer::certificate(s).to_pem().unwrap()).concat()
    }

    /// PEM of the lists of both; the signer stands in the issuing authority's when `revoked`.
    pub fn lists_pem(&self, revoked: bool) -> String {
        let signer = pki::Signer::certificate(&self.signer).serial().clone();
        let entries = if revoked {
            vec![(signer, Revoked { at: now().minus(DAY), reason: RevocationReason::KeyCompromise })]
        } else {
            Vec::new()
        };
        [list(&self.root, 1, now(), Vec::new()), list(&self.issuing, 1, now(), entries)]
            .map(|list| list.to_pem().unwrap())
            .concat()
    }
}

/// A numbered list.
pub fn list(issuer: &KeySigner, number: u64, this_update: Moment, entries: Vec<(Serial, Revoked)>) -> RevocationList {
    let draft = RevocationListDraft { number, this_update, next_update: this_update.plus(DAY * 7), entries };
    RevocationList::build(&draft, issuer).unwrap()
}
