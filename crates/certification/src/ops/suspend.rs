//! Taking a certificate out of force for a while, and putting it back: lists and OCSP say so while it lasts.

use crate::model::{CertificateId, JournalEvent};
use crate::ops::letters::{self, Notice};
use crate::ops::revoke::{hold, letter_to_holder};
use crate::ops::{holder, make_list};
use crate::store::certificate::{self, CertificateRow};
use crate::store::directory::Place;
use crate::store::journal;
use crate::store::list::{self, HeldRow};
use crate::{Refusal, Room, news};
use kernel::{Cx, Moment, OrganizationId};
use post::NewLetter;
use store::{No, Tx};

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Out of force.
    Suspend,
    /// In force again.
    Resume,
}

/// For members who sign or administer. Refuses a certificate that is not in the state this asks for.
pub(crate) async fn run(
    room: &Room,
    cx: &Cx,
    (organization_id, certificate_id): (OrganizationId, CertificateId),
    way: Way,
) -> Result<CertificateRow, No<Refusal>> {
    holder::authorize_revoking(&mut room.store().reader().await?, cx, organization_id).await?;
    let place = Place { organization_id, certificate_id };
    let letter = match way {
        Way::Suspend => letter_to_holder(room, place, |serial| Notice::Suspended { serial }).await?,
        Way::Resume => None,
    };
    let argument = (room.config().stopped_heard_by, (place, way), letter);
    room.store()
        .write(cx, argument, |tx, cx, (heard_by, asked, letter)| {
            Box::pin(write(tx, cx, heard_by, *asked, letter.as_ref()))
        })
        .await
}

async fn write(
    tx: &mut Tx<'_>,
    cx: &Cx,
    heard_by: &[&'static str],
    (place, way): (Place, Way),
    letter: Option<&NewLetter>,
) -> Result<CertificateRow, No<Refusal>> {
    holder::authorize_revoking(tx, cx, place.organization_id).await?;
    let (mut row, mut locked) = hold(tx, place).await?;
    let authority_id = row.authority_id;
    // As in a list: whole seconds.
    let at = Moment::from_seconds(cx.now.seconds());
    let serial = hex::encode(&row.serial);
    match way {
        Way::Suspend => {
            row.state = row.state.suspend(at)?;
            if !certificate::suspend(tx, &row, at).await? {
                return Err(Refusal::NotSuspendable.into());
            }
            let journal_seq = journal::write(tx, &mut locked, cx.now, &JournalEvent::Suspended { serial }).await?;
            let held = HeldRow { journal_seq, serial: row.serial.clone(), held_at: at };
            list::insert_hold(tx, authority_id, &held).await?;
            news::stopped(tx, cx, heard_by, (&row, false)).await?;
        }
        Way::Resume => {
            row.state = row.state.resume(row.applied_at)?;
            if !certificate::resume(tx, &row).await? {
                return Err(Refusal::NotSuspendable.into());
            }
            let journal_seq = journal::write(tx, &mut locked, cx.now, &JournalEvent::Resumed { serial }).await?;
            list::lift_hold(tx, authority_id, &row.serial, journal_seq).await?;
        }
    }
    make_list::queue_now(tx, cx, authority_id).await?;
    letters::queue(tx, cx, letter).await?;
    Ok(row)
}
