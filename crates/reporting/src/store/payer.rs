//! Payers.

use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use account::OrgScope;
use kernel::{Inn, Kpp, Moment};

use super::{from_json, json};
use crate::model::ids::PayerId;
use crate::model::limits::PAYERS_MAX;
use crate::model::payer::Payer;

pub(super) const ADD: Sql = Sql::org(
    "reporting.add_payer",
    "INSERT INTO reporting_payer (organization_id, payer_id, inn, kpp, name, facts, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)",
);
pub(super) const CHANGE: Sql = Sql::org(
    "reporting.change_payer",
    "UPDATE reporting_payer SET name = $3, facts = $4 WHERE organization_id = $1 AND payer_id = $2",
);
pub(super) const COUNT: Sql =
    Sql::org("reporting.count_payers", "SELECT count(*) FROM reporting_payer WHERE organization_id = $1");
pub(super) const FIND: Sql = Sql::org(
    "reporting.find_payer",
    "SELECT payer_id, inn, kpp, facts, made_at FROM reporting_payer WHERE organization_id = $1 AND payer_id = $2",
);
pub(super) const FIND_BY_INN: Sql = Sql::org(
    "reporting.find_payer_by_inn",
    "SELECT payer_id, inn, kpp, facts, made_at FROM reporting_payer
     WHERE organization_id = $1 AND inn = $2 AND kpp = $3",
);
pub(super) const LIST: Sql = Sql::org(
    "reporting.list_payers",
    "SELECT payer_id, inn, kpp, facts, made_at FROM reporting_payer WHERE organization_id = $1
     ORDER BY name, payer_id LIMIT $2",
);

/// Adds one.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, payer: &Payer) -> Result<(), Fault> {
    let (kpp, name) = (payer.kpp.as_ref().map_or("", Kpp::as_str), payer.facts.name.as_str());
    let facts = json(&payer.facts)?;
    let binds = binds![scope.organization_id(), payer.id, &payer.inn, kpp, name, facts, payer.made_at];
    tx.execute(&ADD, binds).await?;
    Ok(())
}

/// Writes what is said of a payer.
pub async fn change(tx: &mut Tx<'_>, scope: &OrgScope, payer: &Payer) -> Result<(), Fault> {
    let binds = binds![scope.organization_id(), payer.id, payer.facts.name.as_str(), json(&payer.facts)?];
    tx.execute(&CHANGE, binds).await?;
    Ok(())
}

/// How many.
pub async fn count(reader: &mut impl Fetch, scope: &OrgScope) -> Result<i64, Fault> {
    reader.fetch_one(&COUNT, binds![scope.organization_id()]).await?.i64(0)
}

/// One.
pub async fn find(reader: &mut impl Fetch, scope: &OrgScope, id: PayerId) -> Result<Option<Payer>, Fault> {
    let row = reader.fetch_optional(&FIND, binds![scope.organization_id(), id]).await?;
    row.map(|row| read(&row)).transpose()
}

/// One by its requisites; entrepreneurs have an empty КПП.
pub async fn find_by_inn(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    (inn, kpp): (&str, &str),
) -> Result<Option<Payer>, Fault> {
    let row = reader.fetch_optional(&FIND_BY_INN, binds![scope.organization_id(), inn, kpp]).await?;
    row.map(|row| read(&row)).transpose()
}

/// All, by name.
pub async fn list(reader: &mut impl Fetch, scope: &OrgScope) -> Result<Vec<Payer>, Fault> {
    let max = usize::try_from(PAYERS_MAX).unwrap_or(usize::MAX);
    let rows = reader.fetch_limited(&LIST, binds![scope.organization_id(), PAYERS_MAX], max).await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Payer, Fault> {
    let kpp = row.text(2)?;
    Ok(Payer {
        id: row.parsed(0, Row::bytes, |id| PayerId::from_bytes(&id))?,
        inn: row.parsed(1, Row::text, |inn| Inn::parse(&inn))?,
        kpp: if kpp.is_empty() { None } else { Some(row.parsed(2, Row::text, |kpp| Kpp::parse(&kpp))?) },
        facts: from_json(row, 3)?,
        made_at: Moment::from_micros(row.i64(4)?),
    })
}
