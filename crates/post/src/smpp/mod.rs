//! SMS by SMPP 3.4 ("Short Message Peer to Peer Protocol Specification v3.4", issue 1.2): the part of it that a sender
//! needs.
//!
//! [`pdu`] writes and reads what goes over the wire, [`parts`] cuts a text for phones, [`session`] is a bound
//! connection. One session serves a burst of SMS and is unbound when nobody waits for it: no connection idles.

mod parts;
mod pdu;
mod session;

use crate::settings::{SettingsTrouble, SmppSettings, check_timeout, is_loopback};
use crate::tls::Peer;
use crate::transport::{Cause, OutgoingSms, Probed, SendTrouble, Sending, SmsTransport};
use session::Session;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::Mutex;

/// Octets of fields without their closing zero: sections 5.2.1 to 5.2.3.
const SYSTEM_ID_MAX: usize = 15;
const PASSWORD_MAX: usize = 8;
const SYSTEM_TYPE_MAX: usize = 12;
/// Characters of a sender's name: eleven are what phones show (3GPP TS 23.040 §9.1.2.5).
const SOURCE_NAME_MAX: usize = 11;
/// Digits of a sender's number: section 5.2.8 holds twenty, E.164 fifteen.
const SOURCE_DIGITS_MAX: usize = 15;

/// How we sign in to the message centre.
#[derive(Clone)]
pub(crate) struct Bind {
    system_id: String,
    password: String,
    system_type: String,
}

/// A message centre.
pub(crate) struct SmppSms {
    peer: Peer,
    bind: Bind,
    source: pdu::Address,
    timeout: Duration,
    session: Mutex<Option<Session>>,
    waiting: AtomicUsize,
}

impl std::fmt::Debug for SmppSms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SmppSms").field("peer", &self.peer).finish_non_exhaustive()
    }
}

impl SmppSms {
    /// Refuses settings that cannot work; connects nowhere yet.
    pub fn open(settings: SmppSettings) -> Result<Self, SettingsTrouble> {
        check_timeout("SVITOK_SMPP_TIMEOUT", settings.timeout)?;
        let SmppSettings { host, port, is_tls, system_id, password, system_type, source, timeout, authorities_pem } =
            settings;
        for (setting, value, max, may_be_empty) in [
            ("SVITOK_SMPP_SYSTEM_ID", &system_id, SYSTEM_ID_MAX, false),
            ("SVITOK_SMPP_PASSWORD", &password, PASSWORD_MAX, true),
            ("SVITOK_SMPP_SYSTEM_TYPE", &system_type, SYSTEM_TYPE_MAX, true),
        ] {
            if value.len() > max || !value.bytes().all(|b| b.is_ascii_graphic()) || (value.is_empty() && !may_be_empty)
            {
                return Err(SettingsTrouble::new(setting, format!("at most {max} Latin characters without spaces")));
            }
        }
        let peer = if is_tls {
            Peer::secured((&host, port), authorities_pem.as_deref(), "SVITOK_SMPP_CA")?
        } else {
            if !is_loopback(&host) {
                tracing::warn!("SMS go to the message centre in the clear: set SVITOK_SMPP_TLS, or use a tunnel");
            }
            Peer::plain(&host, port)
        };
        let bind = Bind { system_id, password, system_type };
        let source = source_of(&source)?;
        Ok(Self { peer, bind, source, timeout, session: Mutex::new(None), waiting: AtomicUsize::new(0) })
    }

    async fn submit(&self, sms: &OutgoingSms) -> Result<(), SendTrouble> {
        let queued = Queued::enter(&self.waiting);
        let mut kept = self.session.lock().await;
        drop(queued);
        let mut session = match kept.take() {
            Some(session) => self.still_there(session).await?,
            None => Session::open(&self.peer, &self.bind).await?,
        };
        let target = pdu::Address::number(sms.phone.digits());
        // The same reference in every attempt: a phone that got some parts before joins them with the rest.
        let reference = sms.sms_id.as_bytes().last().copied().unwrap_or_default();
        for part in parts::cut(&sms.text, reference) {
            session.submit(&self.source, &target, &part).await?;
        }
        if self.waiting.load(Ordering::SeqCst) > 0 {
            *kept = Some(session);
        } else {
            // The SMS has been taken: what goes wrong while parting is no trouble of its own.
            if let Err(trouble) = session.unbind().await {
                tracing::debug!(?trouble, "the message centre did not part well");
            }
        }
        Ok(())
    }

    /// A session kept for whoever waits next may have ended since.
    async fn still_there(&self, mut session: Session) -> Result<Session, SendTrouble> {
        match session.enquire().await {
            Ok(()) => Ok(session),
            Err(_) => Session::open(&self.peer, &self.bind).await,
        }
    }

    async fn look(&self) -> Result<(), SendTrouble> {
        let mut session = Session::open(&self.peer, &self.bind).await?;
        session.enquire().await?;
        session.unbind().await
    }
}

/// One that waits for the session; counted off also when it stops waiting.
struct Queued<'a>(&'a AtomicUsize);

impl<'a> Queued<'a> {
    fn enter(waiting: &'a AtomicUsize) -> Self {
        waiting.fetch_add(1, Ordering::SeqCst);
        Self(waiting)
    }
}

impl Drop for Queued<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// A number or a name.
fn source_of(source: &str) -> Result<pdu::Address, SettingsTrouble> {
    let digits = source.strip_prefix('+').unwrap_or(source);
    if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) && digits.len() <= SOURCE_DIGITS_MAX {
        // Short numbers belong to the network, not to a country.
        return Ok(if source.starts_with('+') { pdu::Address::number(digits) } else { pdu::Address::short(digits) });
    }
    let is_name =
        !source.is_empty() && source.len() <= SOURCE_NAME_MAX && source.bytes().all(|b| (0x20..0x7f).contains(&b));
    if is_name {
        return Ok(pdu::Address::name(source));
    }
    Err(SettingsTrouble::new(
        "SVITOK_SMPP_SOURCE",
        "a number of up to 15 digits, or a name of up to 11 Latin characters",
    ))
}

impl SmsTransport for SmppSms {
    fn send<'a>(&'a self, sms: &'a OutgoingSms) -> Sending<'a> {
        Box::pin(async move {
            let done = tokio::time::timeout(self.timeout, self.submit(sms)).await;
            done.unwrap_or_else(|_| Err(SendTrouble::later(Cause::Slow, "no answer in the time allowed")))
        })
    }

    fn probe(&self) -> Probed<'_> {
        Box::pin(async move {
            let done = tokio::time::timeout(self.timeout, self.look()).await;
            done.unwrap_or_else(|_| Err(SendTrouble::later(Cause::Slow, "no answer in the time allowed")))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings() -> SmppSettings {
        SmppSettings {
            host: "127.0.0.1".to_owned(),
            port: 2775,
            is_tls: false,
            system_id: "svitok".to_owned(),
            password: "secret".to_owned(),
            system_type: String::new(),
            source: "Svitok".to_owned(),
            timeout: Duration::from_secs(5),
            authorities_pem: None,
        }
    }

    #[test]
    fn settings_that_cannot_work() {
        assert!(SmppSms::open(settings()).is_ok());
        let long = |count: usize| "x".repeat(count);
        for (wrong, setting) in [
            (SmppSettings { system_id: String::new(), ..settings() }, "SVITOK_SMPP_SYSTEM_ID"),
            (SmppSettings { system_id: long(16), ..settings() }, "SVITOK_SMPP_SYSTEM_ID"),
            (SmppSettings { password: long(9), ..settings() }, "SVITOK_SMPP_PASSWORD"),
            (SmppSettings { password: "a b".to_owned(), ..settings() }, "SVITOK_SMPP_PASSWORD"),
            (SmppSettings { system_type: long(13), ..settings() }, "SVITOK_SMPP_SYSTEM_TYPE"),
            (SmppSettings { source: String::new(), ..settings() }, "SVITOK_SMPP_SOURCE"),
            (SmppSettings { source: long(12), ..settings() }, "SVITOK_SMPP_SOURCE"),
            (SmppSettings { source: "Свиток".to_owned(), ..settings() }, "SVITOK_SMPP_SOURCE"),
            (SmppSettings { timeout: Duration::ZERO, ..settings() }, "SVITOK_SMPP_TIMEOUT"),
        ] {
            assert_eq!(SmppSms::open(wrong).map(|_| ()).unwrap_err().setting, setting);
        }
    }
}
