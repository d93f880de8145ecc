//! What kind of document travels, and what the room remembers of it beside its bytes.

use kernel::Moment;
use serde::{Deserialize, Serialize};

use super::ids::PatchId;

/// Function of a universal transfer document (УПД): which papers it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UtdFunction {
    /// СЧФ: an invoice.
    Invoice,
    /// ДОП: a primary document of transfer.
    Transfer,
    /// СЧФДОП: both at once.
    InvoiceAndTransfer,
}

impl UtdFunction {
    /// The word of the official format.
    #[must_use]
    pub fn official(self) -> &'static str {
        match self {
            Self::Invoice => "СЧФ",
            Self::Transfer => "ДОП",
            Self::InvoiceAndTransfer => "СЧФДОП",
        }
    }

    /// Reads the word of the official format. СвРК and СвЗК (reports of invoice data) are not exchanged here.
    #[must_use]
    pub fn from_official(word: &str) -> Option<Self> {
        match word {
            "СЧФ" => Some(Self::Invoice),
            "ДОП" => Some(Self::Transfer),
            "СЧФДОП" => Some(Self::InvoiceAndTransfer),
            _ => None,
        }
    }
}

/// Kind of document, as far as rules of the exchange differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Universal transfer document with its function.
    Utd(UtdFunction),
    /// Any file.
    Nonformalized,
}

impl DocumentKind {
    /// The word kept in tables and shown in answers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Utd(UtdFunction::Invoice) => "utd_invoice",
            Self::Utd(UtdFunction::Transfer) => "utd_transfer",
            Self::Utd(UtdFunction::InvoiceAndTransfer) => "utd_invoice_and_transfer",
            Self::Nonformalized => "nonformalized",
        }
    }

    /// Reads the word written by [`DocumentKind::as_str`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "utd_invoice" => Some(Self::Utd(UtdFunction::Invoice)),
            "utd_transfer" => Some(Self::Utd(UtdFunction::Transfer)),
            "utd_invoice_and_transfer" => Some(Self::Utd(UtdFunction::InvoiceAndTransfer)),
            "nonformalized" => Some(Self::Nonformalized),
            _ => None,
        }
    }
}

/// A pair that an integrator hangs on a document and gets back unchanged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct CustomData {
    /// Name.
    pub key: String,
    /// Value.
    pub value: String,
}

/// What the room remembers of a document beside its bytes: read once, when it was posted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentFacts {
    /// Kind and function.
    pub kind: DocumentKind,
    /// Number of its workflow row.
    pub workflow: u8,
    /// Version of the official format; none for a nonformalized document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format_version: Option<String>,
    /// Number, as written in the document or given by the sender.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Date of the document, ISO.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Total with tax, kopecks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_kopecks: Option<i64>,
    /// Tax, kopecks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_kopecks: Option<i64>,
    /// Currency by ОКВ, three digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// The sender asks for a receipt notification.
    #[serde(default)]
    pub receipt_asked: bool,
    /// The sender asks for the recipient's signature (nonformalized documents).
    #[serde(default)]
    pub signature_asked: bool,
    /// The sender's words to the recipient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The sender's own id of the document; not shown to the recipient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub custom_id: Option<String>,
    /// Pairs of the sender's integrator.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom_data: Vec<CustomData>,
    /// Documents this one follows from: (message, document), as the sender names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub initial_documents: Vec<(String, String)>,
}

impl DocumentFacts {
    /// What the recipient's copy keeps: all but the sender's private marks.
    #[must_use]
    pub fn for_recipient(&self) -> Self {
        Self { custom_id: None, ..self.clone() }
    }
}

/// Which generation a service document (receipt, refusal, correction request) belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ServiceForm {
    /// XML of its own format, signed.
    SignedXml,
    /// Universal message; may lawfully carry no signature.
    UniversalMessage,
}

/// What the room remembers of a service document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ServiceFacts {
    /// Generation.
    pub form: ServiceForm,
    /// Code of a universal message: 1999, 2999, 3999 …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Words of a refusal or a correction request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Kept and shown, but it moves nothing (a second receipt, an informing message).
    #[serde(default)]
    pub out_of_workflow: bool,
}

/// What the room remembers of the mark that a patch reached the other box.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryFacts {
    /// The patch that was delivered.
    pub patch_id: PatchId,
    /// When it was written to the other box; the same in both copies.
    pub at: Moment,
}
