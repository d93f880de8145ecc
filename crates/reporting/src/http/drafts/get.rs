//! `GET …/drafts/{draft_id}`

use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, SignedIn, ok};

use super::WholeDraftView;
use crate::model::ids::DraftId;
use crate::ops::drafts::get;
use crate::room::Room;

/// One draft with its documents.
#[utoipa::path(get, path = "/api/v1/reporting/organizations/{organization_id}/drafts/{draft_id}", tag = "reporting",
    security(("token" = [])), params(("organization_id" = String, Path), ("draft_id" = String, Path)),
    responses((status = 200, body = WholeDraftView)))]
pub(crate) async fn get_draft(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, draft_id)): Ids<(OrganizationId, DraftId)>,
) -> Answer<WholeDraftView> {
    let (_, whole) = get(&room, &cx, organization_id, draft_id).await?;
    Ok(ok(WholeDraftView::from(whole)))
}
