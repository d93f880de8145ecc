//! `POST /api/v1/account/organizations/{organization_id}/invitations`

use crate::http::Room;
use crate::http::views::InvitationView;
use crate::model::{Login, Permissions};
use crate::ops::invite::{NewInvitation, prepare, run};
use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Ids, Language, Limited, Once, Problem, RequestBody, SignedIn};

/// Whom to invite.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct InvitationBody {
    /// E-mail address.
    pub address: String,
    /// What the new member will be allowed: any of `read`, `send`, `sign`, `administer`.
    pub permissions: Vec<String>,
}

impl RequestBody for InvitationBody {}

/// Invites a person by e-mail, in the language of `Accept-Language`; needs `administer`. Whether the address belongs
/// to a user is not told.
#[utoipa::path(post, path = "/api/v1/account/organizations/{organization_id}/invitations", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("Idempotency-Key" = String, Header)), request_body = InvitationBody,
    responses((status = 201, description = "The invitation; its code is only in the letter.", body = InvitationView)))]
pub(in crate::http) async fn invite(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    language: Language,
    key: IdempotencyKey,
    body: Limited<InvitationBody>,
) -> Answer<InvitationView> {
    let once = Once::new(&cx, organization_id, "account.invite", &key, body.hash());
    let address = Login::parse(&body.address).map_err(Problem::refused)?;
    let permissions = Permissions::parse(body.permissions.iter().map(String::as_str)).map_err(Problem::refused)?;
    let new = NewInvitation { organization_id, address, permissions, language };
    let mut reader = room.app.store.reader().await?;
    let prepared = prepare(&mut reader, &cx, &room.app.texts, new).await?;
    drop(reader);
    room.app
        .write_once(&cx, once, prepared, |tx, cx, prepared| {
            Box::pin(async move { Ok(InvitationView::from(run(tx, cx, prepared).await?)) })
        })
        .await
}
