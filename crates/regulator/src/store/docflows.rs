//! What is known of docflows, and which reports were taken.

use super::{from_json, to_json};
use crate::model::{Authority, Filing};
use ::store::{Fault, Fetch, Sql, Tx, binds};
use kernel::Moment;
use serde::Serialize;
use serde::de::DeserializeOwned;

pub const ADD: Sql = Sql::global(
    "regulator.add_docflow",
    "INSERT INTO regulator_docflow (docflow, facts, started_at) VALUES ($1, $2, $3) ON CONFLICT (docflow) DO NOTHING",
);
pub const FIND: Sql = Sql::global("regulator.find_docflow", "SELECT facts FROM regulator_docflow WHERE docflow = $1");
pub const FILE: Sql = Sql::global(
    "regulator.file",
    "INSERT INTO regulator_filed (authority, payer, knd, year, period, correction, docflow, filed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
);
pub const LAST_CORRECTION: Sql = Sql::global(
    "regulator.last_correction",
    "SELECT correction FROM regulator_filed
     WHERE authority = $1 AND payer = $2 AND knd = $3 AND year = $4 AND period = $5 ORDER BY correction DESC LIMIT 1",
);

/// Writes what is known of a docflow; says whether it is a new one.
pub async fn add(tx: &mut Tx<'_>, docflow: &str, facts: &(impl Serialize + Sync), at: Moment) -> Result<bool, Fault> {
    Ok(tx.execute(&ADD, binds![docflow, to_json(facts)?, at]).await? == 1)
}

/// What is known of one.
pub async fn find<T: DeserializeOwned>(from: &mut (impl Fetch + ?Sized), docflow: &str) -> Result<Option<T>, Fault> {
    let found = from.fetch_optional(&FIND, binds![docflow]).await?;
    found.map(|row| from_json(row.text_ref(0)?)).transpose()
}

/// The highest correction that was taken of this report.
pub async fn last_correction(
    from: &mut (impl Fetch + ?Sized),
    authority: &Authority,
    payer: &str,
    filing: &Filing,
) -> Result<Option<i64>, Fault> {
    let period = filing.period.as_deref().unwrap_or_default();
    let binds = binds![authority.code, payer, filing.knd.as_str(), filing.year.as_str(), period];
    from.fetch_optional(&LAST_CORRECTION, binds).await?.map(|row| row.i64(0)).transpose()
}

/// Takes a report.
pub async fn file(
    tx: &mut Tx<'_>,
    (authority, payer, docflow): (&Authority, &str, &str),
    filing: &Filing,
    at: Moment,
) -> Result<(), Fault> {
    let period = filing.period.as_deref().unwrap_or_default();
    let binds = binds![
        authority.code,
        payer,
        filing.knd.as_str(),
        filing.year.as_str(),
        period,
        filing.correction.map_or(0, i64::from),
        docflow,
        at
    ];
    tx.execute(&FILE, binds).await?;
    Ok(())
}
