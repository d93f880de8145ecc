//! A letter: to whom, what, and what became of it.

use crate::fate::{Fate, SendState};
use crate::installation;
use crate::refusal::PostRefusal;
use kernel::{Moment, OrganizationId};
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

/// A letter to be written: plain text, already in the reader's language.
#[derive(Clone, PartialEq, Eq)]
pub struct NewLetter {
    pub(crate) organization_id: OrganizationId,
    pub(crate) address: String,
    pub(crate) subject: String,
    pub(crate) body: String,
    pub(crate) useful_until: Option<Moment>,
}

impl NewLetter {
    /// A letter in the installation's own name: registration, a forgotten password. Its text is kept only until the mail
    /// server has taken it, for it holds what signs a person in.
    pub fn of_installation(address: &str, subject: &str, body: String) -> Result<Self, PostRefusal> {
        Self::new(installation(), address, subject, body)
    }

    /// The same, not sent any more after this moment: a code that has expired helps nobody.
    #[must_use]
    pub fn useful_until(self, moment: Moment) -> Self {
        Self { useful_until: Some(moment), ..self }
    }

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
        let (address, subject) = (address.to_owned(), subject.to_owned());
        Ok(Self { organization_id, address, subject, body, useful_until: None })
    }
}

/// Letters hold names and codes: they are not printed.
impl fmt::Debug for NewLetter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewLetter").field("organization_id", &self.organization_id).finish_non_exhaustive()
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
    /// What; empty where the text is kept no more.
    pub body: String,
    /// What became of it.
    pub fate: Fate,
    /// When it was written.
    pub created_at: Moment,
}

impl Letter {
    /// Where it stands.
    #[must_use]
    pub const fn state(&self) -> SendState {
        self.fate.state
    }
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Letter")
            .field("letter_id", &self.letter_id)
            .field("state", &self.fate.state)
            .finish_non_exhaustive()
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
