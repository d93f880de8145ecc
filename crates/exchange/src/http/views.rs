//! What answers show.

use kernel::{BoxId, Moment, NormRef};
use serde::Serialize;
use utoipa::ToSchema;
use web::NormView;

use crate::model::docflow::DocflowRow;
use crate::model::document::DocumentKind;
use crate::model::document::{CustomData, DocumentFacts, ServiceFacts, UtdFunction};
use crate::model::entity::Entity;
use crate::model::event::{Event, EventPayload};
use crate::model::signature::SignatureFacts;
use crate::model::state::{Amendment, Answer, DocflowState, Duty, Revocation};
use crate::ops::post_message::Posted;
use crate::ops::read::{DocumentReport, LegalReport, MessageReport, TurnReport};

/// What a write left.
#[derive(Debug, Serialize, ToSchema)]
pub struct PostedView {
    /// The message.
    pub message_id: String,
    /// The patch; a message's first patch has the message's id.
    pub patch_id: String,
    /// Ids in the order of the request: documents of a message, files or bare signatures of a patch.
    pub entity_ids: Vec<String>,
    /// When.
    pub posted_at: String,
}

impl From<Posted> for PostedView {
    fn from(posted: Posted) -> Self {
        Self {
            message_id: posted.message_id.to_string(),
            patch_id: posted.patch_id.to_string(),
            entity_ids: posted.entities.iter().map(ToString::to_string).collect(),
            posted_at: posted.at.to_rfc3339(),
        }
    }
}

/// One entity. Its bytes are a place of their own.
#[derive(Debug, Serialize, ToSchema)]
pub struct EntityView {
    /// Its id.
    pub id: String,
    /// The document whose flow it belongs to.
    pub document_id: String,
    /// What it is attached to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<String>,
    /// The patch that brought it.
    pub patch_id: String,
    /// `title`, `answer_title`, `signature`, `receipt_notification` …
    pub kind: &'static str,
    /// `sender`, `recipient`, `operator`.
    pub author: &'static str,
    /// When it was posted.
    pub at: String,
    /// Name of its file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
    /// Length of its bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size_bytes: Option<i64>,
    /// BLAKE3 of its bytes, hexadecimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blake3: Option<String>,
    /// Of a signature: who made it and the verdict of that moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signature: Option<SignatureFacts>,
    /// Of a service document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceFacts>,
    /// Of a delivery mark: when the patch came to the other box.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivered_at: Option<String>,
}

impl From<&Entity> for EntityView {
    fn from(entity: &Entity) -> Self {
        Self {
            id: entity.id.to_string(),
            document_id: entity.document_id.to_string(),
            parent_id: entity.parent_id.map(|id| id.to_string()),
            patch_id: entity.patch_id.to_string(),
            kind: entity.kind.as_str(),
            author: entity.author.as_str(),
            at: entity.at.to_rfc3339(),
            file_name: entity.file_name.clone(),
            size_bytes: entity.content.map(|content| content.size_bytes),
            blake3: entity.content.map(|content| hex::encode(content.hash)),
            signature: entity.facts.signature.clone(),
            service: entity.facts.service.clone(),
            delivered_at: entity.facts.delivery.as_ref().map(|delivery| delivery.at.to_rfc3339()),
        }
    }
}

/// One message of a box.
#[derive(Debug, Serialize, ToSchema)]
pub struct MessageView {
    /// The message.
    pub message_id: String,
    /// Which side this box is: `sender`, `recipient`.
    pub side: &'static str,
    /// The other box.
    pub counteragent_box_id: String,
    /// When it was posted.
    pub posted_at: String,
    /// Without legal force: one of the organizations is a test one.
    pub is_test: bool,
    /// Its entities, oldest first.
    pub entities: Vec<EntityView>,
}

impl From<MessageReport> for MessageView {
    fn from(report: MessageReport) -> Self {
        Self {
            message_id: report.copy.id.to_string(),
            side: report.copy.side.as_str(),
            counteragent_box_id: report.copy.counteragent_box_id.to_string(),
            posted_at: report.copy.posted_at.to_rfc3339(),
            is_test: report.copy.is_test,
            entities: report.entities.iter().map(EntityView::from).collect(),
        }
    }
}

/// A row of the list of documents.
#[derive(Debug, Serialize, ToSchema)]
pub struct DocumentRowView {
    /// The document.
    pub document_id: String,
    /// Its message.
    pub message_id: String,
    /// Which side this box is: `sender`, `recipient`.
    pub side: &'static str,
    /// The other box.
    pub counteragent_box_id: String,
    /// Kind: `utd_invoice`, `utd_transfer`, `utd_invoice_and_transfer`, `nonformalized`.
    pub kind: &'static str,
    /// Its number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Its date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Its total, kopecks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_kopecks: Option<i64>,
    /// Name of its file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
    /// When it was posted.
    pub posted_at: String,
    /// Without legal force.
    pub is_test: bool,
    /// `going`, `finished`, `rejected`, `revoked`.
    pub outcome: &'static str,
    /// Whose turn: `sender`, `recipient`, `operator`, `nobody`.
    pub turn: &'static str,
    /// When it changed last.
    pub changed_at: String,
}

impl From<DocflowRow> for DocumentRowView {
    fn from(row: DocflowRow) -> Self {
        Self {
            document_id: row.document_id.to_string(),
            message_id: row.message_id.to_string(),
            side: row.side.as_str(),
            counteragent_box_id: row.counteragent_box_id.to_string(),
            kind: row.kind.as_str(),
            number: row.number,
            date: row.date,
            total_kopecks: row.total_kopecks,
            file_name: row.file_name,
            posted_at: row.posted_at.to_rfc3339(),
            is_test: row.is_test,
            outcome: row.outcome.as_str(),
            turn: row.turn.as_str(),
            changed_at: row.changed_at.to_rfc3339(),
        }
    }
}

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct PageView<T> {
    /// Items.
    pub items: Vec<T>,
    /// Cursor of the next page; absent at the end. A feed has no end: its cursor always stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl<T> PageView<T> {
    /// From the room's page.
    pub fn of<U>(page: kernel::Page<U>, view: impl FnMut(U) -> T) -> Self {
        let next = page.next.as_ref().map(|cursor| cursor.as_str().to_owned());
        Self { items: page.items.into_iter().map(view).collect(), next }
    }
}

/// An event of the feed.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventView {
    /// Place in the box's feed, from 1, without gaps.
    pub seq: i64,
    /// When.
    pub at: String,
    /// What: `message_posted`, `message_received`, `patch_posted`, `patch_received`, `delivered`, `counteragent`.
    pub kind: &'static str,
    /// The message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    /// The patch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patch_id: Option<String>,
    /// Patch of the operator's entities that came along.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator_patch_id: Option<String>,
    /// Documents whose docflow moved.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub document_ids: Vec<String>,
    /// The counteragent's box.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counteragent_box_id: Option<String>,
    /// What the counteragent is now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<&'static str>,
}

impl From<Event> for EventView {
    fn from(event: Event) -> Self {
        let kind = event.payload.kind();
        let (change, link) = match event.payload {
            EventPayload::Counteragent { box_id, status } => (None, Some((box_id, status))),
            EventPayload::MessagePosted(change)
            | EventPayload::MessageReceived(change)
            | EventPayload::PatchPosted(change)
            | EventPayload::PatchReceived(change)
            | EventPayload::Delivered(change) => (Some(change), None),
        };
        let change = change.as_ref();
        Self {
            seq: event.seq,
            at: event.at.to_rfc3339(),
            kind,
            message_id: change.map(|change| change.message_id.to_string()),
            patch_id: change.map(|change| change.patch_id.to_string()),
            operator_patch_id: change.and_then(|change| change.operator_patch_id).map(|id| id.to_string()),
            document_ids: change.map_or_else(Vec::new, |c| c.documents.iter().map(ToString::to_string).collect()),
            counteragent_box_id: link.map(|(box_id, _): (BoxId, _)| box_id.to_string()),
            status: link.map(|(_, status)| status.as_str()),
        }
    }
}

/// A word of the state with its moment.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepView {
    /// `not_due`, `waiting`, `done`, `signed`, `titled`, `rejected`, `requested`, `accepted`, `none`.
    pub state: &'static str,
    /// Since when, or when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The entity it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity_id: Option<String>,
    /// Of a proposal to revoke: who made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<&'static str>,
}

impl StepView {
    fn new(state: &'static str, at: Option<Moment>) -> Self {
        Self { state, at: at.map(Moment::to_rfc3339), entity_id: None, by: None }
    }

    fn on(self, entity: impl ToString) -> Self {
        Self { entity_id: Some(entity.to_string()), ..self }
    }
}

impl From<Duty> for StepView {
    fn from(duty: Duty) -> Self {
        match duty {
            Duty::NotDue => Self::new("not_due", None),
            Duty::Waiting { since } => Self::new("waiting", Some(since)),
            Duty::Done { at, .. } => Self::new("done", Some(at)),
        }
    }
}

impl From<Answer> for StepView {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::NotDue => Self::new("not_due", None),
            Answer::Waiting { since } => Self::new("waiting", Some(since)),
            Answer::Signed { at } => Self::new("signed", Some(at)),
            Answer::Titled { at, title } => Self::new("titled", Some(at)).on(title),
            Answer::Rejected { at, rejection } => Self::new("rejected", Some(at)).on(rejection),
        }
    }
}

impl From<Amendment> for StepView {
    fn from(amendment: Amendment) -> Self {
        match amendment {
            Amendment::None => Self::new("none", None),
            Amendment::Requested { at, request } => Self::new("requested", Some(at)).on(request),
        }
    }
}

impl From<Revocation> for StepView {
    fn from(revocation: Revocation) -> Self {
        match revocation {
            Revocation::None => Self::new("none", None),
            Revocation::Requested { by, at, request } => {
                Self { by: Some(by.as_str()), ..Self::new("requested", Some(at)).on(request) }
            }
            Revocation::Accepted { at } => Self::new("accepted", Some(at)),
            Revocation::Rejected { at } => Self::new("rejected", Some(at)),
        }
    }
}

/// Derived state of a docflow.
#[derive(Debug, Serialize, ToSchema)]
pub struct StateView {
    /// `going`, `finished`, `rejected`, `revoked`.
    pub outcome: &'static str,
    /// When the document came to the other box.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivered_at: Option<String>,
    /// Files this side has no operator's confirmation of yet.
    pub unconfirmed: Vec<String>,
    /// The recipient's receipt.
    pub receipt: StepView,
    /// The recipient's answer.
    pub answer: StepView,
    /// The sender's receipt of the answering title.
    pub answer_receipt: StepView,
    /// Request to correct.
    pub amendment: StepView,
    /// Revocation.
    pub revocation: StepView,
}

impl From<&DocflowState> for StateView {
    fn from(state: &DocflowState) -> Self {
        Self {
            outcome: state.outcome.as_str(),
            delivered_at: state.delivered_at.map(Moment::to_rfc3339),
            unconfirmed: state.unconfirmed.iter().map(|(id, _)| id.to_string()).collect(),
            receipt: state.receipt.into(),
            answer: state.answer.into(),
            answer_receipt: state.answer_receipt.into(),
            amendment: state.amendment.into(),
            revocation: state.revocation.into(),
        }
    }
}

/// Whose turn, by when, by which norm.
#[derive(Debug, Serialize, ToSchema)]
pub struct TurnView {
    /// `sender`, `recipient`, `operator`.
    pub who: &'static str,
    /// `deliver`, `confirm`, `receipt`, `answer`, `answer_receipt`, `answer_revocation`.
    pub act: &'static str,
    /// Since when.
    pub since: String,
    /// The last day on which it is in time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_on: Option<String>,
    /// Where the term is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub norm: Option<NormView>,
}

impl From<&TurnReport> for TurnView {
    fn from(report: &TurnReport) -> Self {
        Self {
            who: report.turn.who.as_str(),
            act: report.turn.act.as_str(),
            since: report.turn.since.to_rfc3339(),
            due_on: report.due_on.map(|date| date.to_string()),
            norm: report.norm.as_ref().map(|norm: &NormRef| norm.into()),
        }
    }
}

/// Which signature the law asks, and which there is. Shown, never blocking: parties may have agreed otherwise.
#[derive(Debug, Serialize, ToSchema)]
pub struct LegalView {
    /// `none`, `simple`, `unqualified`, `qualified`: the weakest kind that suffices.
    pub required: &'static str,
    /// It suffices only between parties who agreed so.
    pub by_agreement: bool,
    /// An operator that meets the tax service's demands is obligatory; this installation does not claim to be one.
    pub operator_needed: bool,
    /// Kind of the author's signature.
    pub has: String,
    /// Whether that is at least the kind that suffices.
    pub suffices: bool,
    /// Where it is written.
    pub norm: NormView,
}

impl From<&LegalReport> for LegalView {
    fn from(report: &LegalReport) -> Self {
        let required = match report.required {
            rules::RequiredSignature::None => "none",
            rules::RequiredSignature::Simple => "simple",
            rules::RequiredSignature::Unqualified => "unqualified",
            rules::RequiredSignature::Qualified => "qualified",
        };
        Self {
            required,
            by_agreement: report.by_agreement,
            operator_needed: report.operator_needed,
            has: report.has.clone(),
            suffices: report.suffices,
            norm: (&report.norm).into(),
        }
    }
}

/// One document with everything derived of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct DocumentView {
    /// The document.
    pub document_id: String,
    /// Its message.
    pub message_id: String,
    /// Which side this box is.
    pub side: &'static str,
    /// The other box.
    pub counteragent_box_id: String,
    /// Without legal force.
    pub is_test: bool,
    /// Kind: `utd_invoice`, `utd_transfer`, `utd_invoice_and_transfer`, `nonformalized`.
    pub kind: &'static str,
    /// Function of a УПД, in the word of its format.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub function: Option<&'static str>,
    /// Version of its format.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format_version: Option<String>,
    /// Number of its workflow.
    pub workflow: u8,
    /// Its number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Its date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Its total with tax, kopecks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_kopecks: Option<i64>,
    /// Tax, kopecks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_kopecks: Option<i64>,
    /// Currency by ОКВ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// The sender's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The sender's own id; only in the sender's copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_id: Option<String>,
    /// Pairs of the sender's integrator.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub custom_data: Vec<CustomData>,
    /// Derived state.
    pub state: StateView,
    /// Open duties.
    pub turns: Vec<TurnView>,
    /// What the law asks of the signature; absent when the rules have no row for the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal: Option<LegalView>,
    /// Entities of its docflow, oldest first.
    pub entities: Vec<EntityView>,
}

impl From<DocumentReport> for DocumentView {
    fn from(report: DocumentReport) -> Self {
        let DocumentFacts { kind, .. } = report.facts;
        let function = match kind {
            DocumentKind::Utd(function) => Some(UtdFunction::official(function)),
            DocumentKind::Nonformalized => None,
        };
        Self {
            document_id: report.document.id.to_string(),
            message_id: report.copy.id.to_string(),
            side: report.copy.side.as_str(),
            counteragent_box_id: report.copy.counteragent_box_id.to_string(),
            is_test: report.copy.is_test,
            kind: kind.as_str(),
            function,
            format_version: report.facts.format_version,
            workflow: report.facts.workflow,
            number: report.facts.number,
            date: report.facts.date,
            total_kopecks: report.facts.total_kopecks,
            tax_kopecks: report.facts.tax_kopecks,
            currency: report.facts.currency,
            comment: report.facts.comment,
            custom_id: report.facts.custom_id,
            custom_data: report.facts.custom_data,
            state: (&report.flow.state).into(),
            turns: report.turns.iter().map(TurnView::from).collect(),
            legal: report.legal.as_ref().map(LegalView::from),
            entities: report.entities.iter().map(EntityView::from).collect(),
        }
    }
}
