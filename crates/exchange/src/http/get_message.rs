//! One message.

use axum::extract::State;
use kernel::BoxId;
use web::{Answer, Ids, SignedIn, ok};

use super::views::MessageView;
use crate::model::ids::MessageId;
use crate::ops::read;
use crate::room::Room;

/// One message of a box with all its entities.
#[utoipa::path(
    get,
    path = "/api/v1/exchange/boxes/{box_id}/messages/{message_id}",
    tag = "exchange",
    security(("token" = [])),
    params(("box_id" = String, Path), ("message_id" = String, Path)),
    responses((status = 200, body = MessageView))
)]
pub(crate) async fn get_message(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((box_id, message_id)): Ids<(BoxId, MessageId)>,
) -> Answer<MessageView> {
    Ok(ok(read::get_message(&room, &cx, box_id, message_id).await?.into()))
}
