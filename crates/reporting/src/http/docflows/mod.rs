//! Docflows.

pub(super) mod get;
pub(super) mod get_content;
pub(super) mod get_signature;
pub(super) mod list;
pub(super) mod make_reply;
pub(super) mod open;
pub(super) mod send_reply;
pub(super) mod sign_reply;

use serde::Serialize;
use utoipa::ToSchema;

use super::drafts::SignatureView;
use crate::model::docflow::Docflow;
use crate::model::document::{FlowDocument, ReportFacts};
use crate::model::flow::{Author, Authority, Direction, Status, Success, flow};
use crate::model::state::OpenReply;
use crate::ops::read::DocflowReport;

/// A docflow.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DocflowView {
    /// Its id.
    pub id: String,
    /// Kind.
    pub flow: String,
    /// The kind for a person, Russian.
    pub title: String,
    /// Who began it.
    pub direction: Direction,
    /// For whom.
    pub payer_id: String,
    /// With whom.
    pub authority: Authority,
    /// Code of the office.
    pub office: String,
    /// Where it stands.
    pub status: Status,
    /// What came of it.
    pub success: Success,
    /// The last day of the subscriber's next step.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    pub due_on: Option<String>,
    /// When it began: the moment the operator confirms.
    #[schema(format = DateTime)]
    pub began_at: String,
    /// When it changed last.
    #[schema(format = DateTime)]
    pub changed_at: String,
    /// What its main document says of itself.
    pub report: ReportFacts,
    /// Subject of a letter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The docflow it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<String>,
    /// Kinds of the regulator's documents that are late or lost.
    pub missing: Vec<String>,
    /// Signed under a test authority or a simulator's: means nothing outside tests.
    pub is_play: bool,
}

impl From<Docflow> for DocflowView {
    fn from(docflow: Docflow) -> Self {
        let facts = docflow.facts;
        Self {
            id: docflow.id.to_string(),
            title: flow(&docflow.flow).map(|flow| flow.title.clone()).unwrap_or_default(),
            flow: docflow.flow,
            direction: docflow.direction,
            payer_id: docflow.payer_id.to_string(),
            authority: docflow.regulator.authority(),
            office: docflow.regulator.code().to_owned(),
            status: docflow.status,
            success: docflow.success,
            due_on: docflow.due_on.map(|day| day.to_string()),
            began_at: docflow.began_at.to_rfc3339(),
            changed_at: docflow.changed_at.to_rfc3339(),
            report: facts.report,
            subject: facts.subject,
            answers: facts.answers.map(|id| id.to_string()),
            missing: facts.missing,
            is_play: facts.is_play,
        }
    }
}

/// A document of a docflow.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FlowDocumentView {
    /// Its id.
    pub id: String,
    /// Kind.
    pub kind: String,
    /// The kind for a person, Russian.
    pub title: String,
    /// Who made it.
    pub author: Author,
    /// The document it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<String>,
    /// When it was sent or came.
    #[schema(format = DateTime)]
    pub at: String,
    /// Name of its file.
    pub file_name: String,
    /// It came sealed to certificates.
    pub is_sealed: bool,
    /// Its bytes can be read.
    pub is_open: bool,
    /// How many bytes, once they are open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size_bytes: Option<i64>,
    /// What it says of itself.
    pub facts: ReportFacts,
    /// Signatures.
    pub signatures: Vec<SignatureView>,
}

impl FlowDocumentView {
    fn of(flow_name: &str, document: FlowDocument) -> Self {
        let title = flow(flow_name).and_then(|flow| flow.document(&document.kind)).map(|kind| kind.title.clone());
        Self {
            id: document.id.to_string(),
            title: title.unwrap_or_else(|| document.kind.clone()),
            kind: document.kind,
            author: document.author,
            answers: document.on.map(|id| id.to_string()),
            at: document.at.to_rfc3339(),
            file_name: document.file_name,
            is_sealed: document.sealed.is_some(),
            is_open: document.content.is_some(),
            size_bytes: document.content.map(|key| key.size_bytes),
            facts: document.facts,
            signatures: document.signatures.into_iter().map(SignatureView::from).collect(),
        }
    }
}

/// An answer that is open.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OpenReplyView {
    /// The document to answer.
    pub on: String,
    /// Kind of the answer.
    pub kind: String,
    /// The kind for a person, Russian.
    pub title: String,
    /// It has a term, and this is the docflow's day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    pub due_on: Option<String>,
}

/// A docflow with its documents and the answers that are open.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WholeDocflowView {
    /// The docflow.
    #[serde(flatten)]
    pub docflow: DocflowView,
    /// Its documents in the order in which they came.
    pub documents: Vec<FlowDocumentView>,
    /// Answers the subscriber can give now.
    pub replies: Vec<OpenReplyView>,
}

impl From<DocflowReport> for WholeDocflowView {
    fn from(report: DocflowReport) -> Self {
        let DocflowReport { whole, state } = report;
        let name = whole.docflow.flow.clone();
        let docflow = DocflowView::from(whole.docflow);
        let reply = |open: OpenReply| OpenReplyView {
            on: open.on.to_string(),
            kind: open.kind.to_owned(),
            title: flow(&name)
                .and_then(|flow| flow.document(open.kind))
                .map(|kind| kind.title.clone())
                .unwrap_or_default(),
            due_on: open.term.and_then(|_| docflow.due_on.clone()),
        };
        let replies = state.replies.into_iter().map(reply).collect();
        let documents = whole.documents.into_iter().map(|document| FlowDocumentView::of(&name, document)).collect();
        Self { docflow, documents, replies }
    }
}
