//! `DELETE …/drafts/{draft_id}`

use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, SignedIn, done};

use crate::model::ids::DraftId;
use crate::ops::drafts::remove;
use crate::room::Room;

/// Throws a draft away. Needs `send`.
#[utoipa::path(delete, path = "/api/v1/reporting/organizations/{organization_id}/drafts/{draft_id}",
    tag = "reporting", security(("token" = [])),
    params(("organization_id" = String, Path), ("draft_id" = String, Path)), responses((status = 204)))]
pub(crate) async fn remove_draft(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(which): Ids<(OrganizationId, DraftId)>,
) -> Answer<()> {
    room.app.store.write(&cx, which, |tx, cx, which| Box::pin(remove(tx, cx, which))).await?;
    Ok(done())
}
