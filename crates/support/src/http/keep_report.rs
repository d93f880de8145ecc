//! `POST /api/v1/support/reports` and `DELETE …/reports/{report_id}`

use super::Room;
use super::views::ReportView;
use crate::model::{CheckLine, CheckState, NewReport, SupportRefusal};
use crate::ops::{keep_report, person, remove_report};
use axum::extract::State;
use kernel::RequestId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Ids, Limited, Once, Problem, RequestBody, SignedIn, done};

/// The result of a diagnostics.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewDiagnosticsReport)]
pub(super) struct NewReportBody {
    /// Up to sixty.
    pub checks: Vec<NewCheckBody>,
}

/// One check.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewDiagnosticsCheck)]
pub(super) struct NewCheckBody {
    /// Stable name: small letters, digits, dots, dashes.
    pub name: String,
    /// `good`, `bad`, `unknown`.
    pub state: String,
    /// What it found, up to 200 characters; what may be somebody's is taken out before it is kept.
    #[serde(default)]
    pub found: String,
}

impl RequestBody for NewReportBody {}

/// A report that was just kept.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KeptDiagnosticsReport)]
pub(super) struct KeptView {
    /// Its id, to take it back by.
    pub report_id: String,
    /// Place of this site where whoever has it reads the report; shown this once.
    pub link: String,
    /// As it is shared.
    pub report: ReportView,
}

/// Keeps the result of a diagnostics without personal data and gives a link to it, good for fourteen days. Asked again with
/// the same `Idempotency-Key`, it answers 409, since the link is shown only once.
#[utoipa::path(post, path = "/api/v1/support/reports", tag = "support", security(("token" = [])),
    params(("Idempotency-Key" = String, Header)), request_body = NewReportBody,
    responses((status = 201, description = "The link and what is behind it.", body = KeptView)))]
pub(super) async fn keep_report(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    key: IdempotencyKey,
    body: Limited<NewReportBody>,
) -> Answer<KeptView> {
    let user_id = person(&cx).map_err(Problem::refused)?;
    let once = Once::new(&cx, user_id, "support.keep-report", &key, body.hash()).secret();
    let checks =
        body.into_inner().checks.into_iter().map(|check| {
            Ok(CheckLine { name: check.name, state: CheckState::parse(&check.state)?, found: check.found })
        });
    let checks = checks.collect::<Result<Vec<_>, SupportRefusal>>().map_err(Problem::refused)?;
    let new = NewReport::of(checks).map_err(Problem::refused)?;
    room.app
        .write_once(&cx, once, new, |tx, cx, new| {
            Box::pin(async move {
                let kept = keep_report::run(tx, cx, new).await?;
                Ok::<_, ::store::No<SupportRefusal>>(KeptView {
                    report_id: kept.report_id.to_string(),
                    link: format!("/diagnostics/{}", kept.token.reveal()),
                    report: kept.report.into(),
                })
            })
        })
        .await
}

/// Takes one of the caller's shared reports back; another person's is not found.
#[utoipa::path(delete, path = "/api/v1/support/reports/{report_id}", tag = "support", security(("token" = [])),
    params(("report_id" = String, Path)), responses((status = 204, description = "The link leads nowhere.")))]
pub(super) async fn remove_report(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(report_id): Ids<RequestId>,
) -> Answer<()> {
    room.app.store.write(&cx, report_id, |tx, cx, id| Box::pin(remove_report::run(tx, cx, id))).await?;
    Ok(done())
}
