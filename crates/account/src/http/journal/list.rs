//! `GET /api/v1/account/sign-in-journal`

use crate::http::Room;
use crate::model::{JournalEntry, Outcome};
use crate::ops::read;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Language, PageQuery, PageView, SignedIn, Texts, ok};

/// A try to sign in.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct JournalEntryView {
    /// Id.
    pub entry_id: String,
    /// When, RFC 3339.
    pub tried_at: String,
    /// `page`, `api`, `diadoc`, `extern`, `oidc`.
    pub kind: &'static str,
    /// `password`, `password-and-second`, `certificate`, `phone`, `phone-and-second`, `passkey`.
    pub way: &'static str,
    /// From which network address.
    pub address: String,
    /// What the client called itself.
    pub device: String,
    /// The sign-in that was opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign_in_id: Option<String>,
    /// Why none was: the code of the refusal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
    /// The same for a person, in the language of `Accept-Language`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause_text: Option<String>,
}

impl JournalEntryView {
    fn of(entry: JournalEntry, texts: &Texts, language: Language) -> Self {
        let (sign_in_id, cause) = match entry.outcome {
            Outcome::Opened(id) => (Some(id.to_string()), None),
            Outcome::Refused(cause) => (None, Some(cause)),
        };
        Self {
            entry_id: entry.entry_id.to_string(),
            tried_at: entry.tried_at.to_rfc3339(),
            kind: entry.kind.name(),
            way: entry.way.word(),
            address: entry.address,
            device: entry.device,
            sign_in_id,
            cause_text: cause.as_ref().and_then(|cause| texts.of_code(language, cause)),
            cause,
        }
    }
}

/// Tries to sign in as the caller, refused ones too, the newest first. Kept for 180 days.
#[utoipa::path(get, path = "/api/v1/account/sign-in-journal", tag = "account", security(("token" = [])),
    params(("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<JournalEntryView>)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    language: Language,
    PageQuery(page): PageQuery,
) -> Answer<PageView<JournalEntryView>> {
    let mut reader = room.app.store.reader().await?;
    let found = read::list_journal(&mut reader, &cx, &page).await?;
    Ok(ok(PageView::of(found, |entry| JournalEntryView::of(entry, &room.app.texts, language))))
}
