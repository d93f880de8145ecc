//! The feed of a box, and the lock that orders it.

use account::OrgScope;
use kernel::{BoxId, Moment, OrganizationId};
use store::{Binds, Fault, Fetch, Row, Sql, Tx, binds};

use crate::model::event::{EventMarks, EventPayload};
use crate::model::side::Side;

pub(super) const RESERVE: Sql = Sql::org(
    "exchange.reserve_event_seq",
    "INSERT INTO exchange_box (organization_id, box_id, event_seq) VALUES ($1, $2, $3)
     ON CONFLICT (organization_id, box_id) DO UPDATE SET event_seq = exchange_box.event_seq + $3
     RETURNING event_seq",
);
pub(super) const ADD: Sql = Sql::org(
    "exchange.add_event",
    "INSERT INTO exchange_event
       (organization_id, box_id, seq, at, kind, version, payload, topic, event_id, counteragent_box_id, side, kinds)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
);
pub(super) const MARK: Sql = Sql::org(
    "exchange.mark_event",
    "UPDATE exchange_event SET topic = $4, event_id = $5, counteragent_box_id = $6, side = $7, kinds = $8
     WHERE organization_id = $1 AND box_id = $2 AND seq = $3",
);
pub(super) const LIST_UNMARKED: Sql = Sql::global(
    "exchange.list_unmarked_events",
    "SELECT organization_id, box_id, seq FROM exchange_event WHERE topic = '' LIMIT $1",
);
/// Locks the box for the rest of the transaction and reserves the number of its next event: the first statement of
/// every write, so that writers of one box follow each other on both engines.
pub async fn lock_box(tx: &mut Tx<'_>, scope: &OrgScope, box_id: BoxId) -> Result<i64, Fault> {
    tx.fetch_one(&RESERVE, binds![scope.organization_id(), box_id, 1_i64]).await?.i64(0)
}

/// Locks the box without a number: for what is written and is no event.
pub async fn lock_box_silently(tx: &mut Tx<'_>, scope: &OrgScope, box_id: BoxId) -> Result<(), Fault> {
    tx.fetch_one(&RESERVE, binds![scope.organization_id(), box_id, 0_i64]).await?;
    Ok(())
}

/// Writes the event whose number [`lock_box`] gave.
pub async fn add(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    box_id: BoxId,
    (seq, at): (i64, Moment),
    (payload, marks): (&EventPayload, EventMarks),
) -> Result<(), Fault> {
    let text = serde_json::to_string(payload).map_err(|error| Fault::Decode(format!("writing an event: {error}")))?;
    let mut binds = binds![scope.organization_id(), box_id, seq, at, payload.kind(), EventPayload::VERSION, text];
    binds.extend(marked(payload, marks));
    tx.execute(&ADD, binds).await?;
    tx.tell(box_id);
    Ok(())
}

fn marked(payload: &EventPayload, marks: EventMarks) -> Binds {
    binds![
        marks.topic.as_str(),
        payload.event_id(),
        marks.counteragent_box_id,
        marks.side.map(Side::as_str).map(str::to_owned),
        marks.kinds.bits()
    ]
}

/// Writes the marks of an event that has none.
pub async fn mark(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    (box_id, seq): (BoxId, i64),
    (payload, marks): (&EventPayload, EventMarks),
) -> Result<(), Fault> {
    let mut binds = binds![scope.organization_id(), box_id, seq];
    binds.extend(marked(payload, marks));
    tx.execute(&MARK, binds).await?;
    Ok(())
}

/// Events without marks, whosever they are.
pub async fn list_unmarked(reader: &mut impl Fetch, limit: i64) -> Result<Vec<(OrganizationId, BoxId, i64)>, Fault> {
    let rows = reader.fetch_all(&LIST_UNMARKED, binds![limit]).await?;
    let place = |row: &Row| {
        let organization_id = row.parsed(0, Row::bytes, |id| OrganizationId::from_bytes(&id))?;
        Ok((organization_id, row.parsed(1, Row::bytes, |id| BoxId::from_bytes(&id))?, row.i64(2)?))
    };
    rows.iter().map(place).collect()
}
