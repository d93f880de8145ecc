//! Inviting, accepting, refusing, breaking.

use axum::extract::State;
use kernel::BoxId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Ids, Limited, RequestBody, SignedIn};

use super::list_counteragents::CounteragentView;
use super::once::Intention;
use crate::model::counteragent::LinkAct;
use crate::ops::counteragents;
use crate::room::Room;

/// What to do about the other box.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkActBody {
    /// `invite`, `accept`, `refuse`, `break`.
    act: LinkAct,
    /// Words to the other box.
    #[serde(default)]
    comment: Option<String>,
}

impl RequestBody for LinkActBody {}

/// Invites a box, answers its invitation, or ends the link. The other box hears of it soon after.
#[utoipa::path(
    post,
    path = "/api/v1/exchange/boxes/{box_id}/counteragents/{counteragent_box_id}/acts",
    tag = "exchange",
    security(("token" = [])),
    params(
        ("box_id" = String, Path),
        ("counteragent_box_id" = String, Path),
        ("Idempotency-Key" = String, Header)
    ),
    request_body = LinkActBody,
    responses((status = 201, body = CounteragentView))
)]
pub(crate) async fn act_on_counteragent(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((box_id, other)): Ids<(BoxId, BoxId)>,
    key: IdempotencyKey,
    body: Limited<LinkActBody>,
) -> Answer<CounteragentView> {
    let body_hash = *body.hash();
    let (method, thing) = ("exchange.act_on_counteragent", Some(other));
    let intention = Intention { box_id, thing, method, key: &key, body_hash: &body_hash };
    let LinkActBody { act, comment } = body.into_inner();
    match counteragents::prepare(&room, &cx, (box_id, other), act, comment).await {
        Err(no) => intention.refused(&room, &cx, no).await,
        Ok(link) => {
            let once = intention.once(&cx, link.organization_id());
            let write = room.app.write_once(&cx, once, link, |tx, cx, link| {
                Box::pin(async move { counteragents::run(tx, cx, link).await.map(CounteragentView::from) })
            });
            write.await
        }
    }
}
