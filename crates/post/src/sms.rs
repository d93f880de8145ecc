//! An SMS: to whom, what, and what became of it.

use crate::fate::{Fate, SendState};
use crate::installation;
use crate::refusal::PostRefusal;
use kernel::{Moment, OrganizationId};
use std::fmt;

kernel::typed_id!(
    /// An SMS in the outbox.
    pub struct SmsId
);

/// Digits of a number with its country's code: at most fifteen by ITU-T E.164 §6.1.
const DIGITS_MAX: usize = 15;
/// The shortest national numbers in use have eight with the country's code.
const DIGITS_MIN: usize = 8;
/// Ten parts of 67 UTF-16 units: the longest chain that every gateway takes.
pub(crate) const UNITS_MAX: usize = 670;

/// A phone number of E.164: a plus and 8 to 15 digits, the first of which is no zero.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

impl Phone {
    /// Reads a number. Spaces, brackets and hyphens between the digits are left out; a Russian number may be written
    /// with 8 in place of +7. Refuses everything else.
    pub fn parse(text: &str) -> Result<Self, PostRefusal> {
        let text = text.trim();
        if text.chars().any(|c| !c.is_ascii_digit() && !" ()-+\u{a0}".contains(c)) {
            return Err(PostRefusal::PhoneForm);
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let digits = match (text.strip_prefix('+'), digits.strip_prefix('8')) {
            (Some(rest), _) if !rest.contains('+') => digits,
            (None, Some(rest)) if digits.len() == 11 && !text.contains('+') => format!("7{rest}"),
            _ => return Err(PostRefusal::PhoneForm),
        };
        let is_right = (DIGITS_MIN..=DIGITS_MAX).contains(&digits.len()) && !digits.starts_with('0');
        // A Russian number has ten digits after the country's code; Kazakhstan's share it.
        if !is_right || (digits.starts_with('7') && digits.len() != 11) {
            return Err(PostRefusal::PhoneForm);
        }
        Ok(Self(format!("+{digits}")))
    }

    /// With its plus.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Without its plus.
    #[must_use]
    pub fn digits(&self) -> &str {
        self.0.trim_start_matches('+')
    }

    /// The last two digits, for telling a person where a code went.
    #[must_use]
    pub fn ending(&self) -> &str {
        self.0.get(self.0.len().saturating_sub(2)..).unwrap_or_default()
    }
}

/// A person's number is not printed.
impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(..)")
    }
}

/// An SMS to be written, already in the reader's language.
#[derive(Clone, PartialEq, Eq)]
pub struct NewSms {
    pub(crate) organization_id: OrganizationId,
    pub(crate) phone: Phone,
    pub(crate) text: String,
    pub(crate) useful_until: Option<Moment>,
}

impl NewSms {
    /// An SMS in the name of an organization. Refuses an empty text, control characters but a line's end, and more than
    /// ten parts.
    pub fn new(organization_id: OrganizationId, phone: Phone, text: String) -> Result<Self, PostRefusal> {
        let units = text.encode_utf16().count();
        if text.trim().is_empty() || units > UNITS_MAX || text.chars().any(|c| c.is_control() && c != '\n') {
            return Err(PostRefusal::SmsForm);
        }
        Ok(Self { organization_id, phone, text, useful_until: None })
    }

    /// An SMS in the installation's own name: a code that confirms a number or signs in. Its text is kept only until
    /// the gateway has taken it.
    pub fn of_installation(phone: Phone, text: String) -> Result<Self, PostRefusal> {
        Self::new(installation(), phone, text)
    }

    /// The same, not sent any more after this moment: a code that has expired helps nobody.
    #[must_use]
    pub fn useful_until(self, moment: Moment) -> Self {
        Self { useful_until: Some(moment), ..self }
    }
}

/// Texts of SMS hold codes: they are not printed.
impl fmt::Debug for NewSms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewSms").field("organization_id", &self.organization_id).finish_non_exhaustive()
    }
}

/// An SMS of the outbox.
#[derive(Clone, PartialEq, Eq)]
pub struct Sms {
    /// Its id.
    pub sms_id: SmsId,
    /// To whom.
    pub phone: Phone,
    /// What; empty where the text is kept no more.
    pub text: String,
    /// What became of it.
    pub fate: Fate,
    /// When it was written.
    pub created_at: Moment,
}

impl Sms {
    /// Where it stands.
    #[must_use]
    pub const fn state(&self) -> SendState {
        self.fate.state
    }
}

impl fmt::Debug for Sms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sms").field("sms_id", &self.sms_id).field("state", &self.fate.state).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        for (text, number) in [
            ("+79000000000", "+79000000000"),
            ("8 (900) 000-00-00", "+79000000000"),
            (" +7 900 000 00 00 ", "+79000000000"),
            ("+37410000000", "+37410000000"),
            ("+123456789012345", "+123456789012345"),
        ] {
            assert_eq!(Phone::parse(text).unwrap().as_str(), number, "{text}");
        }
        let phone = Phone::parse("+79000000042").unwrap();
        assert_eq!((phone.digits(), phone.ending()), ("79000000042", "42"));
        assert_eq!(format!("{phone:?}"), "Phone(..)");
        for text in [
            "",
            "+",
            "900",
            "79000000000",
            "9000000000",
            "+7900000000",
            "+790000000000",
            "+0900000000",
            "++79000000000",
            "8+9000000000",
            "89000000000+",
            "+1234567890123456",
            "+7900000000a",
            "+7 900\n0000000",
            "+٧٩٠٠٠٠٠٠٠٠٠",
        ] {
            assert_eq!(Phone::parse(text), Err(PostRefusal::PhoneForm), "{text:?}");
        }
    }

    #[test]
    fn texts() {
        let phone = Phone::parse("+79000000000").unwrap();
        let sms = |text: &str| NewSms::of_installation(phone.clone(), text.to_owned());
        assert!(sms("Код 123456").is_ok() && sms(&"я".repeat(670)).is_ok() && sms("a\nb").is_ok());
        for text in ["", " ", "a\rb", "a\u{0}", &"я".repeat(671), &"🌼".repeat(336)] {
            assert_eq!(sms(text), Err(PostRefusal::SmsForm));
        }
        assert!(!format!("{:?}", sms("Код 123456")).contains("123456"));
    }
}
