//! What goes onto paper, as values, and who puts it there.
//!
//! Rooms say what is printed in the types of this crate and hold a [`Printer`] they were handed; the typesetter itself
//! (`print`) is known to the program alone, so that a room and its tests are built without it. Read [`Paper`] first.

mod document;
mod printer;
mod statement;

pub use document::{DocumentPaper, File, Mark, OperatorMark, SignatureMark, Stamp};
pub use printer::{PAGES_MAX, PAPER_BYTES_MAX, Pdf, PrintFailure, PrintRefusal, Printer};
pub use statement::Statement;

/// Something to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A statement that a person prints, signs by hand and gives or uploads.
    Statement(Statement),
    /// An official document with the marks of its signatures and of the operator.
    Document(Box<DocumentPaper>),
}
