//! One engine for every definition: read, check, write.

mod asking;
pub(crate) mod assertion;
pub(crate) mod builtin;
pub(crate) mod check;
pub(crate) mod content;
pub(crate) mod evaluate;
pub(crate) mod facets;
mod moment;
pub(crate) mod names;
mod number;
pub(crate) mod pattern;
mod pattern_parse;
pub(crate) mod program;
pub(crate) mod read;
pub(crate) mod scan;
pub(crate) mod shared;
mod tag;
pub(crate) mod tape;
pub(crate) mod text;
pub(crate) mod window;
mod windows_1251;
pub(crate) mod write;
