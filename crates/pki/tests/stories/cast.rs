//! The cast: a root and an issuing authority, «ООО Ромашка» and «ООО Василёк» with keys and certificates, all from one seed.

use kernel::{Chance, Moment};
use pki::{
    Authority, Certificate, CertificateOrder, CertificateProfile, KeySigner, KeyUsage, Name, PublicKeyInfo,
    RevocationList, RevocationListDraft, RevocationReason, Revoked, Serial, Signer, issue, issue_root, keys, oid,
};
use std::time::Duration;

pub const DAY: Duration = Duration::from_secs(86_400);

pub fn moment(text: &str) -> Moment {
    Moment::parse_rfc3339(text).unwrap()
}

/// The moment of every story.
pub fn noon() -> Moment {
    moment("2026-11-22T09:00:00Z")
}

pub struct Member {
    pub signer: KeySigner,
    pub key_pem: String,
}

pub struct Cast {
    pub chance: Chance,
    pub root: Member,
    pub issuing: Member,
    pub romashka: Member,
    pub vasilek: Member,
}

pub fn authority_profile(path_len: Option<u8>) -> CertificateProfile {
    CertificateProfile {
        name: "authority".to_owned(),
        validity_days_max: 30 * 366,
        authority: Authority::Issues { path_len },
        key_usage: KeyUsage::KEY_CERT_SIGN | KeyUsage::CRL_SIGN,
        purposes: vec![],
        policies: vec![],
        subject_requires: vec![oid::COMMON_NAME],
        names_issuer_in_key_id: false,
    }
}

pub fn owner_profile() -> CertificateProfile {
    CertificateProfile {
        name: "owner".to_owned(),
        validity_days_max: 30 * 366,
        authority: Authority::None,
        key_usage: KeyUsage::DIGITAL_SIGNATURE | KeyUsage::NON_REPUDIATION,
        purposes: vec![oid::PURPOSE_CLIENT, oid::PURPOSE_EMAIL],
        policies: vec![],
        subject_requires: vec![oid::COMMON_NAME],
        names_issuer_in_key_id: true,
    }
}

pub fn order(chance: &Chance, subject: Name, key: &gost::PrivateKey) -> CertificateOrder {
    CertificateOrder {
        serial: Serial::from_chance(chance.octets()),
        subject,
        public_key: PublicKeyInfo::of(&key.public_key()),
        // wide, because GnuTLS judges by the machine's clock
        not_before: moment("2020-01-01T00:00:00Z"),
        not_after: moment("2048-12-31T23:59:59Z"),
        crl_urls: vec!["http://svitok.invalid/crl/1.crl".to_owned()],
        ocsp_urls: vec![],
        issuer_urls: vec!["http://svitok.invalid/ca/1.cer".to_owned()],
    }
}

pub fn key(chance: &Chance, set: gost::ParamSet) -> gost::PrivateKey {
    gost::PrivateKey::generate(set, &mut |octets| chance.fill(octets)).unwrap()
}

pub fn member(chance: &Chance, key: gost::PrivateKey, certificate: Certificate, chain: Vec<Certificate>) -> Member {
    let key_pem = keys::private_key_to_pem(&key).unwrap().to_string();
    let hedge = chance.clone();
    let signer = KeySigner::new(key, certificate, chain, Box::new(move |octets| hedge.fill(octets))).unwrap();
    Member { signer, key_pem }
}

pub fn company(name: &str, inn: &str) -> Name {
    Name::builder().c("RU").o(name).cn(name).inn_le(inn).build().unwrap()
}

impl Cast {
    pub fn new(seed: u8) -> Self {
        Self::with_set(seed, gost::ParamSet::XA)
    }

    /// Everybody's keys on one parameter set.
    pub fn with_set(seed: u8, set: gost::ParamSet) -> Self {
        let chance = Chance::from_seed([seed; 32]);
        let root_name = Name::builder().c("RU").o("Свиток").cn("Свиток НЕКВАЛИФИЦИРОВАННЫЙ корень").build().unwrap();
        let root_key = key(&chance, set);
        let mut root_order = order(&chance, root_name, &root_key);
        (root_order.crl_urls, root_order.issuer_urls) = (vec![], vec![]);
        let certificate = issue_root(&authority_profile(None), &root_order, &root_key, &[7; 32]).unwrap();
        let root = member(&chance, root_key, certificate, vec![]);

        let issuing_name = Name::builder().c("RU").o("Свиток").cn("Свиток НЕКВАЛИФИЦИРОВАННЫЙ").build().unwrap();
        let issuing_key = key(&chance, set);
        let issuing_order = order(&chance, issuing_name, &issuing_key);
        let certificate = issue(&authority_profile(Some(0)), &issuing_order, &root.signer).unwrap();
        let issuing = member(&chance, issuing_key, certificate, vec![root.signer.certificate().clone()]);

        let owner = |name: &str, inn: &str| {
            let key = key(&chance, set);
            let certificate =
                issue(&owner_profile(), &order(&chance, company(name, inn), &key), &issuing.signer).unwrap();
            member(&chance, key, certificate, vec![issuing.signer.certificate().clone()])
        };
        let romashka = owner("ООО Ромашка", "7700000016");
        let vasilek = owner("ООО Василёк", "7800000018");
        Self { chance, root, issuing, romashka, vasilek }
    }

    /// A list of the issuing authority naming these certificates, fresh for a week.
    pub fn list(&self, by: &Member, revoked: &[&Certificate]) -> RevocationList {
        let entry = |certificate: &&Certificate| {
            let revoked = Revoked { at: noon().minus(DAY / 2), reason: RevocationReason::KeyCompromise };
            (certificate.serial().clone(), revoked)
        };
        let draft = RevocationListDraft {
            number: 1,
            this_update: noon().minus(DAY / 4),
            next_update: noon().plus(7 * DAY),
            entries: revoked.iter().map(entry).collect(),
        };
        RevocationList::build(&draft, &by.signer).unwrap()
    }

    pub fn anchors(&self) -> pki::Anchors {
        pki::Anchors { roots: vec![self.root.signer.certificate().clone()], ..pki::Anchors::default() }
    }

    /// With lists of both authorities that name nobody.
    pub fn anchors_with_lists(&self) -> pki::Anchors {
        pki::Anchors { crls: vec![self.list(&self.root, &[]), self.list(&self.issuing, &[])], ..self.anchors() }
    }
}
