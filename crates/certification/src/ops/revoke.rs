//! Stopping a certificate before its end. Nobody but the list says so to verifiers; a new one is asked for at once.

use crate::model::{CertificateId, JournalEvent, RevocationReason};
use crate::ops::{holder, make_list};
use crate::store::certificate::{self, CertificateRow};
use crate::store::list::{self, RevokedRow};
use crate::store::{authority, journal};
use crate::{Refusal, Room};
use kernel::{Cx, Moment, OrganizationId};
use store::{No, Tx};

/// Which certificate and why.
#[derive(Clone, Copy, Debug)]
pub struct Revoking {
    /// Whose certificate.
    pub organization_id: OrganizationId,
    /// Which one.
    pub certificate_id: CertificateId,
    /// Why.
    pub reason: RevocationReason,
}

/// Revokes. Refuses an intention, a certificate revoked before, and whoever may not see or revoke it.
pub(crate) async fn run(room: &Room, cx: &Cx, revoking: Revoking) -> Result<CertificateRow, No<Refusal>> {
    room.store().write(cx, revoking, |tx, cx, revoking| Box::pin(write(tx, cx, *revoking))).await
}

async fn write(tx: &mut Tx<'_>, cx: &Cx, revoking: Revoking) -> Result<CertificateRow, No<Refusal>> {
    let Revoking { organization_id, certificate_id, reason } = revoking;
    holder::authorize_revoking(tx, cx, organization_id).await?;
    let found = certificate::find(tx, organization_id, certificate_id).await?;
    let authority_id = found.ok_or(Refusal::CertificateNotFound)?.authority_id;
    let mut locked = authority::lock(tx, authority_id).await?;
    // Read again under the lock: of two who revoke, the second must see the first.
    let found = certificate::find(tx, organization_id, certificate_id).await?;
    let mut row = found.ok_or(Refusal::CertificateNotFound)?;
    // A list knows whole seconds only, and a revocation must not stand later in it than it happened.
    let at = Moment::from_seconds(cx.now.seconds());
    row.state = row.state.revoke(at, reason)?;
    if !certificate::revoke(tx, &row, at, cx.caller.user_id(), reason).await? {
        return Err(Refusal::AlreadyRevoked.into());
    }
    let event = JournalEvent::Revoked { serial: hex::encode(&row.serial), reason: reason.word().to_owned() };
    let journal_seq = journal::write(tx, &mut locked, cx.now, &event).await?;
    let revoked = RevokedRow { journal_seq, serial: row.serial.clone(), revoked_at: at, reason };
    list::insert_revoked(tx, authority_id, &revoked).await?;
    make_list::queue_now(tx, cx, authority_id).await?;
    Ok(row)
}
