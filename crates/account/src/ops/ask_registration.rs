//! A person asks to be a user: the address is proven by a link in a letter before the user is made. Whether the address
//! belongs to somebody only its mailbox is told.

use super::errand::{Errand, ask};
use super::phone::{PhoneProof, prove_for_letter};
use super::register::NewUser;
use crate::model::{AccountRefusal, Login, Password, PersonTitle};
use crate::passwords::PasswordPool;
use crate::settings::Settings;
use crate::store::attempts::Subject;
use ::store::{No, Store};
use kernel::Cx;
use std::net::IpAddr;
use web::Language;

/// Checks the form, hashes the password, takes the code of the phone where one was sent, and has the letter written.
/// Refuses what cannot be a login, name or password, a wrong code, and more than 100 registrations from an address in 15 minutes.
pub async fn run(
    store: &Store,
    (passwords, settings): (&PasswordPool, &Settings),
    cx: &Cx,
    (new, proof): (NewUser, Option<PhoneProof>),
    (language, address): (Language, IpAddr),
) -> Result<(), No<AccountRefusal>> {
    let login = Login::parse(&new.login)?;
    let name = PersonTitle::parse(&new.name)?;
    let password = Password::choose(new.password, &login)?;
    let password = passwords.enter()?.hash(password, &cx.chance).await?;
    let phone = match &proof {
        Some(proof) => Some(prove_for_letter(store, settings, cx, (proof, &login)).await?.as_str().to_owned()),
        None => None,
    };
    let (login, name) = (login.typed().to_owned(), name.as_str().to_owned());
    let errand = Errand::Register { login, name, password, phone };
    ask(store, cx, errand, (language, Subject::registrations(address))).await
}
