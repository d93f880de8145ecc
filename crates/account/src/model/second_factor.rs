//! What a person has beside the password, and what waits for it.

use super::{SecretHash, Way};
use kernel::{Chance, IntegratorKeyId, Moment, UserId};
use std::fmt;
use std::time::Duration;

kernel::typed_id!(
    /// A remembered device.
    pub struct DeviceId
);

/// Wrong codes of one person within a window of 15 minutes: a guesser of six digits, three of which are taken at a
/// time, needs years.
pub const SECOND_FAILURES_MAX: i64 = 10;
/// A sign-in waits for its second factor while the phone is looked for.
pub const PENDING_LIFE: Duration = Duration::from_secs(10 * 60);
/// A device is remembered for a month, as people are asked for.
pub const DEVICE_LIFE: Duration = Duration::from_secs(30 * 24 * 60 * 60);
/// Recovery codes that are made at once: printed on one card.
pub const RECOVERY_CODES: usize = 10;
/// Characters of a recovery code: 80 bits, which need no slow hash.
const RECOVERY_CHARS: usize = 16;
/// Base32 of Crockford: no letter looks like a digit.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A recovery code, shown once. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(String);

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(..)")
    }
}

impl RecoveryCode {
    /// A new one.
    #[must_use]
    pub fn draw(chance: &Chance) -> Self {
        let octets: [u8; RECOVERY_CHARS] = chance.octets();
        let letter = |octet: u8| char::from(ALPHABET.get(usize::from(octet & 31)).copied().unwrap_or(b'0'));
        Self(octets.into_iter().map(letter).collect())
    }

    /// As typed: case, hyphens and spaces do not matter. Nothing where it has another length.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        let is_code = plain.len() == RECOVERY_CHARS && plain.is_ascii();
        is_code.then(|| Self(plain.to_ascii_lowercase()))
    }

    /// For the one answer that shows it: in groups of four.
    #[must_use]
    pub fn reveal(&self) -> String {
        let letters: Vec<char> = self.0.chars().collect();
        letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }

    /// What is stored of it.
    #[must_use]
    pub fn hash(&self) -> SecretHash {
        SecretHash::of(&self.0)
    }
}

/// By what the second step of a sign-in is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondWay {
    /// A code of a generator.
    Totp,
    /// A code sent to the phone.
    Phone,
    /// A passkey.
    Passkey,
}

impl SecondWay {
    /// The stored and shown word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Totp => "totp",
            Self::Phone => "phone",
            Self::Passkey => "passkey",
        }
    }

    /// By its word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Totp, Self::Phone, Self::Passkey].into_iter().find(|way| way.word() == word)
    }
}

/// A sign-in that waits for its second factor, without its token.
#[derive(Debug, Clone)]
pub struct PendingSignIn {
    /// Whose.
    pub user_id: UserId,
    /// What was shown already.
    pub way: Way,
    /// Through whose program: public name and key.
    pub client: Option<(String, IntegratorKeyId)>,
    /// Until when it waits.
    pub expires_at: Moment,
}

/// A device that needs no second factor, without its token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Its id.
    pub device_id: DeviceId,
    /// What it called itself.
    pub name: String,
    /// From which network address it was remembered.
    pub address: String,
    /// Since when.
    pub created_at: Moment,
    /// Until when.
    pub expires_at: Moment,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recovery_codes_are_typed_as_people_type() {
        let code = RecoveryCode::draw(&Chance::from_seed([4; 32]));
        let shown = code.reveal();
        assert_eq!(shown.len(), 19);
        for typed in
            [shown.clone(), shown.to_uppercase(), shown.replace('-', " "), format!(" {}\n", shown.replace('-', ""))]
        {
            assert_eq!(RecoveryCode::typed(&typed), Some(code.clone()), "{typed}");
        }
        for typed in ["", "123456", &shown[1..], &format!("{shown}0"), "ааааааааааааааааа"] {
            assert_ne!(RecoveryCode::typed(typed), Some(code.clone()), "{typed}");
        }
        assert_eq!(format!("{code:?}"), "RecoveryCode(..)");
    }
}
