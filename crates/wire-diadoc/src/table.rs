//! Every path of the contract as data: what it takes, what it answers, which codes are documented.

use crate::generated::methods::ROWS;

/// What stands in a request or an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// Nothing.
    None,
    /// A message by its full name, as protobuf or JSON.
    Message(&'static str),
    /// Plain text.
    Text,
    /// JSON in both wire forms: the lists of missing parts.
    Json,
    /// Bytes as they are.
    Octets,
}

impl Body {
    /// The message's name.
    #[must_use]
    pub const fn message(self) -> Option<&'static str> {
        match self {
            Self::Message(name) => Some(name),
            _ => None,
        }
    }
}

/// What the vendor says of the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// In use.
    Current,
    /// Listed for removal by the vendor; here it stays.
    Removal,
    /// Discouraged by the vendor.
    Obsolete,
    /// Seen only in a client library or in the documentation of 2024.
    Legacy,
}

/// One path.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// Name of the method without its version.
    pub name: &'static str,
    /// Version; 1 where the path has none.
    pub version: u8,
    /// Path; names are case-sensitive.
    pub path: &'static str,
    /// HTTP methods.
    pub verbs: &'static [&'static str],
    /// Names of the query's parameters.
    pub query: &'static [&'static str],
    /// What is sent.
    pub request: Body,
    /// What is answered.
    pub response: Body,
    /// Documented statuses.
    pub codes: &'static [u16],
    /// Whether an ordinary integration needs it.
    pub core: bool,
    /// What the vendor says of it.
    pub status: Status,
}

/// The whole table, built or not.
#[must_use]
pub fn rows() -> &'static [Row] {
    ROWS
}
