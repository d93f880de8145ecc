//! What became of a letter or an SMS.

use crate::transport::Cause;
use kernel::Moment;

/// By which way something goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// By mail.
    Letter,
    /// By SMS.
    Sms,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SendState {
    /// Its job has not run yet, or waits to try again.
    Waiting,
    /// The gateway took it. Whether it was read nobody knows.
    Sent,
    /// Not sent: no gateway is set. It is to be read in the outbox.
    NoGateway,
    /// Not sent: the gateway refused it for good.
    Refused,
    /// Not sent: the gateway could not be reached in all the attempts.
    GaveUp,
    /// Not sent: what it tells was over before the gateway took it.
    Late,
}

impl SendState {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Waiting, Self::Sent, Self::NoGateway, Self::Refused, Self::GaveUp, Self::Late];

    /// Name for programs.
    #[must_use]
    pub const fn name(self, channel: Channel) -> &'static str {
        match (self, channel) {
            (Self::Waiting, _) => "waiting",
            (Self::Sent, _) => "sent",
            (Self::NoGateway, Channel::Letter) => "no-mail-server",
            (Self::NoGateway, Channel::Sms) => "no-sms-gateway",
            (Self::Refused, _) => "refused",
            (Self::GaveUp, _) => "gave-up",
            (Self::Late, _) => "late",
        }
    }

    /// Key of the person's text.
    #[must_use]
    pub const fn text_key(self, channel: Channel) -> &'static str {
        match (self, channel) {
            (Self::Waiting, Channel::Letter) => "post-letter-waiting",
            (Self::Waiting, Channel::Sms) => "post-sms-waiting",
            (Self::Sent, Channel::Letter) => "post-letter-sent",
            (Self::Sent, Channel::Sms) => "post-sms-sent",
            (Self::NoGateway, Channel::Letter) => "post-letter-no-mail-server",
            (Self::NoGateway, Channel::Sms) => "post-sms-no-sms-gateway",
            (Self::Refused, Channel::Letter) => "post-letter-refused",
            (Self::Refused, Channel::Sms) => "post-sms-refused",
            (Self::GaveUp, Channel::Letter) => "post-letter-gave-up",
            (Self::GaveUp, Channel::Sms) => "post-sms-gave-up",
            (Self::Late, Channel::Letter) => "post-letter-late",
            (Self::Late, Channel::Sms) => "post-sms-late",
        }
    }

    /// Whether an administrator may send it once more.
    #[must_use]
    pub const fn may_go_again(self) -> bool {
        matches!(self, Self::NoGateway | Self::Refused | Self::GaveUp)
    }

    /// The stored columns `state` and `outcome`.
    pub(crate) const fn columns(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Waiting => ("waiting", None),
            Self::NoGateway => ("unsent", None),
            Self::Sent => ("waiting", Some("sent")),
            Self::Refused => ("waiting", Some("refused")),
            Self::GaveUp => ("waiting", Some("gave-up")),
            Self::Late => ("waiting", Some("late")),
        }
    }

    /// Back from the columns.
    pub(crate) fn of_columns(state: &str, outcome: Option<&str>) -> Option<Self> {
        Self::ALL.into_iter().find(|each| {
            let (known, decided) = each.columns();
            decided == outcome && (outcome.is_some() || known == state)
        })
    }
}

/// How far sending has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fate {
    /// Where it stands.
    pub state: SendState,
    /// Why the last attempt did not succeed.
    pub cause: Option<Cause>,
    /// The gateway's own words about it.
    pub detail: Option<String>,
    /// Attempts that did not succeed.
    pub attempts: i64,
    /// When the last one was made.
    pub tried_at: Option<Moment>,
    /// When it was decided for good.
    pub settled_at: Option<Moment>,
    /// After this moment it tells nothing of use and is not sent.
    pub useful_until: Option<Moment>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_come_back_from_their_columns() {
        for state in SendState::ALL {
            let (known, outcome) = state.columns();
            assert_eq!(SendState::of_columns(known, outcome), Some(state));
        }
        for (state, outcome) in [("sent", None), ("", None), ("waiting", Some("lost")), ("unsent", Some(""))] {
            assert_eq!(SendState::of_columns(state, outcome), None, "{state} {outcome:?}");
        }
        assert_eq!(SendState::of_columns("unsent", Some("sent")), Some(SendState::Sent), "the outcome tells");
    }

    #[test]
    fn what_may_go_again() {
        let again: Vec<_> = SendState::ALL.into_iter().filter(|state| state.may_go_again()).collect();
        assert_eq!(again, [SendState::NoGateway, SendState::Refused, SendState::GaveUp]);
    }
}
