//! What is derived of a document.

use kernel::{Moment, NormRef};
use serde::Serialize;
use utoipa::ToSchema;
use web::NormView;

use crate::model::state::{Amendment, Answer, DocflowState, Duty, Revocation};
use crate::ops::read::{LegalReport, TurnReport};

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
            unconfirmed: state.unconfirmed.iter().map(|waiting| waiting.file.to_string()).collect(),
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
