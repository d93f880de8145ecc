//! The closed world a template lives in: the templates, the fonts, one value.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

/// PT Sans and PT Sans Narrow: free, Cyrillic, drawn for Russian forms (`fonts/LICENSE.txt`).
const FONTS: [&[u8]; 4] = [
    include_bytes!("../fonts/PTS55F.ttf"),
    include_bytes!("../fonts/PTS75F.ttf"),
    include_bytes!("../fonts/PTN57F.ttf"),
    include_bytes!("../fonts/PTN77F.ttf"),
];

/// Every template, by the name others import it by.
const TEMPLATES: &[(&str, &str)] = &[
    ("parts.typ", include_str!("../templates/parts.typ")),
    ("statement.typ", include_str!("../templates/statement.typ")),
    ("form.typ", include_str!("../templates/form.typ")),
    ("utd.typ", include_str!("../templates/utd.typ")),
];

/// The one file of data.
const DATA: &str = "data.json";

/// What does not differ between papers; read once, on first use.
struct Fixed {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: BTreeMap<&'static str, Source>,
}

static FIXED: LazyLock<Fixed> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.iter().filter_map(|octets| Font::new(Bytes::new(*octets), 0)).collect();
    let source = |(name, text): &(&'static str, &str)| Some((*name, Source::new(file_id(name)?, (*text).to_owned())));
    Fixed {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        sources: TEMPLATES.iter().filter_map(source).collect(),
    }
});

fn file_id(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

/// Whether some of the fonts draws the character.
pub(crate) fn is_drawn(c: char) -> bool {
    FIXED.fonts.iter().all(|font| font.info().coverage.contains(u32::from(c)))
}

/// One template with its value.
pub(crate) struct Closed {
    main: FileId,
    data: (FileId, Bytes),
}

impl Closed {
    /// None where there is no such template.
    pub(crate) fn new(template: &str, data: Vec<u8>) -> Option<Self> {
        let main = FIXED.sources.get(template)?.id();
        Some(Self { main, data: (file_id(DATA)?, Bytes::new(data)) })
    }
}

impl World for Closed {
    fn library(&self) -> &LazyHash<Library> {
        &FIXED.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FIXED.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        FIXED.sources.values().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data.0 { Ok(self.data.1.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FIXED.fonts.get(index).cloned()
    }

    /// No clock: what a paper says of time is in its value.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
