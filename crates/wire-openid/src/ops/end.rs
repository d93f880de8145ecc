//! A grant ends, and the sign-in behind it.

use crate::model::GrantId;
use crate::store::grants;
use ::store::{Fault, Fetch, No, Tx};
use account::lent_sign_in;
use account::{SecretHash, authenticate};
use kernel::Cx;
use std::convert::Infallible;

/// Ends a grant and its sign-in; one that has ended stays so.
pub async fn grant(tx: &mut Tx<'_>, cx: &Cx, grant_id: GrantId) -> Result<(), Fault> {
    let Some(grant) = grants::find(tx, grant_id).await? else { return Ok(()) };
    grants::end(tx, grant_id, cx.now).await?;
    lent_sign_in::end(tx, cx, grant.of).await
}

/// The grant behind a token of either kind, where it was given to this program.
pub async fn find_by_token(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    (client_id, token): (&str, &str),
) -> Result<Option<GrantId>, Fault> {
    let refresh = grants::find_refresh(from, &SecretHash::of(token)).await?;
    let found = match refresh {
        Some(refresh) => grants::find(from, refresh.grant_id).await?,
        None => match authenticate::narrow(from, cx.now, token).await {
            Ok(sign_in) => grants::find_of(from, super::issue::of_person(&sign_in)).await?,
            Err(No::Refused(_)) => None,
            Err(No::Fault(fault)) => return Err(fault),
        },
    };
    Ok(found.filter(|grant| grant.client_id.as_deref() == Some(client_id)).map(|grant| grant.grant_id))
}

/// Ends the grant of a program's token (RFC 7009); an unknown one is passed over.
pub async fn by_token(tx: &mut Tx<'_>, cx: &Cx, (client_id, token): &(String, String)) -> Result<(), No<Infallible>> {
    if let Some(found) = find_by_token(tx, cx, (client_id, token)).await? {
        grant(tx, cx, found).await?;
    }
    Ok(())
}
