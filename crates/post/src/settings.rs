//! What a host sets for its gateways, and what of it cannot work.

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

/// Below this an answer from another continent would be called slow.
pub const TIMEOUT_MIN: Duration = Duration::from_secs(1);
/// A job may take five minutes in all; a gateway that needs more than two is broken.
pub const TIMEOUT_MAX: Duration = Duration::from_secs(120);

/// A setting that cannot work: which, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{setting}: {why}")]
pub struct SettingsTrouble {
    /// Its name.
    pub setting: &'static str,
    /// What is wrong, without the value.
    pub why: String,
}

impl SettingsTrouble {
    pub(crate) fn new(setting: &'static str, why: impl Into<String>) -> Self {
        Self { setting, why: why.into() }
    }
}

/// How the connection with a mail server is kept from others' eyes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmtpSecurity {
    /// TLS is agreed on after the greeting, and demanded: RFC 3207, port 587.
    StartTls,
    /// TLS from the first octet: RFC 8314, port 465.
    Tls,
    /// None: only for a mail server of the same machine.
    None,
}

impl SmtpSecurity {
    /// The port where none is named.
    #[must_use]
    pub const fn port(self) -> u16 {
        match self {
            Self::StartTls => 587,
            Self::Tls => 465,
            Self::None => 25,
        }
    }
}

/// A mail server. Not printed: it holds a password.
#[derive(Clone)]
pub struct SmtpSettings {
    /// Its name or address.
    pub host: String,
    /// Its port; without one, that of `security`.
    pub port: Option<u16>,
    /// How the connection is secured.
    pub security: SmtpSecurity,
    /// Login and password, where it asks for them.
    pub credentials: Option<(String, String)>,
    /// From whom letters come: `Свиток <svitok@example.org>` or a bare address.
    pub from: String,
    /// How long one letter may take.
    pub timeout: Duration,
    /// Authorities beside the system's, PEM.
    pub authorities_pem: Option<Vec<u8>>,
}

impl SmtpSettings {
    /// Refuses an unsecured connection with another machine, and a timeout out of bounds.
    pub(crate) fn check(&self) -> Result<(), SettingsTrouble> {
        check_timeout("SVITOK_SMTP_TIMEOUT", self.timeout)?;
        if self.host.trim().is_empty() {
            return Err(SettingsTrouble::new("SVITOK_SMTP_HOST", "empty"));
        }
        if self.security == SmtpSecurity::None && !is_loopback(&self.host) {
            let why = "`none` is only for a mail server of this machine (localhost, 127.0.0.1, ::1)";
            return Err(SettingsTrouble::new("SVITOK_SMTP_SECURITY", why));
        }
        Ok(())
    }
}

/// By which way SMS go.
#[derive(Debug, Clone)]
pub enum SmsSettings {
    /// A gateway with an HTTP address.
    Http(HttpSmsSettings),
    /// A message centre.
    Smpp(SmppSettings),
}

/// A gateway that takes an SMS by an HTTP request. `{phone}` (with its plus), `{digits}` (without), `{text}` and `{id}`
/// are put into the address and the body. Not printed: addresses and headers hold keys.
#[derive(Clone)]
pub struct HttpSmsSettings {
    /// The address, `https://…`; `http://` only on this machine.
    pub url: String,
    /// The body of a POST; without one the request is a GET. JSON, or a form.
    pub body: Option<String>,
    /// A header as `Name: value`, such as an authorization.
    pub header: Option<String>,
    /// What the body of a good answer holds; without it the status decides alone.
    pub answer: Option<String>,
    /// How long one SMS may take.
    pub timeout: Duration,
    /// Authorities beside the system's, PEM.
    pub authorities_pem: Option<Vec<u8>>,
}

/// A message centre that speaks SMPP 3.4. Not printed: it holds a password.
#[derive(Clone)]
pub struct SmppSettings {
    /// Its name or address, and port.
    pub host: String,
    /// Its port; 2775 by custom.
    pub port: u16,
    /// Whether the connection is TLS from the first octet.
    pub is_tls: bool,
    /// `system_id`, at most 15 characters.
    pub system_id: String,
    /// At most 8 characters.
    pub password: String,
    /// `system_type`, at most 12 characters; often empty.
    pub system_type: String,
    /// From whom: a number of digits, or a name of at most 11 Latin characters.
    pub source: String,
    /// How long one SMS may take.
    pub timeout: Duration,
    /// Authorities beside the system's, PEM.
    pub authorities_pem: Option<Vec<u8>>,
}

impl fmt::Debug for SmtpSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { host, security, .. } = self;
        f.debug_struct("SmtpSettings").field("host", host).field("security", security).finish_non_exhaustive()
    }
}

impl fmt::Debug for HttpSmsSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpSmsSettings").finish_non_exhaustive()
    }
}

impl fmt::Debug for SmppSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SmppSettings").field("host", &self.host).field("port", &self.port).finish_non_exhaustive()
    }
}

/// Whether a host is this machine.
pub(crate) fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

pub(crate) fn check_timeout(setting: &'static str, timeout: Duration) -> Result<(), SettingsTrouble> {
    if (TIMEOUT_MIN..=TIMEOUT_MAX).contains(&timeout) {
        return Ok(());
    }
    let (least, most) = (TIMEOUT_MIN.as_secs(), TIMEOUT_MAX.as_secs());
    Err(SettingsTrouble::new(setting, format!("{least} to {most} seconds")))
}
