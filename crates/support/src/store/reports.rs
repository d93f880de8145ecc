//! Shared reports by the hash of their token: a directory table.

use crate::model::{CheckLine, Report};
use ::store::{Fault, Fetch, Sql, Tx, binds};
use account::SecretHash;
use kernel::{Moment, RequestId, UserId};

pub const ADD: Sql = Sql::directory(
    "support.add_report",
    "INSERT INTO support_report (token_hash, report_id, user_id, made_at, expires_at, checks)
     VALUES ($1, $2, $3, $4, $5, $6)",
);
pub const COUNT: Sql = Sql::directory(
    "support.count_reports",
    "SELECT count(*) FROM support_report WHERE user_id = $1 AND expires_at > $2",
);
pub const FIND: Sql = Sql::directory(
    "support.find_report",
    "SELECT made_at, expires_at, checks FROM support_report WHERE token_hash = $1 AND expires_at > $2",
);
pub const REMOVE: Sql =
    Sql::directory("support.remove_report", "DELETE FROM support_report WHERE user_id = $1 AND report_id = $2");
pub const SWEEP: Sql = Sql::directory(
    "support.sweep_reports",
    "DELETE FROM support_report WHERE token_hash IN
       (SELECT token_hash FROM support_report WHERE expires_at < $1 LIMIT $2)",
);

/// Keeps a report under the hash of its token.
pub async fn add(
    tx: &mut Tx<'_>,
    (user_id, report_id): (UserId, RequestId),
    token: &SecretHash,
    report: &Report,
) -> Result<(), Fault> {
    let checks = serde_json::to_string(&report.checks).map_err(|why| Fault::Decode(format!("a report: {why}")))?;
    let binds = binds![token.octets(), report_id, user_id, report.made_at, report.expires_at, checks];
    tx.execute(&ADD, binds).await?;
    Ok(())
}

/// How many of a person's are still shared.
pub async fn count(tx: &mut Tx<'_>, user_id: UserId, now: Moment) -> Result<i64, Fault> {
    tx.fetch_one(&COUNT, binds![user_id, now]).await?.i64(0)
}

/// The report of a token, while it is shared.
pub async fn find(from: &mut (impl Fetch + ?Sized), token: &SecretHash, now: Moment) -> Result<Option<Report>, Fault> {
    let Some(row) = from.fetch_optional(&FIND, binds![token.octets(), now]).await? else { return Ok(None) };
    let checks: Vec<CheckLine> =
        serde_json::from_str(row.text_ref(2)?).map_err(|why| Fault::Decode(format!("a report: {why}")))?;
    let (made_at, expires_at) = (Moment::from_micros(row.i64(0)?), Moment::from_micros(row.i64(1)?));
    Ok(Some(Report { made_at, expires_at, checks }))
}

/// Takes one of a person's back; says whether it was there.
pub async fn remove(tx: &mut Tx<'_>, user_id: UserId, report_id: RequestId) -> Result<bool, Fault> {
    Ok(tx.execute(&REMOVE, binds![user_id, report_id]).await? == 1)
}
