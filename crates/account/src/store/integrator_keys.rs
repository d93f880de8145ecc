//! Keys of integrators' programs: the organization's list, and the directory by client id.

use crate::model::{IntegratorKey, SecretHash};
use crate::scope::OrgScope;
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{IntegratorKeyId, Moment, UserId};

pub const ADD: Sql = Sql::org(
    "account.add_integrator_key",
    "INSERT INTO account_integrator_key
       (organization_id, integrator_key_id, client_id, name, created_by, created_at, ended_at)
     VALUES ($1, $2, $3, $4, $5, $6, NULL)",
);
pub const ADD_CLIENT: Sql = Sql::directory(
    "account.add_client",
    "INSERT INTO account_client (client_id, organization_id, integrator_key_id, secret_hash, is_open)
     VALUES ($1, $2, $3, $4, 1)",
);
pub const LIST: Sql = Sql::org(
    "account.list_integrator_keys",
    "SELECT integrator_key_id, client_id, name, created_by, created_at, ended_at FROM account_integrator_key
     WHERE organization_id = $1 AND integrator_key_id > $2 ORDER BY integrator_key_id LIMIT $3",
);
pub const COUNT: Sql = Sql::org(
    "account.count_integrator_keys",
    "SELECT count(*) FROM account_integrator_key WHERE organization_id = $1 AND ended_at IS NULL",
);
pub const FIND: Sql = Sql::org(
    "account.find_integrator_key",
    "SELECT integrator_key_id, client_id, name, created_by, created_at, ended_at FROM account_integrator_key
     WHERE organization_id = $1 AND integrator_key_id = $2",
);
pub const END: Sql = Sql::org(
    "account.end_integrator_key",
    "UPDATE account_integrator_key SET ended_at = $3
     WHERE organization_id = $1 AND integrator_key_id = $2 AND ended_at IS NULL",
);
pub const CLOSE_CLIENT: Sql =
    Sql::directory("account.close_client", "UPDATE account_client SET is_open = 0 WHERE client_id = $1");
pub const FIND_CLIENT: Sql = Sql::directory(
    "account.find_client",
    "SELECT integrator_key_id, secret_hash FROM account_client WHERE client_id = $1 AND is_open = 1",
);

pub const FIND_PROGRAM: Sql = Sql::directory(
    "account.find_program",
    "SELECT c.integrator_key_id, k.name, o.name FROM account_client c
       JOIN account_integrator_key k
         ON k.organization_id = c.organization_id AND k.integrator_key_id = c.integrator_key_id
       JOIN account_box_card o ON o.organization_id = c.organization_id
     WHERE c.client_id = $1 AND c.is_open = 1 ORDER BY o.box_id LIMIT 1",
);
pub const KNOWS_CLIENT: Sql =
    Sql::directory("account.knows_client", "SELECT is_open FROM account_client WHERE client_id = $1");

// The update of nothing holds the row until the transaction ends: a revocation waits, then ends what was opened.
pub const HOLD_CLIENT: Sql = Sql::directory(
    "account.hold_client",
    "UPDATE account_client SET is_open = 1 WHERE client_id = $1 AND integrator_key_id = $2 AND is_open = 1",
);

/// Writes a new key and its directory row.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, key: &IntegratorKey, secret: &SecretHash) -> Result<(), Fault> {
    let (organization_id, client) = (scope.organization_id(), key.client_id.as_str());
    let binds =
        binds![organization_id, key.integrator_key_id, client, key.name.as_str(), key.created_by, key.created_at];
    tx.execute(&ADD, binds).await?;
    tx.execute(&ADD_CLIENT, binds![client, organization_id, key.integrator_key_id, secret.octets()]).await?;
    Ok(())
}

/// Keys after `after`, ended ones too.
pub async fn list(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    after: &[u8],
    limit: i64,
) -> Result<Vec<IntegratorKey>, Fault> {
    from.fetch_all(&LIST, binds![scope.organization_id(), after, limit]).await?.iter().map(read).collect()
}

/// How many are open.
pub async fn count_open(tx: &mut Tx<'_>, scope: &OrgScope) -> Result<i64, Fault> {
    tx.fetch_one(&COUNT, binds![scope.organization_id()]).await?.i64(0)
}

/// A key of the organization.
pub async fn find(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    key_id: IntegratorKeyId,
) -> Result<Option<IntegratorKey>, Fault> {
    let row = from.fetch_optional(&FIND, binds![scope.organization_id(), key_id]).await?;
    row.as_ref().map(read).transpose()
}

/// Ends a key in both tables.
pub async fn end(tx: &mut Tx<'_>, scope: &OrgScope, key: &IntegratorKey, now: Moment) -> Result<(), Fault> {
    tx.execute(&END, binds![scope.organization_id(), key.integrator_key_id, now]).await?;
    tx.execute(&CLOSE_CLIENT, binds![key.client_id.as_str()]).await?;
    Ok(())
}

/// The open key of a client id, and the stored hash of its secret.
pub async fn find_client(
    from: &mut (impl Fetch + ?Sized),
    client_id: &str,
) -> Result<Option<(IntegratorKeyId, Vec<u8>)>, Fault> {
    let Some(row) = from.fetch_optional(&FIND_CLIENT, binds![client_id]).await? else { return Ok(None) };
    Ok(Some((row.parsed(0, Row::bytes, |bytes| IntegratorKeyId::from_bytes(&bytes))?, row.bytes(1)?)))
}

/// The open key of a client id, what it is called, and whose it is.
pub async fn find_program(
    from: &mut (impl Fetch + ?Sized),
    client_id: &str,
) -> Result<Option<(IntegratorKeyId, String, String)>, Fault> {
    let Some(row) = from.fetch_optional(&FIND_PROGRAM, binds![client_id]).await? else { return Ok(None) };
    Ok(Some((row.parsed(0, Row::bytes, |bytes| IntegratorKeyId::from_bytes(&bytes))?, row.text(1)?, row.text(2)?)))
}

/// Whether the client id was ever given out.
pub async fn knows_client(from: &mut (impl Fetch + ?Sized), client_id: &str) -> Result<bool, Fault> {
    Ok(from.fetch_optional(&KNOWS_CLIENT, binds![client_id]).await?.is_some())
}

/// Whether the client's key is still open; it stays so until the transaction ends.
pub async fn hold_client(tx: &mut Tx<'_>, client_id: &str, key_id: IntegratorKeyId) -> Result<bool, Fault> {
    Ok(tx.execute(&HOLD_CLIENT, binds![client_id, key_id]).await? == 1)
}

fn read(row: &Row) -> Result<IntegratorKey, Fault> {
    Ok(IntegratorKey {
        integrator_key_id: row.parsed(0, Row::bytes, |bytes| IntegratorKeyId::from_bytes(&bytes))?,
        client_id: row.text(1)?,
        name: row.text(2)?,
        created_by: row.parsed(3, Row::bytes, |bytes| UserId::from_bytes(&bytes))?,
        created_at: Moment::from_micros(row.i64(4)?),
        ended_at: row.opt_i64(5)?.map(Moment::from_micros),
    })
}
