//! The ratios at hand.

use super::file::{Evidence, RatioFile, Ready};
use crate::finding::Severity;
use crate::{Document, FormatRefusal};
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::sync::OnceLock;

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/ratios");

/// Ratio files by name; all formulas are parsed.
#[derive(Debug, Default)]
pub struct Ratios {
    files: BTreeMap<String, Ready>,
    /// Embedded files that could not be read; a test holds that there is none.
    faults: Vec<FormatRefusal>,
}

/// A ratio for a list shown to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatioInfo<'a> {
    /// Name of the file: `NO_RASCHSV_5.08`.
    pub file: &'a str,
    pub code: &'a str,
    /// The formula in words.
    pub words: &'a str,
    /// The formula as the machine reads it.
    pub formula: &'a str,
    pub severity: Severity,
    pub norm: &'a str,
    pub evidence: Evidence,
}

impl Ratios {
    /// The base set, part of the program.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Ratios> = OnceLock::new();
        EMBEDDED.get_or_init(|| {
            let (mut ratios, faults) = Self::default().with(base());
            ratios.faults = faults.into_iter().map(|(_, fault)| fault).collect();
            ratios
        })
    }

    /// The base set with files laid over it: a file of the same name replaces the embedded one, any other adds its ratios.
    /// What cannot be read is left out and told of, by file.
    pub fn layered(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> (Self, Vec<(String, FormatRefusal)>) {
        Self::default().with(base().chain(files))
    }

    fn with(mut self, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> (Self, Vec<(String, FormatRefusal)>) {
        let mut refused = Vec::new();
        for (name, bytes) in files {
            let stem = name.strip_suffix(".json").unwrap_or(&name).to_owned();
            let ready = serde_json::from_slice::<RatioFile>(&bytes).map_err(|e| e.to_string());
            match ready.and_then(RatioFile::ready) {
                Ok(ready) => drop(self.files.insert(stem, ready)),
                Err(rule) => refused.push((name, FormatRefusal::Definition { name: stem, rule })),
            }
        }
        (self, refused)
    }

    /// Embedded files that could not be read.
    pub fn faults(&self) -> &[FormatRefusal] {
        &self.faults
    }

    /// Every ratio, by file.
    pub fn list(&self) -> impl Iterator<Item = RatioInfo<'_>> {
        self.files.iter().flat_map(|(file, ready)| {
            ready.ratios.iter().map(move |ratio| RatioInfo {
                file,
                code: &ratio.code,
                words: &ratio.words,
                formula: &ratio.formula,
                severity: ratio.severity,
                norm: &ratio.norm,
                evidence: ratio.evidence,
            })
        })
    }

    /// A file as written.
    pub fn file(&self, name: &str) -> Option<&RatioFile> {
        self.files.get(name).map(|ready| &ready.file)
    }

    /// Whether some ratio between forms speaks of documents whose names begin so.
    pub fn compares(&self, prefix: &str) -> bool {
        self.across().any(|ready| ready.file.forms.iter().any(|form| form.prefix == prefix))
    }

    /// Files about this document alone.
    pub(crate) fn of(&self, document: &Document) -> impl Iterator<Item = &Ready> {
        self.files.values().filter(|ready| match ready.file.forms.as_slice() {
            [form] => form.is(document),
            _ => false,
        })
    }

    /// Files about two forms.
    pub(crate) fn across(&self) -> impl Iterator<Item = &Ready> {
        self.files.values().filter(|ready| ready.file.forms.len() > 1)
    }
}

fn base() -> impl Iterator<Item = (String, Vec<u8>)> {
    FILES.files().filter_map(|file| Some((file.path().file_name()?.to_str()?.to_owned(), file.contents().to_vec())))
}

impl super::file::FormOf {
    pub(crate) fn is(&self, document: &Document) -> bool {
        self.versions.iter().any(|version| document.is(&self.prefix, version))
    }
}
