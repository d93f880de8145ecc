pub(super) mod get;
pub(super) mod list;

use post::Letter;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Language, Texts};

/// A letter of the outbox.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LetterView {
    /// Id.
    pub letter_id: String,
    /// To whom.
    pub address: String,
    /// About what.
    pub subject: String,
    /// What; absent in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// `waiting`, `no-mail-server`.
    pub state: &'static str,
    /// The state for a person, in the language of `Accept-Language`.
    pub state_text: String,
    /// When it was written, RFC 3339.
    pub created_at: String,
}

impl LetterView {
    fn of(letter: Letter, texts: &Texts, language: Language) -> Self {
        let state_text = texts.text(language, letter.state.text_key(), &[]);
        Self {
            letter_id: letter.letter_id.to_string(),
            address: letter.address,
            subject: letter.subject,
            body: Some(letter.body),
            state: letter.state.name(),
            state_text: state_text.unwrap_or_else(|| letter.state.name().to_owned()),
            created_at: letter.created_at.to_rfc3339(),
        }
    }

    fn without_body(self) -> Self {
        Self { body: None, ..self }
    }
}
