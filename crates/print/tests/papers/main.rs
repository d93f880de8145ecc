//! Printed papers, read back.
#![expect(clippy::unwrap_used, reason = "a story that cannot have its world must fail")]

mod form;
mod seen;
mod statement;
mod titles;
mod utd;
