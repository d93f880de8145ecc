//! A sign-in becomes what a program gets: an access token, a refresh token, and a grant that ties them.

use crate::model::{Grant, GrantId, Loaned, drawn_refresh};
use crate::store::grants;
use ::store::{Fault, Tx};
use account::lent_sign_in::OfPerson;
use account::sign_in::OpenedSignIn;
use account::{SecretHash, SignIn, Token};
use kernel::Cx;
use std::fmt;

/// Tokens and what they stand for; shown this once.
#[derive(Clone)]
pub struct Issued {
    /// The bearer token.
    pub access: Token,
    /// The refresh token.
    pub refresh: String,
    /// What was lent.
    pub grant: Grant,
    /// By which sign-in.
    pub sign_in: SignIn,
}

impl fmt::Debug for Issued {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Issued").field("grant", &self.grant.grant_id).finish_non_exhaustive()
    }
}

/// The sign-in of a person, for the account.
#[must_use]
pub const fn of_person(sign_in: &SignIn) -> OfPerson {
    OfPerson { user_id: sign_in.user_id, sign_in_id: sign_in.sign_in_id }
}

/// Begins a grant over a sign-in that was opened just now.
pub async fn begin(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (client_id, opened): (Option<&str>, &OpenedSignIn),
    (grant_id, loaned): (GrantId, Loaned),
) -> Result<Issued, Fault> {
    let grant = Grant {
        grant_id,
        client_id: client_id.map(str::to_owned),
        of: of_person(&opened.sign_in),
        loaned,
        renewable_until: opened.sign_in.lasts_until(),
        ended_at: None,
    };
    grants::add(tx, &grant).await?;
    with_refresh(tx, cx, grant, opened).await
}

/// Adds the next refresh token of a grant.
pub async fn with_refresh(tx: &mut Tx<'_>, cx: &Cx, grant: Grant, opened: &OpenedSignIn) -> Result<Issued, Fault> {
    let refresh = drawn_refresh(&cx.chance);
    grants::add_refresh(tx, &SecretHash::of(&refresh), (grant.grant_id, grant.renewable_until)).await?;
    Ok(Issued { access: opened.token.clone(), refresh, grant, sign_in: opened.sign_in.clone() })
}
