use paper::{Paper, Pdf, PrintFailure, Printer};

/// Prints what it was given as the program would write it down, so that a room's stories read what it prints without
/// a typesetter. Its file is no PDF.
#[derive(Clone, Copy, Debug)]
pub struct PlainPrinter;

impl Printer for PlainPrinter {
    fn print(&self, paper: &Paper) -> Result<Pdf, PrintFailure> {
        Ok(Pdf { bytes: format!("{paper:#?}").into_bytes(), pages: 1 })
    }
}
