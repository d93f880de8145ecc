//! Issuers' signatures found good before: documents of one town are signed under a handful of authorities, and a certificate that comes
//! with every message need be checked once.

use crate::algorithm::PublicKeyInfo;
use crate::certificate::Certificate;
use core::fmt;
use sha2::{Digest as _, Sha256};
use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

/// Certificates remembered unless another number is asked for; at 64 octets and the tables' overhead under 2 MB.
pub const REMEMBERED_USUAL: usize = 8_192;

/// A bounded memory of pairs "this certificate bears a good signature of this key"; the oldest goes first. Clones share it.
///
/// A pair is kept as SHA-256 over the certificate's exact bytes and the issuer's key, so nothing but that very certificate under that
/// very key is found again. It says nothing of trust, validity or revocation: those are judged anew each time.
///
/// ```
/// use pki::{Anchors, Certificate, Revocation, SignatureMemory, check_certificate};
///
/// let read = |name: &str| Certificate::from_der(&std::fs::read(format!("doc/{name}")).unwrap_or_default());
/// let memory = SignatureMemory::new(16);
/// let anchors = Anchors { roots: vec![read("root.cer")?], memory: Some(memory.clone()), ..Anchors::default() };
/// let at = kernel::Moment::parse_rfc3339("2026-11-22T09:00:00Z")?;
/// check_certificate(&read("authority.cer")?, &anchors, at, Revocation::NotAsked);
/// assert_eq!(memory.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct SignatureMemory(Arc<Shared>);

struct Shared {
    capacity: usize,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    pairs: HashSet<[u8; 32]>,
    order: VecDeque<[u8; 32]>,
}

impl SignatureMemory {
    /// An empty memory for so many certificates; zero remembers nothing.
    #[must_use]
    pub fn new(capacity: usize) -> Self {
        Self(Arc::new(Shared { capacity, kept: Mutex::default() }))
    }

    /// Pairs remembered now.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.kept.lock().unwrap_or_else(PoisonError::into_inner).order.len()
    }

    /// Remembers nothing yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(crate) fn holds(&self, pair: &[u8; 32]) -> bool {
        self.0.kept.lock().unwrap_or_else(PoisonError::into_inner).pairs.contains(pair)
    }

    pub(crate) fn keep(&self, pair: [u8; 32]) {
        let mut kept = self.0.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if self.0.capacity == 0 || !kept.pairs.insert(pair) {
            return;
        }
        if kept.order.len() >= self.0.capacity
            && let Some(oldest) = kept.order.pop_front()
        {
            kept.pairs.remove(&oldest);
        }
        kept.order.push_back(pair);
    }
}

impl Default for SignatureMemory {
    fn default() -> Self {
        Self::new(REMEMBERED_USUAL)
    }
}

impl fmt::Debug for SignatureMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SignatureMemory({} of {})", self.len(), self.0.capacity)
    }
}

/// What stands for a certificate under a key. Both are whole DER values, so their lengths are part of what is hashed.
pub(crate) fn pair(certificate: &Certificate, issuer_key: &PublicKeyInfo) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(certificate.to_der());
    hash.update(issuer_key.to_der());
    hash.finalize().into()
}
