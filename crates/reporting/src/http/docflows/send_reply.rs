//! `POST …/docflows/{docflow_id}/replies/{reply_id}/send`

use std::sync::Arc;

use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, SignedIn, ok};

use super::DocflowView;
use crate::model::ids::{DocflowId, ReplyId};
use crate::ops::reply::send;
use crate::room::Room;

/// Sends a signed answer. Sent twice, it goes once. Needs `send`.
#[utoipa::path(post,
    path = "/api/v1/reporting/organizations/{organization_id}/docflows/{docflow_id}/replies/{reply_id}/send",
    tag = "reporting", security(("token" = [])),
    params(("organization_id" = String, Path), ("docflow_id" = String, Path), ("reply_id" = String, Path)),
    responses((status = 200, body = DocflowView)))]
pub(crate) async fn send_reply(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, docflow_id, id)): Ids<(OrganizationId, DocflowId, ReplyId)>,
) -> Answer<DocflowView> {
    let argument = (organization_id, docflow_id, id, Arc::clone(&room.rules));
    let docflow = room.app.store.append(&cx, argument, |tx, cx, which| Box::pin(send(tx, cx, which))).await?;
    Ok(ok(DocflowView::from(docflow)))
}
