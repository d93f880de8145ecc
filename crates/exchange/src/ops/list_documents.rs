//! Documents of a box by what is asked of them.

use account::Permission;
use kernel::{BoxId, Cursor, Cx, Moment, Page, PageRequest};
use store::No;

use super::authorise::own_box;
use super::read::page_of;
use crate::model::docflow::DocflowRow;
use crate::model::filter::{BoundedCount, DocflowFilter, ListOrder};
use crate::model::ids::{EntityId, MessageId};
use crate::model::limits::{COUNTED_MAX, CUSTOM_ID_CHARS_MAX, DOCUMENTS_AT_ONCE_MAX};
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::entity::CopyKey;
use crate::store::{docflow_list, entity, message};

/// Documents that fit the filter.
pub async fn list(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    (filter, order): (&DocflowFilter, ListOrder),
    page: &PageRequest,
) -> Result<Page<DocflowRow>, No<Refusal>> {
    let after = page.after().map(position).transpose()?;
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let limit = i64::from(page.limit()) + 1;
    let rows = docflow_list::list(&mut reader, &scope, (box_id, filter), (order, after), limit).await?;
    Ok(page_of(rows, page, |row| cursor(row.posted_at, row.document_id)))
}

/// How many documents fit the filter, exactly up to [`COUNTED_MAX`].
pub async fn count(room: &Room, cx: &Cx, box_id: BoxId, filter: &DocflowFilter) -> Result<BoundedCount, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let found = docflow_list::count(&mut reader, &scope, (box_id, filter), COUNTED_MAX + 1).await?;
    Ok(BoundedCount { count: found.min(COUNTED_MAX), is_exact: found <= COUNTED_MAX })
}

/// The cursor that stands at a row: for surfaces that give every row its own.
#[must_use]
pub fn cursor_of(row: &DocflowRow) -> Cursor {
    cursor(row.posted_at, row.document_id)
}

/// Documents of one message, in the order of the copy's entities.
pub async fn list_of_message(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    message_id: MessageId,
) -> Result<Vec<DocflowRow>, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let copy = message::find(&mut reader, &scope, box_id, message_id).await?;
    let copy = copy.ok_or(No::Refused(Refusal::MessageNotFound))?;
    let entities = entity::list(&mut reader, &scope, CopyKey { box_id, message_id: copy.id }).await?;
    let documents: Vec<EntityId> = entities.iter().filter(|e| e.kind.is_document()).map(|e| e.id).collect();
    let rows = docflow_list::find_all(&mut reader, &scope, box_id, &documents).await?;
    Ok(in_order(&documents, rows))
}

/// Documents to which the sender gave this id of his own, newest first: none in a box that received them.
pub async fn list_of_custom_id(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    custom_id: &str,
) -> Result<Vec<DocflowRow>, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    if custom_id.is_empty() || custom_id.chars().count() > CUSTOM_ID_CHARS_MAX {
        return Ok(Vec::new());
    }
    let limit = i64::try_from(DOCUMENTS_AT_ONCE_MAX).unwrap_or(i64::MAX);
    Ok(docflow_list::list_of_custom_id(&mut reader, &scope, box_id, custom_id, limit).await?)
}

/// The rows in the order of the ids; ids without a row are passed over.
pub fn in_order(ids: &[EntityId], rows: Vec<DocflowRow>) -> Vec<DocflowRow> {
    let place = |row: &DocflowRow| ids.iter().position(|id| *id == row.document_id);
    let mut rows = rows;
    rows.sort_by_key(place);
    rows
}

fn position(cursor: &Cursor) -> Result<(Moment, EntityId), Refusal> {
    let octets = cursor.position().map_err(|_| Refusal::Cursor)?;
    let (at, id) = octets.split_at_checked(8).ok_or(Refusal::Cursor)?;
    let at = i64::from_be_bytes(at.try_into().map_err(|_| Refusal::Cursor)?);
    Ok((Moment::from_micros(at), EntityId::from_bytes(id).map_err(|_| Refusal::Cursor)?))
}

fn cursor(at: Moment, id: EntityId) -> Cursor {
    let mut position = at.micros().to_be_bytes().to_vec();
    position.extend_from_slice(id.as_bytes());
    Cursor::from_position(&position)
}
