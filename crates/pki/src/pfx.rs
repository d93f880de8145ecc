//! Keys with their certificates in one file under one password: PFX (PKCS#12, RFC 7292) as RFC 9548 writes it with GOST algorithms.
//!
//! ```text
//! PFX            { 3, { data, [0] OCTET STRING AuthenticatedSafe }, MacData }
//! MacData        { { { Streebog-512, NULL }, HMAC }, salt, iterations }, key: last 32 of 96 bytes of PBKDF2       RFC 9548 §3
//! safe           encryptedData under PBES2: a certificate; one part for each
//! safe, last     data: the key in a PKCS8ShroudedKeyBag under PBES2
//! bag attributes localKeyId = SHA-1 of the certificate, as OpenSSL ties key and certificate; friendlyName
//! ```
//! This is also Svitok's own encrypted container: one format that other programs read, instead of a second one of ours.
//!
//! ```
//! use pki::pfx::{Pfx, PfxOrder};
//! use pki::{Certificate, PasswordProtection, PkiRefusal, keys};
//!
//! let certificate = Certificate::from_der(&std::fs::read("doc/romashka.cer")?)?;
//! let key = keys::private_key_from_pem(&std::fs::read_to_string("doc/romashka.pem")?)?;
//! let protection = PasswordProtection { iterations: 1_000, ..PasswordProtection::default() };
//! let order =
//!     PfxOrder { key: &key, certificate: Some(&certificate), chain: &[], friendly_name: Some("ООО Ромашка"), protection };
//! // in earnest a cryptographic source of chance
//! let file = order.seal("пароль", &mut |octets| octets.fill(7))?;
//! let pfx = Pfx::open(&file, "пароль")?;
//! assert_eq!(pfx.certificate_of(&pfx.keys()[0].key), Some(&certificate));
//! assert_eq!(Pfx::open(&file, "другой").err(), Some(PkiRefusal::NotOpened));
//! // a caller with less time refuses what would cost more
//! assert!(matches!(Pfx::open_within(&file, "пароль", 1_500), Err(PkiRefusal::Iterations { max: 1_500, .. })));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod crypto_pro;
#[cfg(test)]
mod known_answers;
mod mac;
mod order;
mod read;

pub use order::PfxOrder;

use crate::certificate::Certificate;
use gost::PrivateKey;

/// What a PFX file held: `{ 3, { data, [0] OCTET STRING safe }, MacData }` (RFC 7292 §4; RFC 9548 §3). Made by [`Pfx::open`] only, after
/// the code of authenticity was found good.
#[derive(Debug)]
pub struct Pfx {
    keys: Vec<PfxKey>,
    certificates: Vec<Certificate>,
    left_out: Vec<&'static str>,
}

/// A key of a PFX file with what is said about it.
#[derive(Debug)]
pub struct PfxKey {
    /// The key.
    pub key: PrivateKey,
    /// The name people see.
    pub friendly_name: Option<String>,
}

impl Pfx {
    /// The keys, in order; at least one.
    #[must_use]
    pub fn keys(&self) -> &[PfxKey] {
        &self.keys
    }

    /// The keys, to be kept.
    #[must_use]
    pub fn into_keys(self) -> Vec<PfxKey> {
        self.keys
    }

    /// The certificates that could be read, in order.
    #[must_use]
    pub fn certificates(&self) -> &[Certificate] {
        &self.certificates
    }

    /// What was not read, each thing by the name of its protection or kind: other programs' bags, parts under ciphers that are not read.
    #[must_use]
    pub fn left_out(&self) -> &[&'static str] {
        &self.left_out
    }

    /// The certificate with the public half of the key: compared as points of one curve, no attribute is trusted.
    #[must_use]
    pub fn certificate_of(&self, key: &PrivateKey) -> Option<&Certificate> {
        let octets = key.public_key().to_octets();
        self.certificates.iter().find(|certificate| {
            certificate
                .public_key()
                .gost_key()
                .is_ok_and(|public| public.set().is_same_curve(key.set()) && public.to_octets() == octets)
        })
    }

    /// The other certificates from the issuer of `certificate` upwards, as far as names lead; each at most once.
    #[must_use]
    pub fn chain_of(&self, certificate: &Certificate) -> Vec<Certificate> {
        let mut chain: Vec<Certificate> = Vec::new();
        let mut last = certificate.clone();
        while !last.is_self_issued() {
            let issuer = self.certificates.iter().find(|issuer| {
                last.issuer().matches(issuer.subject()) && *issuer != certificate && !chain.contains(issuer)
            });
            let Some(issuer) = issuer else { break };
            last = issuer.clone();
            chain.push(last.clone());
        }
        chain
    }
}
