//! Who signs: a key in memory now, a token or a remote device behind the same face.
//!
//! ```
//! use pki::{Certificate, KeySigner, PkiRefusal, Signer as _, keys};
//!
//! let key = || keys::private_key_from_pem(&std::fs::read_to_string("doc/romashka.pem").unwrap_or_default());
//! // in earnest a cryptographic source of chance
//! let chance = || Box::new(|hedge: &mut [u8]| hedge.fill(7));
//! let own = Certificate::from_der(&std::fs::read("doc/romashka.cer")?)?;
//! let signer = KeySigner::new(key()?, own, Vec::new(), chance())?;
//! assert_eq!(signer.sign_digest(&[7; 32])?.len(), 64);
//! assert!(signer.sign_digest(b"no digest").is_err());
//! let foreign = Certificate::from_der(&std::fs::read("doc/root.cer")?)?;
//! assert_eq!(KeySigner::new(key()?, foreign, Vec::new(), chance()).err(), Some(PkiRefusal::BadKey));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::algorithm::{DigestAlgorithm, KeyKind, PublicKeyInfo, write_signature_identifier};
use crate::asn1::{Result, write};
use crate::certificate::Certificate;
use crate::refusal::{PkiRefusal, SignerFault};
use core::fmt;
use gost::{ParamSet, PrivateKey};

/// Someone who can sign a digest with the key of a certificate. The content itself never reaches a signer.
pub trait Signer: Send + Sync {
    /// The certificate of the key.
    fn certificate(&self) -> &Certificate;
    /// Issuers from the certificate's own upwards; sent along with signatures. May be empty.
    fn chain(&self) -> &[Certificate];
    /// Signs a digest of the key's length (Streebog-256 or -512); gives the octets s‖r, big-endian.
    fn sign_digest(&self, digest: &[u8]) -> core::result::Result<Vec<u8>, SignerFault>;
}

/// Fills a buffer with chance.
pub type HedgeSource = Box<dyn Fn(&mut [u8]) + Send + Sync>;

/// Bytes of chance mixed into one signature's nonce; with a broken source the nonce still depends on key and digest.
const HEDGE_BYTES: usize = 32;

/// A key held in memory with its certificate.
pub struct KeySigner {
    key: PrivateKey,
    certificate: Certificate,
    chain: Vec<Certificate>,
    hedge: HedgeSource,
}

impl KeySigner {
    /// Binds a key to its certificate. Refuses a certificate of another key.
    pub fn new(key: PrivateKey, certificate: Certificate, chain: Vec<Certificate>, hedge: HedgeSource) -> Result<Self> {
        if *certificate.public_key() != PublicKeyInfo::of(&key.public_key())
            && certificate.public_key().gost_key().map(|public| public.to_octets()) != Ok(key.public_key().to_octets())
        {
            return Err(PkiRefusal::BadKey);
        }
        Ok(Self { key, certificate, chain, hedge })
    }
}

impl Signer for KeySigner {
    fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    fn chain(&self) -> &[Certificate] {
        &self.chain
    }

    fn sign_digest(&self, digest: &[u8]) -> core::result::Result<Vec<u8>, SignerFault> {
        let mut hedge = [0_u8; HEDGE_BYTES];
        (self.hedge)(&mut hedge);
        sign_with(&self.key, digest, &hedge)
    }
}

impl fmt::Debug for KeySigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeySigner({:?})", self.certificate)
    }
}

pub(crate) fn sign_with(key: &PrivateKey, digest: &[u8], hedge: &[u8]) -> core::result::Result<Vec<u8>, SignerFault> {
    let signature = key.sign_digest(digest, hedge).map_err(|_| SignerFault::DigestLength)?;
    Ok(signature.as_octets().to_vec())
}

/// Curve of the signer's key. Refuses other algorithms.
pub(crate) fn set_of(signer: &dyn Signer) -> Result<ParamSet> {
    match signer.certificate().public_key().kind() {
        KeyKind::Gost(set) => Ok(set),
        // what is out of force is verified, not made
        KeyKind::Gost2001(_) | KeyKind::Other(_) => Err(PkiRefusal::UnknownAlgorithm),
    }
}

/// `SEQUENCE { tbs, signatureAlgorithm, signature }` where `tbs` is given its own algorithm identifier.
pub(crate) fn sign_tbs(signer: &dyn Signer, tbs: impl FnOnce(&[u8]) -> Vec<u8>) -> Result<Vec<u8>> {
    seal(set_of(signer)?, tbs, |digest| signer.sign_digest(digest))
}

/// The same with a key that has no certificate yet: roots and requests.
pub(crate) fn sign_tbs_with(key: &PrivateKey, hedge: &[u8], tbs: impl FnOnce(&[u8]) -> Vec<u8>) -> Result<Vec<u8>> {
    seal(key.set(), tbs, |digest| sign_with(key, digest, hedge))
}

fn seal(
    set: ParamSet,
    tbs: impl FnOnce(&[u8]) -> Vec<u8>,
    sign: impl FnOnce(&[u8]) -> core::result::Result<Vec<u8>, SignerFault>,
) -> Result<Vec<u8>> {
    let algorithm = write_signature_identifier(set);
    let tbs = tbs(&algorithm);
    let digest = DigestAlgorithm::for_keys_of(set).digest(&tbs).ok_or(PkiRefusal::UnknownAlgorithm)?;
    let signature = sign(&digest)?;
    Ok(write::sequence(&[&tbs, &algorithm, &write::bits(&signature)]))
}
