//! What is kept of a docflow that a subscriber began.

use crate::model::{Filing, Judgement, Party, Step};
use kernel::Moment;
use serde::{Deserialize, Serialize};

/// One docflow as the authority sees it: written once, when the first container was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Code of the authority.
    pub authority: String,
    /// Id of the subscriber in containers.
    pub subscriber: String,
    /// The operator's three characters.
    pub operator: String,
    /// What the report, the letter or the request says of itself.
    pub filing: Filing,
    /// Who sent it, as the operator registered him.
    pub sender: Party,
    /// When it was filed, microseconds UTC.
    filed_at: i64,
    /// When it reached the authority, microseconds UTC.
    received_at: i64,
    /// What the authority says to it.
    pub judgement: Judgement,
}

impl Case {
    /// A new one. `filed_at` is the moment the operator confirmed.
    pub fn new(
        (authority, subscriber, operator): (&str, &str, &str),
        (filing, sender): (Filing, Party),
        (filed_at, received_at): (Moment, Moment),
        judgement: Judgement,
    ) -> Self {
        Self {
            authority: authority.to_owned(),
            subscriber: subscriber.to_owned(),
            operator: operator.to_owned(),
            filing,
            sender,
            filed_at: filed_at.micros(),
            received_at: received_at.micros(),
            judgement,
        }
    }

    /// When it was filed.
    pub fn filed_at(&self) -> Moment {
        Moment::from_micros(self.filed_at)
    }

    /// When it reached the authority.
    pub fn received_at(&self) -> Moment {
        Moment::from_micros(self.received_at)
    }

    /// The step that says whether it was taken.
    pub fn answer(&self) -> Step {
        match self.judgement {
            Judgement::Accepted | Judgement::ToCorrect(_) => Step::Acceptance,
            Judgement::Refused(_) => Step::Refusal,
        }
    }

    /// The step that follows when the subscriber has confirmed the answer; a refusal ends it all.
    pub fn outcome(&self) -> Option<Step> {
        match self.judgement {
            Judgement::Accepted => Some(Step::Entry),
            Judgement::ToCorrect(_) => Some(Step::Clarification),
            Judgement::Refused(_) => None,
        }
    }
}
