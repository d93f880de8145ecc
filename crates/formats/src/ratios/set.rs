//! The ratios at hand.

use super::file::{Evidence, RatioFile, RatioText, Ready, Source};
use crate::beside::{embedded, read_all};
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
            let (mut ratios, faults) = Self::layered([]);
            ratios.faults = faults.into_iter().map(|(_, fault)| fault).collect();
            ratios
        })
    }

    /// The base set with files laid over it: a file of the same name replaces the embedded one, any other adds its ratios.
    /// What cannot be read is left out and told of, by file.
    pub fn layered(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> (Self, Vec<(String, FormatRefusal)>) {
        let (files, refused) = read_all(embedded(&FILES).chain(files), |bytes| {
            serde_json::from_slice::<RatioFile>(bytes).map_err(|why| why.to_string())?.ready()
        });
        (Self { files, faults: Vec::new() }, refused)
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

    /// Adds a file, or puts it in the place of the one of its name. Refuses it whole, naming the ratio and what is wrong in it.
    pub fn put(&mut self, name: &str, file: RatioFile) -> Result<(), FormatRefusal> {
        let ready = file.ready().map_err(|rule| FormatRefusal::Definition { name: name.to_owned(), rule })?;
        self.files.insert(name.to_owned(), ready);
        Ok(())
    }

    /// Files about one form, as written.
    pub fn about(&self, prefix: &str, versions: &[String]) -> BTreeMap<&str, &RatioFile> {
        let about = |file: &RatioFile| match file.forms.as_slice() {
            [form] => form.prefix == prefix && form.versions.iter().any(|version| versions.contains(version)),
            _ => false,
        };
        self.files.iter().map(|(name, ready)| (name.as_str(), &ready.file)).filter(|(_, file)| about(file)).collect()
    }

    /// A ratio as written, with the publication it stands on.
    pub(crate) fn find(&self, code: &str) -> Option<(&RatioText, &Source)> {
        let all = self.files.values().flat_map(|ready| ready.file.ratios.iter().map(move |ratio| (ratio, &ready.file)));
        all.filter(|(ratio, _)| ratio.code == code)
            .find_map(|(ratio, file)| Some((ratio, file.sources.get(&ratio.source)?)))
    }

    /// A file as written.
    pub fn file(&self, name: &str) -> Option<&RatioFile> {
        self.files.get(name).map(|ready| &ready.file)
    }

    /// Whether some ratio between forms speaks of documents whose names begin so.
    pub fn compares(&self, prefix: &str) -> bool {
        self.across().any(|ready| ready.file.forms.iter().any(|form| form.prefix == prefix))
    }

    /// Whether some ratio speaks of documents whose names begin so, each alone.
    pub fn speaks_of(&self, prefix: &str) -> bool {
        self.files.values().any(|ready| matches!(ready.file.forms.as_slice(), [form] if form.prefix == prefix))
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

impl super::file::FormOf {
    pub(crate) fn is(&self, document: &Document) -> bool {
        self.versions.iter().any(|version| document.is(&self.prefix, version))
    }
}
