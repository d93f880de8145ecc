//! SQL of the room.

pub mod reports;
pub mod requests;

use ::store::Sql;

/// The statements of this room.
pub const STATEMENTS: &[&Sql] = &[
    &requests::ADD,
    &requests::COUNT_OPEN,
    &requests::LIST,
    &requests::LIST_ALL,
    &requests::ANSWER,
    &requests::SWEEP,
    &reports::ADD,
    &reports::COUNT,
    &reports::FIND,
    &reports::REMOVE,
    &reports::SWEEP,
];
