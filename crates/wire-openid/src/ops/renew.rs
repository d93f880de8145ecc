//! A refresh token becomes the next pair of tokens (RFC 6749 §6). Each is used once; one that is shown again ends the grant
//! (RFC 9700 §4.14.2): one of the two who showed it was a thief.

use super::issue::{self, Issued};
use super::{end, refused};
use crate::model::{Grant, Scope};
use crate::refusal::OpenidRefusal;
use crate::store::grants;
use ::store::{No, Tx};
use account::SecretHash;
use account::lent_sign_in::renew;
use kernel::Cx;

/// A refresh token as a program shows it.
#[derive(Debug, Clone)]
pub struct ShownRefresh {
    /// The token's hash.
    pub token: SecretHash,
    /// The program, proven; none for the older sessions.
    pub client_id: Option<String>,
    /// What is asked for; nothing: the same.
    pub scope: Option<Scope>,
}

/// Gives the next tokens. Refuses one that is unknown, over, used or another program's, a scope that was not lent, and when
/// the sign-in behind it was ended. A used one is no refusal of the transaction, since what it ends must stay ended.
pub async fn run(
    tx: &mut Tx<'_>,
    cx: &Cx,
    shown: &ShownRefresh,
) -> Result<Result<Issued, OpenidRefusal>, No<OpenidRefusal>> {
    let found = grants::find_refresh(tx, &shown.token).await?.ok_or(OpenidRefusal::Grant)?;
    let grant = grants::find(tx, found.grant_id).await?.filter(|grant| grant.client_id == shown.client_id);
    let grant = grant.ok_or(OpenidRefusal::Grant)?;
    if shown.scope.is_some_and(|scope| scope != grant.loaned.scope) {
        return Err(OpenidRefusal::Scope.into());
    }
    if found.expires_at <= cx.now || grant.ended_at.is_some() {
        return Err(OpenidRefusal::Grant.into());
    }
    if found.used_at.is_some() || !grants::use_refresh(tx, &shown.token, cx.now).await? {
        end::grant(tx, cx, grant.grant_id).await?;
        return Ok(Err(OpenidRefusal::Grant));
    }
    let opened = renew(tx, cx, grant.of).await.map_err(refused)?;
    let grant = Grant { renewable_until: opened.sign_in.lasts_until(), ..grant };
    grants::renew(tx, grant.grant_id, grant.renewable_until).await?;
    Ok(Ok(issue::with_refresh(tx, cx, grant, &opened).await?))
}
