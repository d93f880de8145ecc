//! `PUT /api/v1/account/organizations/{organization_id}/members/{user_id}`

use crate::http::Room;
use crate::http::views::{MemberView, RightsBody};
use crate::ops::change_member::{ChangedMember, run};
use axum::extract::State;
use kernel::{OrganizationId, UserId};
use web::{Answer, Ids, Limited, Problem, RequestBody, SignedIn, ok};

impl RequestBody for RightsBody {}

/// Replaces what a member may do; needs `administer`. One administrator always remains.
#[utoipa::path(put, path = "/api/v1/account/organizations/{organization_id}/members/{user_id}", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path), ("user_id" = String, Path)),
    request_body = RightsBody, responses((status = 200, description = "The member.", body = MemberView)))]
pub(in crate::http) async fn change(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, user_id)): Ids<(OrganizationId, UserId)>,
    body: Limited<RightsBody>,
) -> Answer<MemberView> {
    let (permissions, departments) = body.read().map_err(Problem::refused)?;
    let changed = ChangedMember { organization_id, user_id, permissions, departments };
    let member = room.app.store.write(&cx, changed, |tx, cx, changed| Box::pin(run(tx, cx, changed))).await?;
    Ok(ok(MemberView::of(&member, None)))
}
