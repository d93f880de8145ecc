//! Which ways of signing in are closed, by whom and since when.

use super::Way;
use kernel::{Moment, UserId};

/// What a rule closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WayRule {
    /// Signing in by password.
    Password,
    /// By certificate.
    Certificate,
    /// By a code sent to the phone.
    Phone,
    /// By passkey.
    Passkey,
    /// By password or phone without a second step.
    WithoutSecond,
}

impl WayRule {
    /// All of them; those that close a way come first.
    pub const ALL: [Self; 5] = [Self::Password, Self::Certificate, Self::Phone, Self::Passkey, Self::WithoutSecond];

    /// The stored and shown word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Certificate => "certificate",
            Self::Phone => "phone",
            Self::Passkey => "passkey",
            Self::WithoutSecond => "without-second",
        }
    }

    /// By its word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.word() == word)
    }

    /// Whether it closes a way whatever comes after it.
    #[must_use]
    pub const fn closes(self, way: Way) -> bool {
        match self {
            Self::Password => matches!(way, Way::Password | Way::PasswordAndSecond),
            Self::Certificate => matches!(way, Way::Certificate),
            Self::Phone => matches!(way, Way::Phone | Way::PhoneAndSecond),
            Self::Passkey => matches!(way, Way::Passkey),
            Self::WithoutSecond => false,
        }
    }
}

/// One rule as it holds for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedWay {
    /// What.
    pub rule: WayRule,
    /// The organization whose rule it is; none where the person closed it.
    pub organization: Option<String>,
    /// Who set it.
    pub set_by: UserId,
    /// What they were called.
    pub set_by_name: String,
    /// When.
    pub set_at: Moment,
}

impl ClosedWay {
    /// The day it was set, as people write it.
    #[must_use]
    pub fn day(&self) -> String {
        self.set_at.civil_datetime_msk().strftime("%d.%m.%Y").to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_closes_its_way_with_and_without_a_second_step() {
        for rule in WayRule::ALL {
            assert_eq!(WayRule::parse(rule.word()), Some(rule));
        }
        assert_eq!(WayRule::parse("Password"), None);
        for way in Way::ALL {
            let closing = WayRule::ALL.into_iter().filter(|rule| rule.closes(way)).count();
            assert_eq!(closing, 1, "{way:?}");
            assert_eq!(WayRule::Password.closes(way), WayRule::Password.closes(way.with_second()), "{way:?}");
        }
    }
}
