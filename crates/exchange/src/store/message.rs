//! A box's copy of a message.

use account::OrgScope;
use kernel::{BoxId, Moment, OrganizationId};
use store::{Fault, Fetch, Row, Sql, Tx, binds};

use crate::model::ids::MessageId;
use crate::model::message::MessageCopy;
use crate::model::side::Side;

pub(super) const ADD: Sql = Sql::org(
    "exchange.add_message",
    "INSERT INTO exchange_message
       (organization_id, box_id, message_id, side, counteragent_organization_id, counteragent_box_id, posted_at, is_test)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (organization_id, box_id, message_id) DO NOTHING",
);
pub(super) const FIND: Sql = Sql::org(
    "exchange.find_message",
    "SELECT side, counteragent_organization_id, counteragent_box_id, posted_at, is_test FROM exchange_message
     WHERE organization_id = $1 AND box_id = $2 AND message_id = $3",
);

/// Adds a copy; says whether it was new.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, copy: &MessageCopy) -> Result<bool, Fault> {
    let binds = binds![
        scope.organization_id(),
        copy.box_id,
        copy.id,
        copy.side.as_str(),
        copy.counteragent_organization_id,
        copy.counteragent_box_id,
        copy.posted_at,
        copy.is_test
    ];
    Ok(tx.execute(&ADD, binds).await? == 1)
}

/// The copy of a message in this box.
pub async fn find(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    id: MessageId,
) -> Result<Option<MessageCopy>, Fault> {
    let row = reader.fetch_optional(&FIND, binds![scope.organization_id(), box_id, id]).await?;
    row.map(|row| read(&row, box_id, id)).transpose()
}

/// A copy, of the columns that [`FIND`] lists.
pub(super) fn read(row: &Row, box_id: BoxId, id: MessageId) -> Result<MessageCopy, Fault> {
    Ok(MessageCopy {
        id,
        box_id,
        side: row.parsed(0, Row::text, |word| Side::from_word(&word).ok_or("not a side"))?,
        counteragent_organization_id: row.parsed(1, Row::bytes, |id| OrganizationId::from_bytes(&id))?,
        counteragent_box_id: row.parsed(2, Row::bytes, |id| BoxId::from_bytes(&id))?,
        posted_at: Moment::from_micros(row.i64(3)?),
        is_test: row.flag(4)?,
    })
}
