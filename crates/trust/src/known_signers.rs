//! Signers' certificates seen before. `pki` remembers in a certificate under which key its signature was good; keeping
//! the certificates themselves makes a delivery of many documents from one signer cost one check of the issuer's
//! signature.

use crate::snapshot::{Fingerprint, fingerprint};
use pki::{Certificate, SignedMessage};
use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

/// Certificates kept; at 2–4 KB each under 16 MB. The oldest goes first.
const KNOWN_SIGNERS_MAX: usize = 4_096;

#[derive(Debug, Default)]
struct Kept {
    by_fingerprint: HashMap<Fingerprint, Certificate>,
    order: VecDeque<Fingerprint>,
}

/// A bounded set of certificates, by fingerprint. Says nothing of trust: a certificate found here is judged like any other.
#[derive(Debug, Default)]
pub(crate) struct KnownSigners(Mutex<Kept>);

impl KnownSigners {
    /// Those of the message's certificates that were seen before.
    pub(crate) fn of_message(&self, message: &SignedMessage) -> Vec<Certificate> {
        let fingerprints: Vec<Fingerprint> = message.certificates().iter().map(|c| fingerprint(c.to_der())).collect();
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        fingerprints.iter().filter_map(|f| kept.by_fingerprint.get(f).cloned()).collect()
    }

    /// Keeps a certificate whose chain was found good.
    pub(crate) fn keep(&self, certificate: &Certificate) {
        let fingerprint = fingerprint(certificate.to_der());
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.by_fingerprint.contains_key(&fingerprint) {
            return;
        }
        if kept.order.len() >= KNOWN_SIGNERS_MAX
            && let Some(oldest) = kept.order.pop_front()
        {
            kept.by_fingerprint.remove(&oldest);
        }
        kept.order.push_back(fingerprint);
        kept.by_fingerprint.insert(fingerprint, certificate.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gost::{ParamSet, PrivateKey};
    use kernel::Moment;
    use pki::{
        Authority, CertificateOrder, CertificateProfile, Check, KeySigner, KeyUsage, Name, PublicKeyInfo, Serial,
        SignForm, issue_root, oid, sign_detached,
    };

    /// A certificate that signed itself, and a message of its owner.
    fn signed(number: u8) -> (Certificate, SignedMessage) {
        let key = PrivateKey::from_le(ParamSet::A, &[number; 32]).unwrap();
        let profile = CertificateProfile {
            name: "test".to_owned(),
            validity_days_max: 10,
            authority: Authority::None,
            key_usage: KeyUsage::DIGITAL_SIGNATURE,
            purposes: Vec::new(),
            policies: Vec::new(),
            subject_requires: Vec::new(),
            names_issuer_in_key_id: false,
        };
        let at = Moment::from_seconds(1_800_000_000);
        let order = CertificateOrder {
            serial: Serial::from_chance([number; 16]),
            subject: Name::builder().with(oid::COMMON_NAME, "ООО «Ромашка»").build().unwrap(),
            public_key: PublicKeyInfo::of(&key.public_key()),
            not_before: at,
            not_after: at.plus(std::time::Duration::from_secs(86_400)),
            crl_urls: Vec::new(),
            ocsp_urls: Vec::new(),
            issuer_urls: Vec::new(),
        };
        let certificate = issue_root(&profile, &order, &key, &[1; 32]).unwrap();
        let signer = KeySigner::new(key, certificate.clone(), Vec::new(), Box::new(|o| o.fill(1))).unwrap();
        let message = sign_detached(b"utd", &signer, SignForm::CadesBes { at }).unwrap();
        (certificate, SignedMessage::parse(&message).unwrap())
    }

    #[test]
    fn a_certificate_seen_before_comes_back_as_the_same_one() {
        let known = KnownSigners::default();
        let (certificate, message) = signed(9);
        assert!(known.of_message(&message).is_empty());
        assert_eq!(certificate.check_signature(certificate.public_key()), Check::Yes);
        known.keep(&certificate);
        known.keep(&certificate);
        assert_eq!(known.of_message(&message), [certificate]);
        assert!(known.of_message(&signed(10).1).is_empty());
        assert_eq!(known.0.lock().unwrap().order.len(), 1);
    }

    #[test]
    fn the_oldest_goes_first() {
        let known = KnownSigners::default();
        let (first, message) = signed(9);
        known.keep(&first);
        // The bound itself, without four thousand signatures: older entries stand in for them.
        {
            let mut kept = known.0.lock().unwrap();
            for number in 1..KNOWN_SIGNERS_MAX {
                kept.order.push_back(fingerprint(&number.to_be_bytes()));
            }
        }
        known.keep(&signed(10).0);
        assert!(known.of_message(&message).is_empty());
        assert_eq!(known.0.lock().unwrap().order.len(), KNOWN_SIGNERS_MAX);
    }
}
