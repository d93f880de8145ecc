//! The check of a document that comes in parts: what is kept in memory does not grow with the document.

use crate::FormatRefusal;
use crate::engine::check::{Checker, Extent};
use crate::engine::names::Resolved;
use crate::engine::scan::{Scan, check_characters};
use crate::engine::text::{Encoding, PartDecoder};
use crate::engine::window::Window;
use crate::finding::Findings;
use crate::limits::{HEAD_BYTES_MAX, MARKUP_BYTES_MAX, STREAM_BYTES_MAX, STREAM_ELEMENTS_MAX, STREAM_NOTED_BYTES_MAX};
use crate::read::{Head, from_refusal, name_asked, other_encoding};
use crate::registry::{Loaded, Registry};
use crate::standing::other_name;

/// A check under way. It finds what [`Registry::check`] finds, for documents of up to [`STREAM_BYTES_MAX`] bytes.
pub struct PartedCheck<'r> {
    registry: &'r Registry,
    file_name: Option<&'r str>,
    extent: Extent,
    decoder: PartDecoder,
    /// Text that was not taken yet: at most one piece of markup and what came after it.
    text: String,
    /// Where it begins.
    place: Place,
    scan: Scan,
    checker: Option<(&'r Loaded, Resolved<'r, Checker<'r>>)>,
    size_bytes: usize,
    refused: Option<FormatRefusal>,
}

impl std::fmt::Debug for PartedCheck<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PartedCheck").field("size_bytes", &self.size_bytes).finish_non_exhaustive()
    }
}

/// Where a part of the text begins.
#[derive(Clone, Copy)]
struct Place {
    base: usize,
    line: usize,
    column: usize,
}

impl Place {
    fn window(self, text: &str, is_last: bool) -> Window<'_> {
        let Self { base, line, column } = self;
        Window { text, base, line, column, is_last, elements_max: STREAM_ELEMENTS_MAX }
    }
}

impl Registry {
    /// Begins the check of a document that will come in parts.
    pub fn check_in_parts<'r>(&'r self, file_name: Option<&'r str>, extent: Extent) -> PartedCheck<'r> {
        PartedCheck {
            registry: self,
            file_name: file_name.map(crate::read::without_extension),
            extent,
            decoder: PartDecoder::default(),
            text: String::new(),
            place: Place { base: 0, line: 1, column: 1 },
            scan: Scan::default(),
            checker: None,
            size_bytes: 0,
            refused: None,
        }
    }
}

impl PartedCheck<'_> {
    /// Takes the next bytes. After a refusal nothing more is looked at.
    pub fn push(&mut self, bytes: &[u8]) {
        if self.refused.is_none() {
            self.refused = self.take(bytes, false).err();
        }
    }

    /// Whether the rest of the document cannot change what was found.
    pub fn is_over(&self) -> bool {
        self.refused.is_some()
    }

    /// Ends the document.
    pub fn finish(mut self) -> Findings {
        if self.refused.is_none() {
            self.refused = self.take(&[], true).err();
        }
        let refused = self.refused.as_ref().map(|refusal| from_refusal("", refusal));
        let Some((loaded, checker)) = self.checker else {
            return Findings { format: None, findings: refused.into_iter().collect(), cut: false };
        };
        let (mut findings, cut) = checker.sink.finish(refused.is_none());
        findings.extend(refused);
        let encoding = self.decoder.encoding().unwrap_or(Encoding::Utf8);
        if encoding != loaded.definition.encoding {
            findings.push(other_encoding(&loaded.definition, encoding));
        }
        let asked = name_asked(self.file_name, self.extent);
        findings.extend(asked.and_then(|name| other_name(&loaded.definition, name)));
        Findings { format: Some(loaded.definition.format.clone()), findings, cut }
    }

    fn take(&mut self, bytes: &[u8], is_last: bool) -> Result<(), FormatRefusal> {
        self.size_bytes += bytes.len();
        if self.size_bytes > STREAM_BYTES_MAX {
            return Err(FormatRefusal::TooLarge { size_bytes: self.size_bytes, size_bytes_max: STREAM_BYTES_MAX });
        }
        let from = self.text.len();
        self.decoder.decode(bytes, is_last, &mut self.text)?;
        let window = self.place.window(&self.text, is_last);
        if let Some(at) = check_characters(window.from(from)) {
            return Err(window.broken(from + at, "a character XML does not allow"));
        }
        if self.checker.is_none() && !self.recognise(is_last)? {
            return Ok(());
        }
        self.check(is_last)
    }

    /// Chooses the definition as soon as the head is there.
    fn recognise(&mut self, is_last: bool) -> Result<bool, FormatRefusal> {
        let mut head = Head::default();
        let window = self.place.window(&self.text, is_last);
        let mut scan = Scan::default();
        scan.run(&window, &mut head)?;
        if !head.is_whole() && !is_last {
            if self.text.len() > HEAD_BYTES_MAX {
                return Err(FormatRefusal::FormatUnknown);
            }
            return Ok(false);
        }
        if !head.is_whole() {
            scan.end(&window)?;
        }
        let loaded = self.registry.recognise(&head)?;
        let checker = Checker::new(&loaded.program, &loaded.definition.format, self.file_name, self.extent);
        self.checker = Some((loaded, Resolved::new(&loaded.definition.namespaces, checker)));
        Ok(true)
    }

    fn check(&mut self, is_last: bool) -> Result<(), FormatRefusal> {
        let Some((_, checker)) = &mut self.checker else { return Ok(()) };
        let window = self.place.window(&self.text, is_last);
        let taken = self.scan.run(&window, checker);
        for found in checker.sink.unplaced() {
            found.place(window.position(found.offset.saturating_sub(window.base)));
        }
        let taken = taken?;
        if is_last {
            return self.scan.end(&window);
        }
        if self.text.len() - taken > MARKUP_BYTES_MAX {
            return Err(window.broken(taken, "markup that does not end"));
        }
        checker.sink.tape.place(&window);
        if checker.sink.tape.size_bytes() > STREAM_NOTED_BYTES_MAX {
            let (line, count_max) = (window.line_of(taken), STREAM_NOTED_BYTES_MAX);
            return Err(FormatRefusal::TooMany { line, what: "bytes kept for control assertions", count_max });
        }
        let after = window.after(taken);
        self.place = Place { base: after.base, line: after.line, column: after.column };
        self.text.drain(..taken);
        Ok(())
    }
}
