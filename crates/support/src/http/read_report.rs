//! `GET /api/v1/support/shared/{token}`

use super::Room;
use super::views::ReportView;
use crate::model::SupportRefusal;
use crate::ops::find_report;
use axum::extract::{Path, State};
use web::{Answer, Asking, Problem, ok};

/// What is shared under a link. Its token is the right: no sign-in is asked for, and a wrong one is not found.
#[utoipa::path(get, path = "/api/v1/support/shared/{token}", tag = "support", params(("token" = String, Path)),
    responses((status = 200, description = "The report.", body = ReportView)))]
pub(super) async fn read_report(
    State(room): State<Room>,
    Asking(cx): Asking,
    Path(token): Path<String>,
) -> Answer<ReportView> {
    let mut reader = room.app.store.reader().await?;
    let found = find_report(&mut reader, &cx, &token).await?;
    Ok(ok(found.ok_or_else(|| Problem::refused(SupportRefusal::NotFound("report")))?.into()))
}
