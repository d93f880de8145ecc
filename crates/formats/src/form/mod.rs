//! A definition as a person meets it: what a place is called and what it takes, a document changed cell by cell.
//!
//! Read [`explain()`] first (a finding with the titles of its place), then [`Change`] (a document that is being filled in) and
//! [`cells`] (what follows in it from what was filled in).

pub mod cells;
mod change;
mod explain;
mod placeholder;
mod recheck;
mod rules;
mod schema;
mod steps;
mod summary;
mod widget;

pub use change::Change;
pub use explain::{Crumb, Explained, Phrase, explain};
pub use schema::{Choice, ComputedBy, Field, Form, Section, Why, schema};
pub use summary::{Summary, title};
pub use widget::{Limits, Widget};
