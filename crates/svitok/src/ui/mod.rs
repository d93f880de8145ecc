//! The client for browsers: files that `dev/ui` built into `ui/dist`, taken into the binary when they were there.
//!
//! Read [`Ui`] first, then `serve.rs` (how a file is answered) and `shell.rs` (which places of the site are the client's).

mod plugins;
mod policy;
mod serve;
mod shell;

pub use plugins::router as plugins;
pub use policy::{POLICY, dressed};
pub use serve::router;
pub use shell::{give, is_open, is_place};

use bytes::Bytes;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::ContentHash;

/// What `build.rs` found: path inside `ui/dist`, content.
const EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/ui_dist.rs"));
/// The page that loads the client.
const SHELL: &str = "index.html";
/// Where Vite says under which name each entry was written.
const MANIFEST: &str = ".vite/manifest.json";
/// A compressed form lies beside the file under its name with this ending.
const BROTLI_ENDING: &str = ".br";
/// Hexadecimal digits of a hash in an entity tag: 64 bits tell two contents of one path apart.
const TAG_DIGITS: usize = 16;

/// The client's files; cheap to clone. Empty where the program was built without it.
#[derive(Debug, Clone, Default)]
pub struct Ui(Arc<Files>);

#[derive(Debug, Default)]
struct Files {
    by_path: BTreeMap<String, File>,
    entries: BTreeMap<String, Entry>,
}

/// One file in the forms it is answered in.
#[derive(Debug, Clone)]
pub struct File {
    /// As it is.
    pub identity: Bytes,
    /// Compressed by `dev/ui`, where that is smaller.
    pub brotli: Option<Bytes>,
    /// Of the content, without the quotes.
    pub tag: String,
    /// By the name's ending.
    pub content_type: &'static str,
}

/// What a page needs of one entry of the build.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Entry {
    /// The module, a path inside `ui/dist`.
    pub file: String,
    /// Its styles.
    #[serde(default)]
    pub css: Vec<String>,
}

impl Ui {
    /// What was built into this program.
    #[must_use]
    pub fn embedded() -> Self {
        Self::of(EMBEDDED.iter().map(|(path, content)| (*path, Bytes::from_static(content))))
    }

    /// Of files by their paths inside `ui/dist`. A manifest that cannot be read is as none: pages then have no scripts.
    pub fn of<'a>(files: impl IntoIterator<Item = (&'a str, Bytes)>) -> Self {
        let (packed, plain): (Vec<_>, Vec<_>) = files.into_iter().partition(|(path, _)| path.ends_with(BROTLI_ENDING));
        let packed: BTreeMap<&str, Bytes> =
            packed.into_iter().filter_map(|(path, bytes)| Some((path.strip_suffix(BROTLI_ENDING)?, bytes))).collect();
        let mut by_path = BTreeMap::new();
        let mut entries = BTreeMap::new();
        for (path, identity) in plain {
            if path == MANIFEST {
                entries = serde_json::from_slice(&identity).unwrap_or_default();
            } else if !path.starts_with('.') {
                by_path.insert(path.to_owned(), File::of(path, identity, packed.get(path).cloned()));
            }
        }
        Self(Arc::new(Files { by_path, entries }))
    }

    /// A file by its path inside `ui/dist`.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<&File> {
        self.0.by_path.get(path)
    }

    /// The page that loads the client; none where the program was built without it.
    #[must_use]
    pub fn shell(&self) -> Option<&File> {
        self.find(SHELL)
    }

    /// What a server-rendered page needs of the script `ui/pages/<name>.ts`; none where the program was built without it.
    #[must_use]
    pub fn page_script(&self, name: &str) -> Option<&Entry> {
        self.0.entries.get(&format!("pages/{name}.ts"))
    }

    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.by_path.keys().map(String::as_str)
    }
}

impl File {
    fn of(path: &str, identity: Bytes, brotli: Option<Bytes>) -> Self {
        let hash = hex::encode(ContentHash::of(&identity).to_vec());
        Self {
            brotli: brotli.filter(|packed| packed.len() < identity.len()),
            tag: hash.chars().take(TAG_DIGITS).collect(),
            content_type: content_type(path),
            identity,
        }
    }
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ui(files: &[(&'static str, &'static str)]) -> Ui {
        Ui::of(files.iter().map(|(path, content)| (*path, Bytes::from_static(content.as_bytes()))))
    }

    #[test]
    fn a_packed_form_belongs_to_its_file_where_it_is_smaller() {
        let ui = ui(&[("a.js", "alert(1)"), ("a.js.br", "p"), ("b.js", "1"), ("b.js.br", "longer"), ("c.br", "alone")]);
        assert_eq!(ui.paths().collect::<Vec<_>>(), ["a.js", "b.js"]);
        assert_eq!(ui.find("a.js").unwrap().brotli.as_deref(), Some(&b"p"[..]));
        assert_eq!(ui.find("b.js").unwrap().brotli, None);
        assert_ne!(ui.find("a.js").unwrap().tag, ui.find("b.js").unwrap().tag);
    }

    #[test]
    fn scripts_of_pages_are_found_by_the_manifest() {
        let manifest =
            r#"{"pages/sign-in.ts": {"file": "assets/sign-in.1.js", "css": ["assets/a.css"], "isEntry": true}}"#;
        let built = ui(&[(".vite/manifest.json", manifest), ("index.html", "<!doctype html>")]);
        assert_eq!(built.page_script("sign-in").unwrap().file, "assets/sign-in.1.js");
        assert_eq!(built.page_script("sign-out"), None);
        assert_eq!(built.paths().collect::<Vec<_>>(), ["index.html"], "the manifest is not given out");
        let broken = ui(&[(".vite/manifest.json", "{")]);
        assert!(broken.page_script("sign-in").is_none() && broken.shell().is_none());
    }
}
