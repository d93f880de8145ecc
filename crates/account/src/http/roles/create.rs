//! `POST /api/v1/account/organizations/{organization_id}/roles`

use crate::http::Room;
use crate::http::people_views::RoleView;
use crate::model::{Permissions, PersonTitle};
use crate::ops::create_role::{NewRole, run};
use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Ids, Limited, Once, Problem, RequestBody, SignedIn};

/// A role of the organization's own.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct RoleBody {
    /// 1 to 200 characters on one line.
    pub name: String,
    /// Any of `read`, `send`, `sign`, `administer`.
    pub permissions: Vec<String>,
}

impl RequestBody for RoleBody {}

impl RoleBody {
    pub fn read(&self) -> Result<(PersonTitle, Permissions), Problem> {
        let name = PersonTitle::parse(&self.name).map_err(Problem::refused)?;
        let permissions = Permissions::parse(self.permissions.iter().map(String::as_str)).map_err(Problem::refused)?;
        Ok((name, permissions))
    }
}

/// Makes a role of the organization's own; needs `administer`.
#[utoipa::path(post, path = "/api/v1/account/organizations/{organization_id}/roles", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path), ("Idempotency-Key" = String, Header)), request_body = RoleBody,
    responses((status = 201, description = "The role.", body = RoleView)))]
pub(in crate::http) async fn create(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    key: IdempotencyKey,
    body: Limited<RoleBody>,
) -> Answer<RoleView> {
    let once = Once::new(&cx, organization_id, "account.create-role", &key, body.hash());
    let (name, permissions) = body.read()?;
    room.app
        .write_once(&cx, once, NewRole { organization_id, name, permissions }, |tx, cx, new| {
            Box::pin(async move { Ok(RoleView::own(&run(tx, cx, new).await?)) })
        })
        .await
}
