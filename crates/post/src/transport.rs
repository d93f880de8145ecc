//! What takes letters and SMS from here: one implementation by mail, two by SMS.

use crate::http_sms::HttpSms;
use crate::letter::LetterId;
use crate::settings::{SettingsTrouble, SmsSettings, SmtpSettings};
use crate::smpp::SmppSms;
use crate::sms::{Phone, SmsId};
use crate::smtp::SmtpMail;
use kernel::Moment;
use std::fmt;
use std::sync::Arc;
use store::BoxFuture;

/// Characters of a gateway's answer that are kept: enough for a code and a sentence.
const DETAIL_CHARS_MAX: usize = 300;

/// Why an attempt did not succeed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// No connection, or it broke.
    Unreachable,
    /// No answer in the time allowed.
    Slow,
    /// The secure connection was not agreed on: an unknown certificate, another name.
    Tls,
    /// The gateway does not accept our login and password.
    Credentials,
    /// The gateway asks to come later.
    Busy,
    /// The gateway refuses the addressee, the sender or the text.
    Refused,
    /// The gateway answered what its protocol does not allow.
    Garbled,
}

impl Cause {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Unreachable, Self::Slow, Self::Tls, Self::Credentials, Self::Busy, Self::Refused, Self::Garbled];

    /// Name for programs and columns.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Slow => "slow",
            Self::Tls => "tls",
            Self::Credentials => "credentials",
            Self::Busy => "busy",
            Self::Refused => "refused",
            Self::Garbled => "garbled",
        }
    }

    /// Key of the person's text.
    #[must_use]
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::Unreachable => "post-cause-unreachable",
            Self::Slow => "post-cause-slow",
            Self::Tls => "post-cause-tls",
            Self::Credentials => "post-cause-credentials",
            Self::Busy => "post-cause-busy",
            Self::Refused => "post-cause-refused",
            Self::Garbled => "post-cause-garbled",
        }
    }

    /// By its stored name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.name() == name)
    }
}

/// An attempt that did not succeed. The detail may hold the addressee: it is for the outbox, not for logs.
#[derive(Clone, PartialEq, Eq)]
pub struct SendTrouble {
    /// Whether trying again makes no sense.
    pub is_final: bool,
    /// Why.
    pub cause: Cause,
    /// The gateway's own words.
    pub detail: String,
}

impl fmt::Debug for SendTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { is_final, cause, .. } = self;
        f.debug_struct("SendTrouble").field("is_final", is_final).field("cause", cause).finish_non_exhaustive()
    }
}

impl SendTrouble {
    /// To be tried again later.
    #[must_use]
    pub fn later(cause: Cause, detail: &str) -> Self {
        Self { is_final: false, cause, detail: shortened(detail) }
    }

    /// Refused for good.
    #[must_use]
    pub fn never(detail: &str) -> Self {
        Self { is_final: true, cause: Cause::Refused, detail: shortened(detail) }
    }
}

/// One line of bounded length: answers of gateways are foreign text.
fn shortened(detail: &str) -> String {
    detail.chars().map(|c| if c.is_control() { ' ' } else { c }).take(DETAIL_CHARS_MAX).collect()
}

/// A letter on its way.
#[derive(Clone)]
pub struct OutgoingLetter {
    /// Which: stands in its `Message-ID`, so that a reader's program knows a letter sent twice.
    pub letter_id: LetterId,
    /// To whom.
    pub address: String,
    /// About what.
    pub subject: String,
    /// What.
    pub body: String,
    /// When it was written: its `Date`.
    pub created_at: Moment,
}

impl fmt::Debug for OutgoingLetter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OutgoingLetter").field("letter_id", &self.letter_id).finish_non_exhaustive()
    }
}

/// An SMS on its way.
#[derive(Clone)]
pub struct OutgoingSms {
    /// Which.
    pub sms_id: SmsId,
    /// To whom.
    pub phone: Phone,
    /// What.
    pub text: String,
}

impl fmt::Debug for OutgoingSms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OutgoingSms").field("sms_id", &self.sms_id).finish_non_exhaustive()
    }
}

/// The gateway took it, or why not.
pub type Sending<'a> = BoxFuture<'a, Result<(), SendTrouble>>;
/// What a try of the connection showed: who answered.
pub type Probed<'a> = BoxFuture<'a, Result<(), SendTrouble>>;

/// Takes letters.
pub trait LetterTransport: fmt::Debug + Send + Sync {
    /// Hands the letter over. Done twice for one letter, the reader may see it twice.
    fn send<'a>(&'a self, letter: &'a OutgoingLetter) -> Sending<'a>;
    /// Connects and signs in without sending anything.
    fn probe(&self) -> Probed<'_>;
}

/// Takes SMS.
pub trait SmsTransport: fmt::Debug + Send + Sync {
    /// Hands the SMS over. Done twice for one SMS, the reader may see it twice.
    fn send<'a>(&'a self, sms: &'a OutgoingSms) -> Sending<'a>;
    /// Connects, and signs in where the protocol knows that, without sending anything.
    fn probe(&self) -> Probed<'_>;
}

/// What this installation sends by. Without one, what would go by it stays in the outbox and says so.
#[derive(Debug, Clone, Default)]
pub struct Gateways {
    /// For letters.
    pub letters: Option<Arc<dyn LetterTransport>>,
    /// For SMS.
    pub sms: Option<Arc<dyn SmsTransport>>,
}

impl Gateways {
    /// The gateways of these settings. Refuses settings that cannot work; connects nowhere yet.
    pub fn open(smtp: Option<SmtpSettings>, sms: Option<SmsSettings>) -> Result<Self, SettingsTrouble> {
        let letters = match smtp {
            None => None,
            Some(settings) => Some(Arc::new(SmtpMail::open(settings)?) as Arc<dyn LetterTransport>),
        };
        let sms = match sms {
            None => None,
            Some(SmsSettings::Http(settings)) => Some(Arc::new(HttpSms::open(settings)?) as Arc<dyn SmsTransport>),
            Some(SmsSettings::Smpp(settings)) => Some(Arc::new(SmppSms::open(settings)?) as Arc<dyn SmsTransport>),
        };
        Ok(Self { letters, sms })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_come_back() {
        for cause in Cause::ALL {
            assert_eq!(Cause::parse(cause.name()), Some(cause));
        }
        assert_eq!(Cause::parse("Busy"), None);
    }

    #[test]
    fn details_are_one_bounded_line_and_not_printed() {
        let trouble = SendTrouble::never(&format!("550 no\r\nsuch user{}", "я".repeat(1000)));
        assert_eq!(trouble.detail.chars().count(), DETAIL_CHARS_MAX);
        assert!(!trouble.detail.contains('\n') && trouble.detail.starts_with("550 no  such user"));
        assert!(!format!("{trouble:?}").contains("such user"));
    }
}
