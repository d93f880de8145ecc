//! Papers are deleted by rule: scans and the passport's number some days after the certificate is issued, an
//! application nobody goes on with as a whole.

use crate::model::{Point, Stage};
use crate::ops::application::change::{forget, is_disposable};
use crate::ops::application::keep_papers;
use crate::store::item::{self, Key};
use crate::store::{application, desk};
use crate::{Refusal, Room};
use kernel::Cx;
use store::{Fault, No, Tx};

/// Applications of one run: each is a short transaction of its own.
const APPLICATIONS_MAX: i64 = 1_000;

/// Deletes what is due; says of how many applications.
pub(crate) async fn run(room: &Room, cx: &Cx) -> Result<u64, Fault> {
    let due = desk::list_due_papers(&mut room.store().reader().await?, cx.now, APPLICATIONS_MAX).await?;
    let mut done = 0;
    for (application_id, organization_id) in due {
        let argument = (room.clone(), (organization_id, application_id));
        let written: Result<(), No<Refusal>> =
            room.store().write(cx, argument, |tx, cx, (room, key)| Box::pin(delete(tx, cx, room, *key))).await;
        match written {
            Ok(()) => done += 1,
            Err(No::Fault(fault)) => return Err(fault),
            Err(No::Refused(refusal)) => return Err(Fault::Decode(format!("papers of {application_id}: {refusal}"))),
        }
    }
    Ok(done)
}

async fn delete(tx: &mut Tx<'_>, cx: &Cx, room: &Room, key: Key) -> Result<(), No<Refusal>> {
    let Some(row) = application::lock(tx, key.0, key.1).await? else {
        return Ok(desk::take_up(tx, key.1).await?);
    };
    let stage = row.application.stage;
    if is_disposable(stage) {
        return forget(tx, &row).await;
    }
    if stage == Stage::UnderCheck {
        // Operators are late; that is no reason to lose it.
        return Ok(keep_papers(tx, cx, &row, room.config().drafts_kept).await?);
    }
    tx.execute(&item::DELETE_PARTS, store::binds![key.0, key.1]).await?;
    item::forget_value(tx, key, Point::Passport).await?;
    application::set_papers_deleted(tx, &row, cx.now).await?;
    Ok(desk::set_delete_at(tx, key.1, None).await?)
}
