//! SQL of the room, one file for each aggregate. Functions that touch an organization's data take its `OrgScope`.

pub mod content;
pub mod counteragent;
pub mod docflow;
pub mod entity;
pub mod event;
pub mod message;
pub mod multi_row;

use store::Sql;

/// Every statement of the room.
pub const STATEMENTS: &[&Sql] = &[
    &content::ADD_ONE,
    &content::ADD_TWO,
    &content::ADD_FOUR,
    &content::FIND,
    &content::LIST_OF_PATCH,
    &content::IS_REFERENCED,
    &content::ADD_UPLOAD,
    &content::FIND_UPLOAD,
    &content::FORGET_UPLOADS,
    &counteragent::FIND,
    &counteragent::LIST,
    &counteragent::COUNT_WAITING,
    &counteragent::SET,
    &docflow::ADD,
    &docflow::MOVE,
    &docflow::FIND,
    &docflow::LIST,
    &entity::ADD_ONE,
    &entity::ADD_TWO,
    &entity::ADD_THREE,
    &entity::ADD_FIVE,
    &entity::LIST,
    &entity::FIND,
    &event::RESERVE,
    &event::ADD,
    &event::LIST,
    &message::ADD,
    &message::FIND,
];
