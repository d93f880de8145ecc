//! `POST /api/v1/account/invitations/accept`

use crate::http::Room;
use crate::http::views::MemberView;
use crate::model::{AccountRefusal, SecretHash};
use crate::ops::accept_invitation::run;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Limited, Once, Problem, RequestBody, SignedIn};

/// The code from the letter.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct AcceptBody {
    /// The code.
    pub code: String,
}

impl RequestBody for AcceptBody {}

/// A new membership.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct AcceptedView {
    /// Of which organization.
    pub organization_id: String,
    /// The caller as its member.
    pub member: MemberView,
}

/// Makes the caller a member by an invitation's code; every code works once.
#[utoipa::path(post, path = "/api/v1/account/invitations/accept", tag = "account", security(("token" = [])),
    params(("Idempotency-Key" = String, Header)), request_body = AcceptBody,
    responses((status = 201, description = "The membership.", body = AcceptedView)))]
pub(in crate::http) async fn accept(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    key: IdempotencyKey,
    body: Limited<AcceptBody>,
) -> Answer<AcceptedView> {
    let user_id = cx.caller.user_id().ok_or_else(|| Problem::refused(AccountRefusal::SignInNeeded))?;
    let once = Once::new(&cx, user_id, "account.accept-invitation", &key, body.hash());
    let code = SecretHash::of(&body.code);
    room.app
        .write_once(&cx, once, code, |tx, cx, code| {
            Box::pin(async move {
                let (organization_id, member) = run(tx, cx, code).await?;
                let organization_id = organization_id.to_string();
                Ok(AcceptedView { organization_id, member: MemberView::of(&member, None) })
            })
        })
        .await
}
