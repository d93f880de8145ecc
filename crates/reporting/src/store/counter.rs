//! The counter of an organization: taken by the first statement of every write, so that writers come one after another.

use ::store::{Fault, Fetch, Sql, Tx, binds};
use account::OrgScope;

pub(super) const LOCK: Sql = Sql::org(
    "reporting.lock_counter",
    "INSERT INTO reporting_counter (organization_id, seq) VALUES ($1, 1)
     ON CONFLICT (organization_id) DO UPDATE SET seq = reporting_counter.seq + 1 RETURNING seq",
);

/// Takes the counter; gives a number greater than all before.
pub async fn lock(tx: &mut Tx<'_>, scope: &OrgScope) -> Result<i64, Fault> {
    tx.fetch_one(&LOCK, binds![scope.organization_id()]).await?.i64(0)
}
