//! Links of one use in letters: what following one does.

use super::HashedPassword;
use kernel::{Moment, UserId};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::Duration;

/// A letter that confirms an address is read within a day.
const CONFIRMING_LINK_LIFE: Duration = Duration::from_secs(24 * 60 * 60);
/// A link that sets a new password is followed at once; a mailbox that is read by others later is no way in.
const RESET_LINK_LIFE: Duration = Duration::from_secs(60 * 60);
/// Letters to one address within a window of 15 minutes: nobody's mailbox is filled from here.
pub const ADDRESS_LETTERS_MAX: i64 = 5;

/// What following a link does. Version 1 of its JSON, kept beside the hash of the link's code.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "work", rename_all = "kebab-case", deny_unknown_fields)]
pub enum LinkWork {
    /// Makes the user.
    Register {
        /// Address as typed.
        login: String,
        /// What others call the person.
        name: String,
        /// The password chosen, hashed; none for who signs in by a certificate.
        password: HashedPassword,
        /// The phone, proven before the letter was written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        phone: Option<String>,
    },
    /// Proves that letters reach the address that the user has already.
    ConfirmEmail,
    /// The user's address becomes this one.
    ChangeEmail {
        /// The new address as typed.
        login: String,
    },
    /// Lets a new password be set.
    Reset,
}

impl LinkWork {
    /// How long the link may be followed.
    #[must_use]
    pub const fn life(&self) -> Duration {
        match self {
            Self::Reset => RESET_LINK_LIFE,
            Self::Register { .. } | Self::ConfirmEmail | Self::ChangeEmail { .. } => CONFIRMING_LINK_LIFE,
        }
    }
}

/// It holds an address, a name and a hash.
impl fmt::Debug for LinkWork {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Register { .. } => "Register(..)",
            Self::ConfirmEmail => "ConfirmEmail",
            Self::ChangeEmail { .. } => "ChangeEmail(..)",
            Self::Reset => "Reset",
        })
    }
}

/// A link as stored, without its code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// For whom; of one that registers, the id the user will have.
    pub user_id: UserId,
    /// What it does.
    pub work: LinkWork,
    /// Until when it may be followed.
    pub expires_at: Moment,
    /// When it was followed.
    pub used_at: Option<Moment>,
}

/// What became of following a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmed {
    /// The user was made, or had been by the same link.
    Registered,
    /// The address is proven.
    Email,
    /// The address was changed.
    EmailChanged,
}

impl Confirmed {
    /// What a link of this work does; none where following it is not enough.
    #[must_use]
    pub const fn of(work: &LinkWork) -> Option<Self> {
        match work {
            LinkWork::Register { .. } => Some(Self::Registered),
            LinkWork::ConfirmEmail => Some(Self::Email),
            LinkWork::ChangeEmail { .. } => Some(Self::EmailChanged),
            LinkWork::Reset => None,
        }
    }

    /// The word for programs.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Email => "email-confirmed",
            Self::EmailChanged => "email-changed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_comes_back_and_is_not_printed() {
        let password = HashedPassword { memory_kib: 8, passes: 1, lanes: 1, salt: [1; 16], hash: [2; 32] };
        let (login, name) = ("seller@romashka.example".to_owned(), "Анна".to_owned());
        let work = LinkWork::Register { login, name, password, phone: None };
        let kept = serde_json::to_vec(&work).unwrap();
        assert_eq!(serde_json::from_slice::<LinkWork>(&kept).unwrap(), work);
        assert!(!format!("{work:?}").contains("romashka"));
        assert!(serde_json::from_slice::<LinkWork>(br#"{"work":"unknown"}"#).is_err());
    }

    #[test]
    fn a_reset_is_shorter_and_needs_more_than_following() {
        assert!(LinkWork::Reset.life() < LinkWork::ConfirmEmail.life());
        assert_eq!(Confirmed::of(&LinkWork::Reset), None);
        assert_eq!(Confirmed::of(&LinkWork::ConfirmEmail), Some(Confirmed::Email));
    }
}
