//! SQL of the provider.

pub mod clients;
pub mod codes;
pub mod devices;
pub mod grants;
pub mod keys;

use crate::model::Scope;
use ::store::{Fault, Row, Sql};
use account::lent_sign_in::OfPerson;
use kernel::{SignInId, UserId};

/// Every statement of the provider.
pub const STATEMENTS: &[&Sql] = &[
    &clients::FIND,
    &clients::SET,
    &codes::ADD,
    &codes::FIND,
    &codes::USE,
    &codes::SWEEP,
    &devices::ADD,
    &devices::COUNT,
    &devices::FIND,
    &devices::FIND_BY_USER_CODE,
    &devices::POLL,
    &devices::DECIDE,
    &devices::REMOVE,
    &devices::SWEEP,
    &grants::ADD,
    &grants::GET,
    &grants::FIND_OF_SIGN_IN,
    &grants::RENEW,
    &grants::END,
    &grants::SWEEP,
    &grants::ADD_REFRESH,
    &grants::FIND_REFRESH,
    &grants::USE_REFRESH,
    &grants::SWEEP_REFRESH,
    &keys::ADD,
    &keys::LIST,
    &keys::SWEEP,
];

fn unreadable(what: &str) -> Fault {
    Fault::Decode(format!("an unreadable {what}"))
}

fn scope(row: &Row, at: usize) -> Result<Scope, Fault> {
    Scope::parse(row.text_ref(at)?).map_err(|_| unreadable("scope"))
}

/// A person's sign-in in two columns.
fn of_person(row: &Row, at: usize) -> Result<OfPerson, Fault> {
    Ok(OfPerson {
        user_id: row.parsed(at, Row::bytes, |bytes| UserId::from_bytes(&bytes))?,
        sign_in_id: row.parsed(at + 1, Row::bytes, |bytes| SignInId::from_bytes(&bytes))?,
    })
}
