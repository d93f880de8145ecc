//! The handle every room holds: gives verdicts without touching the database.

use crate::judge;
use crate::model::{CertificateVerdict, Verdict};
use crate::ops;
use crate::report::{self, CheckView};
use crate::snapshot::Snapshot;
use kernel::Moment;
use pki::Certificate;
use std::sync::{Arc, PoisonError, RwLock};
use store::{Fault, Store};

#[derive(Debug, Default)]
struct Shared {
    snapshot: RwLock<Arc<Snapshot>>,
}

/// What this process trusts now. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct Trust(Arc<Shared>);

impl Trust {
    /// Loads what is trusted. Call [`Trust::refresh`] every [`crate::REFRESH_EVERY`] to notice other processes' changes.
    pub async fn open(store: &Store) -> Result<Self, Fault> {
        let trust = Self::default();
        trust.refresh(store).await?;
        Ok(trust)
    }

    /// Takes the newest lists when their version changed; true when it did. One small read otherwise.
    pub async fn refresh(&self, store: &Store) -> Result<bool, Fault> {
        let present = self.snapshot();
        let Some(newer) = ops::load_snapshot(store, &present).await? else { return Ok(false) };
        let mut place = self.0.snapshot.write().unwrap_or_else(PoisonError::into_inner);
        // Of two loads at once the older must not win.
        if place.version() < newer.version() {
            *place = Arc::new(newer);
        }
        Ok(true)
    }

    /// What was trusted at the version that a verdict's evidence names: makes the same verdict again, however much was
    /// changed since. Nothing for a version that has not been yet. The handle stays at its version until it is refreshed.
    pub async fn as_of(&self, store: &Store, version: i64) -> Result<Option<Self>, Fault> {
        let snapshot = ops::load_snapshot_as_of(store, &self.snapshot(), version).await?;
        Ok(snapshot.map(|snapshot| Self(Arc::new(Shared { snapshot: RwLock::new(Arc::new(snapshot)) }))))
    }

    /// What is trusted now. A verdict made from one snapshot stays of one piece.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.0.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The verdict on a certificate alone at a moment, revocation included. Pure computing, as [`Trust::verdict`].
    pub fn certificate_verdict(&self, certificate: &Certificate, at: Moment) -> CertificateVerdict {
        judge::judge_certificate(&self.snapshot(), certificate, at)
    }

    /// The verdict on a content and its detached signature (DER of CMS SignedData) at a moment, revocation included.
    /// Pure computing: call it while preparing, never in a transaction. What cannot be read as a signature gives a
    /// verdict too: integrity bad, with the reader's code.
    pub fn verdict(&self, content: &[u8], signature_der: &[u8], at: Moment) -> Verdict {
        let snapshot = self.snapshot();
        judge::judge(&snapshot, content, signature_der, at)
            .unwrap_or_else(|refusal| judge::unreadable(&snapshot, signature_der, at, &refusal))
    }

    /// The same with the tree of checks it was concluded from, of a signature as people have it: DER, PEM or base64. There is
    /// no tree where there is nothing to read.
    pub fn explain(&self, content: &[u8], signature: &[u8], at: Moment) -> (Verdict, Option<CheckView>) {
        let snapshot = self.snapshot();
        let der = report::signature_der(signature).unwrap_or_else(|| signature.to_vec());
        match judge::explain(&snapshot, content, &der, at) {
            Ok((verdict, checks)) => (verdict, Some(CheckView::of(&checks))),
            Err(refusal) => (judge::unreadable(&snapshot, &der, at, &refusal), None),
        }
    }
}
