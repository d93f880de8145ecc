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

    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).order.len()
    }
}
