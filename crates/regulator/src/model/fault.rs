//! What goes wrong on demand, so that the other side can show what it does then.

use crate::limits::{DELAY_MAX, FAULT_COUNT_MAX};
use crate::model::{RegulatorRefusal, Step};
use kernel::Moment;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// The faults that are set. They touch answers that are decided on after they were set; counts go down by one for every
/// answer they touched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Faults {
    /// Only answers of these steps are touched; none named, all are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<Step>,
    /// Every answer is so many seconds later.
    pub delay_seconds: u32,
    /// Until this moment of the simulator's clock (RFC 3339) nothing is taken and nothing is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outage_until: Option<String>,
    /// So many next answers are lost on the way.
    pub lose: u32,
    /// So many next answers come twice.
    pub double: u32,
    /// So many next answers are overtaken by the one that follows.
    pub out_of_order: u32,
    /// So many next answers carry signatures that do not fit.
    pub wrong_signature: u32,
    /// So many next receipts speak of a file that nobody sent.
    pub wrong_answer: u32,
}

/// What becomes of one answer on its way to the operator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It comes.
    #[default]
    Sent,
    /// It comes twice.
    Doubled,
    /// It waits until the next one has overtaken it.
    Held,
    /// It never comes.
    Lost,
}

impl Fate {
    /// Its word in the journal.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Doubled => "doubled",
            Self::Held => "held",
            Self::Lost => "lost",
        }
    }
}

impl Faults {
    /// Refuses numbers beyond the limits and an outage that is no moment.
    pub fn checked(self) -> Result<Self, RegulatorRefusal> {
        let counts = [
            ("lose", self.lose),
            ("double", self.double),
            ("out_of_order", self.out_of_order),
            ("wrong_signature", self.wrong_signature),
            ("wrong_answer", self.wrong_answer),
        ];
        if let Some((field, _)) = counts.into_iter().find(|(_, count)| *count > FAULT_COUNT_MAX) {
            return Err(RegulatorRefusal::Field(field));
        }
        if self.delay() > DELAY_MAX {
            return Err(RegulatorRefusal::Field("delay_seconds"));
        }
        if self.outage_until.as_deref().is_some_and(|until| Moment::parse_rfc3339(until).is_err()) {
            return Err(RegulatorRefusal::Field("outage_until"));
        }
        Ok(self)
    }

    /// When the outage ends that lasts now.
    pub fn outage(&self, now: Moment) -> Option<Moment> {
        let until = Moment::parse_rfc3339(self.outage_until.as_deref()?).ok()?;
        (until > now).then_some(until)
    }

    /// Decides what goes wrong with the next answer. Lost wins over doubled, doubled over held.
    pub fn next_trouble(&mut self, step: Step) -> Trouble {
        if !self.only.is_empty() && !self.only.contains(&step) {
            return Trouble::default();
        }
        let fate = if take(&mut self.lose) {
            Fate::Lost
        } else if take(&mut self.double) {
            Fate::Doubled
        } else if take(&mut self.out_of_order) {
            Fate::Held
        } else {
            Fate::Sent
        };
        Trouble {
            fate,
            delay_seconds: self.delay_seconds,
            wrong_signature: take(&mut self.wrong_signature),
            wrong_answer: take(&mut self.wrong_answer),
        }
    }

    fn delay(&self) -> Duration {
        Duration::from_secs(u64::from(self.delay_seconds))
    }
}

/// What goes wrong with one answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// What becomes of it on its way.
    pub fate: Fate,
    /// So much later.
    pub delay_seconds: u32,
    /// Its signatures do not fit.
    pub wrong_signature: bool,
    /// It speaks of a file that nobody sent.
    pub wrong_answer: bool,
}

impl Trouble {
    /// How much later.
    pub fn delay(&self) -> Duration {
        Duration::from_secs(u64::from(self.delay_seconds))
    }
}

fn take(count: &mut u32) -> bool {
    let is_due = *count > 0;
    *count = count.saturating_sub(1);
    is_due
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fault_touches_as_many_answers_as_it_says() {
        let mut faults = Faults { lose: 1, double: 1, out_of_order: 1, ..Faults::default() };
        let fates: Vec<Fate> = (0..5).map(|_| faults.next_trouble(Step::Notice).fate).collect();
        assert_eq!(fates, [Fate::Lost, Fate::Doubled, Fate::Held, Fate::Sent, Fate::Sent]);
        assert_eq!(faults, Faults::default());
        let mut faults = Faults { wrong_signature: 1, wrong_answer: 2, delay_seconds: 5, ..Faults::default() };
        let wrong = [0; 3].map(|_| faults.next_trouble(Step::Entry)).map(|t| (t.wrong_signature, t.wrong_answer));
        assert_eq!(wrong, [(true, true), (false, true), (false, false)]);
        assert_eq!(faults.next_trouble(Step::Entry).delay(), Duration::from_secs(5));
    }

    #[test]
    fn a_step_that_is_not_named_is_left_alone() {
        let mut faults = Faults { lose: 1, only: vec![Step::Acceptance], ..Faults::default() };
        assert_eq!(faults.next_trouble(Step::Notice), Trouble::default());
        assert_eq!(faults.next_trouble(Step::Acceptance).fate, Fate::Lost);
        assert_eq!(faults.lose, 0);
    }

    #[test]
    fn an_outage_ends_by_the_clock() {
        let faults = Faults { outage_until: Some("2026-11-28T10:00:00Z".to_owned()), ..Faults::default() };
        let at = |text: &str| Moment::parse_rfc3339(text).unwrap();
        assert!(faults.outage(at("2026-11-28T09:59:59Z")).is_some());
        assert_eq!(faults.outage(at("2026-11-28T10:00:00Z")), None);
    }

    #[test]
    fn what_is_beyond_the_limits_is_refused() {
        let refused = |faults: Faults| match faults.checked() {
            Err(RegulatorRefusal::Field(field)) => field,
            other => panic!("{other:?}"),
        };
        assert_eq!(refused(Faults { lose: FAULT_COUNT_MAX + 1, ..Faults::default() }), "lose");
        assert_eq!(refused(Faults { delay_seconds: u32::MAX, ..Faults::default() }), "delay_seconds");
        assert_eq!(refused(Faults { outage_until: Some("завтра".to_owned()), ..Faults::default() }), "outage_until");
        assert!(Faults::default().checked().is_ok());
    }
}
