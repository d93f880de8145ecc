//! Why it cannot be said what is to be paid.

use kernel::{Refusal, RefusalKind};
use thiserror::Error;

/// A document that says nothing of payments, or says it unreadably.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DuesRefusal {
    #[error("no file of dues is about this form and version")]
    UnknownForm,
    #[error("{code}: a value there is no number, or too large")]
    Value {
        /// Which due: `rsv.staff.3`.
        code: String,
    },
}

impl Refusal for DuesRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownForm => "payments.dues.unknown-form",
            Self::Value { .. } => "payments.dues.value",
        }
    }

    fn kind(&self) -> RefusalKind {
        RefusalKind::Invalid
    }
}
