//! Lists of documents. One text for each index a list may go by, so that a rare counteragent or number is found without
//! walking the whole box; every other part of a filter is looked at on the way.

use account::OrgScope;
use kernel::{BoxId, Moment};
use store::in_list::{FEW, MANY, fill, size_for};
use store::{Bind, Binds, Fault, Fetch, Sql, binds, in_list};

use super::docflow::{read, select_row};
use crate::model::docflow::{DocflowRow, Whose};
use crate::model::document::DocumentKind;
use crate::model::filter::{DocflowFilter, ListOrder};
use crate::model::ids::EntityId;
use crate::model::marks::{AnswerMark, ReceiptMark, RevocationMark};
use crate::model::side::Side;
use crate::model::state::Outcome;

/// Empty text, and 2 for a flag, stand for "any": a parameter of unknown type is not portable.
macro_rules! shown {
    ($counteragent:literal, $number:literal) => {
        concat!(
            " WHERE organization_id = $1 AND box_id = $2
                AND ($3 = '' OR side = $3) AND kind IN ($4, $5, $6, $7)
                AND ($8 = '' OR outcome = $8) AND ($9 = '' OR turn = $9) AND ($10 = '' OR answer = $10)
                AND ($11 = '' OR receipt = $11) AND ($12 = '' OR answer_receipt = $12)
                AND ($13 = 2 OR amendment_asked = $13)
                AND ($14 = '' OR revocation = $14) AND ($15 = 0 OR revocation <> 'accepted')
                AND ($16 = 2 OR CASE WHEN delivered_at IS NULL THEN 0 ELSE 1 END = $16)
                AND ($17 = '' OR document_date >= $17) AND ($18 = '' OR document_date <= $18)
                AND posted_at >= $19 AND posted_at <= $20
                AND ($24 = 0 OR NOT EXISTS
                    (SELECT 1 FROM exchange_reading
                     WHERE exchange_reading.organization_id = $1 AND exchange_reading.box_id = $2
                       AND exchange_reading.user_id = $25
                       AND exchange_reading.document_id = exchange_docflow.document_id))
                AND ",
            $counteragent,
            " AND ",
            $number
        )
    };
}
macro_rules! newest {
    () => {
        " AND (posted_at, document_id) < ($26, $27) ORDER BY posted_at DESC, document_id DESC LIMIT $28"
    };
}
macro_rules! oldest {
    () => {
        " AND (posted_at, document_id) > ($26, $27) ORDER BY posted_at, document_id LIMIT $28"
    };
}
macro_rules! all {
    () => {
        shown!("($21 = 0 OR counteragent_box_id = $22)", "($23 = '' OR number = $23)")
    };
}
macro_rules! of_counteragent {
    () => {
        shown!("$21 = 1 AND counteragent_box_id = $22", "($23 = '' OR number = $23)")
    };
}
macro_rules! of_number {
    () => {
        shown!("($21 = 0 OR counteragent_box_id = $22)", "$23 <> '' AND number = $23")
    };
}
macro_rules! counted {
    ($shown:expr) => {
        concat!("SELECT count(*) FROM (SELECT document_id FROM exchange_docflow", $shown, " LIMIT $26) AS found")
    };
}

pub(super) const NEWEST: Sql = Sql::org("exchange.list_docflows", concat!(select_row!(), all!(), newest!()));
pub(super) const OLDEST: Sql = Sql::org("exchange.list_docflows_oldest", concat!(select_row!(), all!(), oldest!()));
pub(super) const NEWEST_OF_COUNTERAGENT: Sql =
    Sql::org("exchange.list_docflows_of_counteragent", concat!(select_row!(), of_counteragent!(), newest!()));
pub(super) const OLDEST_OF_COUNTERAGENT: Sql =
    Sql::org("exchange.list_docflows_of_counteragent_oldest", concat!(select_row!(), of_counteragent!(), oldest!()));
pub(super) const NEWEST_OF_NUMBER: Sql =
    Sql::org("exchange.list_docflows_of_number", concat!(select_row!(), of_number!(), newest!()));
pub(super) const OLDEST_OF_NUMBER: Sql =
    Sql::org("exchange.list_docflows_of_number_oldest", concat!(select_row!(), of_number!(), oldest!()));
pub(super) const COUNT: Sql = Sql::org("exchange.count_docflows", counted!(all!()));
pub(super) const COUNT_OF_COUNTERAGENT: Sql =
    Sql::org("exchange.count_docflows_of_counteragent", counted!(of_counteragent!()));
pub(super) const COUNT_OF_NUMBER: Sql = Sql::org("exchange.count_docflows_of_number", counted!(of_number!()));
pub(super) const OF_CUSTOM_ID: Sql = Sql::org(
    "exchange.list_docflows_of_custom_id",
    concat!(
        select_row!(),
        " WHERE organization_id = $1 AND box_id = $2 AND custom_id = $3 ORDER BY document_id DESC LIMIT $4"
    ),
);
const LISTED: &str = concat!(select_row!(), " WHERE organization_id = $1 AND box_id = $2 AND document_id IN ");
pub(super) const FIND_FEW: Sql = in_list!(org, "exchange.find_few_docflows", LISTED, 3, FEW, "");
pub(super) const FIND_MANY: Sql = in_list!(org, "exchange.find_many_docflows", LISTED, 3, MANY, "");

/// The index a filter goes by: a number is rarer than a counteragent.
#[derive(Clone, Copy)]
enum Way {
    All,
    Counteragent,
    Number,
}

impl Way {
    fn of(filter: &DocflowFilter) -> Self {
        match (&filter.number, filter.counteragent_box_id) {
            (Some(_), _) => Self::Number,
            (None, Some(_)) => Self::Counteragent,
            (None, None) => Self::All,
        }
    }
}

/// Rows after a place, in the order.
pub async fn list(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    (box_id, filter): (BoxId, &DocflowFilter),
    (order, after): (ListOrder, Option<(Moment, EntityId)>),
    limit: i64,
) -> Result<Vec<DocflowRow>, Fault> {
    let statement = match (Way::of(filter), order) {
        (Way::All, ListOrder::NewestFirst) => &NEWEST,
        (Way::All, ListOrder::OldestFirst) => &OLDEST,
        (Way::Counteragent, ListOrder::NewestFirst) => &NEWEST_OF_COUNTERAGENT,
        (Way::Counteragent, ListOrder::OldestFirst) => &OLDEST_OF_COUNTERAGENT,
        (Way::Number, ListOrder::NewestFirst) => &NEWEST_OF_NUMBER,
        (Way::Number, ListOrder::OldestFirst) => &OLDEST_OF_NUMBER,
    };
    let (posted_at, document_id) = match (after, order) {
        (Some((at, id)), _) => (at.micros(), id.to_vec()),
        (None, ListOrder::NewestFirst) => (i64::MAX, vec![0xff; 16]),
        (None, ListOrder::OldestFirst) => (i64::MIN, Vec::new()),
    };
    let mut binds = shown(scope, box_id, filter);
    binds.extend(binds![posted_at, document_id, limit]);
    let rows = reader.fetch_all(statement, binds).await?;
    rows.iter().map(read).collect()
}

/// How many there are, counted up to `count_max`.
pub async fn count(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    (box_id, filter): (BoxId, &DocflowFilter),
    count_max: i64,
) -> Result<i64, Fault> {
    let statement = match Way::of(filter) {
        Way::All => &COUNT,
        Way::Counteragent => &COUNT_OF_COUNTERAGENT,
        Way::Number => &COUNT_OF_NUMBER,
    };
    let mut binds = shown(scope, box_id, filter);
    binds.extend(binds![count_max]);
    reader.fetch_one(statement, binds).await?.i64(0)
}

/// Rows with the sender's own id, newest first.
pub async fn list_of_custom_id(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    custom_id: &str,
    limit: i64,
) -> Result<Vec<DocflowRow>, Fault> {
    let rows = reader.fetch_all(&OF_CUSTOM_ID, binds![scope.organization_id(), box_id, custom_id, limit]).await?;
    rows.iter().map(read).collect()
}

/// Rows of the documents that are there, at most a page of them, in no order.
pub async fn find_all(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    ids: &[EntityId],
) -> Result<Vec<DocflowRow>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let size = size_for(ids.len());
    let mut binds = binds![scope.organization_id(), box_id];
    fill(&mut binds, ids.iter().map(|id| Bind::Bytes(Some(id.to_vec()))), size);
    let statement = if size == FEW { &FIND_FEW } else { &FIND_MANY };
    let rows = reader.fetch_limited(statement, binds, size).await?;
    rows.iter().map(read).collect()
}

/// Values of the conditions that every list has.
fn shown(scope: &OrgScope, box_id: BoxId, filter: &DocflowFilter) -> Binds {
    let status = &filter.status;
    let mut kinds = filter.kinds.iter().map(DocumentKind::as_str);
    let mut kind = || kinds.next().unwrap_or_default();
    let counteragent = filter.counteragent_box_id;
    binds![
        scope.organization_id(),
        box_id,
        filter.side.map_or("", Side::as_str),
        kind(),
        kind(),
        kind(),
        kind(),
        status.outcome.map_or("", Outcome::as_str),
        status.turn.map_or("", Whose::as_str),
        status.answer.map_or("", AnswerMark::as_str),
        status.receipt.map_or("", ReceiptMark::as_str),
        status.answer_receipt.map_or("", ReceiptMark::as_str),
        flag(status.amendment_asked),
        status.revocation.map_or("", RevocationMark::as_str),
        status.is_not_revoked,
        flag(status.is_delivered),
        filter.dated_from.map(|date| date.to_string()).unwrap_or_default(),
        filter.dated_to.map(|date| date.to_string()).unwrap_or_default(),
        filter.posted_from.map_or(i64::MIN, Moment::micros),
        filter.posted_to.map_or(i64::MAX, Moment::micros),
        counteragent.is_some(),
        counteragent.map_or_else(Vec::new, |id| id.to_vec()),
        filter.number.clone().unwrap_or_default(),
        filter.unread_by.is_some(),
        filter.unread_by.map_or_else(Vec::new, |id| id.to_vec())
    ]
}

fn flag(value: Option<bool>) -> i64 {
    value.map_or(2, i64::from)
}
