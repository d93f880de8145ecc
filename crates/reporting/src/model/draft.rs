//! A draft: what is being sent, to whom and for whom.

use kernel::Moment;
use serde::{Deserialize, Serialize};

use super::document::{ContentKey, ReportFacts, Signature};
use super::ids::{DocflowId, DocumentId, DraftId, PayerId};
use super::regulator::Regulator;

/// Where a draft stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum DraftState {
    /// Being made.
    New,
    /// Everything in it was checked and nothing refuses it; a change takes it back.
    Checked,
    /// It became a docflow.
    Sent,
}

impl DraftState {
    /// As the base writes it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Checked => "checked",
            Self::Sent => "sent",
        }
    }

    /// The state a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::New, Self::Checked, Self::Sent].into_iter().find(|state| state.word() == word)
    }
}

/// Facts of a draft that are not looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default)]
pub struct DraftFacts {
    /// Words of the sender: subject of a letter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Who sends, when another than the payer: ИНН and КПП.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender_inn: Option<String>,
    /// The same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender_kpp: Option<String>,
    /// The sender stands in for the payer under a power of attorney.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_representative: bool,
    /// The docflow this one answers, such as a demand.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub answers: Option<DocflowId>,
    /// What a compatible surface must give back as it was told: JSON of the surface.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wire: Option<String>,
}

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its id.
    pub id: DraftId,
    /// For whom.
    pub payer_id: PayerId,
    /// To whom.
    pub regulator: Regulator,
    /// Which kind of docflow it becomes.
    pub flow: String,
    /// Where it stands.
    pub state: DraftState,
    /// The rest.
    pub facts: DraftFacts,
    /// The docflow it became.
    pub docflow_id: Option<DocflowId>,
    /// When it was begun.
    pub made_at: Moment,
    /// When it was changed last.
    pub changed_at: Moment,
}

/// A document of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftDocument {
    /// Its id, kept when the draft becomes a docflow.
    pub id: DocumentId,
    /// Kind without `urn:document:`.
    pub kind: String,
    /// Name of its file.
    pub file_name: String,
    /// Its bytes.
    pub content: ContentKey,
    /// What it says of itself.
    pub facts: ReportFacts,
    /// Signatures under these bytes.
    pub signatures: Vec<Signature>,
}
