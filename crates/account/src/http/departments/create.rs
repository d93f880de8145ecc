//! `POST /api/v1/account/organizations/{organization_id}/departments`

use crate::http::Room;
use crate::http::departments::DepartmentView;
use crate::model::{DepartmentId, PersonTitle};
use crate::ops::change_department::{NewDepartment, create as run};
use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Ids, Limited, Once, Problem, RequestBody, SignedIn};

/// A department to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct NewDepartmentBody {
    /// Under which it lies.
    #[schema(value_type = String)]
    pub parent_id: DepartmentId,
    /// 1 to 200 characters on one line.
    pub name: String,
}

impl RequestBody for NewDepartmentBody {}

/// Makes a department under another; needs `administer`.
#[utoipa::path(post, path = "/api/v1/account/organizations/{organization_id}/departments", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path), ("Idempotency-Key" = String, Header)), request_body = NewDepartmentBody,
    responses((status = 201, description = "The department.", body = DepartmentView)))]
pub(in crate::http) async fn create(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    key: IdempotencyKey,
    body: Limited<NewDepartmentBody>,
) -> Answer<DepartmentView> {
    let once = Once::new(&cx, organization_id, "account.create-department", &key, body.hash());
    let name = PersonTitle::parse(&body.name).map_err(Problem::refused)?;
    room.app
        .write_once(&cx, once, NewDepartment { organization_id, parent_id: body.parent_id, name }, |tx, cx, new| {
            Box::pin(async move { Ok(DepartmentView::from(run(tx, cx, new).await?)) })
        })
        .await
}
