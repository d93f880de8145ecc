//! What this crate refuses: one variant per rule, all stable codes in one place.

use formats::{Finding, FormatRefusal};
use kernel::RefusalKind;
use pki::PkiRefusal;
use thiserror::Error;

/// Something that travels could not be read, or may not be made as asked. Names fields and rules, never contents.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum TransportRefusal {
    /// The archive itself.
    #[error("the archive: {0}")]
    Archive(#[from] ArchiveFault),
    /// What the descriptor says of the container.
    #[error("the container: {0}")]
    Container(#[from] ContainerFault),
    /// The descriptor breaks its schema. Says where.
    #[error("the descriptor breaks its schema at {path}: {accepted}")]
    Descriptor {
        /// The place in the descriptor.
        path: String,
        /// What would be accepted there.
        accepted: String,
    },
    /// An identifier that is not 32 hexadecimal digits.
    #[error("{place} is not 32 hexadecimal digits")]
    Identifier {
        /// Where it stands.
        place: &'static str,
    },
    /// XML that could not be read or written.
    #[error(transparent)]
    Format(#[from] FormatRefusal),
    /// Cryptography.
    #[error(transparent)]
    Pki(#[from] PkiRefusal),
}

impl From<&Finding> for TransportRefusal {
    fn from(finding: &Finding) -> Self {
        Self::Descriptor { path: finding.path.clone(), accepted: finding.accepted.clone() }
    }
}

impl kernel::Refusal for TransportRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Archive(fault) => fault.code(),
            Self::Container(fault) => fault.code(),
            Self::Descriptor { .. } => "transport.descriptor.schema",
            Self::Identifier { .. } => "transport.descriptor.identifier",
            Self::Format(refusal) => refusal.code(),
            Self::Pki(refusal) => refusal.code(),
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::Archive(ArchiveFault::TooLarge | ArchiveFault::Inflation | ArchiveFault::Members) => {
                RefusalKind::TooLarge
            }
            Self::Format(refusal) => kernel::Refusal::kind(refusal),
            Self::Pki(refusal) => kernel::Refusal::kind(refusal),
            _ => RefusalKind::Invalid,
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::Descriptor { path, .. } => Some(path.clone()),
            Self::Identifier { place } => Some((*place).to_owned()),
            _ => None,
        }
    }

    fn accepted(&self) -> Option<String> {
        match self {
            Self::Descriptor { accepted, .. } => Some(accepted.clone()),
            Self::Identifier { .. } => Some("32 hexadecimal digits without dashes".to_owned()),
            _ => None,
        }
    }
}

macro_rules! faults {
    ($(#[$meta:meta])* $kind:ident: $($name:ident = $code:literal, $text:literal;)+) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
        pub enum $kind { $(#[doc = $text] #[error($text)] $name,)+ }
        impl kernel::Refusal for $kind {
            fn code(&self) -> &'static str { match self { $(Self::$name => $code,)+ } }
            fn kind(&self) -> RefusalKind { RefusalKind::Invalid }
        }
    };
}

faults! {
    /// Why an archive is not taken.
    ArchiveFault:
    NotArchive = "transport.archive.not-archive", "not a ZIP archive: no record of its end";
    Broken = "transport.archive.broken", "damaged or cut: its records do not fit together";
    TooLarge = "transport.archive.too-large", "more bytes than an archive may have";
    Members = "transport.archive.members", "no members, or more than an archive may have";
    Inflation = "transport.archive.inflation", "its members come to more than they may";
    Name = "transport.archive.name", "a member's name is empty, too long, or names a folder";
    NameTwice = "transport.archive.name-twice", "two members have one name";
    Unsupported = "transport.archive.unsupported", "encryption, several disks, or a method other than stored and deflated";
    Contradiction = "transport.archive.contradiction", "a member's own record says other than the list of members";
    Overlap = "transport.archive.overlap", "two members share bytes";
    Checksum = "transport.archive.checksum", "a member's checksum is wrong";
}

faults! {
    /// Why a container is not taken, though its archive can be read.
    ContainerFault:
    NoDescriptor = "transport.container.no-descriptor", "no packageDescription.xml in it";
    DescriptorTooLarge = "transport.container.descriptor-too-large", "its packageDescription.xml is larger than it may be";
    NoId = "transport.container.no-id", "neither its name nor its descriptor says which container it is";
    Technical = "transport.container.technical", "not a technological document of the kind that is expected here";
    OtherName = "transport.container.other-name", "the archive's name says other than its descriptor";
    Flow = "transport.container.flow", "a flow or transaction that is not known, or under another name";
    DocumentType = "transport.container.document-type", "a type of document that its flow does not have, or under another name";
    Subject = "transport.container.subject", "a subject whose kind does not fit its identifier";
    MemberAbsent = "transport.container.member-absent", "the descriptor names a file that is not in the archive";
    MemberUnnamed = "transport.container.member-unnamed", "a file in the archive that the descriptor does not name, or names twice";
    DocumentTwice = "transport.container.document-twice", "two documents have one identifier";
    Documents = "transport.container.documents", "no documents, or more than a container may have";
}
