use kernel::Moment;
use store::{Fault, Fetch, Sql, Tx, binds};

pub(super) const GET: Sql = Sql::global("trust.get_version", "SELECT version FROM trust_version WHERE id = 1");

pub(super) const BUMP: Sql = Sql::global(
    "trust.bump_version",
    "UPDATE trust_version SET version = version + 1, changed_at = $1 WHERE id = 1 RETURNING version",
);

/// The version every process compares with its own snapshot.
pub(crate) async fn get_version(fetch: &mut dyn Fetch) -> Result<i64, Fault> {
    fetch.fetch_one(&GET, binds![]).await?.i64(0)
}

/// The lock of every change of trust: first statement of each.
pub(crate) async fn bump_version(tx: &mut Tx<'_>, at: Moment) -> Result<i64, Fault> {
    tx.fetch_one(&BUMP, binds![at]).await?.i64(0)
}
