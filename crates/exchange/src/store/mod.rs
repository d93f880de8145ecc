//! SQL of the room, one file for each aggregate. Functions that touch an organization's data take its `OrgScope`.

pub mod content;
pub mod contents;
pub mod copies;
pub mod counteragent;
pub mod docflow;
pub mod docflow_list;
pub mod draft;
pub mod entity;
pub mod event;
pub mod feed;
pub mod invitation_task;
pub mod message;
pub mod multi_row;
pub mod reading;
pub mod shelf;
pub mod signer_details;
pub mod word;

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
    &contents::FIND_FEW,
    &contents::FIND_MANY,
    &counteragent::FIND,
    &counteragent::FIND_FEW,
    &counteragent::FIND_MANY,
    &counteragent::LIST,
    &counteragent::COUNT,
    &counteragent::SEEK,
    &counteragent::LIST_UNSOUGHT,
    &counteragent::COUNT_WAITING,
    &counteragent::SET,
    &docflow::ADD,
    &docflow::MOVE,
    &docflow::FIND,
    &docflow::MARK,
    &docflow::LIST_UNMARKED,
    &docflow_list::NEWEST,
    &docflow_list::OLDEST,
    &docflow_list::NEWEST_OF_COUNTERAGENT,
    &docflow_list::OLDEST_OF_COUNTERAGENT,
    &docflow_list::NEWEST_OF_NUMBER,
    &docflow_list::OLDEST_OF_NUMBER,
    &docflow_list::COUNT,
    &docflow_list::COUNT_OF_COUNTERAGENT,
    &docflow_list::COUNT_OF_NUMBER,
    &docflow_list::OF_CUSTOM_ID,
    &docflow_list::FIND_FEW,
    &docflow_list::FIND_MANY,
    &draft::ADD,
    &draft::CHANGE,
    &draft::COUNT_KEPT,
    &draft::FIND,
    &draft::LIST,
    &draft::LIST_OLD,
    &draft::ADD_DOCUMENT,
    &draft::LIST_DOCUMENTS,
    &draft::ADD_CONTENT,
    &draft::LIST_CONTENTS,
    &draft::FIND_CONTENT,
    &draft::FORGET_CONTENTS,
    &draft::FORGET_DOCUMENTS,
    &draft::FORGET,
    &entity::ADD_ONE,
    &entity::ADD_TWO,
    &entity::ADD_THREE,
    &entity::ADD_FIVE,
    &entity::LIST,
    &entity::FIND,
    &entity::PLACE,
    &event::RESERVE,
    &event::ADD,
    &event::MARK,
    &event::LIST_UNMARKED,
    &feed::OLDEST,
    &feed::NEWEST,
    &feed::COUNT,
    &feed::FIND,
    &feed::AT,
    &feed::LAST,
    &feed::FIND_FEW,
    &feed::FIND_MANY,
    &copies::COUNT_FEW,
    &copies::COUNT_MANY,
    &copies::FIND_FEW,
    &copies::FIND_MANY,
    &copies::LIST_FEW,
    &copies::LIST_MANY,
    &invitation_task::ADD,
    &invitation_task::FIND,
    &invitation_task::FINISH,
    &invitation_task::FORGET,
    &message::ADD,
    &message::FIND,
    &reading::ADD,
    &reading::REMOVE,
    &reading::FIND_FEW,
    &reading::FIND_MANY,
    &reading::FORGET,
    &signer_details::FIND,
    &signer_details::COUNT,
    &signer_details::SET,
    &shelf::LOCK,
    &shelf::LOAD,
    &shelf::FIND,
    &shelf::LIST_PARTS,
    &shelf::FIND_PART,
    &shelf::SET,
    &shelf::ADD_PART,
    &shelf::FORGET_PARTS,
    &shelf::FORGET_FILES,
    &shelf::IS_REFERENCED,
    &word::ADD_ONE,
    &word::ADD_TWO,
    &word::ADD_FIVE,
    &word::LIST,
];
