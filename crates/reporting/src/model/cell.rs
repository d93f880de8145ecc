//! A cell of the report table: how one payer stands with one form of one period.

use kernel::CivilDate;
use serde::{Deserialize, Serialize};

use super::flow::{Status, Success};

/// The twelve states of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CellState {
    /// Refused, and nothing was sent since.
    Declined,
    /// Not sent, and the day is past.
    NotSentAfterDeadline,
    /// Sent after the day; not answered yet.
    SentAfterDeadline,
    /// Accepted, and a correction of it was refused.
    AcceptedWithRebuke,
    /// Not sent; there is time.
    NotSent,
    /// Sent in time; not answered yet.
    Sent,
    /// Accepted, sent after the day.
    AcceptedAfterDeadline,
    /// Accepted, and a newer one is on its way.
    AcceptedWithSent,
    /// Marked by a person as filed elsewhere.
    AcceptedCustom,
    /// Accepted, sent in time.
    Accepted,
    /// Accepted, and corrections are asked for.
    AcceptedWithWarning,
    /// Marked by a person as not required.
    NotRequired,
}

/// A person's word on a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CellMark {
    /// Filed elsewhere: on paper, by another operator.
    Filed,
    /// Not required of this payer.
    NotRequired,
}

impl CellMark {
    /// As the base writes it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Filed => "filed",
            Self::NotRequired => "not-required",
        }
    }

    /// The mark a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Filed, Self::NotRequired].into_iter().find(|mark| mark.word() == word)
    }
}

/// A docflow of the cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filed {
    /// Where it stands.
    pub status: Status,
    /// What came of it.
    pub success: Success,
    /// The day the operator confirmed.
    pub on: CivilDate,
}

impl Filed {
    /// Accepted: the entry was told, or the acceptance that comes before it.
    fn is_accepted(self) -> bool {
        matches!(self.success, Success::Successful | Success::Warning)
    }
}

/// How a cell stands on `today`; `filed` in the order of sending. A docflow speaks before a person's mark.
#[must_use]
pub fn state(due_on: Option<CivilDate>, filed: &[Filed], mark: Option<CellMark>, today: CivilDate) -> CellState {
    let is_late = |on: CivilDate| due_on.is_some_and(|due| on > due);
    let accepted = filed.iter().position(|one| one.is_accepted());
    let Some(last) = filed.last() else {
        return match mark {
            Some(CellMark::Filed) => CellState::AcceptedCustom,
            Some(CellMark::NotRequired) => CellState::NotRequired,
            None if is_late(today) => CellState::NotSentAfterDeadline,
            None => CellState::NotSent,
        };
    };
    match (accepted.and_then(|place| filed.get(place)), last.success) {
        (Some(_), Success::Failed) => CellState::AcceptedWithRebuke,
        (Some(_), Success::Neutral) => CellState::AcceptedWithSent,
        (Some(_), Success::Warning) => CellState::AcceptedWithWarning,
        (Some(first), Success::Successful) if is_late(first.on) => CellState::AcceptedAfterDeadline,
        (Some(_), Success::Successful) => CellState::Accepted,
        (None, Success::Failed) => CellState::Declined,
        (None, _) if is_late(filed.first().map_or(last.on, |first| first.on)) => CellState::SentAfterDeadline,
        (None, _) => CellState::Sent,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reports with their days, the mark, today, and the state.
    type Case<'a> = (&'a [(Success, &'a str)], Option<CellMark>, CivilDate, CellState);

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn filed(success: Success, on: &str) -> Filed {
        let status = if success == Success::Neutral { Status::Sent } else { Status::Finished };
        Filed { status, success, on: day(on) }
    }

    #[test]
    fn each_of_the_twelve_states_is_reached() {
        use Success::{Failed, Neutral, Successful, Warning};
        let due = Some(day("2026-04-27"));
        let (before, after) = (day("2026-04-20"), day("2026-05-20"));
        let cases: [Case<'_>; 16] = [
            (&[], None, before, CellState::NotSent),
            (&[], None, day("2026-04-27"), CellState::NotSent),
            (&[], None, after, CellState::NotSentAfterDeadline),
            (&[], Some(CellMark::Filed), after, CellState::AcceptedCustom),
            (&[], Some(CellMark::NotRequired), after, CellState::NotRequired),
            (&[(Neutral, "2026-04-27")], None, after, CellState::Sent),
            (&[(Neutral, "2026-04-28")], None, after, CellState::SentAfterDeadline),
            (&[(Failed, "2026-04-20")], None, after, CellState::Declined),
            (&[(Successful, "2026-04-20")], None, after, CellState::Accepted),
            (&[(Successful, "2026-05-01")], None, after, CellState::AcceptedAfterDeadline),
            (&[(Warning, "2026-04-20")], None, after, CellState::AcceptedWithWarning),
            (&[(Successful, "2026-04-20"), (Neutral, "2026-05-01")], None, after, CellState::AcceptedWithSent),
            (&[(Successful, "2026-04-20"), (Failed, "2026-05-01")], None, after, CellState::AcceptedWithRebuke),
            (&[(Failed, "2026-04-20"), (Successful, "2026-04-22")], None, after, CellState::Accepted),
            (&[(Failed, "2026-04-20"), (Neutral, "2026-05-01")], None, after, CellState::Sent),
            (&[(Successful, "2026-04-20")], Some(CellMark::NotRequired), after, CellState::Accepted),
        ];
        for (docflows, mark, today, wanted) in cases {
            let filed: Vec<Filed> = docflows.iter().map(|(success, on)| filed(*success, on)).collect();
            assert_eq!(state(due, &filed, mark, today), wanted, "{docflows:?} {mark:?} {today}");
        }
        assert_eq!(state(None, &[], None, after), CellState::NotSent);
    }
}
