//! A signed-in person changes the password; the other sign-ins end, this one stays.

use super::known_person::{KnownPerson, know};
use super::letters::{LetterText, Writer};
use crate::model::{AccountRefusal, HashedPassword, Login, Password};
use crate::passwords::PasswordPool;
use crate::store::{devices, links, sign_ins, users};
use ::store::{No, Tx};
use kernel::{Caller, Cx};
use post::NewLetter;
use web::{App, Language};

/// What the person types.
#[derive(Clone)]
pub struct ChangedPassword {
    /// The present one; nothing where there is none yet.
    pub present: String,
    /// The one from now on.
    pub password: String,
}

impl std::fmt::Debug for ChangedPassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ChangedPassword(..)")
    }
}

/// Checked, and the new password hashed.
#[derive(Debug, Clone)]
pub struct PreparedChange {
    person: KnownPerson,
    password: HashedPassword,
    letter: Option<NewLetter>,
}

/// Compares the present password, counted as a sign-in is, and hashes the new one. Refuses a person without a login: a
/// password alone is no way in.
pub async fn prepare(
    app: &App,
    passwords: &PasswordPool,
    cx: &Cx,
    changed: ChangedPassword,
    language: Language,
) -> Result<PreparedChange, No<AccountRefusal>> {
    let person = know(&app.store, passwords, cx, changed.present).await?;
    let login = Login::parse(&person.user.login)?;
    let password = Password::choose(changed.password, &login)?;
    let password = passwords.enter()?.hash(password, &cx.chance).await?;
    let user = &person.user;
    let writer = Writer { texts: &app.texts, language };
    let letter = writer.letter(&user.login, LetterText::PASSWORD_CHANGED, &[("name", &user.name)])?;
    Ok(PreparedChange { person, password, letter: Some(letter) })
}

/// Sets the password and ends the other sign-ins and open links.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, prepared: &PreparedChange) -> Result<(), No<AccountRefusal>> {
    let Caller::User { user_id, sign_in_id, .. } = cx.caller else { return Err(AccountRefusal::SignInNeeded.into()) };
    prepared.person.check_unchanged(tx).await?;
    users::set_password(tx, user_id, &prepared.password, cx.now).await?;
    sign_ins::end_all(tx, user_id, Some(sign_in_id), cx.now).await?;
    devices::remove_all(tx, user_id).await?;
    links::end_of_user(tx, user_id, cx.now).await?;
    if let Some(letter) = &prepared.letter {
        post::queue_letter(tx, cx, letter).await?;
    }
    Ok(())
}
