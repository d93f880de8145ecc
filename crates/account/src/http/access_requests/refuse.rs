//! `POST /api/v1/account/organizations/{organization_id}/access-requests/{access_request_id}/refuse`

use crate::http::Room;
use crate::http::people_views::AccessRequestView;
use crate::model::{AccessRequestId, words};
use crate::ops::decide_access::{RefusedAccess, refuse as run};
use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Problem, RequestBody, SignedIn, ok};

/// Why not.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct AccessRefusalBody {
    /// What the person reads; 1 to 500 characters.
    pub reason: String,
}

impl RequestBody for AccessRefusalBody {}

/// Says no with a reason, which the person reads; needs `administer`. They may ask again after seven days.
#[utoipa::path(post, path = "/api/v1/account/organizations/{organization_id}/access-requests/{access_request_id}/refuse", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path), ("access_request_id" = String, Path)), request_body = AccessRefusalBody,
    responses((status = 200, description = "The request.", body = AccessRequestView)))]
pub(in crate::http) async fn refuse(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, access_request_id)): Ids<(OrganizationId, AccessRequestId)>,
    body: Limited<AccessRefusalBody>,
) -> Answer<AccessRequestView> {
    let reason = words("reason", &body.reason).map_err(Problem::refused)?;
    let with = RefusedAccess { organization_id, access_request_id, reason };
    let request = room.app.store.write(&cx, with, |tx, cx, with| Box::pin(run(tx, cx, with))).await?;
    Ok(ok(AccessRequestView::of(request, None)))
}
