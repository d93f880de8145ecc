//! What the applicant does: fields, scans, handing in, taking back, throwing away.

use crate::model::{Event, Point, Stage, check_scan, read_field};
use crate::ops::application::{authorize, keep_papers, key_of, lock_own, seal, take_step};
use crate::ops::letters::{self, Notice};
use crate::store::application::{self, ApplicationRow};
use crate::store::desk;
use crate::store::item::{self, Key, SealedScan};
use crate::{Refusal, Room};
use kernel::Cx;
use post::NewLetter;
use store::{No, Tx};

/// A field with its new value, sealed.
#[derive(Clone, Debug)]
pub(crate) struct Editing {
    key: Key,
    point: Point,
    sealed: Vec<u8>,
}

/// Reads what was typed. Refuses by the field's name.
pub(crate) fn prepare_edit(room: &Room, cx: &Cx, key: Key, point: Point, typed: &str) -> Result<Editing, Refusal> {
    let value = read_field(point, typed)?;
    Ok(Editing { key, point, sealed: seal(room, cx, key.1, point.word(), value.as_bytes()) })
}

pub(crate) async fn edit(room: &Room, cx: &Cx, editing: Editing) -> Result<(), No<Refusal>> {
    let argument = (room.clone(), editing);
    room.store().write(cx, argument, |tx, cx, (room, editing)| Box::pin(write_edit(tx, cx, room, editing))).await
}

async fn write_edit(tx: &mut Tx<'_>, cx: &Cx, room: &Room, editing: &Editing) -> Result<(), No<Refusal>> {
    let mut row = lock_own(tx, cx, editing.key).await?;
    take_step(tx, cx, &mut row, Event::Edit(editing.point), room.config().desk).await?;
    item::set_value(tx, editing.key, editing.point, &editing.sealed).await?;
    Ok(keep_papers(tx, cx, &row, room.config().drafts_kept).await?)
}

/// A scan, checked and sealed.
#[derive(Clone, Debug)]
pub(crate) struct Uploading {
    key: Key,
    scan: SealedScan,
}

/// Checks the file by its rule again, whatever the browser said, and seals it.
pub(crate) fn prepare_upload(
    room: &Room,
    cx: &Cx,
    key: Key,
    point: Point,
    octets: &[u8],
) -> Result<Uploading, Refusal> {
    let format = check_scan(point, octets)?;
    let size_bytes = i64::try_from(octets.len()).unwrap_or(i64::MAX);
    let sealed = seal(room, cx, key.1, point.word(), octets);
    Ok(Uploading { key, scan: SealedScan { point, format: format.media_type(), size_bytes, sealed } })
}

pub(crate) async fn upload(room: &Room, cx: &Cx, uploading: Uploading) -> Result<(), No<Refusal>> {
    let argument = (room.clone(), uploading);
    room.store().write(cx, argument, |tx, cx, (room, uploading)| Box::pin(write_upload(tx, cx, room, uploading))).await
}

async fn write_upload(tx: &mut Tx<'_>, cx: &Cx, room: &Room, uploading: &Uploading) -> Result<(), No<Refusal>> {
    let mut row = lock_own(tx, cx, uploading.key).await?;
    take_step(tx, cx, &mut row, Event::Upload(uploading.scan.point), room.config().desk).await?;
    item::put_scan(tx, uploading.key, &uploading.scan).await?;
    Ok(keep_papers(tx, cx, &row, room.config().drafts_kept).await?)
}

/// Hands it in: a place in the queue, three working days, a letter.
pub(crate) async fn submit(room: &Room, cx: &Cx, key: Key) -> Result<(), No<Refusal>> {
    // Whose values are opened is asked first: a stranger must not learn that the seal opens.
    authorize(&mut room.store().reader().await?, cx, key.0).await?;
    let due = room.config().check_due_on(cx.now);
    let letter = letters::prepare(room, key, &Notice::Submitted { due }).await?;
    let argument = (room.clone(), key, letter);
    let written = room.store().write(cx, argument, |tx, cx, (room, key, letter)| {
        Box::pin(write_submit(tx, cx, room, (*key, letter.as_ref())))
    });
    written.await
}

async fn write_submit(
    tx: &mut Tx<'_>,
    cx: &Cx,
    room: &Room,
    (key, letter): (Key, Option<&NewLetter>),
) -> Result<(), No<Refusal>> {
    let mut row = lock_own(tx, cx, key).await?;
    take_step(tx, cx, &mut row, Event::Submit, room.config().desk).await?;
    desk::enter(tx, key.1, key.0, (cx.now, room.config().check_due_on(cx.now))).await?;
    keep_papers(tx, cx, &row, room.config().drafts_kept).await?;
    Ok(letters::queue(tx, cx, letter).await?)
}

/// Takes it back to fill it in anew; the place in the queue is given up.
pub(crate) async fn withdraw(room: &Room, cx: &Cx, key: Key) -> Result<(), No<Refusal>> {
    let argument = (room.clone(), key);
    room.store().write(cx, argument, |tx, cx, (room, key)| Box::pin(write_withdraw(tx, cx, room, *key))).await
}

async fn write_withdraw(tx: &mut Tx<'_>, cx: &Cx, room: &Room, key: Key) -> Result<(), No<Refusal>> {
    let mut row = lock_own(tx, cx, key).await?;
    take_step(tx, cx, &mut row, Event::Withdraw, room.config().desk).await?;
    desk::leave(tx, key.1).await?;
    Ok(keep_papers(tx, cx, &row, room.config().drafts_kept).await?)
}

/// Throws it away with everything in it. Refuses one that is at the desk or has its certificate.
pub(crate) async fn discard(room: &Room, cx: &Cx, key: Key) -> Result<(), No<Refusal>> {
    room.store().write(cx, key, |tx, cx, key| Box::pin(write_discard(tx, cx, *key))).await
}

async fn write_discard(tx: &mut Tx<'_>, cx: &Cx, key: Key) -> Result<(), No<Refusal>> {
    let row = lock_own(tx, cx, key).await?;
    let stage = row.application.stage;
    if !is_disposable(stage) {
        let refusal = crate::model::ApplicationRefusal::Stage { act: "discard", stage };
        return Err(Refusal::Application(refusal).into());
    }
    forget(tx, &row).await
}

/// Nobody is at work on it and nothing was issued on it.
pub(crate) fn is_disposable(stage: Stage) -> bool {
    matches!(stage, Stage::New | Stage::Rejected | Stage::ReadyForIssue)
}

pub(crate) async fn forget(tx: &mut Tx<'_>, row: &ApplicationRow) -> Result<(), No<Refusal>> {
    let (_, application_id) = key_of(row);
    application::delete(tx, row).await?;
    Ok(desk::take_up(tx, application_id).await?)
}
