//! `POST …/uploads`

use axum::extract::State;
use kernel::OrganizationId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Ids, RawBody, SignedIn, created};

use crate::model::limits::DOCUMENT_BYTES_MAX;
use crate::ops::uploads::{Place, prepare, run};
use crate::room::Room;

/// Content that was brought.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UploadView {
    /// The name to put it into a draft by.
    upload_id: String,
}

/// Brings content, to be named in a draft within 90 days. Needs `send`.
#[utoipa::path(post, path = "/api/v1/reporting/organizations/{organization_id}/uploads", tag = "reporting",
    security(("token" = [])), params(("organization_id" = String, Path)),
    request_body(content = [u8], content_type = "application/octet-stream"),
    responses((status = 201, body = UploadView)))]
pub(crate) async fn upload_report_content(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    body: RawBody<DOCUMENT_BYTES_MAX>,
) -> Answer<UploadView> {
    let place = Place::whole(&body.bytes);
    let part = prepare(&room, &cx, organization_id, (place, body.bytes)).await?;
    let brought = room.app.store.write(&cx, part, |tx, cx, part| Box::pin(run(tx, cx, part))).await?;
    Ok(created(UploadView { upload_id: brought.id.to_string() }))
}
