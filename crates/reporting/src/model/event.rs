//! Events of an organization's feed.

use kernel::Moment;
use serde::{Deserialize, Serialize};

use super::flow::{Author, Status, Success};
use super::ids::{DocflowId, DocumentId, PayerId};

/// What happened: a document came into a docflow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct EventFacts {
    /// Kind of the docflow.
    pub flow: String,
    /// Whose.
    #[schema(value_type = String)]
    pub payer_id: PayerId,
    /// Kind of the document.
    pub document: String,
    /// The document.
    #[schema(value_type = String)]
    pub document_id: DocumentId,
    /// Who made it.
    pub author: Author,
    /// Where the docflow stands since.
    pub status: Status,
    /// What came of it.
    pub success: Success,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its number; greater than all before in the organization.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// In which docflow.
    pub docflow_id: DocflowId,
    /// What happened.
    pub facts: EventFacts,
}
