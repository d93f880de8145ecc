//! Why a file cannot be taken, read as what it claims, or written.

use thiserror::Error;

/// A file or a model that this crate will not take. Messages name fields, paths and rules, never contents.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum FormatRefusal {
    /// More bytes than [`crate::limits::FILE_BYTES_MAX`].
    #[error("the file has {size_bytes} bytes, at most {size_bytes_max} are taken")]
    TooLarge { size_bytes: usize, size_bytes_max: usize },
    /// Elements nested deeper than [`crate::limits::DEPTH_MAX`].
    #[error("line {line}: elements are nested deeper than {depth_max}")]
    TooDeep { line: usize, depth_max: usize },
    /// More elements or attributes than the engine takes.
    #[error("line {line}: more {what} than {count_max}")]
    TooMany { line: usize, what: &'static str, count_max: usize },
    /// Bytes that the declared encoding does not have.
    #[error("byte {offset} is not {encoding}")]
    EncodingBroken { encoding: &'static str, offset: usize },
    /// A declared encoding other than windows-1251 and UTF-8, or one that contradicts the byte order mark.
    #[error(
        "the declared encoding is not taken: windows-1251 or UTF-8 without contradiction to the first bytes is expected"
    )]
    EncodingUnknown,
    /// A document type definition; none is ever taken.
    #[error("line {line}: a document type definition is not taken")]
    Dtd { line: usize },
    /// An entity other than `&amp; &lt; &gt; &quot; &apos;`.
    #[error("line {line}: an entity other than the five predefined ones")]
    Entity { line: usize },
    /// Not well-formed XML.
    #[error("line {line}, column {column}: not well-formed XML: {rule}")]
    NotXml { line: usize, column: usize, rule: &'static str },
    /// No definition for the root element, the file name prefix, КНД and version the file shows.
    #[error("no definition for this document (root, prefix of ИдФайл, КНД, ВерсФорм)")]
    FormatUnknown,
    /// The file is of another format than the caller asks for.
    #[error("the file is {found}, expected {expected}")]
    OtherFormat { found: String, expected: &'static str },
    /// A place that the typed model needs is absent.
    #[error("{path}: absent")]
    Absent { path: String },
    /// A value that the typed model cannot read.
    #[error("{path}: {expected} is expected")]
    Value { path: String, expected: &'static str },
    /// A character that windows-1251 does not have.
    #[error("{path}: the character U+{code:04X} does not exist in windows-1251")]
    Character { path: String, code: u32 },
    /// A character that XML does not allow at all.
    #[error("{path}: the control character U+{code:04X} cannot stand in XML")]
    ControlCharacter { path: String, code: u32 },
    /// Sums that contradict each other.
    #[error("{path}: {rule}")]
    Sum { path: String, rule: &'static str },
    /// A composed document that its own definition does not accept; the first finding is named.
    #[error("{path}: {rule}")]
    Structure { path: String, rule: &'static str },
    /// A file name that does not follow the rule of its format.
    #[error("the file name does not follow {rule}")]
    FileName { rule: &'static str },
    /// A definition that cannot be read or compiled.
    #[error("definition {name}: {rule}")]
    Definition { name: String, rule: String },
}

impl FormatRefusal {
    /// Stable code, the key of the text a person sees.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "formats.file.too-large",
            Self::TooDeep { .. } => "formats.file.too-deep",
            Self::TooMany { .. } => "formats.file.too-many",
            Self::EncodingBroken { .. } => "formats.encoding.broken",
            Self::EncodingUnknown => "formats.encoding.unknown",
            Self::Dtd { .. } => "formats.xml.dtd",
            Self::Entity { .. } => "formats.xml.entity",
            Self::NotXml { .. } => "formats.xml.not-well-formed",
            Self::FormatUnknown => "formats.format.unknown",
            Self::OtherFormat { .. } => "formats.format.other",
            Self::Absent { .. } => "formats.value.absent",
            Self::Value { .. } => "formats.value.unreadable",
            Self::Character { .. } => "formats.character.outside-windows-1251",
            Self::ControlCharacter { .. } => "formats.character.control",
            Self::Sum { .. } => "formats.sum.contradiction",
            Self::Structure { .. } => "formats.structure.broken",
            Self::FileName { .. } => "formats.file-name.broken",
            Self::Definition { .. } => "formats.definition.broken",
        }
    }

    /// The path of the place concerned, where there is one.
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::Absent { path }
            | Self::Value { path, .. }
            | Self::Character { path, .. }
            | Self::ControlCharacter { path, .. }
            | Self::Sum { path, .. }
            | Self::Structure { path, .. } => Some(path),
            _ => None,
        }
    }
}

impl kernel::Refusal for FormatRefusal {
    fn code(&self) -> &'static str {
        Self::code(self)
    }

    fn kind(&self) -> kernel::RefusalKind {
        match self {
            Self::TooLarge { .. } => kernel::RefusalKind::TooLarge,
            _ => kernel::RefusalKind::Invalid,
        }
    }

    fn field(&self) -> Option<String> {
        self.path().map(str::to_owned)
    }

    fn accepted(&self) -> Option<String> {
        match self {
            Self::Value { expected, .. } => Some((*expected).to_owned()),
            Self::OtherFormat { expected, .. } => Some((*expected).to_owned()),
            Self::Character { .. } => Some("characters of windows-1251".to_owned()),
            _ => None,
        }
    }
}
