//! The bytes of an entity.

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use kernel::BoxId;
use web::{AnswerMemory, Ids, Problem, SignedIn};

use crate::model::ids::{EntityId, MessageId};
use crate::ops::read;
use crate::room::Room;

/// The exact bytes of an entity: a file or a detached signature.
#[utoipa::path(
    get,
    path = "/api/v1/exchange/boxes/{box_id}/messages/{message_id}/entities/{entity_id}/content",
    tag = "exchange",
    security(("token" = [])),
    params(("box_id" = String, Path), ("message_id" = String, Path), ("entity_id" = String, Path)),
    responses((status = 200, body = [u8], content_type = "application/octet-stream"))
)]
pub(crate) async fn get_content(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((box_id, message_id, entity_id)): Ids<(BoxId, MessageId, EntityId)>,
    memory: AnswerMemory,
) -> Result<Response, Problem> {
    let (scope, entity) = read::get_entity(&room, &cx, (box_id, message_id), entity_id).await?;
    let bytes = entity.content.map_or(0, |content| usize::try_from(content.size_bytes).unwrap_or(usize::MAX));
    memory.take(bytes)?;
    let bytes = read::content_of(&room, &scope, &entity).await?;
    // Never shown in place: what a counterparty sent must not run in the reader's page.
    let headers = [
        ("content-type", "application/octet-stream"),
        ("content-disposition", "attachment"),
        ("x-content-type-options", "nosniff"),
    ];
    Ok((headers, bytes).into_response())
}
