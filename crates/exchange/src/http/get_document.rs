//! One document.

use axum::extract::State;
use kernel::BoxId;
use web::{Answer, Ids, SignedIn, ok};

use super::views::DocumentView;
use crate::model::ids::EntityId;
use crate::ops::read;
use crate::room::Room;

/// One document of a box: derived state, whose turn by when, what the law asks, entities.
#[utoipa::path(
    get,
    path = "/api/v1/exchange/boxes/{box_id}/documents/{document_id}",
    tag = "exchange",
    security(("token" = [])),
    params(("box_id" = String, Path), ("document_id" = String, Path)),
    responses((status = 200, body = DocumentView))
)]
pub(crate) async fn get_document(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((box_id, document_id)): Ids<(BoxId, EntityId)>,
) -> Answer<DocumentView> {
    Ok(ok(read::get_document(&room, &cx, box_id, document_id).await?.into()))
}
