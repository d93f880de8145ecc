//! `POST /api/v1/account/links/confirm`

use crate::http::Room;
use crate::ops::confirm_link::{prepare, run};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Asking, Language, Limited, RequestBody, ok};

/// The code of a letter's link.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct LinkBody {
    /// As it stands in the link after `code=`.
    pub code: String,
}

impl RequestBody for LinkBody {}

/// What following the link did.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct ConfirmedView {
    /// `registered`, `email-confirmed`, `email-changed`.
    pub confirmed: &'static str,
}

/// Follows the link of a letter: makes the user, proves the address, or changes it. Followed twice, it is one act.
#[utoipa::path(post, path = "/api/v1/account/links/confirm", tag = "account", request_body = LinkBody,
    responses((status = 200, description = "Done.", body = ConfirmedView)))]
pub(in crate::http) async fn confirm(
    State(room): State<Room>,
    Asking(cx): Asking,
    language: Language,
    body: Limited<LinkBody>,
) -> Answer<ConfirmedView> {
    let prepared = {
        let mut reader = room.app.store.reader().await?;
        prepare(&mut reader, &cx, (&room.app.texts, language), &body.code).await?
    };
    let confirmed = room.app.store.write(&cx, prepared, |tx, cx, link| Box::pin(run(tx, cx, link))).await?;
    Ok(ok(ConfirmedView { confirmed: confirmed.word() }))
}
