//! Files of rules beside the definitions — ratios, computed cells, moves: embedded ones, and a host's own laid over them.

use crate::FormatRefusal;
use include_dir::Dir;
use std::collections::BTreeMap;

/// A file's name and its content.
pub(crate) type Named = (String, Vec<u8>);

/// The embedded files of a folder.
pub(crate) fn embedded(folder: &'static Dir<'static>) -> impl Iterator<Item = Named> {
    folder.files().filter_map(|file| Some((file.path().file_name()?.to_str()?.to_owned(), file.contents().to_vec())))
}

/// Reads files by their names without `.json`; a later one replaces a former of the same name. What cannot be read is left out
/// and told of, by file.
pub(crate) fn read_all<T>(
    files: impl IntoIterator<Item = Named>,
    read: impl Fn(&[u8]) -> Result<T, String>,
) -> (BTreeMap<String, T>, Vec<(String, FormatRefusal)>) {
    let (mut taken, mut refused) = (BTreeMap::new(), Vec::new());
    for (name, bytes) in files {
        let stem = name.strip_suffix(".json").unwrap_or(&name).to_owned();
        match read(&bytes) {
            Ok(file) => drop(taken.insert(stem, file)),
            Err(rule) => refused.push((name, FormatRefusal::Definition { name: stem, rule })),
        }
    }
    (taken, refused)
}
