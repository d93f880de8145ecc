//! The definitions at hand.

use crate::definition::Definition;
use crate::engine::program::Program;
use crate::limits::{DEFINITION_BYTES_MAX, PACK_DEFINITIONS_MAX};
use crate::read::Head;
use crate::{FormatId, FormatRefusal};
use include_dir::{Dir, File, include_dir};
use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

static DEFINITIONS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/definitions");

/// Definitions by their official names; each of the base pack is read and made ready when first asked for.
#[derive(Debug)]
pub struct Registry {
    /// Ordered by format, each format once.
    entries: Vec<Arc<Entry>>,
}

#[derive(Debug)]
struct Entry {
    format: FormatId,
    source: Cow<'static, [u8]>,
    loaded: OnceLock<Result<Loaded, FormatRefusal>>,
    is_base: bool,
}

/// A definition and what it was compiled to.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub definition: Definition,
    pub program: Program,
}

/// A file of a pack that was not taken, whole, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackRefusal {
    /// The file's name.
    pub file: String,
    /// Why.
    pub refusal: FormatRefusal,
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
            let format = FormatId::from_schema_name(&name)?;
            Some(Arc::new(Entry { format, source, loaded: OnceLock::new(), is_base: true }))
        };
        let mut entries: Vec<Arc<Entry>> = files.filter_map(entry).collect();
        entries.sort_by(|a, b| a.format.cmp(&b.format));
        Self { entries }
    }

    /// Definitions of files (name and contents of each) laid over a base: a file of a format the base has replaces it there.
    ///
    /// Every file is read and compiled now. A bad one is refused whole and named; the rest stands. A file's name is its
    /// format's with `.json`. Files beyond [`PACK_DEFINITIONS_MAX`] are refused.
    pub fn layered(base: &Self, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> (Self, Vec<PackRefusal>) {
        let mut entries = base.entries.clone();
        let mut refused = Vec::new();
        for (number, (file, source)) in files.into_iter().enumerate() {
            let entry = match number < PACK_DEFINITIONS_MAX {
                true => Entry::from_file(&file, source),
                false => Err(FormatRefusal::Definition {
                    name: file.clone(),
                    rule: format!("a pack holds at most {PACK_DEFINITIONS_MAX} definitions"),
                }),
            };
            match entry {
                Ok(entry) => match entries.binary_search_by(|known| known.format.cmp(&entry.format)) {
                    Ok(at) => entries.splice(at..=at, [Arc::new(entry)]).for_each(drop),
                    Err(at) => entries.insert(at, Arc::new(entry)),
                },
                Err(refusal) => refused.push(PackRefusal { file, refusal }),
            }
        }
        (Self { entries }, refused)
    }

    /// The definition of a format as the file it was read from.
    pub fn source(&self, format: &FormatId) -> Option<&[u8]> {
        self.entries.iter().find(|entry| entry.format == *format).map(|entry| &*entry.source)
    }

    /// Every format known, ordered by name, version and revision.
    pub fn formats(&self) -> impl Iterator<Item = &FormatId> {
        self.entries.iter().map(|e| &e.format)
    }

    /// Whether a format's definition is the base pack's own.
    pub fn is_base(&self, format: &FormatId) -> bool {
        self.entries.iter().any(|e| e.format == *format && e.is_base)
    }

    /// The definition of a format.
    pub fn definition(&self, format: &FormatId) -> Result<&Definition, FormatRefusal> {
        self.load(format).map(|l| &l.definition)
    }

    /// The newest schema for a prefix and a `ВерсФорм`: `("ON_NSCHFDOPPR", "5.03")`.
    pub fn newest(&self, prefix: &str, version: &str) -> Option<&FormatId> {
        let serves = |e: &&Arc<Entry>| e.load().is_ok_and(|l| l.definition.versions.iter().any(|v| v == version));
        self.entries.iter().rev().filter(|e| e.format.prefix == prefix).find(serves).map(|e| &e.format)
    }

    /// The format just before another of the same prefix and number: an earlier revision, else an earlier version.
    pub fn former(&self, format: &FormatId) -> Option<&FormatId> {
        let same = |e: &&Arc<Entry>| e.format.prefix == format.prefix && e.format.number == format.number;
        self.entries.iter().rev().filter(same).map(|e| &e.format).find(|known| *known < format)
    }

    pub(crate) fn load(&self, format: &FormatId) -> Result<&Loaded, FormatRefusal> {
        let entry = self.entries.iter().find(|e| e.format == *format).ok_or(FormatRefusal::FormatUnknown)?;
        entry.load()
    }

    /// By the name of the file it says it is, else by its root and the root's namespace.
    pub(crate) fn recognise(&self, head: &Head) -> Result<&Loaded, FormatRefusal> {
        match self.by_file_id(head) {
            Err(FormatRefusal::FormatUnknown) => self.by_root(head),
            found => found,
        }
    }

    /// Only formats without an official name are known by their root, and only in a namespace: a bare name such as `Файл` says
    /// nothing. The newest wins.
    fn by_root(&self, head: &Head) -> Result<&Loaded, FormatRefusal> {
        for entry in self.entries.iter().rev().filter(|e| e.format.number.is_empty()) {
            let loaded = entry.load()?;
            if !loaded.definition.namespaces.is_empty() && head.has_root_of(&loaded.definition) {
                return Ok(loaded);
            }
        }
        Err(FormatRefusal::FormatUnknown)
    }

    /// The longest known prefix of the file's name decides the document, `ВерсФорм` the version, the newest revision wins.
    /// A wrong КНД decides only between schemas of the same version; else it is left for the check to find.
    fn by_file_id(&self, head: &Head) -> Result<&Loaded, FormatRefusal> {
        let starts = |e: &&Arc<Entry>| head.file_id.starts_with(&e.format.prefix);
        let longest = self.entries.iter().filter(starts).map(|e| e.format.prefix.len()).max();
        let longest = longest.ok_or(FormatRefusal::FormatUnknown)?;
        let mut second: Option<&Loaded> = None;
        for entry in self.entries.iter().rev().filter(starts).filter(|e| e.format.prefix.len() == longest) {
            let loaded = entry.load()?;
            let definition = &loaded.definition;
            if !head.has_root_of(definition) || !definition.versions.contains(&head.version) {
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
    /// A definition file of a pack, ready or refused.
    fn from_file(file: &str, source: Vec<u8>) -> Result<Self, FormatRefusal> {
        let broken = |rule: &str| FormatRefusal::Definition { name: file.to_owned(), rule: rule.to_owned() };
        if source.len() > DEFINITION_BYTES_MAX {
            let (size_bytes, size_bytes_max) = (source.len(), DEFINITION_BYTES_MAX);
            return Err(FormatRefusal::TooLarge { size_bytes, size_bytes_max });
        }
        let format = file.strip_suffix(".json").and_then(FormatId::from_schema_name);
        let format = format.ok_or_else(|| broken("the name is not that of a format with .json"))?;
        let entry = Self { format, source: Cow::Owned(source), loaded: OnceLock::new(), is_base: false };
        if entry.load()?.definition.format != entry.format {
            return Err(broken("the name is not that of the format inside"));
        }
        Ok(entry)
    }

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
