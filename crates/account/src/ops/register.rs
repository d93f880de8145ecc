//! A person becomes a user. The account is active at once; a confirming letter comes with the mail room.

use crate::model::{AccountRefusal, HashedPassword, Login, Password, PersonTitle, User};
use crate::passwords::PasswordPool;
use crate::store::users;
use ::store::{No, Tx};
use kernel::{Cx, UserId};

/// What a person types.
#[derive(Clone)]
pub struct NewUser {
    /// E-mail address.
    pub login: String,
    /// What others call the person.
    pub name: String,
    /// A new password.
    pub password: String,
}

impl std::fmt::Debug for NewUser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewUser(..)")
    }
}

/// Checked, and the password hashed.
#[derive(Debug, Clone)]
pub struct PreparedUser {
    login: Login,
    title: PersonTitle,
    password: HashedPassword,
}

/// Checks the form of everything and hashes the password.
pub async fn prepare(passwords: &PasswordPool, cx: &Cx, new: NewUser) -> Result<PreparedUser, No<AccountRefusal>> {
    let login = Login::parse(&new.login)?;
    let title = PersonTitle::parse(&new.name)?;
    let password = Password::choose(new.password, &login)?;
    let password = passwords.enter()?.hash(password, &cx.chance).await?;
    Ok(PreparedUser { login, title, password })
}

/// Writes the user. Refuses a login that belongs to somebody.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedUser) -> Result<User, No<AccountRefusal>> {
    let user_id: UserId = cx.new_id();
    users::add(tx, user_id, (&new.login, &new.title), &new.password, cx.now).await?;
    Ok(User { user_id, login: new.login.typed().to_owned(), name: new.title.as_str().to_owned(), created_at: cx.now })
}
