//! The projection of documents for lists.

use account::OrgScope;
use kernel::{BoxId, Moment};
use store::{Fault, Fetch, Row, Sql, Tx, binds};

use crate::model::docflow::{DocflowFilter, DocflowRow, Whose};
use crate::model::document::DocumentKind;
use crate::model::ids::{EntityId, MessageId};
use crate::model::side::Side;
use crate::model::state::Outcome;

pub(super) const ADD: Sql = Sql::org(
    "exchange.add_docflow",
    "INSERT INTO exchange_docflow
       (organization_id, box_id, document_id, message_id, side, counteragent_box_id, kind, number, document_date,
        total_kopecks, file_name, posted_at, is_test, outcome, turn, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
);
pub(super) const MOVE: Sql = Sql::org(
    "exchange.move_docflow",
    "UPDATE exchange_docflow SET outcome = $4, turn = $5, changed_at = $6
     WHERE organization_id = $1 AND box_id = $2 AND document_id = $3",
);
pub(super) const FIND: Sql = Sql::org(
    "exchange.find_docflow",
    "SELECT document_id, message_id, side, counteragent_box_id, kind, number, document_date, total_kopecks, file_name,
            posted_at, is_test, outcome, turn, changed_at
     FROM exchange_docflow WHERE organization_id = $1 AND box_id = $2 AND document_id = $3",
);
/// Empty text and 0 stand for "any": a parameter of unknown type is not portable.
pub(super) const LIST: Sql = Sql::org(
    "exchange.list_docflows",
    "SELECT document_id, message_id, side, counteragent_box_id, kind, number, document_date, total_kopecks, file_name,
            posted_at, is_test, outcome, turn, changed_at
     FROM exchange_docflow
     WHERE organization_id = $1 AND box_id = $2
       AND ($3 = '' OR side = $3) AND ($4 = '' OR outcome = $4) AND ($5 = '' OR turn = $5)
       AND ($6 = 0 OR counteragent_box_id = $7)
       AND (posted_at, document_id) < ($8, $9)
     ORDER BY posted_at DESC, document_id DESC LIMIT $10",
);

/// Adds a document's row.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, box_id: BoxId, row: &DocflowRow) -> Result<(), Fault> {
    let binds = binds![
        scope.organization_id(),
        box_id,
        row.document_id,
        row.message_id,
        row.side.as_str(),
        row.counteragent_box_id,
        row.kind.as_str(),
        row.number.clone(),
        row.date.clone(),
        row.total_kopecks,
        row.file_name.clone(),
        row.posted_at,
        row.is_test,
        row.outcome.as_str(),
        row.turn.as_str(),
        row.changed_at
    ];
    tx.execute(&ADD, binds).await?;
    Ok(())
}

/// Writes what changed in a document's row.
pub async fn step(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    (box_id, document_id): (BoxId, EntityId),
    (outcome, turn): (Outcome, Whose),
    at: Moment,
) -> Result<(), Fault> {
    let binds = binds![scope.organization_id(), box_id, document_id, outcome.as_str(), turn.as_str(), at];
    tx.execute(&MOVE, binds).await?;
    Ok(())
}

/// A document's row.
pub async fn find(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    document_id: EntityId,
) -> Result<Option<DocflowRow>, Fault> {
    let row = reader.fetch_optional(&FIND, binds![scope.organization_id(), box_id, document_id]).await?;
    row.map(|row| read(&row)).transpose()
}

/// Rows before `before` in time, newest first.
pub async fn list(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    filter: &DocflowFilter,
    limit: i64,
) -> Result<Vec<DocflowRow>, Fault> {
    let (posted_at, document_id) =
        filter.before.map_or((i64::MAX, vec![0xff; 16]), |(at, id)| (at.micros(), id.to_vec()));
    let counteragent = filter.counteragent_box_id;
    let binds = binds![
        scope.organization_id(),
        box_id,
        filter.side.map_or("", Side::as_str),
        filter.outcome.map_or("", Outcome::as_str),
        filter.turn.map_or("", Whose::as_str),
        i64::from(counteragent.is_some()),
        counteragent.map_or_else(Vec::new, |id| id.to_vec()),
        posted_at,
        document_id,
        limit
    ];
    let rows = reader.fetch_all(&LIST, binds).await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<DocflowRow, Fault> {
    Ok(DocflowRow {
        document_id: row.parsed(0, Row::bytes, |id| EntityId::from_bytes(&id))?,
        message_id: row.parsed(1, Row::bytes, |id| MessageId::from_bytes(&id))?,
        side: row.parsed(2, Row::text, |word| Side::from_word(&word).ok_or("not a side"))?,
        counteragent_box_id: row.parsed(3, Row::bytes, |id| BoxId::from_bytes(&id))?,
        kind: row.parsed(4, Row::text, |word| DocumentKind::from_word(&word).ok_or("not a kind of document"))?,
        number: row.opt_text(5)?,
        date: row.opt_text(6)?,
        total_kopecks: row.opt_i64(7)?,
        file_name: row.opt_text(8)?,
        posted_at: Moment::from_micros(row.i64(9)?),
        is_test: row.flag(10)?,
        outcome: row.parsed(11, Row::text, |word| Outcome::from_word(&word).ok_or("not an outcome"))?,
        turn: row.parsed(12, Row::text, |word| Whose::from_word(&word).ok_or("not a turn"))?,
        changed_at: Moment::from_micros(row.i64(13)?),
    })
}
