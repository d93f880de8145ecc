//! Statements and rows of the meter.

use crate::model::{Count, Meter, Reason};
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use account::OrgScope;
use kernel::{BoxId, Moment, uuid::Uuid};

const ADD_TO_METER: Sql = Sql::org(
    "billing.add_to_meter",
    "INSERT INTO billing_meter (organization_id, counted, not_counted) VALUES ($1, $2, $3)
     ON CONFLICT (organization_id) DO UPDATE
     SET counted = billing_meter.counted + $2, not_counted = billing_meter.not_counted + $3
     RETURNING counted",
);
const ADD_COUNT: Sql = Sql::org(
    "billing.add_count",
    "INSERT INTO billing_count (organization_id, message_id, box_id, counted_at, documents, reason)
     VALUES ($1, $2, $3, $4, $5, $6)",
);
const FIND_METER: Sql =
    Sql::org("billing.find_meter", "SELECT counted, not_counted FROM billing_meter WHERE organization_id = $1");
const LIST_COUNTS: Sql = Sql::org(
    "billing.list_counts",
    "SELECT message_id, box_id, counted_at, documents, reason FROM billing_count
     WHERE organization_id = $1 AND message_id < $2 ORDER BY message_id DESC LIMIT $3",
);

/// Every statement of the room.
pub const STATEMENTS: &[&Sql] = &[&ADD_TO_METER, &ADD_COUNT, &FIND_METER, &LIST_COUNTS];

/// Adds to the sums, which locks them until the transaction ends. Gives the counted documents as they stand then.
pub async fn add_to_meter(tx: &mut Tx<'_>, scope: &OrgScope, counted: u64, not_counted: u64) -> Result<u64, Fault> {
    let binds = binds![scope.organization_id(), as_column(counted)?, as_column(not_counted)?];
    number(tx.fetch_one(&ADD_TO_METER, binds).await?.i64(0)?)
}

/// Writes one message.
pub async fn add_count(tx: &mut Tx<'_>, scope: &OrgScope, count: &Count) -> Result<(), Fault> {
    let message_id = count.message_id.as_bytes();
    let documents = as_column(count.documents)?;
    let (at, reason) = (count.counted_at, count.reason.name());
    tx.execute(&ADD_COUNT, binds![scope.organization_id(), message_id, count.box_id, at, documents, reason]).await?;
    Ok(())
}

/// The sums; nothing sent, no row.
pub async fn find_meter(from: &mut (impl Fetch + ?Sized), scope: &OrgScope) -> Result<Option<Meter>, Fault> {
    let Some(row) = from.fetch_optional(&FIND_METER, binds![scope.organization_id()]).await? else { return Ok(None) };
    Ok(Some(Meter { counted: number(row.i64(0)?)?, not_counted: number(row.i64(1)?)? }))
}

/// Messages before this id, newest first.
pub async fn list_counts(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    before: &[u8],
    limit: i64,
) -> Result<Vec<Count>, Fault> {
    from.fetch_all(&LIST_COUNTS, binds![scope.organization_id(), before, limit]).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Count, Fault> {
    Ok(Count {
        message_id: row.parsed(0, Row::bytes, |bytes| Uuid::from_slice(&bytes))?,
        box_id: row.parsed(1, Row::bytes, |bytes| BoxId::from_bytes(&bytes))?,
        counted_at: Moment::from_micros(row.i64(2)?),
        documents: number(row.i64(3)?)?,
        reason: Reason::parse(&row.text(4)?).ok_or_else(|| Fault::Decode("billing: a reason".to_owned()))?,
    })
}

fn number(column: i64) -> Result<u64, Fault> {
    u64::try_from(column).map_err(|_| Fault::Decode("billing: a negative sum".to_owned()))
}

fn as_column(number: u64) -> Result<i64, Fault> {
    i64::try_from(number).map_err(|_| Fault::Decode("billing: a sum over 2^63".to_owned()))
}
