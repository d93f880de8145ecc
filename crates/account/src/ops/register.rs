//! A person becomes a user at once, with an address that nobody proved; `ask_registration` has it proven first.

use crate::model::{
    ADDRESS_REGISTRATIONS_MAX, AccountRefusal, HashedPassword, LockedUntil, Login, Password, PersonTitle, User,
};
use crate::passwords::PasswordPool;
use crate::store::attempts::{self, Subject};
use crate::store::{phones, users};
use ::store::{No, Store, Tx};
use kernel::{Cx, UserId};
use post::Phone;
use std::net::IpAddr;

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
    phone: Option<Phone>,
}

impl PreparedUser {
    /// With a number that was proven.
    #[must_use]
    pub fn with_phone(self, phone: Option<Phone>) -> Self {
        Self { phone, ..self }
    }
}

/// Counts a registration from this address. Refuses more than 100 in 15 minutes.
pub async fn count(store: &Store, cx: &Cx, address: IpAddr) -> Result<(), No<AccountRefusal>> {
    let subject = Subject::registrations(address);
    store.write(cx, subject, |tx, cx, subject| Box::pin(count_within(tx, cx, subject))).await
}

/// The same inside a transaction.
pub(crate) async fn count_within(tx: &mut Tx<'_>, cx: &Cx, subject: &Subject) -> Result<(), No<AccountRefusal>> {
    let attempts = attempts::lock(tx, subject).await?;
    let counted = attempts.begin(cx.now, ADDRESS_REGISTRATIONS_MAX);
    let counted = counted.map_err(|LockedUntil(until)| AccountRefusal::TooManyRegistrations {
        wait_seconds: until.since(cx.now).as_secs().max(1),
    })?;
    attempts::save(tx, subject, counted).await?;
    Ok(())
}

/// Checks the form of everything and hashes the password.
pub async fn prepare(passwords: &PasswordPool, cx: &Cx, new: NewUser) -> Result<PreparedUser, No<AccountRefusal>> {
    let login = Login::parse(&new.login)?;
    let title = PersonTitle::parse(&new.name)?;
    let password = Password::choose(new.password, &login)?;
    let password = passwords.enter()?.hash(password, &cx.chance).await?;
    Ok(PreparedUser { login, title, password, phone: None })
}

/// Writes the user. Refuses a login that belongs to somebody.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &PreparedUser) -> Result<User, No<AccountRefusal>> {
    let user_id: UserId = cx.new_id();
    users::add(tx, user_id, (&new.login, &new.title), &new.password, cx.now).await?;
    if let Some(phone) = &new.phone {
        phones::set(tx, user_id, phone.as_str(), cx.now).await?;
    }
    Ok(User { user_id, login: new.login.typed().to_owned(), name: new.title.as_str().to_owned(), created_at: cx.now })
}
