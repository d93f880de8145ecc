//! A person asks an organization to let them in.

use super::{AccountRefusal, PeopleRefusal};
use kernel::{Moment, OrganizationId, UserId};
use std::time::Duration;

kernel::typed_id!(
    /// A request to become a member.
    pub struct AccessRequestId
);

/// Characters of a comment or of a reason: some sentences.
const COMMENT_CHARS_MAX: usize = 500;
/// Who was refused asks the same organization again after a week.
pub const ASK_AGAIN_AFTER: Duration = Duration::from_secs(7 * 24 * 3600);

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccessRequestState {
    /// Nobody has decided.
    Open,
    /// The person is a member.
    Approved,
    /// No, with a reason.
    Refused,
    /// The person changed their mind.
    Withdrawn,
}

impl AccessRequestState {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Open, Self::Approved, Self::Refused, Self::Withdrawn];

    /// The stored and shown name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Approved => "approved",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// By its stored name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessRequest {
    /// Its id.
    pub access_request_id: AccessRequestId,
    /// Whom.
    pub organization_id: OrganizationId,
    /// Who.
    pub user_id: UserId,
    /// What the person says.
    pub comment: String,
    /// Where it stands.
    pub state: AccessRequestState,
    /// Why it was refused.
    pub reason: Option<String>,
    /// When it was asked.
    pub created_at: Moment,
    /// When it was decided.
    pub decided_at: Option<Moment>,
}

impl AccessRequest {
    /// Refuses one that was decided.
    pub fn demand_open(&self) -> Result<(), AccountRefusal> {
        if self.state == AccessRequestState::Open { Ok(()) } else { Err(PeopleRefusal::RequestOver.into()) }
    }

    /// Refuses to ask while an earlier request of the same person waits, and for a week after a refusal.
    pub fn check_again(earlier: &[Self], now: Moment) -> Result<(), AccountRefusal> {
        if earlier.iter().any(|request| request.state == AccessRequestState::Open) {
            return Err(PeopleRefusal::AlreadyAsked.into());
        }
        let is_recent = |request: &&Self| {
            request.state == AccessRequestState::Refused
                && request.decided_at.is_some_and(|decided| now < decided.plus(ASK_AGAIN_AFTER))
        };
        if earlier.iter().any(|request| is_recent(&request)) { Err(PeopleRefusal::AskedTooSoon.into()) } else { Ok(()) }
    }
}

/// A comment or a reason: up to 500 characters, lines allowed, spaces around cut off.
pub fn comment(field: &'static str, text: &str) -> Result<String, AccountRefusal> {
    let text = text.trim();
    let is_plain = !text.chars().any(|c| c.is_control() && c != '\n');
    if is_plain && text.chars().count() <= COMMENT_CHARS_MAX {
        return Ok(text.to_owned());
    }
    Err(AccountRefusal::TextForm { field, accepted: "up to 500 characters" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Caller, Chance, Cx};

    #[test]
    fn when_one_may_ask_again() {
        let now = Moment::from_seconds(10_000_000);
        let cx = Cx::new(Caller::Nobody, now, Chance::from_seed([1; 32]));
        let request = |state, days: u64| AccessRequest {
            access_request_id: cx.new_id(),
            organization_id: cx.new_id(),
            user_id: cx.new_id(),
            comment: String::new(),
            state,
            reason: None,
            created_at: now.minus(Duration::from_secs(100 * 86_400)),
            decided_at: Some(now.minus(Duration::from_secs(days * 86_400))),
        };
        use AccessRequestState::{Approved, Open, Refused, Withdrawn};
        for (earlier, expected) in [
            (vec![], Ok(())),
            (vec![request(Withdrawn, 0), request(Approved, 0), request(Refused, 7)], Ok(())),
            (vec![request(Refused, 7), request(Open, 0)], Err(PeopleRefusal::AlreadyAsked.into())),
            (vec![request(Refused, 6)], Err(PeopleRefusal::AskedTooSoon.into())),
        ] {
            assert_eq!(AccessRequest::check_again(&earlier, now), expected);
        }
        for state in [Approved, Refused, Withdrawn] {
            assert_eq!(request(state, 0).demand_open(), Err(PeopleRefusal::RequestOver.into()));
        }
        assert_eq!(request(Open, 0).demand_open(), Ok(()));
    }

    #[test]
    fn comments() {
        assert_eq!(comment("comment", " Прошу\nдоступ ").unwrap(), "Прошу\nдоступ");
        assert!(comment("comment", &"я".repeat(501)).is_err() && comment("comment", "a\u{0}b").is_err());
    }
}
