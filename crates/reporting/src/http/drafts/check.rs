//! `POST …/drafts/{draft_id}/check`

use axum::extract::State;
use formats::Finding;
use kernel::{OrganizationId, Refusal as _};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Language, Problem, SignedIn, ok};

use crate::model::ids::DraftId;
use crate::model::refusal::Refusal;
use crate::ops::check::{CheckReport, DocumentReport, prepare, run};
use crate::room::Room;

/// What was found in a draft.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CheckView {
    /// Nothing refuses it; warnings do not count.
    is_good: bool,
    /// Document by document.
    documents: Vec<DocumentCheckView>,
    /// What speaks against sending beside the documents.
    refusals: Vec<RefusalView>,
}

/// What was found in a document.
#[derive(Debug, Serialize, ToSchema)]
struct DocumentCheckView {
    /// Which.
    id: String,
    /// Name of its file.
    file_name: String,
    /// Findings as `POST /check-file` gives them; errors first.
    #[schema(value_type = Vec<Object>)]
    findings: Vec<Finding>,
    /// There were more.
    cut: bool,
}

/// A rule that says no.
#[derive(Debug, Serialize, ToSchema)]
struct RefusalView {
    /// Stable code.
    code: String,
    /// For a person.
    title: String,
    /// For a developer, English.
    detail: String,
}

impl CheckView {
    fn of(room: &Room, language: Language, report: CheckReport) -> Self {
        let refusal = |refusal: &Refusal| {
            let (code, detail) = (refusal.code().to_owned(), refusal.to_string());
            let title = Problem::refused(refusal.clone()).title(&room.app.texts, language);
            RefusalView { code, title, detail }
        };
        let is_good = report.is_good();
        let refusals = report.refusals.iter().map(refusal).collect();
        Self { is_good, refusals, documents: report.documents.into_iter().map(DocumentCheckView::from).collect() }
    }
}

impl From<DocumentReport> for DocumentCheckView {
    fn from(report: DocumentReport) -> Self {
        let DocumentReport { id, file_name, findings, cut } = report;
        Self { id: id.to_string(), file_name, findings, cut }
    }
}

/// Checks a draft: each document by its form with control ratios, then payer, office and period. A good one is marked so until it
/// changes. Needs `send`.
#[utoipa::path(post, path = "/api/v1/reporting/organizations/{organization_id}/drafts/{draft_id}/check",
    tag = "reporting", security(("token" = [])),
    params(("organization_id" = String, Path), ("draft_id" = String, Path)),
    responses((status = 200, body = CheckView)))]
pub(crate) async fn check_draft(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(which): Ids<(OrganizationId, DraftId)>,
    language: Language,
) -> Answer<CheckView> {
    let checked = prepare(&room, &cx, which).await?;
    let report = checked.report.clone();
    room.app.store.write(&cx, checked, |tx, cx, checked| Box::pin(run(tx, cx, checked))).await?;
    Ok(ok(CheckView::of(&room, language, report)))
}
