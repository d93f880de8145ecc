//! Documents of drafts and docflows.

use kernel::Moment;
use serde::{Deserialize, Serialize};

use super::flow::Author;
use super::ids::{DocumentId, SignatureId};

/// Which bytes: their hash and number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ContentKey {
    /// BLAKE3.
    pub hash: [u8; 32],
    /// How many.
    pub size_bytes: i64,
}

/// What a report says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ReportFacts {
    /// Official name of the format, such as `NO_USN`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// Its version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Code of the form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub knd: Option<String>,
    /// Code of the period, as the form has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// Year of the period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
    /// Number of the correction; 0 is the first one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<u32>,
    /// Code of the office it is made for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// ИНН of the payer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inn: Option<String>,
    /// КПП of the payer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kpp: Option<String>,
    /// `ИдФайл`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_id: Option<String>,
}

/// Who signed, and what was found of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SignatureFacts {
    /// Common name of the certificate's subject.
    pub subject: String,
    /// ИНН of the organization or the person in the certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inn: Option<String>,
    /// SHA-1 of the certificate, hexadecimal.
    pub thumbprint: String,
    /// Serial number, hexadecimal.
    pub serial: String,
    /// `unqualified`, `qualified`, `test`, `simulator` …
    pub kind: String,
    /// Made under a test authority or a simulator's.
    #[serde(default)]
    pub is_play: bool,
    /// Moment of the verdict.
    #[schema(value_type = String, format = DateTime)]
    pub checked_at: Moment,
    /// What the verdict found against it: code of the rule; only of documents that came from outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
}

/// A signature under a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Its id.
    pub id: SignatureId,
    /// The detached CMS.
    pub content: ContentKey,
    /// What was found.
    pub facts: SignatureFacts,
}

/// A document of a docflow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowDocument {
    /// Its id.
    pub id: DocumentId,
    /// Kind without `urn:document:`.
    pub kind: String,
    /// Who made it.
    pub author: Author,
    /// The document it answers.
    pub on: Option<DocumentId>,
    /// When it was sent or came.
    pub at: Moment,
    /// Name of its file.
    pub file_name: String,
    /// The open bytes; absent until somebody with the key opens what came sealed.
    pub content: Option<ContentKey>,
    /// The bytes as they travelled, sealed to certificates.
    pub sealed: Option<ContentKey>,
    /// What it says of itself.
    pub facts: ReportFacts,
    /// Signatures.
    pub signatures: Vec<Signature>,
}
