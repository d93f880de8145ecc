//! What cannot be written or sent again.

use kernel::{Refusal, RefusalKind};

/// A letter or an SMS that cannot be written so, or not sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PostRefusal {
    /// No `@`, spaces, control characters, or over 254 octets.
    #[error("the letter's address cannot be used")]
    AddressForm,
    /// Empty, on several lines, or over 200 characters.
    #[error("the letter's subject cannot be used")]
    SubjectForm,
    /// Empty, or over 64 KiB.
    #[error("the letter's text cannot be used")]
    BodyForm,
    /// Not a number of E.164.
    #[error("the phone number cannot be used")]
    PhoneForm,
    /// Empty, with control characters, or over 670 UTF-16 units.
    #[error("the text of the SMS cannot be used")]
    SmsForm,
    /// It waits, was sent, or its text is kept no more.
    #[error("this is not to be sent again")]
    NotAgain,
}

impl Refusal for PostRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AddressForm => "post.letter.address-form",
            Self::SubjectForm => "post.letter.subject-form",
            Self::BodyForm => "post.letter.body-form",
            Self::PhoneForm => "post.sms.phone-form",
            Self::SmsForm => "post.sms.text-form",
            Self::NotAgain => "post.not-again",
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::NotAgain => RefusalKind::Conflict,
            _ => RefusalKind::Invalid,
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::AddressForm => "address",
            Self::SubjectForm => "subject",
            Self::BodyForm => "body",
            Self::PhoneForm => "phone",
            Self::SmsForm => "text",
            Self::NotAgain => return None,
        };
        Some(field.to_owned())
    }

    fn accepted(&self) -> Option<String> {
        let accepted = match self {
            Self::AddressForm => "an e-mail address of up to 254 characters",
            Self::PhoneForm => "a number of E.164: a plus and 8 to 15 digits, such as +79000000000",
            _ => return None,
        };
        Some(accepted.to_owned())
    }
}
