//! `GET …/docflows/{docflow_id}/documents/{document_id}/signatures/{signature_id}`

use axum::extract::State;
use axum::response::Response;
use kernel::OrganizationId;
use web::{Ids, Problem, SignedIn};

use crate::http::octets_answer;
use crate::model::ids::{DocflowId, DocumentId, SignatureId};
use crate::ops::read::{Which, content};
use crate::room::Room;

/// A detached signature under a document: CMS, DER. Verifies beside the official file with any tool.
#[utoipa::path(get,
    path = "/api/v1/reporting/organizations/{organization_id}/docflows/{docflow_id}/documents/{document_id}/signatures/{signature_id}",
    tag = "reporting", security(("token" = [])),
    params(("organization_id" = String, Path), ("docflow_id" = String, Path), ("document_id" = String, Path),
        ("signature_id" = String, Path)),
    responses((status = 200, body = [u8], content_type = "application/octet-stream")))]
pub(crate) async fn get_docflow_signature(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, docflow_id, id, signature)): Ids<(OrganizationId, DocflowId, DocumentId, SignatureId)>,
) -> Result<Response, Problem> {
    let which = (organization_id, docflow_id, id);
    let (document, bytes) = content(&room, &cx, which, Which::Signature(signature)).await?;
    Ok(octets_answer(bytes, &format!("{}.sig", document.file_name)))
}
