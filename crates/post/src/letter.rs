//! A letter: to whom, what, and what became of it.

use kernel::{Moment, OrganizationId, Refusal, RefusalKind};
use std::fmt;

kernel::typed_id!(
    /// A letter in the outbox.
    pub struct LetterId
);

/// Octets of an address: RFC 5321 §4.5.3.1.
const ADDRESS_BYTES_MAX: usize = 254;
/// Characters of a subject: longer ones are cut by readers.
const SUBJECT_CHARS_MAX: usize = 200;
/// Octets of a body: plain text of a few pages.
const BODY_BYTES_MAX: usize = 64 * 1024;

/// A letter that cannot be written so.
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
}

impl Refusal for PostRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AddressForm => "post.letter.address-form",
            Self::SubjectForm => "post.letter.subject-form",
            Self::BodyForm => "post.letter.body-form",
        }
    }

    fn kind(&self) -> RefusalKind {
        RefusalKind::Invalid
    }
}

/// A letter to be written: plain text, already in the reader's language.
#[derive(Clone, PartialEq, Eq)]
pub struct NewLetter {
    pub(crate) organization_id: OrganizationId,
    pub(crate) address: String,
    pub(crate) subject: String,
    pub(crate) body: String,
}

impl NewLetter {
    /// A letter in the name of an organization. Refuses what could break out of a mail header, and too much text.
    pub fn new(
        organization_id: OrganizationId,
        address: &str,
        subject: &str,
        body: String,
    ) -> Result<Self, PostRefusal> {
        let parts = address.split_once('@').filter(|(local, domain)| !local.is_empty() && !domain.is_empty());
        let is_plain = !address.chars().any(|c| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c));
        if parts.is_none() || !is_plain || address.len() > ADDRESS_BYTES_MAX {
            return Err(PostRefusal::AddressForm);
        }
        let length = subject.chars().count();
        if length == 0 || length > SUBJECT_CHARS_MAX || subject.chars().any(char::is_control) {
            return Err(PostRefusal::SubjectForm);
        }
        if body.is_empty() || body.len() > BODY_BYTES_MAX {
            return Err(PostRefusal::BodyForm);
        }
        Ok(Self { organization_id, address: address.to_owned(), subject: subject.to_owned(), body })
    }
}

/// Letters hold names and codes: they are not printed.
impl fmt::Debug for NewLetter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewLetter").field("organization_id", &self.organization_id).finish_non_exhaustive()
    }
}

/// What became of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterState {
    /// Its job has not run yet.
    Waiting,
    /// Not sent: no mail server is set. It is to be read in the outbox.
    NoMailServer,
}

impl LetterState {
    /// Key of the person's text.
    #[must_use]
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::Waiting => "post-letter-waiting",
            Self::NoMailServer => "post-letter-no-mail-server",
        }
    }

    /// Name for programs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::NoMailServer => "no-mail-server",
        }
    }
}

/// A letter of the outbox.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its id.
    pub letter_id: LetterId,
    /// To whom.
    pub address: String,
    /// About what.
    pub subject: String,
    /// What.
    pub body: String,
    /// What became of it.
    pub state: LetterState,
    /// When it was written.
    pub created_at: Moment,
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Letter").field("letter_id", &self.letter_id).field("state", &self.state).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Caller, Chance, Cx};

    fn letter(address: &str, subject: &str, body: &str) -> Result<NewLetter, PostRefusal> {
        let cx = Cx::new(Caller::System, Moment::EPOCH, Chance::from_seed([1; 32]));
        NewLetter::new(cx.new_id(), address, subject, body.to_owned())
    }

    #[test]
    fn letters_that_cannot_be_written() {
        assert!(letter("buh@vasilek.example", "Приглашение", "Здравствуйте!\n").is_ok());
        for address in [
            "",
            "@",
            "a@",
            "@b",
            "a b@c.d",
            "a@b.c\r\nBcc: d@e.f",
            "<a@b.c>",
            "a@b.c,d@e.f",
            &format!("a@{}", "b".repeat(260)),
        ] {
            assert_eq!(letter(address, "s", "b"), Err(PostRefusal::AddressForm), "{address:?}");
        }
        for subject in ["", "a\r\nBcc: d@e.f", "a\nb", &"я".repeat(201)] {
            assert_eq!(letter("a@b.c", subject, "b"), Err(PostRefusal::SubjectForm), "{subject:?}");
        }
        for body in ["", &"b".repeat(BODY_BYTES_MAX + 1)] {
            assert_eq!(letter("a@b.c", "s", body), Err(PostRefusal::BodyForm));
        }
    }

    #[test]
    fn nothing_is_printed() {
        let printed = format!("{:?}", letter("buh@vasilek.example", "Приглашение", "код 123").unwrap());
        assert!(!printed.contains("vasilek") && !printed.contains("123"), "{printed}");
    }
}
