//! From where somebody comes, and by what he proves who he is.

use super::SignInKind;
use std::fmt;
use std::net::IpAddr;

/// Characters kept of what a browser or program calls itself: the usual ones have 130.
const DEVICE_CHARS_MAX: usize = 200;

/// What a browser or program says of itself (`User-Agent`): shown to the person, believed by nobody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeviceWords(String);

impl DeviceWords {
    /// The first 200 characters, without control characters; empty where nothing was said.
    #[must_use]
    pub fn of(said: Option<&str>) -> Self {
        let said = said.unwrap_or_default().trim();
        Self(said.chars().filter(|c| !c.is_control()).take(DEVICE_CHARS_MAX).collect())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The door somebody knocks at.
#[derive(Clone)]
pub struct Door {
    /// Which surface.
    pub kind: SignInKind,
    /// Where the client is.
    pub address: IpAddr,
    /// What it calls itself.
    pub device: DeviceWords,
    /// The token of a remembered device, where the browser showed one.
    pub remembered: Option<String>,
}

impl Door {
    /// A door without a remembered device.
    #[must_use]
    pub const fn new(kind: SignInKind, address: IpAddr, device: DeviceWords) -> Self {
        Self { kind, address, device, remembered: None }
    }
}

/// Addresses of people and tokens stay out of logs.
impl fmt::Debug for Door {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Door").field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// By what a person proves who he is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// A password.
    Password,
    /// A password, and a second factor after it.
    PasswordAndSecond,
    /// A challenge signed, or decrypted, with the key of a certificate.
    Certificate,
    /// A code sent to the phone.
    Phone,
    /// The same, and a second factor after it.
    PhoneAndSecond,
    /// A passkey that verified its user.
    Passkey,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Password, Self::PasswordAndSecond, Self::Certificate, Self::Phone, Self::PhoneAndSecond, Self::Passkey];

    /// The stored and shown word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::PasswordAndSecond => "password-and-second",
            Self::Certificate => "certificate",
            Self::Phone => "phone",
            Self::PhoneAndSecond => "phone-and-second",
            Self::Passkey => "passkey",
        }
    }

    /// By its word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.word() == word)
    }

    /// The same after a second factor.
    #[must_use]
    pub const fn with_second(self) -> Self {
        match self {
            Self::Password => Self::PasswordAndSecond,
            Self::Phone => Self::PhoneAndSecond,
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back() {
        for way in Way::ALL {
            assert_eq!(Way::parse(way.word()), Some(way));
        }
        assert_eq!(Way::parse("Password"), None);
        assert_eq!(Way::Certificate.with_second(), Way::Certificate);
    }

    #[test]
    fn devices_say_a_line() {
        assert_eq!(DeviceWords::of(Some(" Mozilla/5.0\r\n\u{7} (X11) ")).as_str(), "Mozilla/5.0 (X11)");
        assert_eq!(DeviceWords::of(Some(&"я".repeat(500))).as_str().chars().count(), 200);
        assert_eq!(DeviceWords::of(None).as_str(), "");
    }
}
