//! `DELETE …/drafts/{draft_id}/documents/{document_id}`

use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, SignedIn, done};

use crate::model::ids::{DocumentId, DraftId};
use crate::ops::drafts::remove_document as run;
use crate::room::Room;

/// Takes a document out of a draft. Needs `send`.
#[utoipa::path(delete,
    path = "/api/v1/reporting/organizations/{organization_id}/drafts/{draft_id}/documents/{document_id}",
    tag = "reporting", security(("token" = [])),
    params(("organization_id" = String, Path), ("draft_id" = String, Path), ("document_id" = String, Path)),
    responses((status = 204)))]
pub(crate) async fn remove_document(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(which): Ids<(OrganizationId, DraftId, DocumentId)>,
) -> Answer<()> {
    room.app.store.write(&cx, which, |tx, cx, which| Box::pin(run(tx, cx, which))).await?;
    Ok(done())
}
