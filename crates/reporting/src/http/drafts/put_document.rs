//! `POST …/drafts/{draft_id}/documents` and `PUT …/documents/{document_id}`

use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Octets, Problem, RequestBody, SignedIn, created, ok};

use super::DraftDocumentView;
use crate::model::draft::DraftDocument;
use crate::model::ids::{DocumentId, DraftId, UploadId};
use crate::model::refusal::Refusal;
use crate::ops::drafts::{NewContent, NewDocument, prepare_document, put_document};
use crate::room::Room;

/// A document to put into a draft: its bytes, or the name of bytes brought before.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentBody {
    /// Kind within the docflow: the main document first, attachments then.
    #[serde(default)]
    kind: Option<String>,
    /// Name of its file; `ИдФайл` when not told.
    #[serde(default)]
    file_name: Option<String>,
    /// Its bytes.
    #[serde(default)]
    content: Option<Octets>,
    /// Content brought before.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    upload_id: Option<UploadId>,
}

impl RequestBody for DocumentBody {
    /// Files travel inside, in base64.
    const SIZE_BYTES_MAX: usize = web::limits::BODY_BYTES_CEILING;
}

async fn put(
    room: &Room,
    cx: &kernel::Cx,
    which: (OrganizationId, DraftId),
    (id, body): (Option<DocumentId>, DocumentBody),
) -> Result<DraftDocument, Problem> {
    let content = match (body.content, body.upload_id) {
        (Some(octets), None) => NewContent::Bytes(octets.0),
        (None, Some(id)) => NewContent::Uploaded(id),
        _ => return Err(Problem::refused(Refusal::Parameter { name: "content", accepted: "content or upload_id" })),
    };
    let new = NewDocument { id, kind: body.kind, file_name: body.file_name, content };
    let prepared = prepare_document(room, cx, which, new).await?;
    Ok(room.app.store.write(cx, prepared, |tx, cx, new| Box::pin(put_document(tx, cx, new))).await?)
}

/// Puts a document into a draft. Needs `send`.
#[utoipa::path(post, path = "/api/v1/reporting/organizations/{organization_id}/drafts/{draft_id}/documents",
    tag = "reporting", security(("token" = [])),
    params(("organization_id" = String, Path), ("draft_id" = String, Path)),
    request_body = DocumentBody, responses((status = 201, body = DraftDocumentView)))]
pub(crate) async fn add_document(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(which): Ids<(OrganizationId, DraftId)>,
    body: Limited<DocumentBody>,
) -> Answer<DraftDocumentView> {
    let document = put(&room, &cx, which, (None, body.into_inner())).await?;
    Ok(created(DraftDocumentView::from(document)))
}

/// Puts a document in place of one, or under an id of the sender's choice. Signatures of the former bytes are gone. Needs `send`.
#[utoipa::path(put,
    path = "/api/v1/reporting/organizations/{organization_id}/drafts/{draft_id}/documents/{document_id}",
    tag = "reporting", security(("token" = [])),
    params(("organization_id" = String, Path), ("draft_id" = String, Path), ("document_id" = String, Path)),
    request_body = DocumentBody, responses((status = 200, body = DraftDocumentView)))]
pub(crate) async fn replace_document(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, draft_id, id)): Ids<(OrganizationId, DraftId, DocumentId)>,
    body: Limited<DocumentBody>,
) -> Answer<DraftDocumentView> {
    let document = put(&room, &cx, (organization_id, draft_id), (Some(id), body.into_inner())).await?;
    Ok(ok(DraftDocumentView::from(document)))
}
