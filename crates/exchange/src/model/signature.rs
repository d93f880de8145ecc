//! What the room remembers of a signature: who made it, with which certificate, and the verdict of that moment.

use kernel::Moment;
use serde::{Deserialize, Serialize};

/// Signature facts, written once when the signature was accepted. Later questions get a fresh verdict beside this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SignatureFacts {
    /// Common name of the certificate's subject.
    pub subject: String,
    /// Surname, given name and patronymic, as the certificate has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// Position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// ИНН of the organization (or of the entrepreneur) in the certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inn: Option<String>,
    /// Serial number, hexadecimal.
    pub serial: String,
    /// SHA-1 of the certificate, hexadecimal: the name the vendors' clients know it by.
    pub thumbprint: String,
    /// The signing time its author claims.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub signing_time: Option<Moment>,
    /// Moment of the verdict.
    #[schema(value_type = String, format = DateTime)]
    pub checked_at: Moment,
    /// Kind of signature: `unqualified`, `qualified` …
    pub kind: String,
    /// Date of the accredited list that made it qualified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list_date: Option<String>,
    /// Made under a test authority or a simulator's: means nothing outside tests.
    #[serde(default)]
    pub is_play: bool,
    /// What was not checked, in the words of the verdict.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_checked: Vec<String>,
}
