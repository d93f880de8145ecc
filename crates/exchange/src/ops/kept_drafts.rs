//! Looking at drafts, throwing them away, and forgetting old ones.

use account::{OrgScope, Permission, authorize};
use bytes::Bytes;
use kernel::{BoxId, Cursor, Cx, Page, PageRequest};
use store::{Fault, Fetch, No, Store, Tx};

use super::authorise::{own_box, scope_of};
use super::gather::bytes_of;
use super::keep_draft::{DraftReport, marks};
use super::read::page_of;
use crate::model::event::EventPayload;
use crate::model::ids::{DraftContentId, DraftId};
use crate::model::kept_draft::{DraftChange, DraftState, KeptDraft};
use crate::model::limits::DRAFT_KEPT;
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::draft::{self, DraftKey};
use crate::store::event;

/// Old drafts forgotten by one step of a sweep.
const DRAFTS_AT_ONCE: i64 = 100;

/// One draft, also one that was sent or recycled and not yet forgotten.
pub async fn get(room: &Room, cx: &Cx, box_id: BoxId, draft_id: DraftId) -> Result<DraftReport, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    load(&mut reader, &scope, DraftKey { box_id, draft_id }).await
}

/// Drafts that stand so, newest first.
pub async fn list(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    state: DraftState,
    page: &PageRequest,
) -> Result<Page<KeptDraft>, No<Refusal>> {
    let before = page.after().map(|cursor| {
        let octets = cursor.position().map_err(|_| Refusal::Cursor)?;
        DraftId::from_bytes(&octets).map_err(|_| Refusal::Cursor)
    });
    let before = before.transpose()?;
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let limit = i64::from(page.limit()) + 1;
    let rows = draft::list(&mut reader, &scope, box_id, (state, before), limit).await?;
    Ok(page_of(rows, page, |draft| Cursor::from_position(draft.id.as_bytes())))
}

/// The exact bytes of a draft's document: the original under the document's id, or those with a signer filled in.
pub async fn get_content(
    room: &Room,
    cx: &Cx,
    (box_id, draft_id): (BoxId, DraftId),
    content_id: DraftContentId,
) -> Result<Bytes, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let row = draft::find_content(&mut reader, &scope, DraftKey { box_id, draft_id }, content_id).await?;
    let row = row.ok_or(No::Refused(Refusal::DraftContentNotFound))?;
    drop(reader);
    Ok(bytes_of(&room.app.store, scope.organization_id(), row).await?)
}

pub(super) async fn load(reader: &mut impl Fetch, scope: &OrgScope, key: DraftKey) -> Result<DraftReport, No<Refusal>> {
    let draft = draft::find(reader, scope, key).await?.ok_or(No::Refused(Refusal::DraftNotFound))?;
    let documents = draft::list_documents(reader, scope, key).await?;
    Ok(DraftReport { draft, documents })
}

/// A draft of a known box.
#[derive(Clone, Debug)]
pub struct PreparedRecycling {
    own: Party,
    draft_id: DraftId,
}

/// Finds the box.
pub async fn prepare_recycling(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    draft_id: DraftId,
) -> Result<PreparedRecycling, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (_, own) = own_box(&mut reader, cx, box_id, Permission::Send).await?;
    Ok(PreparedRecycling { own, draft_id })
}

/// Throws a kept draft away with its contents. Re-runnable. Refuses one that was sent or thrown away before.
pub async fn recycle(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedRecycling) -> Result<KeptDraft, No<Refusal>> {
    let scope = scope_of(tx, cx, &new.own, Permission::Send).await?;
    let key = DraftKey { box_id: new.own.box_id, draft_id: new.draft_id };
    let seq = event::lock_box(tx, &scope, key.box_id).await?;
    let DraftReport { draft, documents } = load(tx, &scope, key).await?;
    draft.state.admit_change()?;
    let draft = KeptDraft { state: DraftState::Recycled, changed_at: cx.now, ..draft };
    draft::change(tx, &scope, key.box_id, &draft).await?;
    draft::forget_contents(tx, &scope, key).await?;
    let change = DraftChange { draft_id: draft.id, event_id: cx.new_id(), message_id: None };
    let payload = (&EventPayload::DraftRecycled(change), marks(&draft, &documents));
    event::add(tx, &scope, key.box_id, (seq, cx.now), payload).await?;
    Ok(draft)
}

/// Forgets drafts untouched for [`DRAFT_KEPT`], with all that is left of them, and says how many.
pub async fn sweep(store: &Store, cx: &Cx) -> Result<u64, Fault> {
    let mut forgotten = 0;
    loop {
        let mut reader = store.reader().await?;
        let old = draft::list_old(&mut reader, cx.now.minus(DRAFT_KEPT), DRAFTS_AT_ONCE).await?;
        drop(reader);
        if old.is_empty() {
            return Ok(forgotten);
        }
        for one in old {
            let written = store.write(cx, one, |tx, cx, (organization_id, key)| {
                Box::pin(async move {
                    let scope = authorize(tx, cx, *organization_id, Permission::Read).await;
                    let scope = scope.map_err(|no| no.map_refused(|_| Refusal::BoxNotFound))?;
                    event::lock_box_silently(tx, &scope, key.box_id).await?;
                    Ok::<_, No<Refusal>>(draft::forget(tx, &scope, *key).await?)
                })
            });
            written.await.map_err(|no| match no {
                No::Fault(fault) => fault,
                No::Refused(refusal) => Fault::Decode(format!("forgetting a draft: {refusal}")),
            })?;
            forgotten += 1;
        }
    }
}
