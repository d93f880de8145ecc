//! A person follows the link of a reset letter and sets a new password; every sign-in made before ends.

use super::letters::{LetterText, Writer};
use crate::model::{AccountRefusal, HashedPassword, LinkWork, Login, Password, SecretHash, User};
use crate::passwords::PasswordPool;
use crate::store::attempts::{self, Subject};
use crate::store::{contacts, devices, links, sign_ins, users};
use ::store::{Fetch, No, Tx};
use kernel::Cx;
use post::NewLetter;
use web::{App, Language};

/// The user of an open reset link. Refuses any other link with one answer.
pub async fn find(from: &mut (impl Fetch + ?Sized), cx: &Cx, code: &str) -> Result<User, No<AccountRefusal>> {
    let link = links::find(from, &SecretHash::of(code)).await?;
    let is_open = |link: &crate::model::Link| link.used_at.is_none() && cx.now < link.expires_at;
    let link = link.filter(|link| is_open(link) && link.work == LinkWork::Reset).ok_or(AccountRefusal::LinkOver)?;
    Ok(users::find(from, link.user_id).await?.ok_or(AccountRefusal::LinkOver)?)
}

/// Checked, and the password hashed.
#[derive(Debug, Clone)]
pub struct PreparedReset {
    code: SecretHash,
    user: User,
    password: HashedPassword,
    letter: Option<NewLetter>,
}

/// Looks at the link, hashes the new password, writes the letter that tells of it.
pub async fn prepare(
    app: &App,
    passwords: &PasswordPool,
    cx: &Cx,
    (code, password): (&str, String),
    language: Language,
) -> Result<PreparedReset, No<AccountRefusal>> {
    let user = {
        let mut reader = app.store.reader().await?;
        find(&mut reader, cx, code).await?
    };
    let login = Login::parse(&user.login)?;
    let password = Password::choose(password, &login)?;
    let password = passwords.enter()?.hash(password, &cx.chance).await?;
    let writer = Writer { texts: &app.texts, language };
    let letter = writer.letter(&user.login, LetterText::PASSWORD_CHANGED, &[("name", &user.name)])?;
    Ok(PreparedReset { code: SecretHash::of(code), user, password, letter: Some(letter) })
}

/// Sets the password, ends every sign-in and every other open link, clears the login's attempts.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, prepared: &PreparedReset) -> Result<(), No<AccountRefusal>> {
    if !links::use_up(tx, &prepared.code, cx.now).await? {
        return Err(AccountRefusal::LinkOver.into());
    }
    let user_id = prepared.user.user_id;
    users::set_password(tx, user_id, &prepared.password, cx.now).await?;
    sign_ins::end_all(tx, user_id, None, cx.now).await?;
    devices::remove_all(tx, user_id).await?;
    links::end_of_user(tx, user_id, cx.now).await?;
    contacts::confirm_email(tx, user_id, cx.now).await?;
    let subject = Subject::login(Login::parse(&prepared.user.login)?.folded());
    let counted = attempts::lock(tx, &subject).await?;
    attempts::save(tx, &subject, crate::model::Attempts { count: 0, ..counted }).await?;
    if let Some(letter) = &prepared.letter {
        post::queue_letter(tx, cx, letter).await?;
    }
    Ok(())
}
