//! What a container carries, whatever its protocol: documents with their signatures, and who sends them to whom.

use crate::ids::CarriedId;
use crate::refusal::{ContainerFault, TransportRefusal};

/// A document in a container.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Carried {
    /// Told apart from the other documents of the docflow.
    pub id: CarriedId,
    /// Type within the flow: two digits of the tax service's table, the word itself of Rosstat's.
    pub type_code: String,
    /// `типСодержимого`, 1 to 50 characters. Which words authorities use is not known; see [`kind`].
    pub content_kind: String,
    /// Name of the file before it was packed, up to 150 characters: `NO_USN_….xml`. What answers a document names it by this.
    pub original_name: Option<String>,
    /// `content` is a ZIP of one file, see [`crate::seal::pack`].
    pub compressed: bool,
    /// `content` is a CMS EnvelopedData, see [`crate::seal::seal`].
    pub encrypted: bool,
    /// The file as it travels. Absent when the container carries only signatures under a document sent before.
    pub content: Option<Vec<u8>>,
    /// Detached CMS signatures. They are made under the file before it was compressed and encrypted.
    pub signatures: Vec<CarriedSignature>,
}

/// A signature under a document.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CarriedSignature {
    /// `роль`, 1 to 50 characters. Which words authorities use is not known; see [`role`].
    pub role: String,
    /// DER of CMS SignedData without the content.
    pub bytes: Vec<u8>,
}

/// Words for `типСодержимого`, ours by analogy.
pub mod kind {
    /// An XML file.
    pub const XML: &str = "xml";
    /// Anything else: a scanned page, a letter's attachment.
    pub const FILE: &str = "файл";
}

/// Words for `роль`: those of the kinds of subjects, by analogy.
pub mod role {
    /// The payer, or who represents him.
    pub const SUBSCRIBER: &str = "абонент";
    /// The operator.
    pub const OPERATOR: &str = "спецоператор";
    /// A tax authority.
    pub const TAX_AUTHORITY: &str = "налоговыйОрган";
    /// A body of Rosstat.
    pub const STATISTICS: &str = "органФСГС";
}

/// Who sends or receives a container.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Subject {
    kind: SubjectKind,
    id: String,
}

/// What a subject is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SubjectKind {
    /// Of the payers' side.
    Subscriber,
    /// Who carries containers: an identifier of 3 characters.
    Operator,
    /// The tax service: a code of 4 digits.
    TaxAuthority,
    /// Rosstat: a code of two parts, `00-87`.
    Statistics,
}

/// Characters of a subject's identifier.
const SUBJECT_ID_CHARACTERS_MAX: usize = 46;

impl Subject {
    /// A subject of the tax service's containers; its kind follows from its identifier: 3 characters an operator, 4 digits a tax
    /// authority, 1 to 46 others a subscriber. Refuses characters that a file's name cannot have.
    pub fn of(id: &str) -> Result<Self, TransportRefusal> {
        let kind = match id.chars().count() {
            3 => SubjectKind::Operator,
            4 if id.bytes().all(|digit| digit.is_ascii_digit()) => SubjectKind::TaxAuthority,
            _ => SubjectKind::Subscriber,
        };
        Self::as_kind(kind, id)
    }

    /// A subject of Rosstat's containers: `00-87` is a body of Rosstat, 3 characters an operator, others a subscriber.
    pub fn of_statistics(id: &str) -> Result<Self, TransportRefusal> {
        let is_part = |part: &str| part.len() == 2 && part.bytes().all(|digit| digit.is_ascii_digit());
        let is_body = id.split_once('-').is_some_and(|(region, body)| is_part(region) && is_part(body));
        let kind = if is_body { SubjectKind::Statistics } else { Self::of(id)?.kind };
        Self::as_kind(kind, id)
    }

    fn as_kind(kind: SubjectKind, id: &str) -> Result<Self, TransportRefusal> {
        let bounded = (1..=SUBJECT_ID_CHARACTERS_MAX).contains(&id.chars().count());
        if bounded && crate::archive::is_plain_name(id) {
            Ok(Self { kind, id: id.to_owned() })
        } else {
            Err(ContainerFault::Subject.into())
        }
    }

    /// What it is.
    pub fn kind(&self) -> SubjectKind {
        self.kind
    }

    /// Its identifier: the operator's three characters, the authority's code, the subscriber's identifier.
    pub fn id(&self) -> &str {
        &self.id
    }
}

impl SubjectKind {
    /// The word in a descriptor.
    pub fn word(self) -> &'static str {
        match self {
            Self::Subscriber => role::SUBSCRIBER,
            Self::Operator => role::OPERATOR,
            Self::TaxAuthority => role::TAX_AUTHORITY,
            Self::Statistics => role::STATISTICS,
        }
    }
}
