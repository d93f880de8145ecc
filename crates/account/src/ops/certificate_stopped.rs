//! A certificate went out of force: revoked for good it is nobody's way in any more, and its holder is told.

use super::certificate_sign_in::fingerprint_of;
use super::notify::notify;
use crate::model::NoticeKind;
use crate::scope::OrgScope;
use crate::store::certificates;
use ::store::{Fault, Tx};
use kernel::{Cx, UserId};
use pki::Certificate;

/// What is told of a certificate.
#[derive(Debug, Clone)]
pub struct StoppedCertificate {
    fingerprint: [u8; 32],
    holder: UserId,
    serial: String,
    is_revoked: bool,
}

impl StoppedCertificate {
    /// Of a certificate with its holder and its serial number as people read it; suspended where it was not revoked.
    #[must_use]
    pub fn new(certificate: &Certificate, holder: UserId, serial: String, is_revoked: bool) -> Self {
        Self { fingerprint: fingerprint_of(certificate), holder, serial, is_revoked }
    }
}

/// Forgets whose way in a revoked certificate was, whoever bound it; a suspended one may come back and stays bound, and
/// signing in by it is refused meanwhile. Tells the holder by the bell.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, scope: &OrgScope, stopped: &StoppedCertificate) -> Result<(), Fault> {
    if stopped.is_revoked {
        certificates::forget(tx, &stopped.fingerprint).await?;
    }
    let kind = if stopped.is_revoked { NoticeKind::CertificateRevoked } else { NoticeKind::CertificateSuspended };
    notify(tx, cx, scope, stopped.holder, (kind, &[("serial", &stopped.serial)])).await
}
