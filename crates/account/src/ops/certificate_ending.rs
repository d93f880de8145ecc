//! A certificate comes to its end: its holder is told by the bell, by whoever knows when.

use super::notify::notify;
use crate::model::NoticeKind;
use crate::scope::OrgScope;
use ::store::{Fault, Tx};
use kernel::{Cx, UserId};

/// What is told of a certificate.
#[derive(Debug, Clone)]
pub struct EndingCertificate {
    /// Whose it is.
    pub holder: UserId,
    /// Whom it names.
    pub name: String,
    /// Its last day, as people write it.
    pub until: String,
    /// Days left, one begun counted as one; 0 once it has ended.
    pub days: u64,
}

/// Tells the holder, in the transaction that counts him as told.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, scope: &OrgScope, ending: &EndingCertificate) -> Result<(), Fault> {
    let kind = if ending.days == 0 { NoticeKind::CertificateEnded } else { NoticeKind::CertificateEnding };
    let days = ending.days.to_string();
    let arguments = [("name", ending.name.as_str()), ("until", &ending.until), ("days", &days)];
    notify(tx, cx, scope, ending.holder, (kind, &arguments)).await
}
