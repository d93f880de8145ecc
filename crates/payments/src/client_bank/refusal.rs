//! Why a bank's file cannot be read or written.

use kernel::{Refusal, RefusalKind};
use thiserror::Error;

/// Nothing of a file is taken when a rule is broken: a payment lost is worse than none read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BankFileRefusal {
    #[error("the first line is not 1CClientBankExchange")]
    NotExchange,
    #[error("more than {limit} {what}")]
    TooLarge {
        /// `bytes`, `sections` or `fields`.
        what: &'static str,
        limit: usize,
    },
    #[error("the file ends before its last line")]
    Cut,
    #[error("a character that the encoding lacks")]
    Encoding,
}

impl Refusal for BankFileRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotExchange => "payments.bank-file.not-exchange",
            Self::TooLarge { .. } => "payments.bank-file.too-large",
            Self::Cut => "payments.bank-file.cut",
            Self::Encoding => "payments.bank-file.encoding",
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::TooLarge { .. } => RefusalKind::TooLarge,
            _ => RefusalKind::Invalid,
        }
    }

    fn figures(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge { what, limit } => vec![("what", (*what).to_owned()), ("limit", limit.to_string())],
            _ => Vec::new(),
        }
    }
}
