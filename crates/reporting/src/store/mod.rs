//! SQL of the room, one file an aggregate.

pub mod certificate;
pub mod container;
pub mod content;
pub mod counter;
pub mod docflow;
pub mod document;
pub mod draft;
pub mod event;
pub mod mark;
pub mod payer;
pub mod place;
pub mod reply;
pub mod upload;

use ::store::{Fault, Row, Sql};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Every statement.
pub const STATEMENTS: &[&Sql] = &[
    &certificate::ADD,
    &certificate::LIST,
    &container::ADD,
    &container::FINISH,
    &container::FIND,
    &content::ADD,
    &content::FIND,
    &content::IS_REFERENCED,
    &counter::LOCK,
    &docflow::ADD,
    &docflow::CHANGE,
    &docflow::FIND,
    &docflow::LIST,
    &docflow::LIST_DUE,
    &docflow::LIST_FORMS,
    &document::ADD,
    &document::LIST,
    &document::OPEN,
    &draft::ADD,
    &draft::CHANGE,
    &draft::COUNT,
    &draft::FIND,
    &draft::LIST,
    &draft::FORGET,
    &draft::LIST_OLD,
    &draft::ADD_DOCUMENT,
    &draft::CHANGE_DOCUMENT,
    &draft::LIST_DOCUMENTS,
    &draft::FORGET_DOCUMENT,
    &draft::FORGET_DOCUMENTS,
    &event::ADD,
    &event::LIST,
    &mark::SET,
    &mark::CLEAR,
    &mark::LIST,
    &payer::ADD,
    &payer::CHANGE,
    &payer::COUNT,
    &payer::FIND,
    &payer::FIND_BY_INN,
    &payer::LIST,
    &place::ADD,
    &place::FIND,
    &place::SET_SUBSCRIBER,
    &place::FIND_SUBSCRIBER,
    &place::CURSOR,
    &place::SET_CURSOR,
    &reply::ADD,
    &reply::SIGN,
    &reply::SEND,
    &reply::FIND,
    &reply::FORGET_OLD,
    &upload::ADD,
    &upload::FINISH,
    &upload::FIND,
    &upload::ADD_PART,
    &upload::LIST_PARTS,
    &upload::FORGET_OLD,
    &upload::FORGET_OLD_PARTS,
];

/// A column of JSON.
pub(super) fn json<T: Serialize>(value: &T) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|error| Fault::Decode(format!("writing a column of JSON: {error}")))
}

/// The same, read.
pub(super) fn from_json<T: DeserializeOwned>(row: &Row, column: usize) -> Result<T, Fault> {
    row.parsed(column, Row::text, |text| serde_json::from_str(&text))
}

/// A hash and the number of bytes; none where both columns are empty.
pub(super) fn opt_key(row: &Row, column: usize) -> Result<Option<crate::model::document::ContentKey>, Fault> {
    let Some(hash) = row.opt_bytes(column)? else { return Ok(None) };
    let hash = hash.try_into().map_err(|_| Fault::Decode("a hash has 32 octets".to_owned()))?;
    Ok(Some(crate::model::document::ContentKey { hash, size_bytes: row.opt_i64(column + 1)?.unwrap_or(0) }))
}

/// The same where it must be.
pub(super) fn key(row: &Row, column: usize) -> Result<crate::model::document::ContentKey, Fault> {
    opt_key(row, column)?.ok_or_else(|| Fault::Decode("content without a hash".to_owned()))
}
