//! How a person is called and found.

use super::AccountRefusal;
use std::fmt;
use unicode_normalization::UnicodeNormalization as _;

/// Octets of an address: RFC 5321 §4.5.3.1 allows 256 with the angle brackets.
const LOGIN_BYTES_MAX: usize = 254;
/// Octets before the `@`: RFC 5321 §4.5.3.1.
const LOCAL_BYTES_MAX: usize = 64;
/// Characters of a name: three long words fit.
const NAME_CHARS_MAX: usize = 200;

/// An e-mail address as a login: kept as typed, found by its folded form (lower case, no spaces around).
///
/// Refuses a text without one `@`, without a dot in the domain, with spaces or control characters, over 254 octets.
/// Whether letters reach it is not known from this.
#[derive(Clone, PartialEq, Eq)]
pub struct Login {
    typed: String,
    folded: String,
}

impl Login {
    /// Reads an address.
    pub fn parse(text: &str) -> Result<Self, AccountRefusal> {
        // «й» comes from some systems as two characters.
        let typed: String = text.trim().nfc().collect();
        let folded = typed.to_lowercase();
        let (local, domain) = folded.split_once('@').ok_or(AccountRefusal::LoginForm)?;
        let domain_is_good = domain.contains('.')
            && domain.split('.').all(|label| {
                !label.is_empty()
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            });
        let local_is_good = !local.is_empty()
            && local.len() <= LOCAL_BYTES_MAX
            && local.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"@<>()[],;:\\\"".contains(c));
        if typed.len() > LOGIN_BYTES_MAX || folded.len() > LOGIN_BYTES_MAX || !domain_is_good || !local_is_good {
            return Err(AccountRefusal::LoginForm);
        }
        Ok(Self { typed, folded })
    }

    /// As typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// As looked up.
    #[must_use]
    pub fn folded(&self) -> &str {
        &self.folded
    }
}

/// Names of persons stay out of logs.
impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Login(..)")
    }
}

/// What a person is called by others: «Анна Ромашкина», any form the person likes.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonTitle(String);

impl PersonTitle {
    /// 1 to 200 characters on one line, spaces around cut off.
    pub fn parse(text: &str) -> Result<Self, AccountRefusal> {
        let text = text.trim();
        let is_good = !text.is_empty() && text.chars().count() <= NAME_CHARS_MAX && !text.chars().any(char::is_control);
        if is_good { Ok(Self(text.to_owned())) } else { Err(AccountRefusal::NameForm) }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PersonTitle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonTitle(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_one_folded_form() {
        for text in ["seller@romashka.example", " Seller@Romashka.EXAMPLE ", "SELLER@romashka.example"] {
            assert_eq!(Login::parse(text).unwrap().folded(), "seller@romashka.example");
        }
        let apart = Login::parse("ки\u{306}@ромашка.рф").unwrap();
        assert_eq!(apart.folded(), Login::parse("кй@ромашка.рф").unwrap().folded());
        assert_eq!(Login::parse("Бухгалтер@ромашка.рф").unwrap().folded(), "бухгалтер@ромашка.рф");
        assert_eq!(Login::parse(" A.b+c@d-e.fg ").unwrap().typed(), "A.b+c@d-e.fg");
    }

    #[test]
    fn other_texts_are_refused() {
        let long = format!("{}@romashka.example", "a".repeat(65));
        let longer = format!("a@{}.example", "b.".repeat(140));
        for text in [
            "",
            "@",
            "a@",
            "@b.c",
            "a",
            "a@b",
            "a@@b.c",
            "a@b@c.d",
            "a b@c.d",
            "a@b c.d",
            "a@.b",
            "a@b.",
            "a@b..c",
            "a@-b.c",
            "a@b-.c",
            "a\n@b.c",
            "a\0@b.c",
            "<a@b.c>",
            "a,b@c.d",
            "a\u{a0}@b.c",
            &long,
            &longer,
        ] {
            assert_eq!(Login::parse(text), Err(AccountRefusal::LoginForm), "{text:?}");
        }
    }

    #[test]
    fn titles() {
        assert_eq!(PersonTitle::parse("  Анна ").unwrap().as_str(), "Анна");
        for text in ["", "   ", "a\nb", "\u{7}", &"я".repeat(201)] {
            assert_eq!(PersonTitle::parse(text), Err(AccountRefusal::NameForm), "{text:?}");
        }
    }

    #[test]
    fn nothing_is_printed() {
        let login = Login::parse("seller@romashka.example").unwrap();
        assert_eq!(format!("{login:?} {:?}", PersonTitle::parse("Анна").unwrap()), "Login(..) PersonTitle(..)");
    }
}
