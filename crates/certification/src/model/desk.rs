//! The operators' desk: who sits at it, and its clock.

use super::application::{Application, Claim};
use kernel::{CivilDate, Moment, UserId, WorkCalendar};
use serde::{Deserialize, Serialize};

/// An application is looked at within so many working days after the day it was handed in: what the field promises.
const CHECK_WORKING_DAYS: u16 = 3;

/// What a person may do at the desk; an administrator of the host grants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeskRole {
    /// Checks applications, approves and rejects, sees people in person.
    Operator,
    /// Registration office of a service centre: sees people in person and records it; decides nothing.
    Office,
}

impl DeskRole {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Operator, Self::Office];

    /// Stable word, as kept and as sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Office => "office",
        }
    }

    /// Reads the stable word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// The last day on which the check is in time. `None` where the production calendar of that year is not known here: a
/// day is never guessed.
pub(crate) fn due_on(calendar: &WorkCalendar, submitted_at: Moment) -> Option<CivilDate> {
    calendar.add_working_days(submitted_at.civil_date_msk(), CHECK_WORKING_DAYS).ok()
}

/// The claim while it lasts: one that ran out keeps nobody else away.
pub(crate) fn claim_at(application: &Application, now: Moment) -> Option<Claim> {
    application.claim.filter(|claim| claim.until > now)
}

/// Part of the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = DeskQueueState)]
pub enum QueueState {
    /// Nobody is at work on it.
    Free,
    /// The asker is at work on it.
    Mine,
    /// Approved once; waits for another person.
    SecondLook,
    /// The day of the promise has passed.
    Late,
}

impl QueueState {
    /// Whether an application of the queue is of this part, for who asks now.
    pub(crate) fn holds(self, (application, due_on): (&Application, Option<&str>), by: UserId, now: Moment) -> bool {
        let claim = claim_at(application, now);
        match self {
            Self::Free => claim.is_none(),
            Self::Mine => claim.is_some_and(|claim| claim.by == by),
            Self::SecondLook => application.first_approver.is_some(),
            // ISO days stand in the order of their letters.
            Self::Late => due_on.is_some_and(|day| day < now.civil_date_msk().to_string().as_str()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ApplicationKind, Identity};
    use kernel::TypedId as _;

    #[test]
    fn an_application_is_in_its_parts_of_the_queue() {
        let person = |number| UserId::from_uuid(kernel::uuid::Uuid::from_u128(number));
        let (me, other) = (person(1), person(2));
        let now = Moment::parse_rfc3339("2026-11-26T10:00:00Z").unwrap();
        let until = now.plus(std::time::Duration::from_secs(60));
        let mut application = Application::new(person(3), ApplicationKind::First, Identity::Claimed);
        let parts = |application: &Application, due_on| {
            let all = [QueueState::Free, QueueState::Mine, QueueState::SecondLook, QueueState::Late];
            all.map(|part| part.holds((application, due_on), me, now))
        };
        assert_eq!(parts(&application, Some("2026-11-26")), [true, false, false, false], "the last day is in time");
        assert_eq!(parts(&application, Some("2026-11-25")), [true, false, false, true]);
        assert_eq!(parts(&application, None), [true, false, false, false], "an unknown day is never late");
        application.first_approver = Some(other);
        application.claim = Some(Claim { by: me, until });
        assert_eq!(parts(&application, None), [false, true, true, false]);
        application.claim = Some(Claim { by: other, until });
        assert_eq!(parts(&application, None), [false, false, true, false]);
        application.claim = Some(Claim { by: me, until: now });
        assert_eq!(parts(&application, None), [true, false, true, false], "a claim that ran out is none");
    }

    #[test]
    fn three_working_days_by_the_calendar() {
        let mut calendar = WorkCalendar::default();
        calendar.load_year(2026, []);
        let day = |text| due_on(&calendar, Moment::parse_rfc3339(text).unwrap()).map(|day| day.to_string());
        // A Thursday: Friday, Monday, Tuesday.
        assert_eq!(day("2026-11-26T10:00:00Z").as_deref(), Some("2026-12-01"));
        // Late in the evening of Greenwich it is Friday in Moscow.
        assert_eq!(day("2026-11-26T22:00:00Z").as_deref(), Some("2026-12-02"));
        assert_eq!(day("2026-12-31T10:00:00Z"), None, "the next year's calendar is not known");
    }
}
