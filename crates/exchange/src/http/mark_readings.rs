//! Marking documents as read, or unread again.

use axum::extract::State;
use kernel::BoxId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Problem, RequestBody, SignedIn, done};

use crate::model::ids::EntityId;
use crate::model::refusal::Refusal;
use crate::ops::readings;
use crate::room::Room;

/// Incoming documents, up to a hundred.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadingsBody {
    document_ids: Vec<String>,
    /// False: the caller has opened them. True: they count as unread again, for 90 days from their posting.
    is_unread: bool,
}

impl RequestBody for ReadingsBody {}

/// Marks incoming documents as read or unread for the person who asks and for nobody else, all or none. The same again
/// changes nothing.
#[utoipa::path(
    post,
    path = "/api/v1/exchange/boxes/{box_id}/readings",
    tag = "exchange",
    security(("token" = [])),
    params(("box_id" = String, Path)),
    request_body = ReadingsBody,
    responses((status = 204, description = "So it is."))
)]
pub(crate) async fn mark_readings(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(box_id): Ids<BoxId>,
    body: Limited<ReadingsBody>,
) -> Answer<()> {
    let ReadingsBody { document_ids, is_unread } = body.into_inner();
    let ids: Result<Vec<EntityId>, _> = document_ids.iter().map(|id| id.parse()).collect();
    let ids = ids.map_err(|_| Problem::refused(Refusal::DocumentNotFound))?;
    if let Some(new) = readings::prepare(&room, &cx, box_id, (&ids, is_unread)).await? {
        room.app.store.write(&cx, new, |tx, cx, new| Box::pin(readings::run(tx, cx, new))).await?;
    }
    Ok(done())
}
