//! `POST /api/v1/account/organizations/{organization_id}/integrator-keys`

use crate::http::Room;
use crate::http::views::IntegratorKeyView;
use crate::model::PersonTitle;
use crate::ops::create_integrator_key::{NewIntegratorKey, run};
use axum::extract::State;
use kernel::OrganizationId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Ids, Limited, Once, Problem, RequestBody, SignedIn};

/// A program that will sign people in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct NewKeyBody {
    /// What people call the program.
    pub name: String,
}

impl RequestBody for NewKeyBody {}

/// A new key.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct CreatedKeyView {
    /// The key.
    pub key: IntegratorKeyView,
    /// Its secret, shown this once.
    pub secret: String,
}

/// Makes a key for an integrator's program; needs `administer`. Asked again with the same `Idempotency-Key`, it
/// answers 409, since the secret is shown only once.
#[utoipa::path(post, path = "/api/v1/account/organizations/{organization_id}/integrator-keys", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("Idempotency-Key" = String, Header)), request_body = NewKeyBody,
    responses((status = 201, description = "The key and its secret.", body = CreatedKeyView)))]
pub(in crate::http) async fn create(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    key: IdempotencyKey,
    body: Limited<NewKeyBody>,
) -> Answer<CreatedKeyView> {
    let once = Once::new(&cx, organization_id, "account.create-integrator-key", &key, body.hash()).secret();
    let name = PersonTitle::parse(&body.name).map_err(Problem::refused)?;
    room.app
        .write_once(&cx, once, NewIntegratorKey { organization_id, name }, |tx, cx, new| {
            Box::pin(async move {
                let created = run(tx, cx, new).await?;
                Ok(CreatedKeyView { secret: created.secret.reveal().to_owned(), key: created.key.into() })
            })
        })
        .await
}
