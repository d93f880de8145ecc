//! Drafts.

pub(super) mod add;
pub(super) mod check;
pub(super) mod get;
pub(super) mod get_content;
pub(super) mod list;
pub(super) mod put_document;
pub(super) mod remove;
pub(super) mod remove_document;
pub(super) mod send;
pub(super) mod sign;

use serde::Serialize;
use utoipa::ToSchema;

use crate::model::document::{ReportFacts, Signature, SignatureFacts};
use crate::model::draft::{Draft, DraftDocument, DraftState};
use crate::model::flow::Authority;
use crate::ops::drafts::WholeDraft;

/// A draft.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DraftView {
    /// Its id.
    pub id: String,
    /// For whom.
    pub payer_id: String,
    /// To whom.
    pub authority: Authority,
    /// Code of the office.
    pub office: String,
    /// Kind of docflow it becomes.
    pub flow: String,
    /// Where it stands.
    pub state: DraftState,
    /// The docflow it became.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub docflow_id: Option<String>,
    /// Subject of a letter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The docflow it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<String>,
    /// When it was begun.
    #[schema(format = DateTime)]
    pub made_at: String,
    /// When it was changed last.
    #[schema(format = DateTime)]
    pub changed_at: String,
}

impl From<Draft> for DraftView {
    fn from(draft: Draft) -> Self {
        Self {
            id: draft.id.to_string(),
            payer_id: draft.payer_id.to_string(),
            authority: draft.regulator.authority(),
            office: draft.regulator.code().to_owned(),
            flow: draft.flow,
            state: draft.state,
            docflow_id: draft.docflow_id.map(|id| id.to_string()),
            subject: draft.facts.subject,
            answers: draft.facts.answers.map(|id| id.to_string()),
            made_at: draft.made_at.to_rfc3339(),
            changed_at: draft.changed_at.to_rfc3339(),
        }
    }
}

/// A signature.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SignatureView {
    /// Its id.
    pub id: String,
    /// Who, and what was found.
    pub facts: SignatureFacts,
}

impl From<Signature> for SignatureView {
    fn from(signature: Signature) -> Self {
        Self { id: signature.id.to_string(), facts: signature.facts }
    }
}

/// A document of a draft.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DraftDocumentView {
    /// Its id.
    pub id: String,
    /// Kind within the docflow.
    pub kind: String,
    /// Name of its file.
    pub file_name: String,
    /// How many bytes.
    pub size_bytes: i64,
    /// What it says of itself.
    pub facts: ReportFacts,
    /// Signatures under it.
    pub signatures: Vec<SignatureView>,
}

impl From<DraftDocument> for DraftDocumentView {
    fn from(document: DraftDocument) -> Self {
        Self {
            id: document.id.to_string(),
            kind: document.kind,
            file_name: document.file_name,
            size_bytes: document.content.size_bytes,
            facts: document.facts,
            signatures: document.signatures.into_iter().map(SignatureView::from).collect(),
        }
    }
}

/// A draft with its documents.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WholeDraftView {
    /// The draft.
    #[serde(flatten)]
    pub draft: DraftView,
    /// Its documents, in their order.
    pub documents: Vec<DraftDocumentView>,
}

impl From<WholeDraft> for WholeDraftView {
    fn from(whole: WholeDraft) -> Self {
        let documents = whole.documents.into_iter().map(DraftDocumentView::from).collect();
        Self { draft: whole.draft.into(), documents }
    }
}
