//! `POST …/docflows/{docflow_id}/documents/{document_id}/replies`

use axum::extract::State;
use kernel::OrganizationId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Octets, Problem, RequestBody, SignedIn, created};

use crate::model::ids::{DocflowId, DocumentId};
use crate::model::limits::TEXT_CHARS_MAX;
use crate::model::refusal::Refusal;
use crate::ops::reply::{NewReply, add, get, prepare};
use crate::room::Room;

/// Reasons of one refusal.
const REASONS_MAX: usize = 20;

/// Which answer.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewReplyBody {
    /// Kind of the answer; where the document takes just one, it need not be told.
    #[serde(default)]
    kind: Option<String>,
    /// Codes and words of a refusal, up to 20.
    #[serde(default)]
    reasons: Vec<String>,
}

impl RequestBody for NewReplyBody {}

/// An answer that waits for its signature.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReplyView {
    /// Its id.
    pub id: String,
    /// Kind.
    pub kind: String,
    /// Name of its file.
    pub file_name: String,
    /// The exact bytes to sign.
    pub content: Octets,
    /// It was sent.
    pub is_sent: bool,
}

/// Makes the answer to a document: a notice of receipt, an acceptance, a refusal. It goes once it is signed and sent. Needs `sign`.
#[utoipa::path(post,
    path = "/api/v1/reporting/organizations/{organization_id}/docflows/{docflow_id}/documents/{document_id}/replies",
    tag = "reporting", security(("token" = [])),
    params(("organization_id" = String, Path), ("docflow_id" = String, Path), ("document_id" = String, Path)),
    request_body = NewReplyBody, responses((status = 201, body = ReplyView)))]
pub(crate) async fn make_reply(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, docflow_id, on)): Ids<(OrganizationId, DocflowId, DocumentId)>,
    body: Limited<NewReplyBody>,
) -> Answer<ReplyView> {
    let NewReplyBody { kind, reasons } = body.into_inner();
    if reasons.len() > REASONS_MAX || reasons.iter().any(|reason| reason.chars().count() > TEXT_CHARS_MAX) {
        let accepted = "up to 20, each up to 255 characters";
        return Err(Problem::refused(Refusal::Parameter { name: "reasons", accepted }));
    }
    let new = NewReply { organization_id, docflow_id, on, kind, reasons };
    let prepared = prepare(&room, &cx, new).await?;
    let reply = room.app.store.write(&cx, prepared, |tx, cx, new| Box::pin(add(tx, cx, new))).await?;
    let (reply, content) = get(&room, &cx, (organization_id, docflow_id, reply.id)).await?;
    let (id, kind, file_name, is_sent) = (reply.id.to_string(), reply.kind, reply.file_name, reply.is_sent);
    Ok(created(ReplyView { id, kind, file_name, content: Octets(content), is_sent }))
}
