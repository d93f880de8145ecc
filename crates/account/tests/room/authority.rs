//! An authority of the stories: a root, and people with keys under it.

use gost::{ParamSet, PrivateKey};
use kernel::{Caller, Chance, Cx, Moment};
use pki::{
    Authority, Certificate, CertificateOrder, CertificateProfile, KeySigner, KeyUsage, Name, NameBuilder,
    PublicKeyInfo, RevocationList, RevocationListDraft, RevocationReason, Revoked, Serial, SignForm, Signer as _,
    sign_detached,
};
use std::time::Duration;
use store::{No, Store};
use trust::{OwnAuthority, OwnRole, Trust, register_own_authority, register_own_list};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A root that issues to people.
pub struct Root {
    signer: KeySigner,
    now: Moment,
}

/// Who holds a key and its certificate.
pub struct Holder {
    pub key: PrivateKey,
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

fn holds(key: PrivateKey, certificate: Certificate) -> KeySigner {
    KeySigner::new(key, certificate, Vec::new(), Box::new(|octets| octets.fill(4))).unwrap()
}

impl Root {
    /// A root of this name; `seed` tells its key from others'.
    pub fn new(name: &str, seed: u8, now: Moment) -> Self {
        let key = key(seed);
        let profile = profile(Authority::Issues { path_len: None }, KeyUsage::KEY_CERT_SIGN | KeyUsage::CRL_SIGN);
        let subject = Name::builder().cn(name).build().unwrap();
        let certificate = pki::issue_root(&profile, &order(&key, subject, seed, now), &key, &[1; 32]).unwrap();
        Self { signer: holds(key, certificate), now }
    }

    /// A person's certificate.
    pub fn issue(&self, subject: NameBuilder, seed: u8) -> Holder {
        let usage = KeyUsage::DIGITAL_SIGNATURE | KeyUsage::NON_REPUDIATION | KeyUsage::KEY_ENCIPHERMENT;
        let order = order(&key(seed), subject.build().unwrap(), seed, self.now);
        let certificate = pki::issue(&profile(Authority::None, usage), &order, &self.signer).unwrap();
        Holder { key: key(seed), signer: holds(key(seed), certificate) }
    }

    /// Makes the host trust this root.
    pub async fn is_trusted_by(&self, store: &Store, trust: &Trust) {
        let own = OwnAuthority { certificate: self.signer.certificate().clone(), role: OwnRole::Root };
        let cx = self.cx();
        let added = store.write(&cx, own, |tx, cx, own| {
            Box::pin(async move { Ok::<(), No<trust::Refusal>>(register_own_authority(tx, cx, own).await?) })
        });
        added.await.unwrap();
        trust.refresh(store).await.unwrap();
    }

    /// Publishes a list with these revoked.
    pub async fn publishes(&self, store: &Store, trust: &Trust, (number, revoked): (u64, &[&Holder])) {
        let entry = |holder: &&Holder| {
            let serial = holder.signer.certificate().serial().clone();
            (serial, Revoked { at: self.now, reason: RevocationReason::KeyCompromise })
        };
        let entries = revoked.iter().map(entry).collect();
        let (this_update, next_update) = (self.now, self.now.plus(DAY * 7));
        let draft = RevocationListDraft { number, this_update, next_update, entries };
        let list = RevocationList::build(&draft, &self.signer).unwrap();
        let cx = self.cx();
        let taken = store.write(&cx, list, |tx, cx, list| {
            Box::pin(async move { Ok::<(), No<trust::Refusal>>(register_own_list(tx, cx, list).await?) })
        });
        taken.await.unwrap();
        trust.refresh(store).await.unwrap();
    }

    fn cx(&self) -> Cx {
        Cx::new(Caller::System, self.now, Chance::from_seed([2; 32]))
    }
}

impl Holder {
    pub fn certificate(&self) -> &Certificate {
        self.signer.certificate()
    }

    /// A detached signature over a text, in base64.
    pub fn sign(&self, text: &str, at: Moment) -> String {
        use base64::Engine as _;
        let signature = sign_detached(text.as_bytes(), &self.signer, SignForm::CadesBes { at }).unwrap();
        base64::engine::general_purpose::STANDARD.encode(signature)
    }
}

/// «ООО Ромашка» and its director.
pub fn anna() -> NameBuilder {
    Name::builder()
        .cn("ООО «Ромашка»")
        .surname("Ромашкина")
        .given_name("Анна Петровна")
        .o("ООО «Ромашка»")
        .title("Директор")
        .email("anna@romashka.example")
        .inn_le("9800000013")
        .inn("980000000101")
        .ogrn("1269800000018")
        .snils("11223344595")
        .st("77 г. Москва")
        .l("Москва")
        .c("RU")
}
