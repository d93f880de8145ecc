//! Authorities and signers of the stories.

use std::sync::Arc;
use std::time::Duration;

use gost::{ParamSet, PrivateKey};
use kernel::{Cx, Moment};
use pki::{
    CertificateOrder, CertificateProfile, KeySigner, KeyUsage, Name, PublicKeyInfo, RevocationList,
    RevocationListDraft, RevocationReason, Revoked, Serial, Signer,
};
use store::{No, Store};
use trust::{OwnAuthority, OwnRole, register_own_authority, register_own_list};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A root that issues by itself.
pub struct Authority {
    signer: Arc<KeySigner>,
    made_at: Moment,
}

/// A certificate with its key.
pub struct Signs {
    signer: Arc<KeySigner>,
}

fn key(seed: u8) -> PrivateKey {
    let mut next = seed;
    PrivateKey::generate(ParamSet::XA, &mut |bytes: &mut [u8]| {
        for byte in bytes {
            next = next.wrapping_mul(37).wrapping_add(seed | 1);
            *byte = next;
        }
    })
    .unwrap()
}

fn again(key: &PrivateKey) -> PrivateKey {
    pki::keys::private_key_from_der(&pki::keys::private_key_to_der(key)).unwrap()
}

fn hedge(bytes: &mut [u8]) {
    bytes.fill(5);
}

fn profile(authority: pki::Authority, key_usage: KeyUsage) -> CertificateProfile {
    CertificateProfile {
        name: "story".into(),
        validity_days_max: 5000,
        authority,
        key_usage,
        purposes: Vec::new(),
        policies: Vec::new(),
        subject_requires: Vec::new(),
        names_issuer_in_key_id: false,
    }
}

fn order(subject: Name, key: &PrivateKey, from: Moment, days: u32, seed: u8) -> CertificateOrder {
    CertificateOrder {
        serial: Serial::from_chance([seed; 16]),
        subject,
        public_key: PublicKeyInfo::of(&key.public_key()),
        not_before: from,
        not_after: from.plus(DAY * days),
        crl_urls: Vec::new(),
        ocsp_urls: Vec::new(),
        issuer_urls: Vec::new(),
    }
}

impl Authority {
    pub fn new(name: &str, now: Moment, seed: u8) -> Self {
        let key = key(seed);
        let subject = Name::builder().cn(name).o("Свиток").c("RU").build().unwrap();
        let from = now.minus(DAY * 1000);
        let usage = KeyUsage::KEY_CERT_SIGN | KeyUsage::CRL_SIGN;
        let profile = profile(pki::Authority::Issues { path_len: None }, usage);
        let order = order(subject, &key, from, 4000, seed);
        let root = pki::issue_root(&profile, &order, &key, &[3; 32]).unwrap();
        let signer = KeySigner::new(again(&key), root, Vec::new(), Box::new(hedge)).unwrap();
        Self { signer: Arc::new(signer), made_at: now }
    }

    /// A certificate from 300 days before `now` on, for 600 days.
    pub fn signs(&self, name: &str, inn: &str, now: Moment, seed: u8) -> Signs {
        self.signs_for(name, inn, now.minus(DAY * 300), (600, seed))
    }

    pub fn signs_for(&self, name: &str, inn: &str, from: Moment, (days, seed): (u32, u8)) -> Signs {
        let key = key(seed);
        let subject = Name::builder()
            .cn(name)
            .surname("Директор")
            .given_name("Общества")
            .o(name)
            .title("Генеральный директор")
            .inn_le(inn)
            .c("RU")
            .build()
            .unwrap();
        let usage = KeyUsage::DIGITAL_SIGNATURE | KeyUsage::NON_REPUDIATION;
        let profile = profile(pki::Authority::None, usage);
        let order = order(subject, &key, from, days, seed);
        let certificate = pki::issue(&profile, &order, self.signer.as_ref()).unwrap();
        Signs { signer: Arc::new(KeySigner::new(again(&key), certificate, Vec::new(), Box::new(hedge)).unwrap()) }
    }

    pub fn list(&self, number: u64, at: Moment, revoked: &[&Signs]) -> RevocationList {
        let entries = revoked.iter().map(|signs| {
            let entry = Revoked { at, reason: RevocationReason::KeyCompromise };
            (signs.signer.certificate().serial().clone(), entry)
        });
        let draft = RevocationListDraft {
            number,
            this_update: at.minus(DAY * 950),
            next_update: at.plus(DAY * 3000),
            entries: entries.collect(),
        };
        RevocationList::build(&draft, self.signer.as_ref()).unwrap()
    }

    /// Makes the authority and its empty list known.
    pub async fn register(&self, store: &Store, cx: &Cx) {
        let own = OwnAuthority { certificate: self.signer.certificate().clone(), role: OwnRole::Root };
        let list = self.list(1, self.made_at, &[]);
        let written = store.write(cx, (own, list), |tx, cx, (own, list)| {
            Box::pin(async move {
                register_own_authority(tx, cx, own).await?;
                register_own_list(tx, cx, list).await?;
                Ok::<_, No<trust::Refusal>>(())
            })
        });
        written.await.unwrap();
    }

    pub async fn revoke(&self, store: &Store, cx: &Cx, trust: &trust::Trust, signs: &Signs) {
        let list = self.list(2, cx.now, &[signs]);
        let written = store.write(cx, list, |tx, cx, list| {
            Box::pin(async move { Ok::<_, No<trust::Refusal>>(register_own_list(tx, cx, list).await?) })
        });
        written.await.unwrap();
        trust.refresh(store).await.unwrap();
    }
}

impl Signs {
    pub fn detached(&self, content: &[u8], at: Moment) -> Vec<u8> {
        pki::sign_detached(content, self.signer.as_ref(), pki::SignForm::CadesBes { at }).unwrap()
    }

    pub fn signer(&self) -> Arc<dyn Signer> {
        self.signer.clone()
    }
}
