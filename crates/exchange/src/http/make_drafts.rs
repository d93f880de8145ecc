//! Service documents of many documents, made by one request.

use axum::extract::State;
use kernel::BoxId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Problem, RequestBody, SignedIn, ok};

use super::make_draft::{DraftBody, DraftView};
use crate::model::ids::EntityId;
use crate::model::refusal::Refusal;
use crate::ops::draft;
use crate::room::Room;

/// Drafts of one request: a piece of a list that is signed at once. Each takes some milliseconds, the answer some hundred KiB.
const DRAFTS_MAX: usize = 100;

/// A draft of a document.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentDraftBody {
    document_id: String,
    draft: DraftBody,
}

/// Drafts to make, up to a hundred.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftsBody {
    drafts: Vec<DocumentDraftBody>,
}

impl RequestBody for DraftsBody {}

/// Bytes to sign and to post.
#[derive(Debug, Serialize, ToSchema)]
pub struct DraftsView {
    /// In the order they were asked for.
    pub drafts: Vec<DraftView>,
}

/// Makes service documents of many documents ready to be signed, all or none: a refusal of one is the answer to all, and asked
/// one by one they say whose it is. Nothing is kept.
#[utoipa::path(
    post,
    path = "/api/v1/exchange/boxes/{box_id}/drafts",
    tag = "exchange",
    security(("token" = [])),
    params(("box_id" = String, Path)),
    request_body = DraftsBody,
    responses((status = 200, body = DraftsView))
)]
pub(crate) async fn make_drafts(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(box_id): Ids<BoxId>,
    body: Limited<DraftsBody>,
) -> Answer<DraftsView> {
    let DraftsBody { drafts: asked } = body.into_inner();
    if asked.len() > DRAFTS_MAX {
        return Err(Problem::refused(Refusal::Filter { name: "drafts", accepted: "up to 100 drafts" }));
    }
    let mut drafts = Vec::with_capacity(asked.len());
    for one in asked {
        let document_id =
            one.document_id.parse::<EntityId>().map_err(|_| Problem::refused(Refusal::DocumentNotFound))?;
        let ask = one.draft.of(box_id, document_id).map_err(Problem::refused)?;
        drafts.push(draft::make(&room, &cx, ask).await?.into());
    }
    Ok(ok(DraftsView { drafts }))
}
