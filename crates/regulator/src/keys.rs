//! The simulator's root and the keys of its authorities: made once, sealed by the host's secret, opened at start.

use crate::limits::{CERTIFICATE_LIFE, TEST_CERTIFICATE_LIFE};
use crate::model::{AUTHORITIES, Authority};
use crate::store::authorities::{self, SealedKey};
use ::store::{Fault, No, Store};
use gost::{ParamSet, PrivateKey};
use kernel::{Chance, Cx, Moment};
use pki::{
    Authority as MayIssue, Certificate, CertificateOrder, CertificateProfile, KeySigner, KeyUsage, Name,
    PasswordProtection, PkiRefusal, PublicKeyInfo, Serial, issue, issue_root, keys,
};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use zeroize::Zeroizing;

/// Every root and authority of the simulator is named so: `verify` knows simulators by this word.
pub const ROOT_NAME: &str = "СИМУЛЯТОР, НЕ ФНС: корень";
/// Its row beside the authorities.
const ROOT: &str = "root";
/// The set that all peers read.
const SET: ParamSet = ParamSet::XA;
/// The host's secret is 32 octets already stretched: more rounds would only cost time at start.
const SEALING_ROUNDS: u32 = pki::limits::PASSWORD_ITERATIONS_MIN;
/// Certificates hold from the day before: clocks differ.
const BACKDATED: Duration = Duration::from_secs(24 * 60 * 60);

/// Why a key could not be made or opened.
#[derive(Debug, thiserror::Error)]
pub enum KeyFault {
    /// The database.
    #[error(transparent)]
    Store(#[from] Fault),
    /// Cryptography: another secret than the one the keys were sealed by, most often.
    #[error("a key of the simulator does not open or cannot be made: {0}")]
    Pki(#[from] PkiRefusal),
    /// The machine gives a key that is none.
    #[error("a key of the simulator cannot be made")]
    Chance,
}

/// A key with its certificate.
#[derive(Clone)]
pub struct OwnKey {
    /// PKCS#8.
    der: Arc<Zeroizing<Vec<u8>>>,
    /// Its certificate.
    pub certificate: Certificate,
    chain: Vec<Certificate>,
}

impl OwnKey {
    fn of(key: &PrivateKey, certificate: Certificate, chain: Vec<Certificate>) -> Self {
        Self { der: Arc::new(keys::private_key_to_der(key)), certificate, chain }
    }

    /// The key itself, to open what is sealed to it.
    pub fn key(&self) -> Result<PrivateKey, PkiRefusal> {
        keys::private_key_from_der(&self.der)
    }

    /// The key in PEM, to be given away with its certificate.
    pub fn to_pem(&self) -> Result<String, PkiRefusal> {
        Ok(keys::private_key_to_pem(&self.key()?)?.to_string())
    }

    /// A signer whose nonces are hedged by this chance.
    pub fn signer(&self, chance: &Chance) -> Result<KeySigner, PkiRefusal> {
        let chance = chance.clone();
        let hedge = Box::new(move |octets: &mut [u8]| chance.fill(octets));
        KeySigner::new(self.key()?, self.certificate.clone(), self.chain.clone(), hedge)
    }
}

impl std::fmt::Debug for OwnKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OwnKey").field("certificate", &self.certificate).finish_non_exhaustive()
    }
}

/// All keys of the simulator.
#[derive(Debug, Clone)]
pub struct Keyring {
    root: OwnKey,
    authorities: BTreeMap<&'static str, OwnKey>,
}

impl Keyring {
    /// Opens them; makes those that are not there yet.
    pub async fn open(store: &Store, cx: &Cx, secret: &[u8; 32]) -> Result<Self, KeyFault> {
        let password = Zeroizing::new(hex::encode(secret));
        let root = kept(store, cx, (ROOT, &password), || make_root(cx)).await?;
        let mut authorities = BTreeMap::new();
        for authority in AUTHORITIES {
            let key = kept(store, cx, (authority.code, &password), || make_authority(cx, authority, &root)).await?;
            authorities.insert(authority.code, OwnKey { chain: vec![root.certificate.clone()], ..key });
        }
        Ok(Self { root, authorities })
    }

    /// The root that everything of the simulator leads to.
    pub fn root(&self) -> &Certificate {
        &self.root.certificate
    }

    /// The key of an authority.
    pub fn of(&self, authority: &Authority) -> Option<&OwnKey> {
        self.authorities.get(authority.code)
    }

    /// A key with a certificate for a test payer, under the simulator's root.
    pub fn test_payer(&self, cx: &Cx, subject: Name) -> Result<OwnKey, KeyFault> {
        let usage = KeyUsage::DIGITAL_SIGNATURE | KeyUsage::NON_REPUDIATION | KeyUsage::KEY_ENCIPHERMENT;
        let profile = profile("test payer", MayIssue::None, usage);
        let own = new_key(cx)?;
        let certificate =
            issue(&profile, &order(cx, &own, subject, TEST_CERTIFICATE_LIFE), &self.root.signer(&cx.chance)?)?;
        Ok(OwnKey::of(&own, certificate, vec![self.root.certificate.clone()]))
    }
}

/// The key of a row; made and kept where there is none. Two programs that start at once end with the same key.
async fn kept(
    store: &Store,
    cx: &Cx,
    (code, password): (&'static str, &str),
    make: impl FnOnce() -> Result<OwnKey, KeyFault>,
) -> Result<OwnKey, KeyFault> {
    if authorities::find(&mut store.reader().await?, code).await?.is_none() {
        let made = make()?;
        let mut chance = |octets: &mut [u8]| cx.chance.fill(octets);
        let protection = PasswordProtection { iterations: SEALING_ROUNDS, ..PasswordProtection::default() };
        let sealed = keys::private_key_to_encrypted_der(&made.key()?, password, protection, &mut chance)?;
        let row = SealedKey { sealed, certificate: made.certificate.to_der().to_vec() };
        let written = store.write(cx, (code, row), |tx, _, (code, row)| {
            Box::pin(async move { Ok::<_, No<Infallible>>(authorities::add(tx, code, row).await?) })
        });
        written.await.map_err(|no| match no {
            No::Fault(fault) => KeyFault::Store(fault),
            No::Refused(never) => match never {},
        })?;
    }
    let row = authorities::find(&mut store.reader().await?, code).await?;
    let row = row.ok_or_else(|| Fault::Decode(format!("regulator: the key of {code}")))?;
    let key = keys::private_key_from_encrypted_der(&row.sealed, password)?;
    Ok(OwnKey::of(&key, Certificate::from_der(&row.certificate)?, Vec::new()))
}

fn make_root(cx: &Cx) -> Result<OwnKey, KeyFault> {
    let profile = profile("root", MayIssue::Issues { path_len: None }, KeyUsage::KEY_CERT_SIGN | KeyUsage::CRL_SIGN);
    let own = new_key(cx)?;
    let name = Name::builder().cn(ROOT_NAME).build()?;
    let order = order(cx, &own, name, CERTIFICATE_LIFE);
    let certificate = issue_root(&profile, &order, &own, &cx.chance.octets::<32>())?;
    Ok(OwnKey::of(&own, certificate, Vec::new()))
}

fn make_authority(cx: &Cx, authority: &Authority, root: &OwnKey) -> Result<OwnKey, KeyFault> {
    let usage = KeyUsage::DIGITAL_SIGNATURE | KeyUsage::NON_REPUDIATION | KeyUsage::KEY_ENCIPHERMENT;
    let own = new_key(cx)?;
    let name = Name::builder().cn(authority.name).build()?;
    let order = order(cx, &own, name, CERTIFICATE_LIFE - BACKDATED);
    let certificate = issue(&profile("authority", MayIssue::None, usage), &order, &root.signer(&cx.chance)?)?;
    Ok(OwnKey::of(&own, certificate, Vec::new()))
}

fn new_key(cx: &Cx) -> Result<PrivateKey, KeyFault> {
    PrivateKey::generate(SET, &mut |octets| cx.chance.fill(octets)).map_err(|_| KeyFault::Chance)
}

fn profile(name: &str, authority: MayIssue, key_usage: KeyUsage) -> CertificateProfile {
    CertificateProfile {
        name: name.to_owned(),
        validity_days_max: u32::MAX,
        authority,
        key_usage,
        purposes: Vec::new(),
        policies: Vec::new(),
        subject_requires: Vec::new(),
        names_issuer_in_key_id: false,
    }
}

fn order(cx: &Cx, key: &PrivateKey, subject: Name, life: Duration) -> CertificateOrder {
    let not_before: Moment = cx.now.minus(BACKDATED);
    CertificateOrder {
        serial: Serial::from_chance(cx.chance.octets()),
        subject,
        public_key: PublicKeyInfo::of(&key.public_key()),
        not_before,
        not_after: not_before.plus(life),
        crl_urls: Vec::new(),
        ocsp_urls: Vec::new(),
        issuer_urls: Vec::new(),
    }
}
