//! Rules of programs by their client id.

use super::unreadable;
use crate::model::ClientRules;
use ::store::{Fault, Fetch, Sql, Tx, binds};
use kernel::Moment;

pub const FIND: Sql =
    Sql::directory("openid.find_client", "SELECT redirect_uris, is_public FROM openid_client WHERE client_id = $1");
pub const SET: Sql = Sql::directory(
    "openid.set_client",
    "INSERT INTO openid_client (client_id, redirect_uris, is_public, set_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (client_id) DO UPDATE SET redirect_uris = $2, is_public = $3, set_at = $4",
);

/// Rules of a program; of one nobody set any for: no address, and it shows its secret.
pub async fn find(from: &mut (impl Fetch + ?Sized), client_id: &str) -> Result<ClientRules, Fault> {
    let Some(row) = from.fetch_optional(&FIND, binds![client_id]).await? else { return Ok(ClientRules::default()) };
    let redirect_uris = serde_json::from_str(row.text_ref(0)?).map_err(|_| unreadable("list of redirect URIs"))?;
    Ok(ClientRules { redirect_uris, is_public: row.i64(1)? == 1 })
}

/// Sets them.
pub async fn set(tx: &mut Tx<'_>, client_id: &str, rules: &ClientRules, now: Moment) -> Result<(), Fault> {
    let uris = serde_json::to_string(&rules.redirect_uris).map_err(|_| unreadable("list of redirect URIs"))?;
    tx.execute(&SET, binds![client_id, uris, i64::from(rules.is_public), now]).await?;
    Ok(())
}
