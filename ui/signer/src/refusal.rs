//! What the module itself refuses; refusals of `pki` pass through it with their own codes.

use kernel::{Refusal, RefusalKind};
use pki::PkiRefusal;
use serde_json::{Map, Value};

/// A call was refused. One variant per rule; a page shows the text of the code with the arguments.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum SignerRefusal {
    /// A buffer, a request or one of its fields has not the shape the call wants: a fault of the calling script.
    #[error("the call is not well-formed: {0}")]
    Call(String),
    /// There is no such key: never made here, or dropped.
    #[error("there is no key {0}")]
    UnknownKey(u32),
    /// There is no such stream: never begun, ended or dropped.
    #[error("there is no stream {0}")]
    UnknownStream(u32),
    /// There is no such buffer.
    #[error("there is no buffer {0}")]
    UnknownBuffer(u32),
    /// As many things of a kind are held as may be.
    #[error("no more than {limit} {what} at once")]
    TooMany {
        /// What is counted.
        what: &'static str,
        /// The limit.
        limit: usize,
    },
    /// The chance brought along is too short or one octet repeated.
    #[error("at least {needed} bytes of chance are needed, not all alike")]
    Chance {
        /// How many.
        needed: usize,
    },
    /// No parameter set has this name.
    #[error("no parameter set has this name")]
    UnknownSet,
    /// No attribute of a name is called so, and it is no object identifier.
    #[error("no attribute of a name is called so: {0}")]
    UnknownAttribute(String),
    /// The stream was not hashed with the digest that the key signs or the signature wants.
    #[error("the content was hashed with another digest than is needed")]
    OtherDigest,
    /// Nobody is to sign.
    #[error("no signer is named")]
    NoSigner,
    /// A rule of `pki`.
    #[error(transparent)]
    Pki(#[from] PkiRefusal),
}

impl SignerRefusal {
    /// What the text of the code speaks of.
    #[must_use]
    pub fn arguments(&self) -> Map<String, Value> {
        let one = |name: &str, value: Value| Map::from_iter([(name.to_owned(), value)]);
        match self {
            Self::TooMany { what, limit } => {
                Map::from_iter([("what".to_owned(), (*what).into()), ("limit".to_owned(), (*limit).into())])
            }
            Self::Chance { needed } => one("needed", (*needed).into()),
            Self::UnknownAttribute(name) => one("name", name.as_str().into()),
            Self::Pki(PkiRefusal::OverLimit { what, limit }) => {
                Map::from_iter([("what".to_owned(), (*what).into()), ("limit".to_owned(), (*limit).into())])
            }
            Self::Pki(PkiRefusal::NameValue(label)) => one("attribute", (*label).into()),
            _ => Map::new(),
        }
    }
}

impl Refusal for SignerRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Call(_) => "signer.call",
            Self::UnknownKey(_) => "signer.key.unknown",
            Self::UnknownStream(_) => "signer.stream.unknown",
            Self::UnknownBuffer(_) => "signer.buffer.unknown",
            Self::TooMany { .. } => "signer.too-many",
            Self::Chance { .. } => "signer.chance",
            Self::UnknownSet => "signer.set.unknown",
            Self::UnknownAttribute(_) => "signer.attribute.unknown",
            Self::OtherDigest => "signer.digest.other",
            Self::NoSigner => "signer.no-signer",
            Self::Pki(refusal) => refusal.code(),
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::UnknownKey(_) | Self::UnknownStream(_) | Self::UnknownBuffer(_) => RefusalKind::NotFound,
            Self::TooMany { .. } => RefusalKind::TooLarge,
            Self::Pki(refusal) => refusal.kind(),
            _ => RefusalKind::Invalid,
        }
    }
}
