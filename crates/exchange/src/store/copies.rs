//! Many messages' copies and entities in few statements.

use account::OrgScope;
use kernel::BoxId;
use store::in_list::{FEW, MANY, fill, size_for};
use store::{Bind, Binds, Fault, Fetch, Row, Sql, binds, in_list};

use super::{entity, message};
use crate::model::entity::Entity;
use crate::model::ids::MessageId;
use crate::model::message::MessageCopy;

const COUNT: &str = "SELECT message_id, count(*) FROM exchange_entity
     WHERE organization_id = $1 AND box_id = $2 AND message_id IN ";
pub(super) const COUNT_FEW: Sql =
    in_list!(org, "exchange.count_entities_of_few", COUNT, 3, FEW, " GROUP BY message_id");
pub(super) const COUNT_MANY: Sql =
    in_list!(org, "exchange.count_entities_of_many", COUNT, 3, MANY, " GROUP BY message_id");
const COPIES: &str = "SELECT side, counteragent_organization_id, counteragent_box_id, posted_at, is_test, message_id
     FROM exchange_message WHERE organization_id = $1 AND box_id = $2 AND message_id IN ";
pub(super) const FIND_FEW: Sql = in_list!(org, "exchange.find_few_messages", COPIES, 3, FEW, "");
pub(super) const FIND_MANY: Sql = in_list!(org, "exchange.find_many_messages", COPIES, 3, MANY, "");
const ENTITIES: &str = "SELECT entity_id, document_id, parent_id, patch_id, kind, author, at, content_hash,
            content_size, file_name, facts, message_id, event_seq
     FROM exchange_entity WHERE organization_id = $1 AND box_id = $2 AND message_id IN ";
pub(super) const LIST_FEW: Sql =
    in_list!(org, "exchange.list_entities_of_few", ENTITIES, 3, FEW, " ORDER BY message_id, at, entity_id");
pub(super) const LIST_MANY: Sql =
    in_list!(org, "exchange.list_entities_of_many", ENTITIES, 3, MANY, " ORDER BY message_id, at, entity_id");

fn listed(scope: &OrgScope, box_id: BoxId, ids: &[MessageId]) -> (usize, Binds) {
    let size = size_for(ids.len());
    let mut binds = binds![scope.organization_id(), box_id];
    fill(&mut binds, ids.iter().map(|id| Bind::Bytes(Some(id.to_vec()))), size);
    (size, binds)
}

fn message_id(row: &Row, column: usize) -> Result<MessageId, Fault> {
    row.parsed(column, Row::bytes, |id| MessageId::from_bytes(&id))
}

/// How many entities each of at most a page of messages has.
pub async fn count_entities(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    ids: &[MessageId],
) -> Result<Vec<(MessageId, i64)>, Fault> {
    let (size, binds) = listed(scope, box_id, ids);
    let statement = if size == FEW { &COUNT_FEW } else { &COUNT_MANY };
    let rows = reader.fetch_limited(statement, binds, size).await?;
    rows.iter().map(|row| Ok((message_id(row, 0)?, row.i64(1)?))).collect()
}

/// The copies of at most a page of messages, in no order.
pub async fn find(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    ids: &[MessageId],
) -> Result<Vec<MessageCopy>, Fault> {
    let (size, binds) = listed(scope, box_id, ids);
    let statement = if size == FEW { &FIND_FEW } else { &FIND_MANY };
    let rows = reader.fetch_limited(statement, binds, size).await?;
    rows.iter().map(|row| message::read(row, box_id, message_id(row, 5)?)).collect()
}

/// All entities of at most a page of messages, each with the event that brought it; of one message oldest first.
pub async fn list_entities(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    (box_id, ids): (BoxId, &[MessageId]),
    rows_max: usize,
) -> Result<Vec<(MessageId, Entity, i64)>, Fault> {
    let (size, binds) = listed(scope, box_id, ids);
    let statement = if size == FEW { &LIST_FEW } else { &LIST_MANY };
    let rows = reader.fetch_limited(statement, binds, rows_max).await?;
    rows.iter().map(|row| Ok((message_id(row, 11)?, entity::read(row)?, row.i64(12)?))).collect()
}
