use kernel::RefusalKind;

/// Bytes of all files and words of one paper: a УПД of 10 000 rows takes about 5 MiB, and is 400 pages.
pub const PAPER_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Pages of one paper: what a person still prints; a longer document is read on the screen or kept as a file.
pub const PAGES_MAX: usize = 500;

/// A printed paper: PDF/A-2b, tagged, fonts embedded. Equal papers give equal bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages.
    pub pages: usize,
}

/// Why a paper is not printed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PrintRefusal {
    /// More than [`PAPER_BYTES_MAX`].
    #[error("the paper takes {bytes} bytes, at most {PAPER_BYTES_MAX} are printed")]
    TooLarge {
        /// How many.
        bytes: usize,
    },
    /// More than [`PAGES_MAX`].
    #[error("the paper takes {pages} pages, at most {PAGES_MAX} are printed")]
    TooManyPages {
        /// How many.
        pages: usize,
    },
    /// The file is no official document, or of a format this host does not know.
    #[error("the file cannot be read as an official document: {0}")]
    Unreadable(String),
    /// Nothing to print is in the document: it has no form.
    #[error("the document has no form to be printed by")]
    NoForm,
    /// The host has no typesetter.
    #[error("this host does not print")]
    NoPrinter,
}

/// Why nothing was printed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PrintFailure {
    /// A rule said no.
    #[error(transparent)]
    Refused(#[from] PrintRefusal),
    /// The template does not fit the values: a bug, told in the typesetter's words.
    #[error("the typesetter could not print: {0}")]
    Broken(String),
}

impl kernel::Refusal for PrintRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "paper.too-large",
            Self::TooManyPages { .. } => "paper.too-many-pages",
            Self::Unreadable(_) => "paper.unreadable",
            Self::NoForm => "paper.no-form",
            Self::NoPrinter => "paper.no-printer",
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::TooLarge { .. } | Self::TooManyPages { .. } => RefusalKind::TooLarge,
            Self::Unreadable(_) | Self::NoForm | Self::NoPrinter => RefusalKind::Conflict,
        }
    }
}

/// Who prints. Blocking: a page takes milliseconds of a processor, a long document seconds.
pub trait Printer: std::fmt::Debug + Send + Sync {
    /// Prints. The same paper gives the same bytes.
    fn print(&self, paper: &crate::Paper) -> Result<Pdf, PrintFailure>;
}
