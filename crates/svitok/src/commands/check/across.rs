//! Ratios between the documents of one call: a notification against the report of its period, and so on.

use super::{Checked, Verdict};
use crate::commands::Failure;
use formats::limits::FILE_BYTES_MAX;
use formats::ratios::{Ratios, check_across};
use formats::{Document, Finding, Registry, Severity};
use serde::Serialize;
use std::path::Path;

/// What a document says differently from another one.
#[derive(Debug, Serialize)]
pub(super) struct Across {
    /// The file it is compared with.
    pub with: String,
    pub finding: Finding,
}

/// Compares those of the files that some ratio between forms speaks of; each finding is put to the document it belongs to.
///
/// A file that cannot be read or is too large to be whole in memory was told of by its own check and is not compared.
pub(super) fn compare(registry: &Registry, ratios: &Ratios, files: &mut [Checked]) -> Result<(), Failure> {
    let mut documents = Vec::new();
    let mut places = Vec::new();
    for (place, file) in files.iter().enumerate() {
        let is_compared = file.prefix.as_deref().is_some_and(|prefix| ratios.compares(prefix));
        if is_compared && let Some(document) = read(registry, Path::new(&file.file))? {
            documents.push(document);
            places.push(place);
        }
    }
    let found = check_across(&documents, ratios).map_err(|why| Failure::failed("ratios between the documents", why))?;
    for across in found {
        let [of, with] = across.documents.map(|at| places.get(at).copied());
        let Some(with) = with.and_then(|at| files.get(at)).map(|file| file.file.clone()) else { continue };
        let Some(file) = of.and_then(|at| files.get_mut(at)) else { continue };
        if across.finding.severity == Severity::Error {
            file.verdict = file.verdict.max(Verdict::Findings);
        }
        file.across.push(Across { with, finding: across.finding });
    }
    Ok(())
}

fn read(registry: &Registry, path: &Path) -> Result<Option<Document>, Failure> {
    let unreadable = |why: std::io::Error| Failure::Unreadable(format!("{}: {why}", path.display()));
    let size = usize::try_from(path.metadata().map_err(unreadable)?.len()).unwrap_or(usize::MAX);
    if size > FILE_BYTES_MAX {
        return Ok(None);
    }
    Ok(registry.read(&std::fs::read(path).map_err(unreadable)?).ok())
}
