//! What names of parameters and fields mean, and the answers that the table does not foretell: `table.toml`.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// What stands in a parameter or a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A box of the caller: another's and an unknown one are forbidden alike.
    OwnBox,
    Box,
    Organization,
    Message,
    Entity,
    Task,
    Department,
    Event,
    /// A name on the shelf.
    ShelfName,
    Cursor,
    Number,
    Ticks,
    Flag,
    /// One of the contract's words.
    Word,
    Text,
}

impl Kind {
    /// Whether an identifier stands there that somebody else may have.
    pub const fn is_thing(self) -> bool {
        !matches!(self, Self::Cursor | Self::Number | Self::Ticks | Self::Flag | Self::Word | Self::Text)
    }

    /// Whether every signed-in user may know of another's: cards.
    pub const fn is_public(self) -> bool {
        matches!(self, Self::Box | Self::Organization)
    }

    /// What cannot stand there at all.
    pub const fn malformed(self) -> Option<&'static str> {
        match self {
            Self::Text | Self::ShelfName => None,
            Self::Number => Some("1.5"),
            Self::Ticks => Some("-1"),
            Self::Flag => Some("maybe"),
            Self::Word => Some("NoSuchWord"),
            _ => Some("no-such-thing"),
        }
    }

    /// Whether its form is the surface's own matter, so that the refusal's code is known.
    pub const fn is_plain(self) -> bool {
        !matches!(self, Self::Cursor | Self::Word | Self::Text | Self::ShelfName | Self::Event)
    }
}

/// An answer that the table does not foretell.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    pub path: String,
    pub case: String,
    /// Null: whatever the good request is answered.
    pub status: Option<u16>,
    #[serde(default)]
    pub code: String,
    #[serde(rename = "reason")]
    _reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    parameters: BTreeMap<String, Kind>,
    fields: BTreeMap<String, Kind>,
    obligatory: BTreeMap<String, BTreeSet<String>>,
    repeated: BTreeMap<String, BTreeSet<String>>,
    leaves: BTreeMap<String, BTreeSet<String>>,
    #[serde(default)]
    pub exception: Vec<Exception>,
}

impl Table {
    pub fn read() -> Self {
        toml::from_str(include_str!("../table.toml")).unwrap()
    }

    pub fn parameter(&self, path: &str, name: &str) -> Kind {
        let found = self.parameters.get(&format!("{path}?{name}")).or_else(|| self.parameters.get(name));
        found.copied().unwrap_or(Kind::Text)
    }

    /// Whether a refused request to the path may add rows to the table.
    pub fn may_leave(&self, path: &str, table: &str) -> bool {
        self.leaves.get(path).is_some_and(|tables| tables.contains(table))
    }

    /// Of a field of a message, by the message's short name.
    pub fn field(&self, message: &str, field: &str) -> Kind {
        let found = self.fields.get(&format!("{message}.{field}")).or_else(|| self.fields.get(field));
        found.copied().unwrap_or(Kind::Text)
    }

    pub fn is_obligatory(&self, path: &str, name: &str) -> bool {
        [path, "*"].iter().any(|place| self.obligatory.get(*place).is_some_and(|names| names.contains(name)))
    }

    /// Whether a client may say it several times.
    pub fn is_repeated(&self, path: &str, name: &str) -> bool {
        [path, "*"].iter().any(|place| self.repeated.get(*place).is_some_and(|names| names.contains(name)))
    }

    pub fn exception(&self, path: &str, case: &str) -> Option<&Exception> {
        self.exception.iter().find(|each| each.path == path && each.case == case)
    }
}
