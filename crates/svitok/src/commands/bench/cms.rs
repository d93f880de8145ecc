//! Whole signed messages of `svitok bench gost`: 4 KiB detached, CAdES-BES, 256-bit CryptoPro-A, one authority; read, hashed, signature and
//! chain checked, beside `CMS_verify` of OpenSSL with gost-engine.
#![expect(clippy::float_arithmetic, reason = "ratios shown to a person")]

use super::super::Failure;
use super::figures::{Figures, median};
use super::gost::window;
use super::peer::{Peer, build_source};
use crate::clock::{MachineClock, machine_chance};
use gost::{ParamSet, PrivateKey};
use kernel::{Chance, Clock, Moment};
use pki::{
    Anchors, Authority, Certificate, CertificateOrder, CertificateProfile, Demands, KeySigner, KeyUsage, Name,
    PublicKeyInfo, Revocation, Serial, SignForm, SignatureMemory, SignedMessage, sign_detached, verify_message,
};
use std::ffi::OsStr;
use std::path::Path;
use std::time::Duration;

const SOURCE: &str = include_str!("cms.c");
/// Octets of the content.
const CONTENT_OCTETS: usize = 4 * 1024;
/// How long the certificates hold, before and after now.
const VALIDITY: Duration = Duration::from_secs(24 * 60 * 60);

/// Measures in windows taken in turn with the peer's; the processor is pinned by the caller.
pub(super) fn measure(folder: &Path, windows: u64, figures: &mut Figures) -> Result<(), Failure> {
    eprintln!("cms: {windows} windows of ours and of OpenSSL's in turn");
    let at = MachineClock.now();
    let chance = machine_chance().map_err(|why| Failure::failed("the machine gives no entropy", why))?;
    let given = Given::new(at, &chance).map_err(|why| Failure::failed("a signed message", why))?;
    let files = [
        ("content", given.content.as_slice()),
        ("signature", given.signature.as_slice()),
        ("ca", given.authority.to_der()),
    ]
    .map(|(name, octets)| (folder.join(name), octets));
    for (path, octets) in &files {
        std::fs::write(path, octets).map_err(|why| Failure::failed("the peer's files", why))?;
    }
    let program = build_source(folder, "cms", SOURCE)?;
    let mut peer = Peer::start_with(&program, &files.each_ref().map(|(path, _)| path.as_ref() as &OsStr))?;
    let memory = SignatureMemory::default();
    let (mut ours, mut cached, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..windows {
        ours.push(window(|| given.is_good(None, at))?);
        theirs.push(peer.verify_rate()?);
        cached.push(window(|| given.is_good(Some(&memory), at))?);
    }
    peer.end()?;
    let (ours, cached, theirs) = (median(ours), median(cached), median(theirs));
    figures.set("cms.verify_per_s", ours);
    figures.set("cms.verify_cached_per_s", cached);
    figures.set("cms.verify_engine_per_s", theirs);
    figures.set("cms.verify_vs_engine", ours / theirs);
    figures.set("cms.verify_cached_vs_engine", cached / theirs);
    Ok(())
}

/// A key with a certificate of its own, for who only signs. Refuses when the machine gives no entropy.
pub(super) fn own_certificate() -> Result<(PrivateKey, Certificate), Failure> {
    let chance = machine_chance().map_err(|why| Failure::failed("the machine gives no entropy", why))?;
    let key = PrivateKey::generate(ParamSet::XA, &mut |octets| chance.fill(octets));
    let key = key.map_err(|why| Failure::failed("a key", why))?;
    let profile = profile(Authority::None, KeyUsage::DIGITAL_SIGNATURE);
    let certificate = order("ООО «Ромашка»", &key, MachineClock.now(), &chance)
        .and_then(|order| pki::issue_root(&profile, &order, &key, &[]))
        .map_err(|why| Failure::failed("a certificate", why))?;
    Ok((key, certificate))
}

struct Given {
    content: Vec<u8>,
    signature: Vec<u8>,
    authority: Certificate,
}

impl Given {
    fn new(at: Moment, chance: &Chance) -> Result<Self, pki::PkiRefusal> {
        let key = || {
            PrivateKey::generate(ParamSet::A, &mut |octets| chance.fill(octets)).map_err(|_| pki::PkiRefusal::BadKey)
        };
        let (issuing, own) = (key()?, key()?);
        let usage = KeyUsage::KEY_CERT_SIGN | KeyUsage::CRL_SIGN;
        let profile = profile(Authority::Issues { path_len: Some(0) }, usage);
        let authority =
            pki::issue_root(&profile, &order("Свиток НЕКВАЛИФИЦИРОВАННЫЙ", &issuing, at, chance)?, &issuing, &[])?;
        let hedge = |chance: Chance| -> pki::HedgeSource { Box::new(move |octets| chance.fill(octets)) };
        let issuer = KeySigner::new(issuing, authority.clone(), Vec::new(), hedge(chance.clone()))?;
        let leaf = self::profile(Authority::None, KeyUsage::DIGITAL_SIGNATURE | KeyUsage::NON_REPUDIATION);
        let certificate = pki::issue(&leaf, &order("ООО «Ромашка»", &own, at, chance)?, &issuer)?;
        let signer = KeySigner::new(own, certificate, Vec::new(), hedge(chance.clone()))?;
        let content = vec![0x5a; CONTENT_OCTETS];
        let signature = sign_detached(&content, &signer, SignForm::CadesBes { at })?;
        Ok(Self { content, signature, authority })
    }

    /// Every time from the octets, as a message comes.
    fn is_good(&self, memory: Option<&SignatureMemory>, at: Moment) -> bool {
        let roots = vec![self.authority.clone()];
        let anchors = Anchors { roots, memory: memory.cloned(), ..Anchors::default() };
        let demands = Demands { revocation: Revocation::NotAsked, ..Demands::new(at) };
        SignedMessage::parse(&self.signature)
            .is_ok_and(|message| verify_message(&self.content, &message, &anchors, &demands).outcome().is_yes())
    }
}

fn profile(authority: Authority, key_usage: KeyUsage) -> CertificateProfile {
    CertificateProfile {
        name: "bench".to_owned(),
        validity_days_max: 3,
        authority,
        key_usage,
        purposes: Vec::new(),
        policies: Vec::new(),
        subject_requires: Vec::new(),
        names_issuer_in_key_id: false,
    }
}

fn order(name: &str, key: &PrivateKey, at: Moment, chance: &Chance) -> Result<CertificateOrder, pki::PkiRefusal> {
    Ok(CertificateOrder {
        serial: Serial::from_chance(chance.octets()),
        subject: Name::builder().c("RU").o(name).cn(name).build()?,
        public_key: PublicKeyInfo::of(&key.public_key()),
        not_before: at.minus(VALIDITY),
        not_after: at.plus(VALIDITY),
        crl_urls: Vec::new(),
        ocsp_urls: Vec::new(),
        issuer_urls: Vec::new(),
    })
}
