//! What is counted, why, and what the host allows.

mod refusal;

pub use refusal::BillingRefusal;

use kernel::{BoxId, Moment, uuid::Uuid};

/// What comes after the free documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterFree {
    /// Sending goes on, the meter counts on.
    Counted,
    /// A message that would pass them is refused.
    Refused,
}

impl AfterFree {
    /// Its name in settings and answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::Refused => "refused",
        }
    }
}

/// What the host decided for all organizations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tariff {
    /// Outgoing documents that cost nothing, for each organization and for good.
    pub free_documents: u32,
    /// What comes after them.
    pub after_free: AfterFree,
}

impl Tariff {
    /// Whether a message may go with which the meter stands at `counted`. Refuses past the free documents where the host said so.
    pub fn admit(self, counted: u64) -> Result<(), BillingRefusal> {
        let spent = counted > u64::from(self.free_documents);
        if spent && self.after_free == AfterFree::Refused { Err(BillingRefusal::FreeSpent) } else { Ok(()) }
    }

    /// Free documents that are left.
    #[must_use]
    pub fn left(self, counted: u64) -> u64 {
        u64::from(self.free_documents).saturating_sub(counted)
    }
}

/// Why documents were counted, or were not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Sent to another organization: counted.
    Outgoing,
    /// One of the two organizations is a test one: not counted.
    Test,
}

impl Reason {
    /// Whether the documents are counted.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, Self::Outgoing)
    }

    /// Its name in tables and answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outgoing => "outgoing",
            Self::Test => "test",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        [Self::Outgoing, Self::Test].into_iter().find(|reason| reason.name() == name)
    }
}

/// One sent message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The message.
    pub message_id: Uuid,
    /// The box it left.
    pub box_id: BoxId,
    /// When.
    pub counted_at: Moment,
    /// Its documents.
    pub documents: u64,
    /// Why they were counted, or were not.
    pub reason: Reason,
}

/// The sums of an organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Meter {
    /// Documents that count.
    pub counted: u64,
    /// Documents that were sent and do not count.
    pub not_counted: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn tariff(free_documents: u32, after_free: AfterFree) -> Tariff {
        Tariff { free_documents, after_free }
    }

    #[test]
    fn the_last_free_document_goes_and_the_next_is_the_hosts_decision() {
        for counted in [0, 49, 50, 51, u64::MAX] {
            assert_eq!(tariff(50, AfterFree::Counted).admit(counted), Ok(()));
        }
        for (counted, admitted) in [(0, true), (50, true), (51, false), (u64::MAX, false)] {
            assert_eq!(tariff(50, AfterFree::Refused).admit(counted).is_ok(), admitted, "{counted}");
        }
        assert_eq!(tariff(0, AfterFree::Refused).admit(1), Err(BillingRefusal::FreeSpent));
    }

    #[test]
    fn what_is_left_never_goes_below_nothing() {
        for (counted, left) in [(0, 50), (12, 38), (50, 0), (51, 0), (u64::MAX, 0)] {
            assert_eq!(tariff(50, AfterFree::Counted).left(counted), left);
        }
    }

    #[test]
    fn reasons_are_read_as_they_are_written() {
        for reason in [Reason::Outgoing, Reason::Test] {
            assert_eq!(Reason::parse(reason.name()), Some(reason));
        }
        assert_eq!(Reason::parse("incoming"), None);
    }
}
