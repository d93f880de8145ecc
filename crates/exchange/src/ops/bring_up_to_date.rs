//! Writing what an older version of the program did not: marks of documents and events, by which lists filter, and which
//! event brought which entity. Everything written here is derived, nothing is said anew.

use account::{Permission, authorize};
use kernel::{BoxId, Cx, OrganizationId};
use store::{Fault, No, Store, Tx};

use crate::model::docflow::Docflow;
use crate::model::event::{EventMarks, EventPayload};
use crate::model::filter::KindSet;
use crate::model::refusal::Refusal;
use crate::store::entity::CopyKey;
use crate::store::{docflow, docflow_list, entity, event, feed, message};

/// Messages, or events, looked up at once; each is written in a transaction of its own, so that nobody waits long.
const ROWS_AT_ONCE: i64 = 200;

/// Brings every row that an older version wrote to what this version filters by, and says how many messages and
/// events were looked at. `svitok` calls it at start, before it answers anybody, and every hour: an older program that shares the database
/// may have written meanwhile. Costs one look at an empty index when there is nothing to do.
pub async fn bring_up_to_date(store: &Store, cx: &Cx) -> Result<u64, Fault> {
    Ok(bring_documents(store, cx).await? + bring_events(store, cx).await?)
}

async fn bring_documents(store: &Store, cx: &Cx) -> Result<u64, Fault> {
    let mut done = 0;
    loop {
        let mut reader = store.reader().await?;
        let unmarked = docflow::list_unmarked(&mut reader, ROWS_AT_ONCE).await?;
        drop(reader);
        if unmarked.is_empty() {
            return Ok(done);
        }
        for (organization_id, key) in unmarked {
            let written = store.write(cx, (organization_id, key), |tx, cx, (organization_id, key)| {
                Box::pin(mark_documents(tx, cx, *organization_id, *key))
            });
            written.await.map_err(fault)?;
            done += 1;
        }
    }
}

async fn bring_events(store: &Store, cx: &Cx) -> Result<u64, Fault> {
    let mut done = 0;
    loop {
        let mut reader = store.reader().await?;
        let unmarked = event::list_unmarked(&mut reader, ROWS_AT_ONCE).await?;
        drop(reader);
        if unmarked.is_empty() {
            return Ok(done);
        }
        for place in unmarked {
            let written = store.write(cx, place, |tx, cx, place| Box::pin(mark_event(tx, cx, *place)));
            written.await.map_err(fault)?;
            done += 1;
        }
    }
}

fn fault(no: No<Refusal>) -> Fault {
    match no {
        No::Fault(fault) => fault,
        No::Refused(refusal) => Fault::Decode(format!("bringing the exchange up to date: {refusal}")),
    }
}

async fn mark_documents(
    tx: &mut Tx<'_>,
    cx: &Cx,
    organization_id: OrganizationId,
    key: CopyKey,
) -> Result<(), No<Refusal>> {
    let scope = authorize(tx, cx, organization_id, Permission::Read).await;
    let scope = scope.map_err(|no| no.map_refused(|_| Refusal::BoxNotFound))?;
    event::lock_box_silently(tx, &scope, key.box_id).await?;
    let copy = message::find(tx, &scope, key.box_id, key.message_id).await?;
    let copy = copy.ok_or(No::Refused(Refusal::MessageNotFound))?;
    let entities = entity::list(tx, &scope, key).await?;
    let documents: Vec<_> = entities.iter().filter(|entity| entity.kind.is_document()).collect();
    let ids: Vec<_> = documents.iter().map(|document| document.id).collect();
    for row in docflow_list::find_all(tx, &scope, key.box_id, &ids).await? {
        let document = documents.iter().find(|document| document.id == row.document_id);
        let now = document
            .and_then(|document| Docflow::of(copy.side, document, &entities)?.row(&copy, document, row.changed_at));
        let now = now.ok_or(No::Refused(Refusal::DocumentNotFound))?;
        docflow::mark(tx, &scope, key.box_id, &now).await?;
    }
    Ok(())
}

async fn mark_event(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (organization_id, box_id, seq): (OrganizationId, BoxId, i64),
) -> Result<(), No<Refusal>> {
    let scope = authorize(tx, cx, organization_id, Permission::Read).await;
    let scope = scope.map_err(|no| no.map_refused(|_| Refusal::BoxNotFound))?;
    event::lock_box_silently(tx, &scope, box_id).await?;
    let found = feed::find_all(tx, &scope, box_id, &[seq]).await?.pop();
    let payload = found.ok_or(No::Refused(Refusal::EventNotFound))?.payload;
    let marks = match &payload {
        EventPayload::Counteragent { box_id, .. } => EventMarks::counteragent(*box_id),
        // No version wrote drafts without marks.
        EventPayload::DraftKept(_) | EventPayload::DraftSent(_) | EventPayload::DraftRecycled(_) => {
            EventMarks::draft(None, KindSet::NONE)
        }
        EventPayload::MessagePosted(change)
        | EventPayload::MessageReceived(change)
        | EventPayload::PatchPosted(change)
        | EventPayload::PatchReceived(change)
        | EventPayload::Delivered(change) => {
            let key = CopyKey { box_id, message_id: change.message_id };
            let copy = message::find(tx, &scope, box_id, change.message_id).await?;
            let copy = copy.ok_or(No::Refused(Refusal::MessageNotFound))?;
            let entities = entity::list(tx, &scope, key).await?;
            // The patch that a delivery tells of came with an event of its own.
            let is_delivered = matches!(payload, EventPayload::Delivered(_));
            let own = (!is_delivered).then_some(change.patch_id);
            for patch_id in own.into_iter().chain(change.operator_patch_id) {
                entity::place(tx, &scope, key, (patch_id, seq)).await?;
            }
            EventMarks::of(&copy, change, &entities)
        }
    };
    Ok(event::mark(tx, &scope, (box_id, seq), (&payload, marks)).await?)
}
