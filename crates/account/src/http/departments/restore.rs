//! `POST /api/v1/account/organizations/{organization_id}/departments/{department_id}/restore`

use crate::http::Room;
use crate::http::departments::DepartmentView;
use crate::model::DepartmentId;
use crate::ops::change_department::{ArchivedDepartment, archive as run};
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, SignedIn, ok};

/// Takes an archived department back; needs `administer`.
#[utoipa::path(post, path = "/api/v1/account/organizations/{organization_id}/departments/{department_id}/restore", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path), ("department_id" = String, Path)),
    responses((status = 200, description = "The department.", body = DepartmentView)))]
pub(in crate::http) async fn restore(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, department_id)): Ids<(OrganizationId, DepartmentId)>,
) -> Answer<DepartmentView> {
    let which = ArchivedDepartment { organization_id, department_id, is_archived: false };
    let changed = room.app.store.write(&cx, which, |tx, cx, which| Box::pin(run(tx, cx, which))).await?;
    Ok(ok(changed.into()))
}
