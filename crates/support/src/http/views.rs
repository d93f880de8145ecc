//! What the room's answers look like.

use crate::model::{CheckLine, Report, Request};
use serde::Serialize;
use utoipa::ToSchema;

/// A request to the administrators.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SupportRequest)]
pub(super) struct RequestView {
    /// Id.
    pub request_id: String,
    /// Who filed it.
    pub user_id: String,
    /// When, RFC 3339.
    pub filed_at: String,
    /// The stable code of what went wrong.
    pub code: String,
    /// The number under which the server's journal has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trace_id: Option<String>,
    /// Where on the site.
    pub place: String,
    /// In the person's own words.
    pub comment: String,
    /// What the administrators said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// When they did, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<String>,
}

impl From<Request> for RequestView {
    fn from(request: Request) -> Self {
        let (answer, answered_at) = request.answer.map(|answer| (answer.text, answer.at.to_rfc3339())).unzip();
        Self {
            request_id: request.request_id.to_string(),
            user_id: request.user_id.to_string(),
            filed_at: request.filed_at.to_rfc3339(),
            code: request.told.code,
            trace_id: request.told.trace_id.map(|id| id.to_string()),
            place: request.told.place,
            comment: request.told.comment,
            answer,
            answered_at,
        }
    }
}

/// One check of a diagnostics.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DiagnosticsCheck)]
pub(super) struct CheckLineView {
    /// Stable name.
    pub name: String,
    /// `good`, `bad`, `unknown`.
    pub state: &'static str,
    /// What it found; «…» where something was that may be somebody's.
    pub found: String,
}

impl From<CheckLine> for CheckLineView {
    fn from(line: CheckLine) -> Self {
        Self { name: line.name, state: line.state.name(), found: line.found }
    }
}

/// A diagnostics as it is shared.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DiagnosticsReport)]
pub(super) struct ReportView {
    /// When it was made, RFC 3339.
    pub made_at: String,
    /// Until when it is read, RFC 3339.
    pub expires_at: String,
    /// Its checks, in the order they were made.
    pub checks: Vec<CheckLineView>,
}

impl From<Report> for ReportView {
    fn from(report: Report) -> Self {
        Self {
            made_at: report.made_at.to_rfc3339(),
            expires_at: report.expires_at.to_rfc3339(),
            checks: report.checks.into_iter().map(CheckLineView::from).collect(),
        }
    }
}
