//! What a host sets for letters and SMS: `SVITOK_SMTP_*`, `SVITOK_SMS_*`, `SVITOK_SMPP_*`.

use post::{Gateways, HttpSmsSettings, SettingsTrouble, SmppSettings, SmsSettings, SmtpSecurity, SmtpSettings};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A file of authorities is read up to this: the whole set of a system is a quarter of it.
const AUTHORITIES_BYTES_MAX: u64 = 1024 * 1024;

/// How letters and SMS leave. Without these settings they stay in the outbox and say so.
#[derive(Debug, Clone, clap::Args)]
pub struct PostArgs {
    /// Mail.
    #[command(flatten)]
    pub smtp: SmtpArgs,
    /// SMS by a gateway's HTTP address.
    #[command(flatten)]
    pub sms: SmsArgs,
    /// SMS by SMPP 3.4.
    #[command(flatten)]
    pub smpp: SmppArgs,
}

/// How the connection with the mail server is secured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum SecurityWord {
    /// TLS agreed on after the greeting, and demanded.
    Starttls,
    /// TLS from the first octet.
    Tls,
    /// None: only for a mail server of this machine.
    None,
}

/// The mail server.
#[derive(Debug, Clone, clap::Args)]
pub struct SmtpArgs {
    /// Mail server. Without it letters stay in the outbox.
    #[arg(long = "smtp-host", env = "SVITOK_SMTP_HOST", value_name = "HOST")]
    pub smtp_host: Option<String>,
    /// Its port; without one 587, 465 or 25, by the security.
    #[arg(long = "smtp-port", env = "SVITOK_SMTP_PORT", value_name = "PORT")]
    pub smtp_port: Option<u16>,
    /// `starttls`, `tls`, or `none` (only for a mail server of this machine).
    #[arg(long = "smtp-security", env = "SVITOK_SMTP_SECURITY", default_value = "starttls", value_name = "WORD")]
    pub smtp_security: SecurityWord,
    /// Login, where the server asks for one.
    #[arg(long = "smtp-login", env = "SVITOK_SMTP_LOGIN", value_name = "LOGIN")]
    pub smtp_login: Option<String>,
    /// Its password; better by the variable, which other users of the machine do not see.
    #[arg(long = "smtp-password", env = "SVITOK_SMTP_PASSWORD", value_name = "PASSWORD", hide_env_values = true)]
    pub smtp_password: Option<String>,
    /// From whom letters come: an address, or `Name <address>`.
    #[arg(long = "smtp-from", env = "SVITOK_SMTP_FROM", value_name = "ADDRESS")]
    pub smtp_from: Option<String>,
    /// Seconds one letter may take, 1 to 120.
    #[arg(long = "smtp-timeout", env = "SVITOK_SMTP_TIMEOUT", default_value_t = 30, value_name = "SECONDS")]
    pub smtp_timeout: u64,
    /// File of authorities (PEM) trusted beside the system's.
    #[arg(long = "smtp-ca", env = "SVITOK_SMTP_CA", value_name = "FILE")]
    pub smtp_ca: Option<PathBuf>,
}

/// The gateway with an HTTP address.
#[derive(Debug, Clone, clap::Args)]
pub struct SmsArgs {
    /// Address of the SMS gateway, `https://…`; `{phone}`, `{digits}`, `{text}`, `{id}` are put into it.
    #[arg(long = "sms-url", env = "SVITOK_SMS_URL", value_name = "URL", hide_env_values = true)]
    pub sms_url: Option<String>,
    /// Body of a POST with the same places: JSON, or a form. Without it the request is a GET.
    #[arg(long = "sms-body", env = "SVITOK_SMS_BODY", value_name = "TEMPLATE", hide_env_values = true)]
    pub sms_body: Option<String>,
    /// A header of the request, `Name: value`.
    #[arg(long = "sms-header", env = "SVITOK_SMS_HEADER", value_name = "HEADER", hide_env_values = true)]
    pub sms_header: Option<String>,
    /// What the body of a good answer holds; without it the status alone decides.
    #[arg(long = "sms-answer", env = "SVITOK_SMS_ANSWER", value_name = "TEXT")]
    pub sms_answer: Option<String>,
    /// Seconds one SMS may take, 1 to 120.
    #[arg(long = "sms-timeout", env = "SVITOK_SMS_TIMEOUT", default_value_t = 30, value_name = "SECONDS")]
    pub sms_timeout: u64,
    /// File of authorities (PEM) trusted beside the system's.
    #[arg(long = "sms-ca", env = "SVITOK_SMS_CA", value_name = "FILE")]
    pub sms_ca: Option<PathBuf>,
}

/// The message centre.
#[derive(Debug, Clone, clap::Args)]
pub struct SmppArgs {
    /// Message centre that speaks SMPP 3.4.
    #[arg(long = "smpp-host", env = "SVITOK_SMPP_HOST", value_name = "HOST")]
    pub smpp_host: Option<String>,
    /// Its port.
    #[arg(long = "smpp-port", env = "SVITOK_SMPP_PORT", default_value_t = 2775, value_name = "PORT")]
    pub smpp_port: u16,
    /// The connection is TLS from the first octet.
    #[arg(long = "smpp-tls", env = "SVITOK_SMPP_TLS")]
    pub smpp_tls: bool,
    /// `system_id`, at most 15 characters.
    #[arg(long = "smpp-system-id", env = "SVITOK_SMPP_SYSTEM_ID", value_name = "ID")]
    pub smpp_system_id: Option<String>,
    /// Password, at most 8 characters; better by the variable.
    #[arg(long = "smpp-password", env = "SVITOK_SMPP_PASSWORD", value_name = "PASSWORD", hide_env_values = true)]
    pub smpp_password: Option<String>,
    /// `system_type`, at most 12 characters; often empty.
    #[arg(long = "smpp-system-type", env = "SVITOK_SMPP_SYSTEM_TYPE", default_value = "", value_name = "TYPE")]
    pub smpp_system_type: String,
    /// From whom: a number, or a name of at most 11 Latin characters.
    #[arg(long = "smpp-source", env = "SVITOK_SMPP_SOURCE", value_name = "SENDER")]
    pub smpp_source: Option<String>,
    /// Seconds one SMS may take, 1 to 120.
    #[arg(long = "smpp-timeout", env = "SVITOK_SMPP_TIMEOUT", default_value_t = 30, value_name = "SECONDS")]
    pub smpp_timeout: u64,
    /// File of authorities (PEM) trusted beside the system's.
    #[arg(long = "smpp-ca", env = "SVITOK_SMPP_CA", value_name = "FILE")]
    pub smpp_ca: Option<PathBuf>,
}

impl PostArgs {
    /// The gateways. Refuses settings that cannot work, naming each; connects nowhere.
    pub fn gateways(&self) -> Result<Gateways, SettingsTrouble> {
        Gateways::open(self.smtp.settings()?, self.sms_settings()?)
    }

    /// The same with no gateway: demonstrations and tests send nothing to anybody.
    #[must_use]
    pub fn silent(self) -> Self {
        let smtp = SmtpArgs { smtp_host: None, smtp_from: None, smtp_login: None, ..self.smtp };
        let sms = SmsArgs { sms_url: None, sms_body: None, sms_header: None, ..self.sms };
        let smpp = SmppArgs { smpp_host: None, smpp_system_id: None, ..self.smpp };
        Self { smtp, sms, smpp }
    }

    fn sms_settings(&self) -> Result<Option<SmsSettings>, SettingsTrouble> {
        match (self.sms.settings()?, self.smpp.settings()?) {
            (Some(_), Some(_)) => {
                Err(trouble("SVITOK_SMPP_HOST", "SVITOK_SMS_URL is set too: one way for SMS, not two"))
            }
            (Some(http), None) => Ok(Some(SmsSettings::Http(http))),
            (None, smpp) => Ok(smpp.map(SmsSettings::Smpp)),
        }
    }
}

impl SmtpArgs {
    fn settings(&self) -> Result<Option<SmtpSettings>, SettingsTrouble> {
        let Some(host) = self.smtp_host.clone() else {
            orphan("SVITOK_SMTP_FROM", self.smtp_from.is_some(), "SVITOK_SMTP_HOST")?;
            orphan("SVITOK_SMTP_LOGIN", self.smtp_login.is_some(), "SVITOK_SMTP_HOST")?;
            return Ok(None);
        };
        let credentials = match (self.smtp_login.clone(), self.smtp_password.clone()) {
            (Some(login), Some(password)) => Some((login, password)),
            (None, None) => None,
            (Some(_), None) => return Err(trouble("SVITOK_SMTP_PASSWORD", "missing, and SVITOK_SMTP_LOGIN is set")),
            (None, Some(_)) => return Err(trouble("SVITOK_SMTP_LOGIN", "missing, and SVITOK_SMTP_PASSWORD is set")),
        };
        let security = match self.smtp_security {
            SecurityWord::Starttls => SmtpSecurity::StartTls,
            SecurityWord::Tls => SmtpSecurity::Tls,
            SecurityWord::None => SmtpSecurity::None,
        };
        Ok(Some(SmtpSettings {
            host,
            port: self.smtp_port,
            security,
            credentials,
            from: needed("SVITOK_SMTP_FROM", self.smtp_from.as_ref())?,
            timeout: Duration::from_secs(self.smtp_timeout),
            authorities_pem: read_authorities("SVITOK_SMTP_CA", self.smtp_ca.as_deref())?,
        }))
    }
}

impl SmsArgs {
    fn settings(&self) -> Result<Option<HttpSmsSettings>, SettingsTrouble> {
        let Some(url) = self.sms_url.clone() else {
            orphan("SVITOK_SMS_BODY", self.sms_body.is_some(), "SVITOK_SMS_URL")?;
            orphan("SVITOK_SMS_HEADER", self.sms_header.is_some(), "SVITOK_SMS_URL")?;
            return Ok(None);
        };
        Ok(Some(HttpSmsSettings {
            url,
            body: self.sms_body.clone(),
            header: self.sms_header.clone(),
            answer: self.sms_answer.clone(),
            timeout: Duration::from_secs(self.sms_timeout),
            authorities_pem: read_authorities("SVITOK_SMS_CA", self.sms_ca.as_deref())?,
        }))
    }
}

impl SmppArgs {
    fn settings(&self) -> Result<Option<SmppSettings>, SettingsTrouble> {
        let Some(host) = self.smpp_host.clone() else {
            orphan("SVITOK_SMPP_SYSTEM_ID", self.smpp_system_id.is_some(), "SVITOK_SMPP_HOST")?;
            return Ok(None);
        };
        Ok(Some(SmppSettings {
            host,
            port: self.smpp_port,
            is_tls: self.smpp_tls,
            system_id: needed("SVITOK_SMPP_SYSTEM_ID", self.smpp_system_id.as_ref())?,
            password: self.smpp_password.clone().unwrap_or_default(),
            system_type: self.smpp_system_type.clone(),
            source: needed("SVITOK_SMPP_SOURCE", self.smpp_source.as_ref())?,
            timeout: Duration::from_secs(self.smpp_timeout),
            authorities_pem: read_authorities("SVITOK_SMPP_CA", self.smpp_ca.as_deref())?,
        }))
    }
}

fn trouble(setting: &'static str, why: &str) -> SettingsTrouble {
    SettingsTrouble { setting, why: why.to_owned() }
}

fn needed(setting: &'static str, value: Option<&String>) -> Result<String, SettingsTrouble> {
    value.cloned().ok_or_else(|| trouble(setting, "missing"))
}

/// Refuses a setting that would be passed over without another: a host that set it means to send.
fn orphan(setting: &'static str, is_set: bool, without: &str) -> Result<(), SettingsTrouble> {
    if is_set { Err(trouble(setting, &format!("set, and {without} is not"))) } else { Ok(()) }
}

fn read_authorities(setting: &'static str, path: Option<&Path>) -> Result<Option<Vec<u8>>, SettingsTrouble> {
    let Some(path) = path else { return Ok(None) };
    let read = || {
        if std::fs::metadata(path)?.len() > AUTHORITIES_BYTES_MAX {
            return Err(std::io::Error::other("larger than 1 MiB"));
        }
        std::fs::read(path)
    };
    read().map(Some).map_err(|why| trouble(setting, &format!("{}: {why}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser as _;

    #[derive(Debug, clap::Parser)]
    struct Alone {
        #[command(flatten)]
        post: PostArgs,
    }

    fn opened(arguments: &[&str]) -> Result<Gateways, &'static str> {
        let post = Alone::try_parse_from([&["svitok"], arguments].concat()).unwrap().post;
        post.gateways().map_err(|trouble| trouble.setting)
    }

    #[test]
    fn nothing_set_is_no_gateway() {
        let gateways = opened(&[]).unwrap();
        assert!(gateways.letters.is_none() && gateways.sms.is_none());
    }

    #[test]
    fn settings_that_cannot_work_are_named() {
        const SMTP: [&str; 4] = ["--smtp-host", "127.0.0.1", "--smtp-from", "svitok@romashka.example"];
        const SMS: [&str; 2] = ["--sms-url", "http://127.0.0.1:9/?to={phone}&text={text}"];
        const SMPP: [&str; 6] = ["--smpp-host", "127.0.0.1", "--smpp-system-id", "svitok", "--smpp-source", "Svitok"];
        let with = |first: &[&'static str], more: &[&'static str]| opened(&[first, more].concat()).map(|_| ());
        assert_eq!(with(&SMTP, &["--smtp-security", "none"]), Ok(()));
        assert_eq!(with(&SMS, &[]), Ok(()));
        assert_eq!(with(&SMPP, &[]), Ok(()));
        for (first, more, setting) in [
            (&SMTP[..2], &["--smtp-security", "none"][..], "SVITOK_SMTP_FROM"),
            (&SMTP[2..], &[], "SVITOK_SMTP_FROM"),
            (&SMTP, &["--smtp-login", "svitok"], "SVITOK_SMTP_PASSWORD"),
            (&SMTP, &["--smtp-password", "secret"], "SVITOK_SMTP_LOGIN"),
            (&SMTP, &["--smtp-timeout", "0"], "SVITOK_SMTP_TIMEOUT"),
            (&SMTP, &["--smtp-ca", "/no/such/file"], "SVITOK_SMTP_CA"),
            (
                &["--smtp-host", "mail.example", "--smtp-from", "a@b.example"],
                &["--smtp-security", "none"],
                "SVITOK_SMTP_SECURITY",
            ),
            (&["--smtp-host", "127.0.0.1", "--smtp-from", "nobody"], &["--smtp-security", "none"], "SVITOK_SMTP_FROM"),
            (&["--sms-body", "{}"], &[], "SVITOK_SMS_BODY"),
            (&["--smpp-system-id", "svitok"], &[], "SVITOK_SMPP_SYSTEM_ID"),
            (&SMPP[..4], &[], "SVITOK_SMPP_SOURCE"),
            (&SMS, &SMPP, "SVITOK_SMPP_HOST"),
        ] {
            assert_eq!(with(first, more), Err(setting), "{first:?} {more:?}");
        }
    }
}
