//! What other rooms are told of a certificate: one job for each that listens, written in the transaction of what
//! happened. Who listens, `svitok` says in [`Config::stopped_heard_by`](crate::Config::stopped_heard_by).

use crate::store::certificate::CertificateRow;
use kernel::{Cx, UserId};
use serde::{Deserialize, Serialize};
use store::{Fault, NewJob, Tx};

/// A certificate went out of force: payload of the listeners' jobs, version 1. The job is one of the certificate's
/// organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateStopped {
    v: u8,
    /// The member it names.
    pub holder_user_id: UserId,
    /// Serial number, hexadecimal.
    pub serial: String,
    /// SHA-1 of the DER, hexadecimal: what it is found here by.
    pub thumbprint: String,
    /// Revoked for good; otherwise suspended, and it may come back.
    pub is_revoked: bool,
}

impl CertificateStopped {
    /// Version written and read here.
    const VERSION: u8 = 1;

    /// Reads a payload; nothing where it is none of this version.
    pub fn read(payload: &[u8]) -> Option<Self> {
        serde_json::from_slice(payload).ok().filter(|news: &Self| news.v == Self::VERSION)
    }

    fn payload(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_else(|e| kernel::bug!("news are plain JSON: {e}"))
    }
}

/// Tells everybody who listens.
pub(crate) async fn stopped(
    tx: &mut Tx<'_>,
    cx: &Cx,
    heard_by: &[&'static str],
    (row, is_revoked): (&CertificateRow, bool),
) -> Result<(), Fault> {
    let news = CertificateStopped {
        v: CertificateStopped::VERSION,
        holder_user_id: row.holder_user_id,
        serial: hex::encode(&row.serial),
        thumbprint: row.thumbprint.as_ref().map(hex::encode).unwrap_or_default(),
        is_revoked,
    };
    for kind in heard_by {
        tx.queue(NewJob::now(cx, row.organization_id, kind, news.payload())).await?;
    }
    Ok(())
}
