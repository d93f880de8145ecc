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

/// What a person has of what the ways need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WaysHeld {
    /// A login with a password.
    pub password: bool,
    /// A bound certificate.
    pub certificate: bool,
    /// A proven phone.
    pub phone: bool,
    /// A passkey.
    pub passkey: bool,
    /// A generator of codes.
    pub totp: bool,
}

impl WaysHeld {
    /// Whether nothing opens a sign-in while these rules hold. Recovery codes are not counted: they run out.
    #[must_use]
    pub fn is_left_out(self, rules: &[WayRule]) -> bool {
        let is_open = |rule| !rules.contains(&rule);
        let needs_second = !is_open(WayRule::WithoutSecond);
        let beside_phone = self.totp || self.passkey;
        let by_password = self.password && is_open(WayRule::Password) && (!needs_second || beside_phone || self.phone);
        // One phone proves nothing twice.
        let by_phone = self.phone && is_open(WayRule::Phone) && (!needs_second || beside_phone);
        let by_certificate = self.certificate && is_open(WayRule::Certificate);
        let by_passkey = self.passkey && is_open(WayRule::Passkey);
        !(by_password || by_phone || by_certificate || by_passkey)
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
    fn who_is_left_out() {
        use WayRule::{Certificate, Passkey, Password, Phone, WithoutSecond};
        let nothing = WaysHeld::default();
        let (password, phone) = (WaysHeld { password: true, ..nothing }, WaysHeld { phone: true, ..nothing });
        let (certificate, passkey) = (WaysHeld { certificate: true, ..nothing }, WaysHeld { passkey: true, ..nothing });
        let both = WaysHeld { password: true, phone: true, ..nothing };
        for (held, rules, is_left_out) in [
            (nothing, &[][..], true),
            (password, &[], false),
            (password, &[Password], true),
            (password, &[Phone, Certificate, Passkey], false),
            (password, &[WithoutSecond], true),
            (WaysHeld { totp: true, ..password }, &[WithoutSecond], false),
            (phone, &[], false),
            (phone, &[WithoutSecond], true),
            (both, &[WithoutSecond], false),
            (both, &[WithoutSecond, Password], true),
            (both, &[WithoutSecond, Phone], false),
            (certificate, &[WithoutSecond, Password, Phone, Passkey], false),
            (certificate, &[Certificate], true),
            (passkey, &[WithoutSecond, Password, Phone, Certificate], false),
            (passkey, &[Passkey], true),
            (WaysHeld { totp: true, ..nothing }, &[], true),
        ] {
            assert_eq!(held.is_left_out(rules), is_left_out, "{held:?} {rules:?}");
        }
    }

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
