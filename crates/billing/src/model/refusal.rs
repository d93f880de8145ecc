//! Every "no" of this room.

use kernel::{Refusal, RefusalKind};

/// A rule of the room said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BillingRefusal {
    /// The free documents are spent, and the host lets nothing go after them.
    #[error("the free outgoing documents of this organization are spent")]
    FreeSpent,
}

impl Refusal for BillingRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::FreeSpent => "billing.documents.free-spent",
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::FreeSpent => RefusalKind::PaymentNeeded,
        }
    }
}
