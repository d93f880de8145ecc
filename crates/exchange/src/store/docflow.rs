//! The projection of documents for lists.

use account::OrgScope;
use kernel::{BoxId, Moment, OrganizationId};
use store::{Bind, Fault, Fetch, Row, Sql, Tx, binds};

use super::entity::CopyKey;
use super::word::{self, About};
use crate::model::docflow::{DocflowRow, Whose};
use crate::model::document::DocumentKind;
use crate::model::ids::{EntityId, MessageId};
use crate::model::marks::{AnswerMark, DocflowMarks, ReceiptMark, RevocationMark};
use crate::model::side::Side;
use crate::model::state::Outcome;

/// The columns that [`read`] reads, in its order.
macro_rules! select_row {
    () => {
        "SELECT document_id, message_id, side, counteragent_box_id, kind, number, document_date, total_kopecks, file_name,
                posted_at, is_test, outcome, turn, changed_at, answer, receipt, answer_receipt, amendment_asked,
                revocation, delivered_at, custom_id
         FROM exchange_docflow"
    };
}
pub(super) use select_row;

pub(super) const ADD: Sql = Sql::org(
    "exchange.add_docflow",
    "INSERT INTO exchange_docflow
       (organization_id, box_id, document_id, message_id, side, counteragent_box_id, kind, number, document_date,
        total_kopecks, file_name, posted_at, is_test, outcome, turn, changed_at, answer, receipt, answer_receipt,
        amendment_asked, revocation, delivered_at, custom_id, is_marked)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
             1)",
);
pub(super) const MOVE: Sql = Sql::org(
    "exchange.move_docflow",
    "UPDATE exchange_docflow SET outcome = $4, turn = $5, changed_at = $6, answer = $7, receipt = $8,
       answer_receipt = $9, amendment_asked = $10, revocation = $11, delivered_at = $12, is_marked = 1
     WHERE organization_id = $1 AND box_id = $2 AND document_id = $3",
);
pub(super) const FIND: Sql = Sql::org(
    "exchange.find_docflow",
    concat!(select_row!(), " WHERE organization_id = $1 AND box_id = $2 AND document_id = $3"),
);
/// What an older version of the program did not write; `changed_at` stays, since nothing happened.
pub(super) const MARK: Sql = Sql::org(
    "exchange.mark_docflow",
    "UPDATE exchange_docflow SET answer = $4, receipt = $5, answer_receipt = $6, amendment_asked = $7, revocation = $8,
       delivered_at = $9, custom_id = $10, is_marked = 1
     WHERE organization_id = $1 AND box_id = $2 AND document_id = $3",
);
pub(super) const LIST_UNMARKED: Sql = Sql::global(
    "exchange.list_unmarked_docflows",
    "SELECT DISTINCT organization_id, box_id, message_id FROM exchange_docflow WHERE is_marked = 0 LIMIT $1",
);

/// The columns of the marks, in the order in which every statement has them.
fn of_marks(marks: &DocflowMarks) -> Vec<Bind> {
    binds![
        marks.answer.as_str(),
        marks.receipt.as_str(),
        marks.answer_receipt.as_str(),
        marks.amendment_asked,
        marks.revocation.as_str(),
        marks.delivered_at
    ]
}

/// Adds a document's row.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, box_id: BoxId, row: &DocflowRow) -> Result<(), Fault> {
    let mut binds = binds![
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
    binds.extend(of_marks(&row.marks));
    binds.extend(binds![row.custom_id.clone()]);
    tx.execute(&ADD, binds).await?;
    add_words(tx, scope, box_id, row).await
}

/// Writes what changed in a document's row.
pub async fn step(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    (box_id, document_id): (BoxId, EntityId),
    (outcome, turn, marks): (Outcome, Whose, DocflowMarks),
    at: Moment,
) -> Result<(), Fault> {
    let mut binds = binds![scope.organization_id(), box_id, document_id, outcome.as_str(), turn.as_str(), at];
    binds.extend(of_marks(&marks));
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

/// Writes the marks of a row that has none.
pub async fn mark(tx: &mut Tx<'_>, scope: &OrgScope, box_id: BoxId, row: &DocflowRow) -> Result<(), Fault> {
    let mut binds = binds![scope.organization_id(), box_id, row.document_id];
    binds.extend(of_marks(&row.marks));
    binds.extend(binds![row.custom_id.clone()]);
    tx.execute(&MARK, binds).await?;
    add_words(tx, scope, box_id, row).await
}

async fn add_words(tx: &mut Tx<'_>, scope: &OrgScope, box_id: BoxId, row: &DocflowRow) -> Result<(), Fault> {
    word::add(tx, scope, box_id, (About::Document, &row.document_id.to_vec(), &row.words())).await
}

/// Messages with rows that have no marks, whosever they are.
pub async fn list_unmarked(reader: &mut impl Fetch, limit: i64) -> Result<Vec<(OrganizationId, CopyKey)>, Fault> {
    let rows = reader.fetch_all(&LIST_UNMARKED, binds![limit]).await?;
    rows.iter().map(copy_key).collect()
}

/// Organization, box and message of a row.
pub(super) fn copy_key(row: &Row) -> Result<(OrganizationId, CopyKey), Fault> {
    let key = CopyKey {
        box_id: row.parsed(1, Row::bytes, |id| BoxId::from_bytes(&id))?,
        message_id: row.parsed(2, Row::bytes, |id| MessageId::from_bytes(&id))?,
    };
    Ok((row.parsed(0, Row::bytes, |id| OrganizationId::from_bytes(&id))?, key))
}

/// A row of [`select_row`].
pub(super) fn read(row: &Row) -> Result<DocflowRow, Fault> {
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
        marks: DocflowMarks {
            answer: row.parsed(14, Row::text, |word| AnswerMark::from_word(&word).ok_or("not an answer"))?,
            receipt: row.parsed(15, Row::text, |word| ReceiptMark::from_word(&word).ok_or("not a receipt"))?,
            answer_receipt: row.parsed(16, Row::text, |word| ReceiptMark::from_word(&word).ok_or("not a receipt"))?,
            amendment_asked: row.flag(17)?,
            revocation: row.parsed(18, Row::text, |word| RevocationMark::from_word(&word).ok_or("not a revocation"))?,
            delivered_at: row.opt_i64(19)?.map(Moment::from_micros),
        },
        custom_id: row.opt_text(20)?,
    })
}
