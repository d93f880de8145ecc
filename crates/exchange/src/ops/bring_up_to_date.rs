//! Writing what an older version of the program did not: marks of documents, by which lists filter. Everything written here
//! is derived, nothing is said anew.

use account::{Permission, authorize};
use kernel::{Cx, OrganizationId};
use store::{Fault, No, Store, Tx};

use crate::model::docflow::Docflow;
use crate::model::refusal::Refusal;
use crate::store::entity::CopyKey;
use crate::store::{docflow, docflow_list, entity, event, message};

/// Messages looked up at once; each is written in a transaction of its own, so that nobody waits long.
const MESSAGES_AT_ONCE: i64 = 200;

/// Brings every row that an older version wrote to what this version filters by, and says how many messages were looked
/// at. `svitok` calls it at start, before it answers anybody, and every hour: an older program that shares the database
/// may have written meanwhile. Costs one look at an empty index when there is nothing to do.
pub async fn bring_up_to_date(store: &Store, cx: &Cx) -> Result<u64, Fault> {
    let mut done = 0;
    loop {
        let mut reader = store.reader().await?;
        let unmarked = docflow::list_unmarked(&mut reader, MESSAGES_AT_ONCE).await?;
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
