//! Letters of this room to people, in the name of the installation.

use ::store::Fault;
use post::NewLetter;
use web::{Language, Texts};

/// Characters of a subject that is cut rather than refused: of `post`.
const SUBJECT_CHARS_MAX: usize = 200;

/// Keys of a letter's subject and text.
#[derive(Debug, Clone, Copy)]
pub struct LetterText {
    subject: &'static str,
    body: &'static str,
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = $subject:literal, $body:literal;)+) => {
        impl LetterText {
            $($(#[$doc])* pub const $name: Self = Self { subject: $subject, body: $body };)+
        }
    };
}

texts! {
    /// Follow the link and be a user.
    REGISTER = "account-letter-register-subject", "account-letter-register-body";
    /// There is a user with this address already.
    REGISTERED_ALREADY = "account-letter-registered-already-subject", "account-letter-registered-already-body";
    /// Follow the link and set a password.
    RESET = "account-letter-reset-subject", "account-letter-reset-body";
    /// The password is another one.
    PASSWORD_CHANGED = "account-letter-password-changed-subject", "account-letter-password-changed-body";
    /// Follow the link and prove the address.
    CONFIRM_EMAIL = "account-letter-confirm-email-subject", "account-letter-confirm-email-body";
    /// Follow the link and this address is the login.
    CHANGE_EMAIL = "account-letter-change-email-subject", "account-letter-change-email-body";
    /// To the old address: another one was asked for.
    CHANGE_EMAIL_ASKED = "account-letter-change-email-asked-subject", "account-letter-change-email-asked-body";
    /// To both: the address is another one.
    EMAIL_CHANGED = "account-letter-email-changed-subject", "account-letter-email-changed-body";
}

/// Writes letters in one language.
#[derive(Clone, Copy)]
pub struct Writer<'a> {
    /// All texts.
    pub texts: &'a Texts,
    /// The reader's.
    pub language: Language,
}

impl Writer<'_> {
    /// The letter of these texts to a person at an address.
    pub fn letter(self, address: &str, keys: LetterText, arguments: &[(&str, &str)]) -> Result<NewLetter, Fault> {
        let text = |key| {
            let text = self.texts.text(self.language, key, arguments);
            text.ok_or_else(|| Fault::Settings(format!("the text {key} is missing")))
        };
        let subject: String = text(keys.subject)?.chars().take(SUBJECT_CHARS_MAX).collect();
        let letter = NewLetter::of_installation(address, &subject, text(keys.body)?);
        letter.map_err(|why| Fault::Decode(format!("a letter of account: {why}")))
    }
}
