//! What clients post, as the rooms take it: [`message`] and [`patch`] translate, [`once`] makes a repeat the same act.

pub mod documents;
pub mod fields;
pub mod message;
pub mod once;
pub mod patch;
