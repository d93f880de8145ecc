//! `POST …/drafts/{draft_id}/send`

use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, SignedIn, ok};

use crate::http::docflows::DocflowView;
use crate::model::ids::DraftId;
use crate::ops::send::{prepare, run};
use crate::room::Room;

/// Sends a draft: everything is checked anew, and it becomes a docflow dated now. A draft that was sent gives its docflow again.
/// Needs `send`.
#[utoipa::path(post, path = "/api/v1/reporting/organizations/{organization_id}/drafts/{draft_id}/send",
    tag = "reporting", security(("token" = [])),
    params(("organization_id" = String, Path), ("draft_id" = String, Path)),
    responses((status = 200, body = DocflowView)))]
pub(crate) async fn send_draft(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(which): Ids<(OrganizationId, DraftId)>,
) -> Answer<DocflowView> {
    if let Some(sent) = crate::ops::send::sent(&room, &cx, which).await? {
        return Ok(ok(DocflowView::from(sent)));
    }
    let prepared = prepare(&room, &cx, which).await?;
    let docflow = room.app.store.append(&cx, prepared, |tx, cx, new| Box::pin(run(tx, cx, new))).await?;
    Ok(ok(DocflowView::from(docflow)))
}
