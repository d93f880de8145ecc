//! A password as typed.

use super::{AccountRefusal, Login};
use std::fmt;
use unicode_normalization::UnicodeNormalization as _;

/// Characters: shorter ones are guessed even through the lock-out when hashes leak.
const PASSWORD_CHARS_MIN: usize = 10;
/// Characters: hashing cost must not be the client's choice.
const PASSWORD_CHARS_MAX: usize = 256;

/// A password as typed: never printed, never stored. «й» of one character and of two are the same.
#[derive(Clone)]
pub struct Password(String);

impl Password {
    /// A new password for this login: 10 to 256 characters that are not the login itself.
    pub fn choose(text: String, login: &Login) -> Result<Self, AccountRefusal> {
        let text: String = text.nfc().collect();
        let length = text.chars().count();
        let is_login = text.trim().to_lowercase() == login.folded();
        if !(PASSWORD_CHARS_MIN..=PASSWORD_CHARS_MAX).contains(&length) || is_login {
            return Err(AccountRefusal::PasswordForm);
        }
        Ok(Self(text))
    }

    /// A password to be compared; what could never have been chosen is simply wrong.
    pub fn typed(text: String) -> Result<Self, AccountRefusal> {
        if text.is_empty() || text.chars().count() > PASSWORD_CHARS_MAX {
            return Err(AccountRefusal::WrongPassword);
        }
        let text = text.nfc().collect();
        Ok(Self(text))
    }

    /// The octets to be hashed.
    pub(crate) fn octets(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(..)")
    }
}

/// A password as stored: argon2id, its cost beside it, so that the cost may rise later.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HashedPassword {
    /// Memory of one computation, KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
    /// Random.
    pub salt: [u8; 16],
    /// Result.
    pub hash: [u8; 32],
}

impl fmt::Debug for HashedPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HashedPassword(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chosen_passwords() {
        let login = Login::parse("seller@romashka.example").unwrap();
        assert!(Password::choose("ромашка и василёк".to_owned(), &login).is_ok());
        let (one, two) = ("мой василёк", "мои\u{306} василе\u{308}к");
        let chosen = Password::choose(one.to_owned(), &login).unwrap();
        assert_eq!(chosen.octets(), Password::typed(two.to_owned()).unwrap().octets());
        assert!(Password::choose(" ".repeat(10), &login).is_ok(), "spaces are characters");
        for text in ["", "123456789", "Seller@Romashka.example", " seller@romashka.example ", &"x".repeat(257)] {
            let refused = Password::choose(text.to_owned(), &login).unwrap_err();
            assert_eq!(refused, AccountRefusal::PasswordForm, "{text}");
        }
        assert_eq!(format!("{:?}", Password::choose("0123456789".to_owned(), &login).unwrap()), "Password(..)");
    }
}
