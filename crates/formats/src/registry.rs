//! The definitions at hand.

use crate::definition::Definition;
use crate::engine::program::Program;
use crate::read::Head;
use crate::{FormatId, FormatRefusal};
use include_dir::{Dir, File, include_dir};
use std::borrow::Cow;
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
    source: Cow<'static, [u8]>,
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
            let named = |file: &'static File<'static>| {
                Some((file.path().file_stem()?.to_str()?.to_owned(), Cow::Borrowed(file.contents())))
            };
            Self::sorted(DEFINITIONS.files().filter_map(named))
        })
    }

    /// These definitions alone, each by its official name and as JSON. What has another shape of name is left out; a file that
    /// cannot be read refuses when it is first asked for.
    pub fn of(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        Self::sorted(files.into_iter().map(|(name, source)| (name, Cow::Owned(source))))
    }

    fn sorted(files: impl Iterator<Item = (String, Cow<'static, [u8]>)>) -> Self {
        let entry = |(name, source): (String, Cow<'static, [u8]>)| {
            Some(Entry { format: FormatId::from_schema_name(&name)?, source, loaded: OnceLock::new() })
        };
        let mut entries: Vec<Entry> = files.filter_map(entry).collect();
        entries.sort_by(|a, b| a.format.cmp(&b.format));
        Self { entries }
    }

    /// The definition of a format as the file it was read from.
    pub fn source(&self, format: &FormatId) -> Option<&[u8]> {
        self.entries.iter().find(|entry| entry.format == *format).map(|entry| &*entry.source)
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
            let definition: Definition = serde_json::from_slice(&self.source).map_err(|e| broken(e.to_string()))?;
            let program = Program::new(&definition).map_err(broken)?;
            Ok(Loaded { definition, program })
        });
        loaded.as_ref().map_err(Clone::clone)
    }
}
