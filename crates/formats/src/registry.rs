//! The definitions at hand.

use crate::definition::Definition;
use crate::engine::program::Program;
use crate::read::Head;
use crate::{FormatId, FormatRefusal};
use include_dir::{Dir, include_dir};
use std::sync::OnceLock;

static DEFINITIONS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/definitions");

/// Definitions by their official names; each is read and made ready when first asked for.
#[derive(Debug)]
pub struct Registry {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    format: FormatId,
    source: &'static [u8],
    loaded: OnceLock<Result<Loaded, FormatRefusal>>,
}

/// A definition and what it was compiled to.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub definition: Definition,
    pub program: Program,
}

impl Registry {
    /// The base pack, part of the program.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Registry> = OnceLock::new();
        EMBEDDED.get_or_init(|| {
            let mut entries: Vec<Entry> = DEFINITIONS
                .files()
                .filter_map(|file| {
                    let name = file.path().file_stem()?.to_str()?;
                    let format = FormatId::from_schema_name(name)?;
                    Some(Entry { format, source: file.contents(), loaded: OnceLock::new() })
                })
                .collect();
            entries.sort_by(|a, b| a.format.cmp(&b.format));
            Self { entries }
        })
    }

    /// Every format known, ordered by name, version and revision.
    pub fn formats(&self) -> impl Iterator<Item = &FormatId> {
        self.entries.iter().map(|e| &e.format)
    }

    /// The definition of a format.
    pub fn definition(&self, format: &FormatId) -> Result<&Definition, FormatRefusal> {
        self.load(format).map(|l| &l.definition)
    }

    /// The newest schema for a prefix and a `ВерсФорм`: `("ON_NSCHFDOPPR", "5.03")`.
    pub fn newest(&self, prefix: &str, version: &str) -> Option<&FormatId> {
        let serves = |e: &&Entry| e.load().is_ok_and(|l| l.definition.versions.iter().any(|v| v == version));
        self.entries.iter().rev().filter(|e| e.format.prefix == prefix).find(serves).map(|e| &e.format)
    }

    pub(crate) fn load(&self, format: &FormatId) -> Result<&Loaded, FormatRefusal> {
        let entry = self.entries.iter().find(|e| e.format == *format).ok_or(FormatRefusal::FormatUnknown)?;
        entry.load()
    }

    /// The longest known prefix of the file's name decides the document, `ВерсФорм` the version, the newest revision wins.
    /// A wrong КНД decides only between schemas of the same version; else it is left for the check to find.
    pub(crate) fn recognise(&self, head: &Head) -> Result<&Loaded, FormatRefusal> {
        let starts = |e: &&Entry| head.file_id.starts_with(&e.format.prefix);
        let longest = self.entries.iter().filter(starts).map(|e| e.format.prefix.len()).max();
        let longest = longest.ok_or(FormatRefusal::FormatUnknown)?;
        let mut second: Option<&Loaded> = None;
        for entry in self.entries.iter().rev().filter(starts).filter(|e| e.format.prefix.len() == longest) {
            let loaded = entry.load()?;
            let definition = &loaded.definition;
            if definition.root.name != head.root || !definition.versions.contains(&head.version) {
                continue;
            }
            if definition.knd.is_empty() || head.knd.as_ref().is_none_or(|knd| definition.knd.contains(knd)) {
                return Ok(loaded);
            }
            second = second.or(Some(loaded));
        }
        second.ok_or(FormatRefusal::FormatUnknown)
    }
}

impl Entry {
    fn load(&self) -> Result<&Loaded, FormatRefusal> {
        let loaded = self.loaded.get_or_init(|| {
            let broken = |rule: String| FormatRefusal::Definition { name: self.format.official_name(), rule };
            let definition: Definition = serde_json::from_slice(self.source).map_err(|e| broken(e.to_string()))?;
            let program = Program::new(&definition).map_err(broken)?;
            Ok(Loaded { definition, program })
        });
        loaded.as_ref().map_err(Clone::clone)
    }
}
