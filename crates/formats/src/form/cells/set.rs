//! The files of computed cells at hand.

use super::file::CellsFile;
use super::rule::{CellRule, CellRules};
use crate::FormatRefusal;
use crate::beside::{embedded, read_all};
use crate::definition::Definition;
use crate::ratios::Ratios;
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::sync::OnceLock;

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/forms");

/// Files of computed cells by name, checked when loaded.
#[derive(Debug, Default)]
pub struct Cells {
    files: BTreeMap<String, (CellsFile, Vec<CellRule>)>,
    /// Embedded files that could not be read; a test holds that there is none.
    faults: Vec<FormatRefusal>,
}

impl Cells {
    /// The base set, part of the program.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Cells> = OnceLock::new();
        EMBEDDED.get_or_init(|| {
            let (mut cells, faults) = Self::layered(Ratios::embedded(), []);
            cells.faults = faults.into_iter().map(|(_, fault)| fault).collect();
            cells
        })
    }

    /// The base set with files laid over it: a file of the same name replaces the embedded one. What cannot be read, or refers
    /// to a ratio that is not there, is left out and told of, by file.
    pub fn layered(
        ratios: &Ratios,
        files: impl IntoIterator<Item = (String, Vec<u8>)>,
    ) -> (Self, Vec<(String, FormatRefusal)>) {
        let (files, refused) = read_all(embedded(&FILES).chain(files), |bytes| read(bytes, ratios));
        (Self { files, faults: Vec::new() }, refused)
    }

    /// Embedded files that could not be read.
    pub fn faults(&self) -> &[FormatRefusal] {
        &self.faults
    }

    /// The rules of a form, in the order they are computed.
    pub fn of(&self, definition: &Definition) -> Vec<CellRule> {
        let of_form = |file: &CellsFile| {
            file.prefix == definition.format.prefix && file.versions.iter().any(|v| definition.versions.contains(v))
        };
        self.files.values().filter(|(file, _)| of_form(file)).flat_map(|(_, rules)| rules).cloned().collect()
    }

    /// Every file with its rules.
    pub fn files(&self) -> impl Iterator<Item = (&CellsFile, &[CellRule])> {
        self.files.values().map(|(file, rules)| (file, rules.as_slice()))
    }
}

fn read(bytes: &[u8], ratios: &Ratios) -> Result<(CellsFile, Vec<CellRule>), String> {
    let file: CellsFile = serde_json::from_slice(bytes).map_err(|why| why.to_string())?;
    let rules = file.rules(ratios)?;
    CellRules::ready(&rules)?;
    Ok((file, rules))
}
