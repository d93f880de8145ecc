//! An authority of the stories: a root, and people with keys under it.

use gost::PrivateKey;
use kernel::{Caller, Chance, Cx, Moment};
use pki::{Certificate, KeySigner, Name, NameBuilder, RevocationReason, Revoked, SignForm, Signer as _, sign_detached};
use store::{No, Store};
use trust::{OwnAuthority, OwnRole, Trust, register_own_authority, register_own_list};

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

impl Root {
    /// A root of this name; `seed` tells its key from others'.
    pub fn new(name: &str, seed: u8, now: Moment) -> Self {
        Self { signer: testkit::authority::root(Name::builder().cn(name).build().unwrap(), seed, now), now }
    }

    /// A person's certificate.
    pub fn issue(&self, subject: NameBuilder, seed: u8) -> Holder {
        let signer = testkit::authority::person(&self.signer, subject.build().unwrap(), seed, self.now);
        Holder { key: testkit::authority::key(seed), signer }
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
        let list = testkit::authority::list(&self.signer, number, self.now, entries);
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
