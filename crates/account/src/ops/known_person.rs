//! A signed-in person proves again who he is, before what a stranger at an unlocked desk must not do.

use super::sign_in::{begin_for_login, forgive_login};
use crate::model::{AccountRefusal, HashedPassword, Login, Password, User};
use crate::passwords::PasswordPool;
use crate::store::users;
use ::store::{No, Store, Tx};
use kernel::Cx;

/// A caller whose present password was shown, or who has none.
#[derive(Debug, Clone)]
pub struct KnownPerson {
    /// Who.
    pub user: User,
    stored: Option<HashedPassword>,
}

impl KnownPerson {
    /// Refuses when the password became another one since it was compared.
    pub async fn check_unchanged(&self, tx: &mut Tx<'_>) -> Result<(), No<AccountRefusal>> {
        let now = users::find_password(tx, self.user.user_id).await?;
        if now == self.stored { Ok(()) } else { Err(AccountRefusal::WrongPassword.into()) }
    }
}

/// Compares the present password, counted among the attempts for the login. A person without a password is known by
/// the sign-in alone.
pub async fn know(
    store: &Store,
    passwords: &PasswordPool,
    cx: &Cx,
    present: String,
) -> Result<KnownPerson, No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let (user, stored) = {
        let mut reader = store.reader().await?;
        let user = users::find(&mut reader, user_id).await?.ok_or(AccountRefusal::SignInNeeded)?;
        (user, users::find_password(&mut reader, user_id).await?)
    };
    let (Some(hashed), Ok(login)) = (stored.clone(), Login::parse(&user.login)) else {
        return Ok(KnownPerson { user, stored });
    };
    let password = Password::typed(present)?;
    let place = passwords.enter()?;
    begin_for_login(store, cx, login.folded()).await?;
    if !place.verify(password, Some(hashed)).await? {
        return Err(AccountRefusal::WrongPassword.into());
    }
    forgive_login(store, cx, login.folded()).await?;
    Ok(KnownPerson { user, stored })
}
