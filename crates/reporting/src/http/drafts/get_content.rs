//! `GET …/drafts/{draft_id}/documents/{document_id}/content`

use axum::extract::State;
use axum::response::Response;
use kernel::OrganizationId;
use web::{AnswerMemory, Ids, Problem, SignedIn};

use crate::http::octets_answer;
use crate::model::ids::{DocumentId, DraftId};
use crate::ops::drafts::{content_of, get};
use crate::room::Room;

/// The exact bytes of a draft's document.
#[utoipa::path(get,
    path = "/api/v1/reporting/organizations/{organization_id}/drafts/{draft_id}/documents/{document_id}/content",
    tag = "reporting", security(("token" = [])),
    params(("organization_id" = String, Path), ("draft_id" = String, Path), ("document_id" = String, Path)),
    responses((status = 200, body = [u8], content_type = "application/octet-stream")))]
pub(crate) async fn get_draft_content(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, draft_id, id)): Ids<(OrganizationId, DraftId, DocumentId)>,
    memory: AnswerMemory,
) -> Result<Response, Problem> {
    let (scope, whole) = get(&room, &cx, organization_id, draft_id).await?;
    let size = whole.documents.iter().find(|document| document.id == id).map_or(0, |one| one.content.size_bytes);
    memory.take(usize::try_from(size).unwrap_or(usize::MAX))?;
    let (document, bytes) = content_of(&room, &scope, &whole, id).await?;
    Ok(octets_answer(bytes, &document.file_name))
}
