//! What a person opened of the documents that came, and what they have not: each for themselves.

use std::collections::HashSet;

use account::{OrgScope, Permission};
use kernel::{BoxId, Cx, Moment, UserId};
use store::{Fault, Fetch, No, Store, Tx};

use super::authorise::{own_box, scope_of};
use super::list_documents;
use crate::model::docflow::DocflowRow;
use crate::model::filter::{BoundedCount, DocflowFilter};
use crate::model::ids::EntityId;
use crate::model::limits::{DOCUMENTS_AT_ONCE_MAX, UNREAD_FOR};
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::model::side::Side;
use crate::room::Room;
use crate::store::{docflow_list, event, reading};

/// Documents that become read, or unread again, for one person.
#[derive(Clone, Debug)]
pub struct PreparedReadings {
    own: Party,
    user_id: UserId,
    documents: Vec<(EntityId, Moment)>,
    is_unread: bool,
}

/// Finds the documents; nothing where all are so already. Refuses more than a page of them, one that is not there, one that
/// this box sent, and to call unread what is too old for it.
pub async fn prepare(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    (ids, is_unread): (&[EntityId], bool),
) -> Result<Option<PreparedReadings>, No<Refusal>> {
    let user_id = reader_of(cx)?;
    let ids: Vec<EntityId> = ids.iter().copied().collect::<HashSet<_>>().into_iter().collect();
    if ids.len() > DOCUMENTS_AT_ONCE_MAX {
        return Err(Refusal::TooManyAtOnce { max: DOCUMENTS_AT_ONCE_MAX }.into());
    }
    let mut reader = room.app.store.reader().await?;
    let (scope, own) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let rows = docflow_list::find_all(&mut reader, &scope, box_id, &ids).await?;
    if rows.len() != ids.len() {
        return Err(Refusal::DocumentNotFound.into());
    }
    if rows.iter().any(|row| row.side == Side::Sender) {
        return Err(Refusal::OtherSidesAct.into());
    }
    if is_unread && rows.iter().any(|row| row.posted_at < since(cx)) {
        return Err(Refusal::TooOldForUnread.into());
    }
    let read = reading::among(&mut reader, &scope, (box_id, user_id), &ids).await?;
    let changed = rows.iter().filter(|row| read.contains(&row.document_id) == is_unread);
    let documents: Vec<_> = changed.map(|row| (row.document_id, row.posted_at)).collect();
    Ok((!documents.is_empty()).then_some(PreparedReadings { own, user_id, documents, is_unread }))
}

/// Writes the marks. Re-runnable.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedReadings) -> Result<(), No<Refusal>> {
    let scope = scope_of(tx, cx, &new.own, Permission::Read).await?;
    let whose = (new.own.box_id, new.user_id);
    event::lock_box_silently(tx, &scope, new.own.box_id).await?;
    for (document_id, posted_at) in &new.documents {
        if new.is_unread {
            reading::remove(tx, &scope, whose, *document_id).await?;
        } else {
            reading::add(tx, &scope, whose, (*document_id, *posted_at)).await?;
        }
    }
    Ok(())
}

/// The filter narrowed to what the person who asks has not opened.
pub fn unread(cx: &Cx, filter: DocflowFilter) -> Result<DocflowFilter, Refusal> {
    let posted_from = filter.posted_from.max(Some(since(cx)));
    Ok(DocflowFilter { side: Some(Side::Recipient), posted_from, unread_by: Some(reader_of(cx)?), ..filter })
}

/// How many documents the person has not opened, exactly up to [`crate::model::limits::COUNTED_MAX`].
pub async fn count_unread(room: &Room, cx: &Cx, box_id: BoxId) -> Result<BoundedCount, No<Refusal>> {
    list_documents::count(room, cx, box_id, &unread(cx, DocflowFilter::default())?).await
}

/// Those of the rows, a page of them, that the caller has not opened: none for a caller who is no person.
pub async fn unread_among(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    cx: &Cx,
    (box_id, rows): (BoxId, &[DocflowRow]),
) -> Result<HashSet<EntityId>, Fault> {
    let Some(user_id) = cx.caller.user_id() else { return Ok(HashSet::new()) };
    let fresh = rows.iter().filter(|row| row.side == Side::Recipient && row.posted_at >= since(cx));
    let ids: Vec<_> = fresh.map(|row| row.document_id).collect();
    let read = reading::among(reader, scope, (box_id, user_id), &ids).await?;
    Ok(ids.into_iter().filter(|id| !read.contains(id)).collect())
}

/// Forgets marks of documents too old to count as unread, and says how many.
pub async fn sweep(store: &Store, cx: &Cx) -> Result<u64, Fault> {
    reading::forget(store, cx, since(cx)).await
}

/// What was posted earlier does not count as unread.
fn since(cx: &Cx) -> Moment {
    cx.now.minus(UNREAD_FOR)
}

/// Marks are a person's: a program of an organization has none.
fn reader_of(cx: &Cx) -> Result<UserId, Refusal> {
    cx.caller.user_id().ok_or(Refusal::BoxNotFound)
}
