//! `POST /api/v1/support/requests`

use super::Room;
use super::views::RequestView;
use crate::model::{NewRequest, SupportRefusal};
use crate::ops::{file_request::run, person};
use axum::extract::State;
use kernel::RequestId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Limited, Once, Problem, RequestBody, SignedIn};

/// What went wrong.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewSupportRequest)]
pub(super) struct NewRequestBody {
    /// The stable code of the refusal or the fault; what has none names itself, `client.error` say.
    pub code: String,
    /// `request_id` of the problem.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub trace_id: Option<RequestId>,
    /// Path of the page; what follows `?` is not kept.
    pub place: String,
    /// In the person's own words, up to 2,000 characters.
    #[serde(default)]
    pub comment: String,
}

impl RequestBody for NewRequestBody {}

/// Tells the administrators of this host that something went wrong. A person may have twenty that wait for an answer.
#[utoipa::path(post, path = "/api/v1/support/requests", tag = "support", security(("token" = [])),
    params(("Idempotency-Key" = String, Header)), request_body = NewRequestBody,
    responses((status = 201, description = "The request.", body = RequestView)))]
pub(super) async fn file_request(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    key: IdempotencyKey,
    body: Limited<NewRequestBody>,
) -> Answer<RequestView> {
    let user_id = person(&cx).map_err(Problem::refused)?;
    let once = Once::new(&cx, user_id, "support.file-request", &key, body.hash());
    let NewRequestBody { code, trace_id, place, comment } = body.into_inner();
    let told = NewRequest { code, trace_id, place, comment }.checked().map_err(Problem::refused)?;
    room.app
        .write_once(&cx, once, told, |tx, cx, told| {
            Box::pin(async move { Ok::<_, ::store::No<SupportRefusal>>(run(tx, cx, told).await?.into()) })
        })
        .await
}
