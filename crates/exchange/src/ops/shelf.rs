//! A person's shelf: files brought whole or in parts, and named by documents later.

use bytes::Bytes;
use kernel::{Cx, RequestId, TypedId as _};
use store::{Fault, No, Tx};

use super::authorise::from_account;
use super::gather::{bytes_of, ready};
use crate::model::host_limits::HostLimits;
use crate::model::refusal::Refusal;
use crate::model::shelf::{NewShelfPart, ShelfFile, ShelfName, ShelfPart, within};
use crate::room::Room;
use crate::store::content::ContentRow;
use crate::store::shelf::{self, Owner};

/// Parts that are hashed and, when large, durable.
#[derive(Clone, Debug)]
pub struct PreparedParts {
    owner: Owner,
    name: ShelfName,
    parts: Vec<(NewShelfPart, ContentRow)>,
    limits: HostLimits,
}

/// A new name on the caller's shelf, for a file with this extension (or none): nothing is written yet.
pub fn new_name(cx: &Cx, extension: &str) -> Result<ShelfName, Refusal> {
    ShelfName::new(&cx.new_id::<RequestId>().uuid().to_string(), extension)
}

/// Makes one part ready.
pub async fn prepare_part(
    room: &Room,
    cx: &Cx,
    name: ShelfName,
    (index, is_last): (i64, bool),
    bytes: &Bytes,
) -> Result<PreparedParts, No<Refusal>> {
    let owner = owner(cx)?;
    within(size_of(bytes), room.limits.shelf_part_bytes_max())?;
    let parts = vec![part(room, owner, (index, is_last), bytes).await?];
    Ok(PreparedParts { owner, name, parts, limits: room.limits })
}

/// Makes a whole file ready, as large as a document may be: it lies there in parts all the same.
pub async fn prepare_whole(room: &Room, cx: &Cx, name: ShelfName, bytes: &Bytes) -> Result<PreparedParts, No<Refusal>> {
    let owner = owner(cx)?;
    let content_bytes_max = i64::try_from(room.limits.content_bytes_max).unwrap_or(i64::MAX);
    within(size_of(bytes), content_bytes_max.min(room.limits.shelf_file_bytes_max))?;
    let part_bytes_max = usize::try_from(room.limits.shelf_part_bytes_max()).unwrap_or(usize::MAX);
    let mut parts = Vec::new();
    let (mut rest, mut index) = (bytes.clone(), 0);
    loop {
        let piece = rest.split_to(part_bytes_max.min(rest.len()));
        let is_last = rest.is_empty();
        parts.push(part(room, owner, (index, is_last), &piece).await?);
        index += 1;
        if is_last {
            return Ok(PreparedParts { owner, name, parts, limits: room.limits });
        }
    }
}

fn size_of(bytes: &Bytes) -> i64 {
    i64::try_from(bytes.len()).unwrap_or(i64::MAX)
}

async fn part(
    room: &Room,
    owner: Owner,
    (index, is_last): (i64, bool),
    bytes: &Bytes,
) -> Result<(NewShelfPart, ContentRow), Fault> {
    let row = ready(&room.app.store, owner.folder(), bytes).await?;
    let part = ShelfPart { index, hash: row.hash, size_bytes: row.size_bytes };
    Ok((NewShelfPart { part, is_last }, row))
}

fn owner(cx: &Cx) -> Result<Owner, Refusal> {
    Owner::of(cx).ok_or_else(|| from_account(account::AccountRefusal::SignInNeeded))
}

/// Puts the parts on the shelf and says which are missing. Re-runnable. The same part once more changes nothing.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedParts) -> Result<Vec<i64>, No<Refusal>> {
    shelf::lock(tx, new.owner).await?;
    let mut load = shelf::load(tx, new.owner).await?;
    let mut file = match shelf::find(tx, new.owner, &new.name).await? {
        Some(file) if is_kept(&new.limits, cx, &file) => file,
        // Its rows wait for the sweep: the name is free again after it.
        Some(_) => return Err(Refusal::ShelfPart.into()),
        None => ShelfFile::begun(new.name.clone(), cx.now),
    };
    let mut added = Vec::new();
    for (part, row) in &new.parts {
        if file.take(*part, load, &new.limits)? {
            load.bytes += row.size_bytes;
            added.push((part.part.index, row));
        }
    }
    shelf::set(tx, new.owner, &file).await?;
    for (index, row) in added {
        shelf::add_part(tx, new.owner, &file, (index, row)).await?;
    }
    Ok(file.missing())
}

/// What a sweep has not taken yet is gone all the same.
fn is_kept(limits: &HostLimits, cx: &Cx, file: &ShelfFile) -> bool {
    cx.now <= file.begun_at.plus(limits.shelf_kept)
}

/// A whole file on the caller's shelf. Another's name, an unknown one and one kept too long are not found; one that lacks
/// parts is refused.
pub async fn get(room: &Room, cx: &Cx, name: &ShelfName) -> Result<ShelfFile, No<Refusal>> {
    let owner = owner(cx)?;
    let mut reader = room.app.store.reader().await?;
    let file = shelf::find(&mut reader, owner, name).await?.filter(|file| is_kept(&room.limits, cx, file));
    let file = file.ok_or(No::Refused(Refusal::ShelfFileNotFound))?;
    if file.is_whole() { Ok(file) } else { Err(Refusal::ShelfFileIncomplete.into()) }
}

/// One part of a file that [`get`] gave: a download sends one after another and holds one at a time.
pub async fn get_part(room: &Room, cx: &Cx, name: &ShelfName, index: i64) -> Result<Bytes, No<Refusal>> {
    let owner = owner(cx)?;
    let mut reader = room.app.store.reader().await?;
    let row = shelf::find_part(&mut reader, owner, name, index).await?;
    let row = row.ok_or(No::Refused(Refusal::ShelfFileNotFound))?;
    drop(reader);
    Ok(bytes_of(&room.app.store, owner.folder(), row).await?)
}

/// The bytes of a file as a document's content, as large as a document may be.
pub async fn content(room: &Room, cx: &Cx, name: &ShelfName) -> Result<Bytes, No<Refusal>> {
    let file = get(room, cx, name).await?;
    let size = usize::try_from(file.size_bytes()).unwrap_or(usize::MAX);
    if size > room.limits.content_bytes_max {
        return Err(Refusal::ContentTooLarge { bytes_max: room.limits.content_bytes_max }.into());
    }
    let mut bytes = Vec::with_capacity(size);
    for part in &file.parts {
        bytes.extend_from_slice(&get_part(room, cx, name, part.index).await?);
    }
    Ok(Bytes::from(bytes))
}

/// Forgets files kept longer than the host lets them lie, and says how many.
pub async fn sweep(room: &Room, cx: &Cx) -> Result<u64, Fault> {
    shelf::forget(&room.app.store, cx, cx.now.minus(room.limits.shelf_kept)).await
}
