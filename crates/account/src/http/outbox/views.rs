//! What a letter and an SMS of the outbox look like.

use post::{Channel, Fate, Letter, Sms};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Language, Texts};

/// What is answered of a letter or an SMS.
pub(super) trait Shown {
    /// The answer.
    type View: Serialize;

    /// With its text, or without as in lists.
    fn shown(self, words: (&Texts, Language), has_text: bool) -> Self::View;
}

impl Shown for Letter {
    type View = LetterView;

    fn shown(self, words: (&Texts, Language), has_text: bool) -> LetterView {
        let view = LetterView::of(self, words);
        LetterView { body: view.body.filter(|_| has_text), ..view }
    }
}

impl Shown for Sms {
    type View = SmsView;

    fn shown(self, words: (&Texts, Language), has_text: bool) -> SmsView {
        let view = SmsView::of(self, words);
        SmsView { text: view.text.filter(|_| has_text), ..view }
    }
}

/// How far sending has come.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct FateView {
    /// `waiting`, `sent`, `no-mail-server` or `no-sms-gateway`, `refused`, `gave-up`, `late`.
    pub state: &'static str,
    /// The state for a person, in the language of `Accept-Language`.
    pub state_text: String,
    /// Why the last attempt did not succeed: `unreachable`, `slow`, `tls`, `credentials`, `busy`, `refused`, `garbled`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<&'static str>,
    /// The cause for a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause_text: Option<String>,
    /// The gateway's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Attempts that did not succeed.
    pub attempts: i64,
    /// When the last of them was made, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tried_at: Option<String>,
    /// When it was decided for good, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled_at: Option<String>,
    /// Whether it may be sent once more.
    pub may_resend: bool,
}

impl FateView {
    fn of(fate: Fate, channel: Channel, (texts, language): (&Texts, Language)) -> Self {
        let text = |key: &str, name: &str| texts.text(language, key, &[]).unwrap_or_else(|| name.to_owned());
        let state = fate.state.name(channel);
        Self {
            state,
            state_text: text(fate.state.text_key(channel), state),
            cause: fate.cause.map(post::Cause::name),
            cause_text: fate.cause.map(|cause| text(cause.text_key(), cause.name())),
            detail: fate.detail,
            attempts: fate.attempts,
            tried_at: fate.tried_at.map(kernel::Moment::to_rfc3339),
            settled_at: fate.settled_at.map(kernel::Moment::to_rfc3339),
            may_resend: fate.state.may_go_again(),
        }
    }
}

/// A letter of the outbox.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct LetterView {
    /// Id.
    pub letter_id: String,
    /// To whom.
    pub address: String,
    /// About what.
    pub subject: String,
    /// What; absent in lists, and where the text is kept no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// What became of it.
    #[serde(flatten)]
    pub fate: FateView,
    /// When it was written, RFC 3339.
    pub created_at: String,
}

impl LetterView {
    fn of(letter: Letter, words: (&Texts, Language)) -> Self {
        Self {
            letter_id: letter.letter_id.to_string(),
            address: letter.address,
            subject: letter.subject,
            body: Some(letter.body).filter(|body| !body.is_empty()),
            fate: FateView::of(letter.fate, Channel::Letter, words),
            created_at: letter.created_at.to_rfc3339(),
        }
    }
}

/// An SMS of the outbox.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct SmsView {
    /// Id.
    pub sms_id: String,
    /// To whom: E.164.
    pub phone: String,
    /// What; absent in lists, and where the text is kept no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What became of it.
    #[serde(flatten)]
    pub fate: FateView,
    /// When it was written, RFC 3339.
    pub created_at: String,
}

impl SmsView {
    fn of(sms: Sms, words: (&Texts, Language)) -> Self {
        Self {
            sms_id: sms.sms_id.to_string(),
            phone: sms.phone.as_str().to_owned(),
            text: Some(sms.text).filter(|text| !text.is_empty()),
            fate: FateView::of(sms.fate, Channel::Sms, words),
            created_at: sms.created_at.to_rfc3339(),
        }
    }
}
