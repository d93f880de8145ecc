//! SQL of the simulator.

pub mod authorities;
pub mod containers;
pub mod docflows;
pub mod feed;
pub mod settings;
pub mod subscribers;

use ::store::{Fault, Sql};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The statements of the simulator.
pub const STATEMENTS: &[&Sql] = &[
    &settings::FIND,
    &settings::PUT,
    &settings::COUNT,
    &authorities::FIND,
    &authorities::ADD,
    &subscribers::PUT,
    &subscribers::FIND,
    &subscribers::LIST,
    &containers::ADD,
    &containers::ADD_CONTENT,
    &containers::FIND,
    &containers::FIND_CONTENT,
    &containers::LIST_LATEST,
    &containers::CONCLUDE,
    &containers::FIND_STEP,
    &feed::ADD,
    &feed::LIST,
    &feed::HOLD,
    &feed::LIST_HELD,
    &feed::LET_GO,
    &docflows::ADD,
    &docflows::FIND,
    &docflows::FILE,
    &docflows::LAST_CORRECTION,
];

/// A value as its column keeps it.
fn to_json(value: &impl Serialize) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|why| Fault::Decode(format!("a value of the simulator: {why}")))
}

/// A value from its column.
fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|why| Fault::Decode(format!("a value of the simulator: {why}")))
}
