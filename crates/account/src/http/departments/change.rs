//! `PUT /api/v1/account/organizations/{organization_id}/departments/{department_id}`

use crate::http::Room;
use crate::http::departments::DepartmentView;
use crate::model::{DepartmentId, PersonTitle};
use crate::ops::change_department::{ChangedDepartment, change as run};
use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Problem, RequestBody, SignedIn, ok};

/// A department's name and place from now on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct ChangedDepartmentBody {
    /// Under which it lies; absent for the root alone.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub parent_id: Option<DepartmentId>,
    /// 1 to 200 characters on one line.
    pub name: String,
}

impl RequestBody for ChangedDepartmentBody {}

/// Renames and moves a department; needs `administer`.
#[utoipa::path(put, path = "/api/v1/account/organizations/{organization_id}/departments/{department_id}", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path), ("department_id" = String, Path)), request_body = ChangedDepartmentBody,
    responses((status = 200, description = "The department.", body = DepartmentView)))]
pub(in crate::http) async fn change(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, department_id)): Ids<(OrganizationId, DepartmentId)>,
    body: Limited<ChangedDepartmentBody>,
) -> Answer<DepartmentView> {
    let name = PersonTitle::parse(&body.name).map_err(Problem::refused)?;
    let changed = ChangedDepartment { organization_id, department_id, parent_id: body.parent_id, name };
    let changed = room.app.store.write(&cx, changed, |tx, cx, changed| Box::pin(run(tx, cx, changed))).await?;
    Ok(ok(changed.into()))
}
