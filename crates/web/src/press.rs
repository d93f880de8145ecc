//! Printing on request: few papers at once, each on a thread of its own.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use paper::{Paper, Pdf, PrintFailure, PrintRefusal, Printer};
use tokio::sync::Semaphore;

use crate::limits::PRINTED_AT_ONCE_MAX;
use crate::problem::Problem;

/// The printer that `svitok` hands to all rooms, and the places at it.
#[derive(Debug)]
pub struct Press {
    printer: Option<Arc<dyn Printer>>,
    places: Semaphore,
}

impl Default for Press {
    /// Without a printer: whoever asks is refused.
    fn default() -> Self {
        Self { printer: None, places: Semaphore::new(PRINTED_AT_ONCE_MAX) }
    }
}

impl Press {
    /// With a printer.
    #[must_use]
    pub fn new(printer: Arc<dyn Printer>) -> Self {
        Self { printer: Some(printer), ..Self::default() }
    }

    /// Prints, when a place is free. The request's own time limit bounds the waiting.
    pub async fn print(&self, paper: Paper) -> Result<Pdf, Problem> {
        let printer = self.printer.clone().ok_or_else(|| Problem::refused(PrintRefusal::NoPrinter))?;
        let place = self.places.acquire().await;
        let _place = place.map_err(|error| Problem::bug(format!("the press: {error}")))?;
        let printed = tokio::task::spawn_blocking(move || printer.print(&paper)).await;
        match printed {
            Ok(Ok(pdf)) => Ok(pdf),
            Ok(Err(PrintFailure::Refused(refusal))) => Err(Problem::refused(refusal)),
            Ok(Err(broken @ PrintFailure::Broken(_))) => Err(Problem::bug(broken.to_string())),
            Err(panicked) => Err(Problem::bug(format!("printing: {panicked}"))),
        }
    }
}

/// A printed paper as an answer: shown in place by the browser's own reader, kept by nobody on the way.
#[derive(Debug)]
pub struct PdfAnswer {
    pdf: Pdf,
    file_name: String,
}

impl PdfAnswer {
    /// `name` is the file's name without its ending; of other characters than letters, digits, `-` and `_` of ASCII
    /// nothing is left.
    #[must_use]
    pub fn new(pdf: Pdf, name: &str) -> Self {
        let plain: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
        Self { pdf, file_name: format!("{plain}.pdf") }
    }
}

impl IntoResponse for PdfAnswer {
    fn into_response(self) -> Response {
        let shown = HeaderValue::from_str(&format!("inline; filename=\"{}\"", self.file_name));
        let mut answer = self.pdf.bytes.into_response();
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
        headers.insert(header::CONTENT_DISPOSITION, shown.unwrap_or(HeaderValue::from_static("inline")));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        answer
    }
}
