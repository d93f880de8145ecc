//! A signed-in person wants letters to go to another address, which is the login too.

use super::errand::{Errand, ask};
use super::known_person::know;
use crate::model::{AccountRefusal, Login};
use crate::passwords::PasswordPool;
use crate::store::attempts::Subject;
use ::store::{No, Store};
use kernel::Cx;
use std::fmt;
use web::Language;

/// What the person types.
#[derive(Clone)]
pub struct ChangedEmail {
    /// The new address.
    pub login: String,
    /// The present password; nothing where there is none.
    pub password: String,
}

impl fmt::Debug for ChangedEmail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ChangedEmail(..)")
    }
}

/// Compares the password and has both addresses told: the new one gets the link, the old one hears of it. Nothing changes
/// before the link is followed. Whether the new address belongs to somebody only its mailbox is told.
pub async fn run(
    store: &Store,
    passwords: &PasswordPool,
    cx: &Cx,
    changed: ChangedEmail,
    language: Language,
) -> Result<(), No<AccountRefusal>> {
    let login = Login::parse(&changed.login)?.typed().to_owned();
    let user_id = know(store, passwords, cx, changed.password).await?.user.user_id;
    ask(store, cx, Errand::ChangeEmail { user_id, login }, (language, Subject::errands(user_id))).await
}

/// Has the letter written that proves the present address.
pub async fn ask_confirmation(store: &Store, cx: &Cx, language: Language) -> Result<(), No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    ask(store, cx, Errand::ConfirmEmail { user_id }, (language, Subject::errands(user_id))).await
}
