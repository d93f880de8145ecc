use std::sync::LazyLock;

use formats::FormatRefusal;
use jiff::civil::Date;
use paper::{DocumentPaper, PAGES_MAX, PAPER_BYTES_MAX, Paper, Pdf, PrintFailure, PrintRefusal, Printer};
use serde::Serialize;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::legible::make_legible;
use crate::world::Closed;
use crate::{form, statement, utd};

/// Papers the typesetter remembers the layout of. Next to nothing of one paper is found again in the next, since each
/// part is asked for with all that stands around it; what is kept is gone through after every paper and costs 2 ms.
const MEMORY_PAPERS: usize = 0;

/// Prints with typst. Cheap to make and to share; the first paper reads the fonts and the templates.
#[derive(Clone, Copy, Debug, Default)]
pub struct Typesetter;

/// A value laid out by a template, and the day of the document.
#[derive(Debug, Serialize)]
pub(crate) struct Sheet<T> {
    /// Title in the properties of the file.
    pub title: String,
    /// Day in the properties of the file: from the data, so that equal papers give equal bytes.
    pub date: SheetDate,
    /// What the template lays out.
    pub body: T,
}

/// A day as templates take it.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct SheetDate {
    year: i16,
    month: i8,
    day: i8,
}

impl From<Date> for SheetDate {
    fn from(date: Date) -> Self {
        Self { year: date.year(), month: date.month(), day: date.day() }
    }
}

impl Printer for Typesetter {
    fn print(&self, paper: &Paper) -> Result<Pdf, PrintFailure> {
        match paper {
            Paper::Statement(said) => set("statement.typ", &statement::sheet(said)),
            Paper::Document(document) => print_document(document),
        }
    }
}

/// By the form of its format.
fn print_document(paper: &DocumentPaper) -> Result<Pdf, PrintFailure> {
    let unreadable = |refusal: FormatRefusal| PrintRefusal::Unreadable(refusal.to_string());
    let document = formats::read(&paper.file.bytes).map_err(unreadable)?;
    if document.format().prefix.starts_with("ON_NSCHFDOPPR") {
        return set("utd.typ", &utd::sheet(document, paper).map_err(unreadable)?);
    }
    set("form.typ", &form::sheet(&document, paper).map_err(unreadable)?)
}

/// Lays a value out by a template and writes the file.
pub(crate) fn set<T: Serialize>(template: &str, sheet: &Sheet<T>) -> Result<Pdf, PrintFailure> {
    let broken = |error: &dyn std::fmt::Display| PrintFailure::Broken(format!("{template}: {error}"));
    let mut value = serde_json::to_value(sheet).map_err(|error| broken(&error))?;
    make_legible(&mut value);
    let data = value.to_string().into_bytes();
    if data.len() > PAPER_BYTES_MAX {
        return Err(PrintRefusal::TooLarge { bytes: data.len() }.into());
    }
    let world = Closed::new(template, data).ok_or_else(|| broken(&"no such template"))?;
    let laid_out = typst::compile::<PagedDocument>(&world).output;
    let printed = laid_out.map_err(|errors| broken(&said(&errors))).and_then(|document| {
        let pages = document.pages().len();
        if pages > PAGES_MAX {
            return Err(PrintRefusal::TooManyPages { pages }.into());
        }
        let bytes = typst_pdf::pdf(&document, &OPTIONS).map_err(|errors| broken(&said(&errors)))?;
        Ok(Pdf { bytes, pages })
    });
    typst::comemo::evict(MEMORY_PAPERS);
    printed
}

static OPTIONS: LazyLock<PdfOptions> = LazyLock::new(|| PdfOptions {
    creator: Smart::Custom(Some("Svitok".to_owned())),
    standards: PdfStandards::new(&[PdfStandard::A_2b]).unwrap_or_default(),
    ..PdfOptions::default()
});

/// The typesetter's words, without those of the document.
fn said(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}
