//! Why a contract or a title is not translated.

use formats::FormatRefusal;
use thiserror::Error;

/// A contract or a title this module will not translate. Messages name paths, rules and shapes, never contents.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ContractRefusal {
    /// No table for this type, function, version and title.
    #[error("no user contract for the type, function, version and title asked for")]
    VersionUnknown,
    /// More bytes than [`super::CONTRACT_BYTES_MAX`].
    #[error("the file has {size_bytes} bytes, at most {size_bytes_max} are taken")]
    TooLarge { size_bytes: usize, size_bytes_max: usize },
    /// More tags than [`super::CONTRACT_TAGS_MAX`].
    #[error("the file has more than {count_max} tags")]
    TooMany { count_max: usize },
    /// Not well-formed, a document type definition, an entity, an encoding that is not taken, too deep.
    #[error("the file cannot be read: {0}")]
    NotXml(FormatRefusal),
    /// The root element is of another contract or title.
    #[error("the root element is not {expected}")]
    OtherRoot { expected: String },
    /// An element or attribute the contract does not have.
    #[error("{path}: the contract has no such element or attribute")]
    Unknown { path: String },
    /// An obligatory element or attribute is absent.
    #[error("{path}: absent, but obligatory")]
    Missing { path: String },
    /// More, fewer or other elements than the contract takes at this place.
    #[error("{path}: {rule}")]
    Occurrence { path: String, rule: &'static str },
    /// A value that does not have the shape the contract gives it.
    #[error("{path}: {expected} is expected")]
    Value { path: String, expected: String },
    /// A code that the classifier does not have, so the name the title needs cannot be written.
    #[error("{path}: the code is not in the classifier ({classifier})")]
    Code { path: String, classifier: &'static str },
    /// The contract has such a field, the official title has no place for it.
    #[error("{path}: not carried into the title: {reason}")]
    NotCarried { path: String, reason: String },
    /// A reference to a box, a certificate, a power of attorney or a setting the caller did not supply.
    #[error("{path}: {what} is not known")]
    NotResolved { path: String, what: &'static str },
    /// Two places of the contract, or the contract and the request, contradict each other.
    #[error("{path}: contradicts {with}")]
    Contradiction { path: String, with: &'static str },
    /// The title holds a value that the contract cannot express.
    #[error("{path}: the contract cannot express this value")]
    NotExpressible { path: String },
    /// The title does not pass the check of its official format; the first finding is named.
    #[error("{path}: the title breaks its official format ({code})")]
    Title { path: String, code: String },
    /// The title needs an address, and a box that the contract refers to shows none on its public card.
    #[error("{path}: an address is needed, and the card of a box referred to shows none")]
    AddressUnknown { path: String },
    /// The title could not be written or named.
    #[error("the title cannot be written: {0}")]
    NotWritten(FormatRefusal),
}

impl ContractRefusal {
    /// The place concerned, as the input names it.
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::Unknown { path }
            | Self::Missing { path }
            | Self::Occurrence { path, .. }
            | Self::Value { path, .. }
            | Self::Code { path, .. }
            | Self::NotCarried { path, .. }
            | Self::NotResolved { path, .. }
            | Self::Contradiction { path, .. }
            | Self::NotExpressible { path }
            | Self::AddressUnknown { path }
            | Self::Title { path, .. } => Some(path),
            Self::NotXml(refusal) | Self::NotWritten(refusal) => refusal.path(),
            _ => None,
        }
    }
}

impl kernel::Refusal for ContractRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::VersionUnknown => "wire-diadoc.contract.version-unknown",
            Self::TooLarge { .. } => "wire-diadoc.contract.too-large",
            Self::TooMany { .. } => "wire-diadoc.contract.too-many",
            Self::NotXml(_) => "wire-diadoc.contract.not-xml",
            Self::OtherRoot { .. } => "wire-diadoc.contract.other-root",
            Self::Unknown { .. } => "wire-diadoc.contract.unknown-field",
            Self::Missing { .. } => "wire-diadoc.contract.missing-field",
            Self::Occurrence { .. } => "wire-diadoc.contract.occurrence",
            Self::Value { .. } => "wire-diadoc.contract.value",
            Self::Code { .. } => "wire-diadoc.contract.code-unknown",
            Self::NotCarried { .. } => "wire-diadoc.contract.not-carried",
            Self::NotResolved { .. } => "wire-diadoc.contract.not-resolved",
            Self::Contradiction { .. } => "wire-diadoc.contract.contradiction",
            Self::NotExpressible { .. } => "wire-diadoc.contract.not-expressible",
            Self::Title { .. } => "wire-diadoc.contract.title-broken",
            Self::AddressUnknown { .. } => "wire-diadoc.contract.address-unknown",
            Self::NotWritten(_) => "wire-diadoc.contract.not-written",
        }
    }

    fn kind(&self) -> kernel::RefusalKind {
        match self {
            Self::TooLarge { .. } | Self::TooMany { .. } => kernel::RefusalKind::TooLarge,
            Self::VersionUnknown => kernel::RefusalKind::NotFound,
            _ => kernel::RefusalKind::Invalid,
        }
    }

    fn field(&self) -> Option<String> {
        self.path().map(str::to_owned)
    }

    fn accepted(&self) -> Option<String> {
        match self {
            Self::Value { expected, .. } => Some(expected.clone()),
            Self::OtherRoot { expected } => Some(expected.clone()),
            _ => None,
        }
    }
}
