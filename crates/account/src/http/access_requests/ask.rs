//! `POST /api/v1/account/access-requests`

use crate::http::Room;
use crate::http::people_views::OwnAccessRequestView;
use crate::model::{AccountRefusal, comment};
use crate::ops::ask_access::{NewAccessRequest, run};
use axum::extract::State;
use kernel::{Inn, Kpp};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Limited, Once, Problem, RequestBody, SignedIn};

/// Whom to ask, and who asks.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct NewAccessRequestBody {
    /// ИНН of the organization.
    pub inn: String,
    /// КПП of a company.
    #[serde(default)]
    pub kpp: Option<String>,
    /// A test organization.
    #[serde(default)]
    pub is_test: bool,
    /// Who you are and why; up to 500 characters.
    #[serde(default)]
    pub comment: String,
}

impl RequestBody for NewAccessRequestBody {}

fn wrong(field: &'static str) -> impl Fn(kernel::RequisiteRefusal) -> Problem {
    move |problem| Problem::refused(AccountRefusal::Requisite { field, problem })
}

/// Asks an organization registered here to let the caller in. Nothing of its people is told.
#[utoipa::path(post, path = "/api/v1/account/access-requests", tag = "account",
    security(("token" = [])), params(("Idempotency-Key" = String, Header)), request_body = NewAccessRequestBody,
    responses((status = 201, description = "The request.", body = OwnAccessRequestView)))]
pub(in crate::http) async fn ask(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    key: IdempotencyKey,
    body: Limited<NewAccessRequestBody>,
) -> Answer<OwnAccessRequestView> {
    let user_id = cx.caller.user_id().ok_or_else(|| Problem::refused(AccountRefusal::SignInNeeded))?;
    let once = Once::new(&cx, user_id, "account.ask-access", &key, body.hash());
    let new = NewAccessRequest {
        inn: Inn::parse(&body.inn).map_err(wrong("inn"))?,
        kpp: body.kpp.as_deref().map(Kpp::parse).transpose().map_err(wrong("kpp"))?,
        is_test: body.is_test,
        comment: comment("comment", &body.comment).map_err(Problem::refused)?,
    };
    room.app
        .write_once(&cx, once, new, |tx, cx, new| {
            Box::pin(async move { Ok(OwnAccessRequestView::from(run(tx, cx, new).await?)) })
        })
        .await
}
