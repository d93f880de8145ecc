//! Where packs come from: the embedded base set, and a folder whose files add to it or replace a file of the same name.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use crate::Rules;
use crate::calendar::calendar;
use crate::pack::{Collected, PackFault};
use crate::table::Table;

/// Bytes in one pack file: the largest embedded one is under 60 KB.
pub const PACK_BYTES_MAX: usize = 4 * 1024 * 1024;
/// Pack files in a folder: a table a year is a few dozen in ten years.
pub const PACKS_MAX: usize = 500;

const EMBEDDED: &[(&str, &str)] = &[
    ("format_versions.json", include_str!("../packs/format_versions.json")),
    ("legal_kinds.json", include_str!("../packs/legal_kinds.json")),
    ("docflow_terms.json", include_str!("../packs/docflow_terms.json")),
    ("work_calendar.json", include_str!("../packs/work_calendar.json")),
    ("rates.json", include_str!("../packs/rates.json")),
    ("budget_codes.json", include_str!("../packs/budget_codes.json")),
    ("period_codes.json", include_str!("../packs/period_codes.json")),
    ("duties.json", include_str!("../packs/duties.json")),
    ("payees.json", include_str!("../packs/payees.json")),
];

impl Rules {
    /// The base set that came with this build.
    pub fn embedded() -> Result<Self, PackFault> {
        Self::build(&base())
    }

    /// The base set with the `*.json` files of `folder` laid over it: a file of the same name replaces the embedded one, any other adds rows.
    ///
    /// Refuses the whole set when one file is wrong; see [`PackFault`].
    pub fn load(folder: &Path) -> Result<Self, PackFault> {
        let mut packs = base();
        packs.extend(read_folder(folder)?);
        Self::build(&packs)
    }

    fn build(packs: &BTreeMap<String, String>) -> Result<Self, PackFault> {
        let mut rows = Collected::default();
        for (file, json) in packs {
            rows.take(file, json)?;
        }
        let work_years = Table::build(rows.work_years)?;
        Ok(Self {
            format_versions: Table::build(rows.format_versions)?,
            legal_kinds: Table::build(rows.legal_kinds)?,
            docflow_terms: Table::build(rows.docflow_terms)?,
            rates: Table::build(rows.rates)?,
            budget_codes: Table::build(rows.budget_codes)?,
            period_codes: Table::build(rows.period_codes)?,
            duties: Table::build(rows.duties)?,
            payees: Table::build(rows.payees)?,
            calendar: calendar(&work_years),
            work_years,
        })
    }
}

fn base() -> BTreeMap<String, String> {
    EMBEDDED.iter().map(|(file, json)| ((*file).to_owned(), (*json).to_owned())).collect()
}

fn read_folder(folder: &Path) -> Result<BTreeMap<String, String>, PackFault> {
    let unreadable = |source| PackFault::Unreadable { path: folder.to_owned(), source };
    let mut packs = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            if packs.len() >= PACKS_MAX {
                return Err(too_large(&folder.to_string_lossy(), "number of pack files", PACKS_MAX));
            }
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            packs.insert(name, read_pack(&path)?);
        }
    }
    Ok(packs)
}

fn read_pack(path: &Path) -> Result<String, PackFault> {
    let unreadable = |source| PackFault::Unreadable { path: path.to_owned(), source };
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let mut json = String::new();
    let limit = u64::try_from(PACK_BYTES_MAX).unwrap_or(u64::MAX);
    file.take(limit.saturating_add(1)).read_to_string(&mut json).map_err(unreadable)?;
    if json.len() > PACK_BYTES_MAX {
        return Err(too_large(&path.to_string_lossy(), "size in bytes", PACK_BYTES_MAX));
    }
    Ok(json)
}

fn too_large(file: &str, what: &'static str, limit: usize) -> PackFault {
    PackFault::TooLarge { file: file.to_owned(), what, limit }
}
