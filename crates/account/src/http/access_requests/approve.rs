//! `POST /api/v1/account/organizations/{organization_id}/access-requests/{access_request_id}/approve`

use crate::http::Room;
use crate::http::roles::give::read_roles;
use crate::http::views::{MemberView, RightsBody};
use crate::model::AccessRequestId;
use crate::ops::decide_access::{ApprovedAccess, approve as run};
use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Problem, RequestBody, SignedIn, ok};

/// With what a person is let in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct ApprovalBody {
    /// Keys of built-in roles and ids of own ones.
    #[serde(default)]
    pub roles: Vec<String>,
    /// Single permissions and departments.
    pub rights: RightsBody,
}

impl RequestBody for ApprovalBody {}

/// Makes the person a member with these roles, permissions and departments, and tells them; needs `administer`.
#[utoipa::path(post, path = "/api/v1/account/organizations/{organization_id}/access-requests/{access_request_id}/approve", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path), ("access_request_id" = String, Path)), request_body = ApprovalBody,
    responses((status = 200, description = "The member.", body = MemberView)))]
pub(in crate::http) async fn approve(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, access_request_id)): Ids<(OrganizationId, AccessRequestId)>,
    body: Limited<ApprovalBody>,
) -> Answer<MemberView> {
    let (permissions, departments) = body.rights.read().map_err(Problem::refused)?;
    let roles = read_roles(&body.roles)?;
    let with = ApprovedAccess { organization_id, access_request_id, roles, permissions, departments };
    let member = room.app.store.write(&cx, with, |tx, cx, with| Box::pin(run(tx, cx, with))).await?;
    Ok(ok(MemberView::of(&member, None)))
}
