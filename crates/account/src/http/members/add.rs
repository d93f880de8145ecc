//! `POST /api/v1/account/organizations/{organization_id}/members`

use crate::http::Room;
use crate::http::views::{MemberView, RightsBody};
use crate::ops::add_member::{NewMember, run};
use axum::extract::State;
use kernel::{OrganizationId, UserId};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Ids, Limited, Once, Problem, RequestBody, SignedIn};

/// A user to become a member.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct NewMemberBody {
    /// The user's id, told by the user.
    #[schema(value_type = String)]
    pub user_id: UserId,
    /// What the member may do.
    pub rights: RightsBody,
}

impl RequestBody for NewMemberBody {}

/// Makes a user a member; needs `administer`. Who has only an e-mail address is invited instead.
#[utoipa::path(post, path = "/api/v1/account/organizations/{organization_id}/members", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("Idempotency-Key" = String, Header)), request_body = NewMemberBody,
    responses((status = 201, description = "The member.", body = MemberView)))]
pub(in crate::http) async fn add(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    key: IdempotencyKey,
    body: Limited<NewMemberBody>,
) -> Answer<MemberView> {
    let once = Once::new(&cx, organization_id, "account.add-member", &key, body.hash());
    let (permissions, departments) = body.rights.read().map_err(Problem::refused)?;
    let new = NewMember { organization_id, user_id: body.user_id, permissions, departments };
    room.app
        .write_once(&cx, once, new, |tx, cx, new| {
            Box::pin(async move { Ok(MemberView::of(&run(tx, cx, new).await?, None)) })
        })
        .await
}
