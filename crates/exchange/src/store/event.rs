//! The feed of a box, and the lock that orders it.

use account::OrgScope;
use kernel::{BoxId, Moment};
use store::{Fault, Fetch, Row, Sql, Tx, binds};

use crate::model::event::{Event, EventPayload};

pub(super) const RESERVE: Sql = Sql::org(
    "exchange.reserve_event_seq",
    "INSERT INTO exchange_box (organization_id, box_id, event_seq) VALUES ($1, $2, $3)
     ON CONFLICT (organization_id, box_id) DO UPDATE SET event_seq = exchange_box.event_seq + $3
     RETURNING event_seq",
);
pub(super) const ADD: Sql = Sql::org(
    "exchange.add_event",
    "INSERT INTO exchange_event (organization_id, box_id, seq, at, kind, version, payload)
     VALUES ($1, $2, $3, $4, $5, $6, $7)",
);
pub(super) const LIST: Sql = Sql::org(
    "exchange.list_events",
    "SELECT seq, at, kind, version, payload FROM exchange_event
     WHERE organization_id = $1 AND box_id = $2 AND seq > $3 ORDER BY seq LIMIT $4",
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
    payload: &EventPayload,
) -> Result<(), Fault> {
    let text = serde_json::to_string(payload).map_err(|error| Fault::Decode(format!("writing an event: {error}")))?;
    let binds = binds![scope.organization_id(), box_id, seq, at, payload.kind(), EventPayload::VERSION, text];
    tx.execute(&ADD, binds).await?;
    Ok(())
}

/// Events after `after`, oldest first.
pub async fn list(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    after: i64,
    limit: i64,
) -> Result<Vec<Event>, Fault> {
    let rows = reader.fetch_all(&LIST, binds![scope.organization_id(), box_id, after, limit]).await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Event, Fault> {
    let payload = row.parsed(4, Row::text, |text| serde_json::from_str::<EventPayload>(&text))?;
    Ok(Event { seq: row.i64(0)?, at: Moment::from_micros(row.i64(1)?), payload })
}
