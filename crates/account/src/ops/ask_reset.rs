//! A person forgot the password and asks for a letter.

use super::errand::{Errand, ask};
use crate::model::{AccountRefusal, Login};
use crate::store::attempts::Subject;
use ::store::{No, Store};
use kernel::Cx;
use std::net::IpAddr;
use web::Language;

/// Has the letter written, if anybody has this login: neither the answer nor its time says so. Refuses what is no
/// address, and more than 100 requests from an address in 15 minutes.
pub async fn run(
    store: &Store,
    cx: &Cx,
    login: &str,
    (language, address): (Language, IpAddr),
) -> Result<(), No<AccountRefusal>> {
    let login = Login::parse(login)?.typed().to_owned();
    ask(store, cx, Errand::Reset { login }, (language, Subject::registrations(address))).await
}
