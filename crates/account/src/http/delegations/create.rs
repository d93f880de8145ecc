//! `POST /api/v1/account/organizations/{organization_id}/delegations`

use crate::http::Room;
use crate::http::people_views::DelegationView;
use crate::model::{AccountRefusal, Permissions};
use crate::ops::delegate::{NewDelegation, run};
use axum::extract::State;
use kernel::{Moment, OrganizationId, UserId};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Ids, Limited, Once, Problem, RequestBody, SignedIn};

/// What another member may do in the caller's place, and for how long.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct NewDelegationBody {
    /// A member of the organization.
    #[schema(value_type = String)]
    pub to_user_id: UserId,
    /// Any of `read`, `send`, `sign` that the caller has themselves.
    pub permissions: Vec<String>,
    /// Why; up to 200 characters.
    #[serde(default)]
    pub reason: String,
    /// From when, RFC 3339.
    pub starts_at: String,
    /// Until when, RFC 3339; within 366 days.
    pub ends_at: String,
}

impl RequestBody for NewDelegationBody {}

/// A moment of a request.
pub(in crate::http) fn moment(field: &'static str, text: &str) -> Result<Moment, Problem> {
    let wrong = |_| Problem::refused(AccountRefusal::TextForm { field, accepted: "a moment of RFC 3339" });
    Moment::parse_rfc3339(text).map_err(wrong)
}

/// Lets another member act in the caller's place for a time; both are told. Any member may, within what they may do.
#[utoipa::path(post, path = "/api/v1/account/organizations/{organization_id}/delegations", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path), ("Idempotency-Key" = String, Header)), request_body = NewDelegationBody,
    responses((status = 201, description = "The delegation.", body = DelegationView)))]
pub(in crate::http) async fn create(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    key: IdempotencyKey,
    body: Limited<NewDelegationBody>,
) -> Answer<DelegationView> {
    let once = Once::new(&cx, organization_id, "account.delegate", &key, body.hash());
    let permissions = Permissions::parse(body.permissions.iter().map(String::as_str)).map_err(Problem::refused)?;
    let new = NewDelegation {
        organization_id,
        to: body.to_user_id,
        permissions,
        reason: body.reason.clone(),
        starts_at: moment("starts_at", &body.starts_at)?,
        ends_at: moment("ends_at", &body.ends_at)?,
    };
    room.app
        .write_once(&cx, once, new, |tx, cx, new| {
            Box::pin(async move { Ok(DelegationView::from(run(tx, cx, new).await?)) })
        })
        .await
}
