use bytes::Bytes;
use kernel::Moment;

/// A file as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Name with `.xml`, where it is known.
    pub name: Option<String>,
    /// The exact bytes.
    pub bytes: Bytes,
}

/// An official document to be printed, with all that is marked on it. Which form it gets is decided by its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentPaper {
    /// The document: a seller's title of a УПД, or any file of a known format.
    pub file: File,
    /// The title that answers it, if it came.
    pub answer: Option<File>,
    /// Signatures, oldest first.
    pub signatures: Vec<SignatureMark>,
    /// The operator of the exchange and what it confirmed; none for a file that went through nobody.
    pub operator: Option<OperatorMark>,
    /// What the document is not: none for one of full force.
    pub stamp: Option<Stamp>,
    /// Id of the document in the exchange.
    pub document_id: Option<String>,
}

impl DocumentPaper {
    /// A file alone: nobody says anything of it.
    #[must_use]
    pub fn unmarked(file: File) -> Self {
        Self { file, answer: None, signatures: Vec::new(), operator: None, stamp: None, document_id: None }
    }
}

/// A mark over the whole document that nobody can overlook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stamp {
    /// Test exchange: no legal force.
    Test,
    /// Signed or answered by a simulator.
    Simulator,
}

/// A signature, as it is told on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureMark {
    /// What was signed, in words: «Титул продавца».
    pub of: String,
    /// Organization of the certificate, or its subject.
    pub organization: String,
    /// Who signed.
    pub person: Option<String>,
    /// Position of who signed.
    pub position: Option<String>,
    /// Serial number of the certificate, hexadecimal.
    pub serial: String,
    /// The certificate is in force from then.
    pub valid_from: Option<Moment>,
    /// Until then.
    pub valid_until: Option<Moment>,
    /// Kind of the signature and whether it holds, in words.
    pub kind: String,
    /// The time of signing its author claims.
    pub signed_at: Option<Moment>,
    /// When it was posted to the exchange.
    pub posted_at: Option<Moment>,
}

/// The operator, as it is told on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperatorMark {
    /// Its name.
    pub name: String,
    /// Its three characters.
    pub code: String,
    /// What happened through it, oldest first.
    pub marks: Vec<Mark>,
}

/// One thing that happened to the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// In words: «Титул продавца отправлен».
    pub what: String,
    /// When.
    pub at: Moment,
    /// Name of the file that says so, if one does.
    pub file: Option<String>,
}
