//! A code sent to a phone.

use crate::vault::Vault;
use kernel::{Chance, Moment, TypedId as _, UserId};
use std::fmt;
use std::time::Duration;

kernel::typed_id!(
    /// A code that was sent, or that would have been.
    pub struct PhoneCodeId
);

/// An SMS comes within a minute, rarely within five.
pub const PHONE_CODE_LIFE: Duration = Duration::from_secs(10 * 60);
/// Wrong codes for one that was sent: a person mistypes once or twice.
pub const PHONE_CODE_FAILURES_MAX: i64 = 5;
/// Codes sent to one phone within a window of 15 minutes: each costs money, and five guesses go with each, so that a
/// guesser of six digits needs a year.
pub const PHONE_CODES_MAX: i64 = 3;
/// Codes of six digits.
const CODES: u32 = 1_000_000;

/// What a code opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhonePurpose {
    /// A sign-in.
    SignIn,
    /// The phone becomes the person's.
    Set,
    /// The second step of a sign-in.
    Second,
    /// The phone of who registers.
    Register,
}

impl PhonePurpose {
    /// The stored word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Set => "set",
            Self::Second => "second",
            Self::Register => "register",
        }
    }

    /// By its word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::SignIn, Self::Set, Self::Second, Self::Register].into_iter().find(|purpose| purpose.word() == word)
    }
}

/// A code's row, without the code.
#[derive(Clone)]
pub struct PhoneCode {
    /// What it opens.
    pub purpose: PhonePurpose,
    /// For whom; nobody where the phone is nobody's.
    pub user_id: Option<UserId>,
    /// Where it was sent.
    pub phone: String,
    /// Hash of the code.
    pub code_hash: [u8; 32],
    /// Until when it may be typed.
    pub expires_at: Moment,
}

impl fmt::Debug for PhoneCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PhoneCode").field("purpose", &self.purpose).finish_non_exhaustive()
    }
}

/// Six digits. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Digits(String);

impl Digits {
    /// New ones.
    #[must_use]
    pub fn draw(chance: &Chance) -> Self {
        Self(format!("{:06}", chance.below(CODES)))
    }

    /// As typed; spaces are passed over.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        Self(text.chars().filter(|c| !c.is_whitespace()).take(16).collect())
    }

    /// For the one SMS that holds them.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is stored of them: a million is soon tried, so the host's key goes into it.
    #[must_use]
    pub fn hash(&self, vault: &Vault, code_id: PhoneCodeId) -> [u8; 32] {
        *vault.code_hash(&[code_id.uuid().as_bytes(), self.0.as_bytes()]).as_bytes()
    }
}

impl fmt::Debug for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Digits(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Caller, Cx};

    #[test]
    fn codes_are_bound_to_their_row_and_host() {
        let cx = Cx::new(Caller::Nobody, Moment::EPOCH, Chance::from_seed([7; 32]));
        let (one, other): (PhoneCodeId, PhoneCodeId) = (cx.new_id(), cx.new_id());
        let (vault, foreign) = (Vault::new(&[1; 32]), Vault::new(&[2; 32]));
        let digits = Digits::draw(&cx.chance);
        assert_eq!(digits.reveal().len(), 6);
        let spaced = format!(" {} {}", &digits.reveal()[..3], &digits.reveal()[3..]);
        assert_eq!(Digits::typed(&spaced), digits);
        assert_ne!(digits.hash(&vault, one), digits.hash(&vault, other));
        assert_ne!(digits.hash(&vault, one), digits.hash(&foreign, one));
        assert_eq!(format!("{digits:?}"), "Digits(..)");
    }
}
