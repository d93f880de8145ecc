//! `PUT …/docflows/{docflow_id}/documents/{document_id}/opened`

use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, RawBody, SignedIn, ok};

use super::FlowDocumentView;
use crate::model::ids::{DocflowId, DocumentId};
use crate::model::limits::DOCUMENT_BYTES_MAX;
use crate::ops::open::{prepare, run};
use crate::room::Room;

/// Brings what a person's key opened of a sealed document. The regulator's signature must fit it. Opened before, it stays. Needs `sign`.
#[utoipa::path(put,
    path = "/api/v1/reporting/organizations/{organization_id}/docflows/{docflow_id}/documents/{document_id}/opened",
    tag = "reporting", security(("token" = [])),
    params(("organization_id" = String, Path), ("docflow_id" = String, Path), ("document_id" = String, Path)),
    request_body(content = [u8], content_type = "application/octet-stream"),
    responses((status = 200, body = FlowDocumentView)))]
pub(crate) async fn open_document(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, docflow_id, id)): Ids<(OrganizationId, DocflowId, DocumentId)>,
    body: RawBody<DOCUMENT_BYTES_MAX>,
) -> Answer<FlowDocumentView> {
    let prepared = prepare(&room, &cx, (organization_id, docflow_id, id), body.bytes).await?;
    let flow_name = prepared.flow_name().to_owned();
    let opened = room.app.store.write(&cx, prepared, |tx, cx, new| Box::pin(run(tx, cx, new))).await?;
    Ok(ok(FlowDocumentView::of(&flow_name, opened)))
}
