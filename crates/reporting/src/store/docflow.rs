//! Docflows.

use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use account::OrgScope;
use kernel::{CivilDate, Moment};

use super::document::{authority, authority_word};
use super::{from_json, json};
use crate::model::docflow::{Docflow, DocflowFilter};
use crate::model::flow::{Direction, Status, Success};
use crate::model::ids::{DocflowId, PayerId};
use crate::model::regulator::Regulator;

macro_rules! select {
    () => {
        "SELECT docflow_id, flow, direction, payer_id, authority, office, status, success, due_on, began_at, changed_at,
           facts FROM reporting_docflow WHERE organization_id = $1"
    };
}

pub(super) const ADD: Sql = Sql::org(
    "reporting.add_docflow",
    "INSERT INTO reporting_docflow (organization_id, docflow_id, flow, direction, payer_id, authority, office, status,
       success, due_on, knd, period, year, began_at, changed_at, facts)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     ON CONFLICT (organization_id, docflow_id) DO NOTHING",
);
pub(super) const CHANGE: Sql = Sql::org(
    "reporting.change_docflow",
    "UPDATE reporting_docflow SET status = $3, success = $4, due_on = $5, changed_at = $6, facts = $7, knd = $8,
       period = $9, year = $10
     WHERE organization_id = $1 AND docflow_id = $2",
);
pub(super) const FIND: Sql = Sql::org("reporting.find_docflow", concat!(select!(), " AND docflow_id = $2"));
/// Empty values stand for "any". `$8`: 0 any, 1 finished, 2 not finished. `$9 … $12`: kinds, when `$13` is 1.
pub(super) const LIST: Sql = Sql::org(
    "reporting.list_docflows",
    concat!(
        select!(),
        " AND docflow_id < $2 AND ($4 = 0 OR payer_id = $5) AND ($6 = '' OR direction = $6)
          AND ($7 = '' OR success = $7)
          AND ($8 = 0 OR ($8 = 1 AND status = 'finished') OR ($8 = 2 AND status <> 'finished'))
          AND ($13 = 0 OR flow IN ($9, $10, $11, $12)) AND ($14 = '' OR knd = $14)
          ORDER BY docflow_id DESC LIMIT $3"
    ),
);
pub(super) const LIST_DUE: Sql = Sql::org(
    "reporting.list_due_docflows",
    concat!(select!(), " AND due_on IS NOT NULL AND status <> 'finished' ORDER BY due_on, docflow_id LIMIT $2"),
);
pub(super) const LIST_FORMS: Sql = Sql::org(
    "reporting.list_docflows_of_forms",
    "SELECT payer_id, year, knd, period, status, success, began_at FROM reporting_docflow
     WHERE organization_id = $1 AND year >= $2 AND year <= $3 AND knd <> '' ORDER BY docflow_id LIMIT $4",
);

/// Adds one; says whether it was not there yet.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, docflow: &Docflow) -> Result<bool, Fault> {
    let (knd, period, year) = form_of(docflow);
    let binds = binds![
        scope.organization_id(),
        docflow.id,
        docflow.flow.as_str(),
        direction_word(docflow.direction),
        docflow.payer_id,
        authority_word(docflow.regulator.authority()),
        docflow.regulator.code(),
        docflow.status.word(),
        docflow.success.word(),
        docflow.due_on,
        knd,
        period,
        year,
        docflow.began_at,
        docflow.changed_at,
        json(&docflow.facts)?
    ];
    Ok(tx.execute(&ADD, binds).await? == 1)
}

/// Writes where it stands now.
pub async fn change(tx: &mut Tx<'_>, scope: &OrgScope, docflow: &Docflow) -> Result<(), Fault> {
    let (knd, period, year) = form_of(docflow);
    let binds = binds![
        scope.organization_id(),
        docflow.id,
        docflow.status.word(),
        docflow.success.word(),
        docflow.due_on,
        docflow.changed_at,
        json(&docflow.facts)?,
        knd,
        period,
        year
    ];
    tx.execute(&CHANGE, binds).await?;
    Ok(())
}

fn form_of(docflow: &Docflow) -> (String, String, i64) {
    let report = &docflow.facts.report;
    let year = report.year.map_or(0, i64::from);
    (report.knd.clone().unwrap_or_default(), report.period.clone().unwrap_or_default(), year)
}

/// One.
pub async fn find(reader: &mut impl Fetch, scope: &OrgScope, id: DocflowId) -> Result<Option<Docflow>, Fault> {
    let row = reader.fetch_optional(&FIND, binds![scope.organization_id(), id]).await?;
    row.map(|row| read(&row)).transpose()
}

/// Those a filter lets through, newest first, before `before`. Of more kinds than [`crate::model::docflow::FLOWS_MAX`] the first are asked.
pub async fn list(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    filter: &DocflowFilter,
    before: Option<DocflowId>,
    limit: i64,
) -> Result<Vec<Docflow>, Fault> {
    let before = before.map_or_else(|| vec![0xff; 16], |id| id.to_vec());
    let (has_payer, payer) = filter.payer_id.map_or((0_i64, Vec::new()), |id| (1, id.to_vec()));
    let finished = filter.finished.map_or(0_i64, |finished| if finished { 1 } else { 2 });
    let kind = |n: usize| filter.flows.get(n).or_else(|| filter.flows.first()).cloned().unwrap_or_default();
    let binds = binds![
        scope.organization_id(),
        before,
        limit,
        has_payer,
        payer,
        filter.direction.map_or("", direction_word),
        filter.success.map_or("", Success::word),
        finished,
        kind(0),
        kind(1),
        kind(2),
        kind(3),
        i64::from(!filter.flows.is_empty()),
        filter.knd.clone().unwrap_or_default()
    ];
    let rows = reader.fetch_all(&LIST, binds).await?;
    rows.iter().map(read).collect()
}

/// Those with a day on which the subscriber has something to do, the nearest first.
pub async fn list_due(reader: &mut impl Fetch, scope: &OrgScope, limit: i64) -> Result<Vec<Docflow>, Fault> {
    let rows = reader.fetch_all(&LIST_DUE, binds![scope.organization_id(), limit]).await?;
    rows.iter().map(read).collect()
}

/// A report as the table needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormRow {
    /// Whose.
    pub payer_id: PayerId,
    /// Year of the period.
    pub year: i64,
    /// Code of the form.
    pub knd: String,
    /// Code of the period.
    pub period: String,
    /// Where it stands.
    pub status: Status,
    /// What came of it.
    pub success: Success,
    /// When it was sent.
    pub began_at: Moment,
}

/// Reports of the years, in the order of sending.
pub async fn list_forms(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    (from, until): (i16, i16),
    limit: i64,
) -> Result<Vec<FormRow>, Fault> {
    let binds = binds![scope.organization_id(), i64::from(from), i64::from(until), limit];
    let max = usize::try_from(limit).unwrap_or(usize::MAX);
    let rows = reader.fetch_limited(&LIST_FORMS, binds, max).await?;
    let form = |row: &Row| {
        Ok(FormRow {
            payer_id: row.parsed(0, Row::bytes, |id| PayerId::from_bytes(&id))?,
            year: row.i64(1)?,
            knd: row.text(2)?,
            period: row.text(3)?,
            status: row.parsed(4, Row::text, |word| Status::from_word(&word).ok_or("not a status"))?,
            success: row.parsed(5, Row::text, |word| Success::from_word(&word).ok_or("not a state of success"))?,
            began_at: Moment::from_micros(row.i64(6)?),
        })
    };
    rows.iter().map(form).collect()
}

const fn direction_word(direction: Direction) -> &'static str {
    match direction {
        Direction::Outgoing => "outgoing",
        Direction::Incoming => "incoming",
    }
}

fn read(row: &Row) -> Result<Docflow, Fault> {
    let (authority, office) = (authority(row, 4)?, row.text(5)?);
    let regulator = Regulator::new(authority, &office).map_err(|error| Fault::Decode(format!("an office: {error}")))?;
    Ok(Docflow {
        id: row.parsed(0, Row::bytes, |id| DocflowId::from_bytes(&id))?,
        flow: row.text(1)?,
        direction: if row.text(2)? == "incoming" { Direction::Incoming } else { Direction::Outgoing },
        payer_id: row.parsed(3, Row::bytes, |id| PayerId::from_bytes(&id))?,
        regulator,
        status: row.parsed(6, Row::text, |word| Status::from_word(&word).ok_or("not a status"))?,
        success: row.parsed(7, Row::text, |word| Success::from_word(&word).ok_or("not a state of success"))?,
        due_on: row.parsed(8, Row::opt_text, |day| day.map(|day| day.parse::<CivilDate>()).transpose())?,
        began_at: Moment::from_micros(row.i64(9)?),
        changed_at: Moment::from_micros(row.i64(10)?),
        facts: from_json(row, 11)?,
    })
}
