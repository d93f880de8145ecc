//! `PUT …/docflows/{docflow_id}/replies/{reply_id}/signature`

use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Octets, RequestBody, SignedIn, done};

use crate::model::ids::{DocflowId, ReplyId};
use crate::ops::reply::{prepare_signature, sign};
use crate::room::Room;

/// A detached signature under an answer.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReplySignatureBody {
    /// CMS, DER.
    signature: Octets,
}

impl RequestBody for ReplySignatureBody {}

/// Puts the signature under an answer. Needs `sign`.
#[utoipa::path(put,
    path = "/api/v1/reporting/organizations/{organization_id}/docflows/{docflow_id}/replies/{reply_id}/signature",
    tag = "reporting", security(("token" = [])),
    params(("organization_id" = String, Path), ("docflow_id" = String, Path), ("reply_id" = String, Path)),
    request_body = ReplySignatureBody, responses((status = 204)))]
pub(crate) async fn sign_reply(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(which): Ids<(OrganizationId, DocflowId, ReplyId)>,
    body: Limited<ReplySignatureBody>,
) -> Answer<()> {
    let prepared = prepare_signature(&room, &cx, which, body.into_inner().signature.0).await?;
    room.app.store.write(&cx, prepared, |tx, cx, new| Box::pin(sign(tx, cx, new))).await?;
    Ok(done())
}
