//! Which documents a person opened.

use std::collections::HashSet;

use account::OrgScope;
use kernel::{BoxId, Cx, Moment, UserId};
use store::in_list::{FEW, MANY, fill, size_for};
use store::{Bind, Fault, Fetch, Sql, Store, Tx, binds, in_list};

use crate::model::ids::EntityId;

pub(super) const ADD: Sql = Sql::org(
    "exchange.add_reading",
    "INSERT INTO exchange_reading (organization_id, box_id, user_id, document_id, posted_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (organization_id, box_id, user_id, document_id) DO NOTHING",
);
pub(super) const REMOVE: Sql = Sql::org(
    "exchange.remove_reading",
    "DELETE FROM exchange_reading WHERE organization_id = $1 AND box_id = $2 AND user_id = $3 AND document_id = $4",
);
const AMONG: &str = "SELECT document_id FROM exchange_reading
     WHERE organization_id = $1 AND box_id = $2 AND user_id = $3 AND document_id IN ";
pub(super) const FIND_FEW: Sql = in_list!(org, "exchange.find_few_readings", AMONG, 4, FEW, "");
pub(super) const FIND_MANY: Sql = in_list!(org, "exchange.find_many_readings", AMONG, 4, MANY, "");
pub(super) const FORGET: Sql = Sql::global(
    "exchange.forget_readings",
    "DELETE FROM exchange_reading WHERE (organization_id, box_id, user_id, document_id) IN
       (SELECT organization_id, box_id, user_id, document_id FROM exchange_reading WHERE posted_at < $1 LIMIT $2)",
);

/// Marks a document as opened by the person.
pub async fn add(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    (box_id, user_id): (BoxId, UserId),
    (document_id, posted_at): (EntityId, Moment),
) -> Result<(), Fault> {
    tx.execute(&ADD, binds![scope.organization_id(), box_id, user_id, document_id, posted_at]).await?;
    Ok(())
}

/// Takes the mark away.
pub async fn remove(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    (box_id, user_id): (BoxId, UserId),
    document_id: EntityId,
) -> Result<(), Fault> {
    tx.execute(&REMOVE, binds![scope.organization_id(), box_id, user_id, document_id]).await?;
    Ok(())
}

/// Those of the documents, at most a page of them, that the person opened.
pub async fn among(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    (box_id, user_id): (BoxId, UserId),
    ids: &[EntityId],
) -> Result<HashSet<EntityId>, Fault> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let size = size_for(ids.len());
    let mut binds = binds![scope.organization_id(), box_id, user_id];
    fill(&mut binds, ids.iter().map(|id| Bind::Bytes(Some(id.to_vec()))), size);
    let statement = if size == FEW { &FIND_FEW } else { &FIND_MANY };
    let rows = reader.fetch_limited(statement, binds, size).await?;
    rows.iter().map(|row| row.parsed(0, store::Row::bytes, |id| EntityId::from_bytes(&id))).collect()
}

/// Forgets marks of documents posted before a moment, and says how many.
pub async fn forget(store: &Store, cx: &Cx, before: Moment) -> Result<u64, Fault> {
    store.sweep_rows(cx, &FORGET, before).await
}
