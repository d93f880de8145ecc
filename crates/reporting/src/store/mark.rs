//! A person's words on cells of the table.

use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use account::OrgScope;
use kernel::Moment;

use crate::model::cell::CellMark;
use crate::model::ids::PayerId;

pub(super) const SET: Sql = Sql::org(
    "reporting.set_mark",
    "INSERT INTO reporting_mark (organization_id, payer_id, year, knd, period, mark, user_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (organization_id, payer_id, year, knd, period) DO UPDATE SET mark = $6, user_id = $7, at = $8",
);
pub(super) const CLEAR: Sql = Sql::org(
    "reporting.clear_mark",
    "DELETE FROM reporting_mark
     WHERE organization_id = $1 AND payer_id = $2 AND year = $3 AND knd = $4 AND period = $5",
);
pub(super) const LIST: Sql = Sql::org(
    "reporting.list_marks",
    "SELECT payer_id, year, knd, period, mark FROM reporting_mark
     WHERE organization_id = $1 AND year >= $2 AND year <= $3 LIMIT $4",
);

/// Which cell.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CellKey {
    /// Whose.
    pub payer_id: PayerId,
    /// Year of the period.
    pub year: i64,
    /// Code of the form.
    pub knd: String,
    /// Code of the period.
    pub period: String,
}

/// Sets or takes away a mark.
pub async fn set(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    cell: &CellKey,
    (mark, at): (Option<CellMark>, Moment),
) -> Result<(), Fault> {
    let id = scope.organization_id();
    let (knd, period) = (cell.knd.as_str(), cell.period.as_str());
    match mark {
        Some(mark) => {
            let binds = binds![id, cell.payer_id, cell.year, knd, period, mark.word(), scope.user_id(), at];
            tx.execute(&SET, binds).await?
        }
        None => tx.execute(&CLEAR, binds![id, cell.payer_id, cell.year, knd, period]).await?,
    };
    Ok(())
}

/// Marks of the years.
pub async fn list(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    (from, until): (i16, i16),
    limit: i64,
) -> Result<Vec<(CellKey, CellMark)>, Fault> {
    let binds = binds![scope.organization_id(), i64::from(from), i64::from(until), limit];
    let rows = reader.fetch_limited(&LIST, binds, usize::try_from(limit).unwrap_or(usize::MAX)).await?;
    let mark = |row: &Row| {
        let key = CellKey {
            payer_id: row.parsed(0, Row::bytes, |id| PayerId::from_bytes(&id))?,
            year: row.i64(1)?,
            knd: row.text(2)?,
            period: row.text(3)?,
        };
        Ok((key, row.parsed(4, Row::text, |word| CellMark::from_word(&word).ok_or("not a mark"))?))
    };
    rows.iter().map(mark).collect()
}
