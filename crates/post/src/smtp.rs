//! Letters by SMTP.

use crate::settings::{SettingsTrouble, SmtpSecurity, SmtpSettings};
use crate::tls::parse_authorities;
use crate::transport::{Cause, LetterTransport, OutgoingLetter, Probed, SendTrouble, Sending};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{self, AsyncSmtpTransport};
use lettre::{AsyncTransport as _, Tokio1Executor};
use std::time::{Duration, SystemTime};

/// Replies to AUTH: the letter is not to blame, and does not bounce. RFC 4954 §6.
const SIGN_IN_REPLIES: [u16; 5] = [530, 534, 535, 538, 454];
/// The server closes, or asks to come later: RFC 5321 §4.2.3.
const LATER_REPLIES: std::ops::RangeInclusive<u16> = 400..=499;

/// A mail server.
#[derive(Debug)]
pub(crate) struct SmtpMail {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    timeout: Duration,
}

impl SmtpMail {
    /// Refuses settings that cannot work; connects nowhere yet.
    pub fn open(settings: SmtpSettings) -> Result<Self, SettingsTrouble> {
        settings.check()?;
        let from: Mailbox = settings.from.parse().map_err(|_| {
            SettingsTrouble::new("SVITOK_SMTP_FROM", "not an e-mail address, such as svitok@example.org")
        })?;
        let tls = tls(&settings)?;
        let host = settings.host.as_str();
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
            .port(settings.port.unwrap_or(settings.security.port()))
            .tls(tls)
            .hello_name(ClientId::Domain(from.email.domain().to_owned()))
            .timeout(Some(settings.timeout));
        if let Some((login, password)) = settings.credentials {
            builder = builder.credentials(Credentials::new(login, password));
        }
        Ok(Self { transport: builder.build(), from, timeout: settings.timeout })
    }

    fn compose(&self, letter: &OutgoingLetter) -> Result<Message, SendTrouble> {
        let wrong = |_| SendTrouble::never("the address cannot stand in a letter");
        let to = Mailbox::new(None, letter.address.parse().map_err(wrong)?);
        let micros = u64::try_from(letter.created_at.micros()).unwrap_or_default();
        let written = SystemTime::UNIX_EPOCH + Duration::from_micros(micros);
        let id = format!("<{}@{}>", letter.letter_id, self.from.email.domain());
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(letter.subject.as_str())
            .date(written)
            .message_id(Some(id))
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body.clone())
            .map_err(|error| SendTrouble::never(&error.to_string()))?;
        // RFC 3834 §5: machines do not answer a letter of a machine.
        let name = HeaderName::new_from_ascii_str("Auto-Submitted");
        message.headers_mut().insert_raw(HeaderValue::new(name, "auto-generated".to_owned()));
        Ok(message)
    }

    async fn within<T>(&self, work: impl Future<Output = Result<T, smtp::Error>> + Send) -> Result<T, SendTrouble> {
        match tokio::time::timeout(self.timeout, work).await {
            Ok(done) => done.map_err(|error| trouble(&error)),
            Err(_) => Err(SendTrouble::later(Cause::Slow, "no answer in the time allowed")),
        }
    }
}

fn tls(settings: &SmtpSettings) -> Result<Tls, SettingsTrouble> {
    if settings.security == SmtpSecurity::None {
        return Ok(Tls::None);
    }
    let mut parameters = TlsParameters::builder(settings.host.clone());
    for authority in parse_authorities(settings.authorities_pem.as_deref(), "SVITOK_SMTP_CA")? {
        let authority = Certificate::from_der(authority.to_vec());
        let authority = authority.map_err(|error| SettingsTrouble::new("SVITOK_SMTP_CA", error.to_string()))?;
        parameters = parameters.add_root_certificate(authority);
    }
    let parameters = parameters.build_rustls();
    let parameters = parameters.map_err(|error| SettingsTrouble::new("SVITOK_SMTP_HOST", error.to_string()))?;
    Ok(match settings.security {
        SmtpSecurity::StartTls => Tls::Required(parameters),
        SmtpSecurity::Tls => Tls::Wrapper(parameters),
        SmtpSecurity::None => Tls::None,
    })
}

fn trouble(error: &smtp::Error) -> SendTrouble {
    let detail = chain(error);
    let reply = error.status().map(u16::from);
    match reply {
        Some(reply) if SIGN_IN_REPLIES.contains(&reply) => SendTrouble::later(Cause::Credentials, &detail),
        Some(reply) if LATER_REPLIES.contains(&reply) => SendTrouble::later(Cause::Busy, &detail),
        Some(_) => SendTrouble::never(&detail),
        None if error.is_timeout() => SendTrouble::later(Cause::Slow, &detail),
        None if error.is_tls() || is_of_tls(error) => SendTrouble::later(Cause::Tls, &detail),
        // The server offers no way to sign in that we know, or no STARTTLS.
        None if error.is_client() => SendTrouble::later(Cause::Credentials, &detail),
        None if error.is_response() => SendTrouble::later(Cause::Garbled, &detail),
        None => SendTrouble::later(Cause::Unreachable, &detail),
    }
}

/// Whether TLS itself failed: where it begins with the first octet, that comes as a failed connection.
fn is_of_tls(error: &(dyn std::error::Error + 'static)) -> bool {
    let wrapped = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    error.is::<rustls::Error>()
        || wrapped.is_some_and(|inner| inner.is::<rustls::Error>())
        || error.source().is_some_and(is_of_tls)
}

/// What happened and why, in one line.
fn chain(error: &dyn std::error::Error) -> String {
    let mut told = error.to_string();
    let mut deeper = error.source();
    while let Some(cause) = deeper {
        let more = cause.to_string();
        if !told.contains(&more) {
            told = format!("{told}: {more}");
        }
        deeper = cause.source();
    }
    told
}

impl LetterTransport for SmtpMail {
    fn send<'a>(&'a self, letter: &'a OutgoingLetter) -> Sending<'a> {
        Box::pin(async move {
            let message = self.compose(letter)?;
            self.within(self.transport.send(message)).await.map(|_| ())
        })
    }

    fn probe(&self) -> Probed<'_> {
        Box::pin(async move {
            let is_well = self.within(self.transport.test_connection()).await?;
            if is_well { Ok(()) } else { Err(SendTrouble::later(Cause::Garbled, "the server does not answer NOOP")) }
        })
    }
}
