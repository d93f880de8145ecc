//! Documents, one and in lists.

use serde::Serialize;
use utoipa::ToSchema;

use super::{EntityView, LegalView, StateView, TurnView};
use crate::model::document::{CustomData, DocumentFacts, DocumentKind, UtdFunction};
use crate::model::party::Party;
use crate::ops::board::BoardRow;
use crate::ops::read::DocumentReport;

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
    /// The other organization, as its card shows it now; absent when its box is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counteragent: Option<CounteragentCardView>,
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
    /// Currency of the total by ОКВ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
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
    /// Open duties.
    pub turns: Vec<TurnView>,
    /// When it changed last.
    pub changed_at: String,
    /// Whether it came in the last 90 days and the person who asks has not opened it.
    pub is_unread: bool,
}

impl From<BoardRow> for DocumentRowView {
    fn from(BoardRow { row, counteragent, currency, turns, is_unread }: BoardRow) -> Self {
        Self {
            document_id: row.document_id.to_string(),
            message_id: row.message_id.to_string(),
            side: row.side.as_str(),
            counteragent_box_id: row.counteragent_box_id.to_string(),
            counteragent: counteragent.map(CounteragentCardView::from),
            kind: row.kind.as_str(),
            number: row.number,
            date: row.date,
            total_kopecks: row.total_kopecks,
            currency,
            file_name: row.file_name,
            posted_at: row.posted_at.to_rfc3339(),
            is_test: row.is_test,
            outcome: row.outcome.as_str(),
            turn: row.turn.as_str(),
            turns: turns.iter().map(TurnView::from).collect(),
            changed_at: row.changed_at.to_rfc3339(),
            is_unread,
        }
    }
}

/// An organization on the other side.
#[derive(Debug, Serialize, ToSchema)]
pub struct CounteragentCardView {
    /// Name.
    pub name: String,
    /// ИНН.
    pub inn: String,
    /// КПП of a company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kpp: Option<String>,
}

impl From<Party> for CounteragentCardView {
    fn from(party: Party) -> Self {
        let kpp = party.kpp.map(|kpp| kpp.as_str().to_owned());
        Self { name: party.name, inn: party.inn.as_str().to_owned(), kpp }
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
    /// The other organization, as its card shows it now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counteragent: Option<CounteragentCardView>,
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
            counteragent: report.counteragent.map(CounteragentCardView::from),
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
