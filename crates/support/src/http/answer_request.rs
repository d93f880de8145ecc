//! `PUT /api/v1/support/requests/{request_id}/answer`

use super::Room;
use crate::model::{SupportRefusal, SupportRequestId, words};
use crate::ops::answer_request::{Answered, run};
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Problem, RequestBody, SignedIn, done};

/// What is said.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SupportAnswer)]
pub(super) struct AnswerBody {
    /// Up to 2,000 characters.
    pub text: String,
}

impl RequestBody for AnswerBody {}

/// Answers a request, or answers it anew. Only for administrators of the host.
#[utoipa::path(put, path = "/api/v1/support/requests/{request_id}/answer", tag = "support", security(("token" = [])),
    params(("request_id" = String, Path)), request_body = AnswerBody,
    responses((status = 204, description = "The person sees it.")))]
pub(super) async fn answer_request(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(request_id): Ids<SupportRequestId>,
    body: Limited<AnswerBody>,
) -> Answer<()> {
    room.administrator(&cx).map_err(Problem::refused)?;
    let text = words(&body.into_inner().text, "text").map_err(Problem::refused)?;
    if text.is_empty() {
        return Err(Problem::refused(SupportRefusal::Field("text")));
    }
    let answered = Answered { request_id, text };
    room.app.store.write(&cx, answered, |tx, cx, answered| Box::pin(run(tx, cx, answered))).await?;
    Ok(done())
}
