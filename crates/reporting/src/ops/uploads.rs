//! Contents brought at once or in parts, before a draft names them.

use account::{OrgScope, Permission};
use bytes::{Bytes, BytesMut};
use kernel::{Cx, OrganizationId};
use store::{No, Tx};

use super::authorise::scope_of;
use crate::model::ids::UploadId;
use crate::model::limits::{DOCUMENT_BYTES_MAX, UPLOAD_PARTS_MAX};
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::content::{self, ContentRow};
use crate::store::upload::{Part, Upload};
use crate::store::{counter, upload};

/// Bytes on their way in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPart {
    organization_id: OrganizationId,
    id: Option<UploadId>,
    first_byte: i64,
    total_bytes: Option<i64>,
    content: ContentRow,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brought {
    /// The content.
    pub id: UploadId,
    /// Every part is there.
    pub is_whole: bool,
}

/// Where a part belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Of which content; a new one when not told.
    pub id: Option<UploadId>,
    /// Place of its first byte.
    pub first_byte: i64,
    /// Bytes of the whole, when known.
    pub total_bytes: Option<i64>,
}

impl Place {
    /// The whole at once.
    #[must_use]
    pub fn whole(bytes: &Bytes) -> Self {
        Self { id: None, first_byte: 0, total_bytes: i64::try_from(bytes.len()).ok() }
    }
}

/// Makes bytes durable.
pub async fn prepare(
    room: &Room,
    cx: &Cx,
    organization_id: OrganizationId,
    (place, bytes): (Place, Bytes),
) -> Result<NewPart, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    scope_of(&mut reader, cx, organization_id, Permission::Send).await?;
    drop(reader);
    let bytes_max = i64::try_from(DOCUMENT_BYTES_MAX).unwrap_or(i64::MAX);
    let end = place.first_byte.saturating_add(i64::try_from(bytes.len()).unwrap_or(i64::MAX));
    if bytes.is_empty() {
        return Err(Refusal::ContentEmpty.into());
    }
    if place.first_byte < 0 || place.total_bytes.is_some_and(|total| end > total) {
        return Err(Refusal::UploadPart.into());
    }
    if end.max(place.total_bytes.unwrap_or(0)) > bytes_max {
        return Err(Refusal::TooMuch { what: "bytes", max: DOCUMENT_BYTES_MAX }.into());
    }
    let content = content::ready(&room.app.store, organization_id, &bytes).await?;
    let Place { id, first_byte, total_bytes } = place;
    Ok(NewPart { organization_id, id, first_byte, total_bytes, content })
}

/// Keeps a part. Re-runnable. The whole is put together by [`finish`].
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &NewPart) -> Result<Brought, No<Refusal>> {
    let scope = scope_of(tx, cx, new.organization_id, Permission::Send).await?;
    counter::lock(tx, &scope).await?;
    content::add(tx, &scope, std::slice::from_ref(&new.content), cx.now).await?;
    let key = new.content.key;
    let is_whole = new.id.is_none() && new.first_byte == 0 && new.total_bytes == Some(key.size_bytes);
    let id = match new.id {
        Some(id) => {
            let known = upload::find(tx, &scope, id).await?.ok_or(No::Refused(Refusal::UploadNotFound))?;
            if known.content.is_some() {
                return Err(Refusal::UploadPart.into());
            }
            id
        }
        None => {
            let id = cx.new_id();
            upload::add(tx, &scope, &Upload { id, content: is_whole.then_some(key), made_at: cx.now }).await?;
            id
        }
    };
    if is_whole {
        return Ok(Brought { id, is_whole });
    }
    let parts = upload::list_parts(tx, &scope, id).await?;
    let part = Part { first_byte: new.first_byte, content: key };
    let end = |part: &Part| part.first_byte + part.content.size_bytes;
    let is_same = |known: &&Part| known.first_byte == part.first_byte && known.content == part.content;
    let overlaps = |known: &Part| known.first_byte < end(&part) && part.first_byte < end(known);
    if parts.iter().find(is_same).is_none() && (parts.len() >= UPLOAD_PARTS_MAX || parts.iter().any(overlaps)) {
        return Err(Refusal::UploadPart.into());
    }
    upload::add_part(tx, &scope, id, &part).await?;
    let parts = upload::list_parts(tx, &scope, id).await?;
    let reached = parts.iter().fold(0, |reached, part| if part.first_byte == reached { end(part) } else { reached });
    Ok(Brought { id, is_whole: new.total_bytes == Some(reached) })
}

/// Puts the parts together when all are there.
pub async fn finish(
    room: &Room,
    cx: &Cx,
    organization_id: OrganizationId,
    brought: Brought,
) -> Result<(), No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let scope = scope_of(&mut reader, cx, organization_id, Permission::Send).await?;
    let known = upload::find(&mut reader, &scope, brought.id).await?.ok_or(No::Refused(Refusal::UploadNotFound))?;
    let parts = upload::list_parts(&mut reader, &scope, brought.id).await?;
    drop(reader);
    if !brought.is_whole || known.content.is_some() {
        return Ok(());
    }
    let mut whole = BytesMut::new();
    for part in &parts {
        whole.extend_from_slice(&content::load(&room.app.store, &scope, &part.content).await?);
    }
    let row = content::ready(&room.app.store, organization_id, &whole.freeze()).await?;
    room.app
        .store
        .write(cx, (scope, brought.id, row), |tx, cx, (scope, id, row)| {
            Box::pin(async move {
                counter::lock(tx, scope).await?;
                content::add(tx, scope, std::slice::from_ref(row), cx.now).await?;
                Ok(upload::finish(tx, scope, *id, row.key).await?)
            })
        })
        .await
}

/// The whole of a content.
pub async fn load(room: &Room, scope: &OrgScope, id: UploadId) -> Result<Bytes, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let found = upload::find(&mut reader, scope, id).await?.and_then(|upload| upload.content);
    drop(reader);
    let key = found.ok_or(No::Refused(Refusal::UploadNotFound))?;
    Ok(content::load(&room.app.store, scope, &key).await?)
}

/// The whole of a content, for who may read.
pub async fn get(room: &Room, cx: &Cx, organization_id: OrganizationId, id: UploadId) -> Result<Bytes, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let scope = scope_of(&mut reader, cx, organization_id, Permission::Read).await?;
    drop(reader);
    load(room, &scope, id).await
}
