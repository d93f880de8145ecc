//! One pass over a document's text: well-formedness and bounds are decided here, meaning is decided by the sink.

use super::tag::{WHITE_BYTES, name_at, read_attributes, resolve};
use super::window::Window;
use crate::FormatRefusal;
use crate::limits::DEPTH_MAX;
use std::borrow::Cow;

/// An attribute with its value as XML understands it.
pub(crate) struct Attribute<'a> {
    pub name: &'a str,
    pub value: Cow<'a, str>,
}

/// What listens to a scan. Offsets count from the beginning of the document's text.
pub(crate) trait Sink {
    fn start(&mut self, name: &str, attributes: &[Attribute<'_>], offset: usize);
    fn text(&mut self, text: &str, offset: usize);
    fn end(&mut self, name: &str, offset: usize);
    /// The rest of the document is not needed.
    fn is_satisfied(&self) -> bool {
        false
    }
}

/// A document whose whole text is at hand.
pub(crate) fn scan(text: &str, sink: &mut impl Sink) -> Result<(), FormatRefusal> {
    let window = Window::whole(text);
    let mut scan = Scan::default();
    scan.run(&window, sink)?;
    if sink.is_satisfied() { Ok(()) } else { scan.end(&window) }
}

/// Where a scan stands between two windows of the text.
#[derive(Default)]
pub(crate) struct Scan {
    /// Names of the open elements, one after the other, and where each begins.
    names: String,
    open: Vec<usize>,
    elements: usize,
    is_rooted: bool,
}

/// A tag, or `None` where the window ends before it does.
type Taken = Result<Option<usize>, FormatRefusal>;

impl Scan {
    /// Takes every whole part of markup the window holds; gives the bytes taken.
    pub fn run<'a>(&mut self, window: &Window<'a>, sink: &mut impl Sink) -> Result<usize, FormatRefusal> {
        let bytes = window.text.as_bytes();
        let mut attributes = Vec::with_capacity(32);
        let mut at = 0;
        while let Some(first) = bytes.get(at) {
            let taken = match first {
                b'<' => self.markup(window, at, &mut attributes, sink)?,
                b'&' => self.reference(window, at, sink)?,
                _ => self.characters(window, at, sink)?,
            };
            match taken {
                Some(next) => at = next,
                None if window.is_last => return Err(window.broken(at, "markup that does not end")),
                None => break,
            }
            if sink.is_satisfied() {
                break;
            }
        }
        Ok(at)
    }

    /// Refuses a document that ends too early.
    pub fn end(&self, window: &Window<'_>) -> Result<(), FormatRefusal> {
        match (self.is_rooted, self.open.len()) {
            (true, 0) => Ok(()),
            _ => Err(window.broken(window.text.len(), "the document ends before its root element does")),
        }
    }

    fn markup<'a>(
        &mut self,
        window: &Window<'a>,
        at: usize,
        attributes: &mut Vec<Attribute<'a>>,
        sink: &mut impl Sink,
    ) -> Taken {
        let rest = window.from(at);
        match rest.as_bytes().get(1) {
            None => Ok(None),
            Some(b'/') => self.end_tag(window, at, sink),
            Some(b'?') => skip_instruction(window, at),
            Some(b'!') => self.declaration(window, at, sink),
            Some(_) => self.start_tag(window, at, attributes, sink),
        }
    }

    fn end_tag(&mut self, window: &Window<'_>, at: usize, sink: &mut impl Sink) -> Taken {
        let rest = window.from(at + 2);
        let Some(end) = memchr::memchr(b'>', rest.as_bytes()) else { return Ok(None) };
        let name = rest.get(..end).unwrap_or_default().trim_end_matches(WHITE);
        let is_open = self.open.last().and_then(|&from| self.names.get(from..)).is_some_and(|open| open == name);
        if !is_open {
            return Err(window.broken(at, "an end tag that closes another element"));
        }
        self.close();
        sink.end(name, window.base + at);
        Ok(Some(at + 2 + end + 1))
    }

    fn close(&mut self) {
        if let Some(from) = self.open.pop() {
            self.names.truncate(from);
        }
    }

    /// Comments, character data, and what is never taken: a document type definition.
    fn declaration(&mut self, window: &Window<'_>, at: usize, sink: &mut impl Sink) -> Taken {
        let rest = window.from(at);
        if let Some(body) = rest.strip_prefix("<!--") {
            let Some(end) = body.find("--") else { return Ok(None) };
            return match body.as_bytes().get(end + 2) {
                None => Ok(None),
                Some(b'>') => Ok(Some(at + 4 + end + 3)),
                Some(_) => Err(window.broken(at, "-- in a comment")),
            };
        }
        if let Some(body) = rest.strip_prefix("<![CDATA[") {
            let Some(end) = body.find("]]>") else { return Ok(None) };
            if self.open.is_empty() {
                return Err(window.broken(at, "text outside the root element"));
            }
            sink.text(body.get(..end).unwrap_or_default(), window.base + at);
            return Ok(Some(at + 9 + end + 3));
        }
        let is_short = rest.len() < "<!DOCTYPE".len() && !window.is_last;
        match rest.get(..9).is_some_and(|word| word.eq_ignore_ascii_case("<!DOCTYPE")) {
            true => Err(FormatRefusal::Dtd { line: window.line_of(at) }),
            false if is_short => Ok(None),
            false => Err(window.broken(at, "markup")),
        }
    }

    fn start_tag<'a>(
        &mut self,
        window: &Window<'a>,
        at: usize,
        attributes: &mut Vec<Attribute<'a>>,
        sink: &mut impl Sink,
    ) -> Taken {
        let (name, is_name) = name_at(window.from(at + 1));
        let Some(tag) = read_attributes(window, at + 1 + name.len(), attributes)? else { return Ok(None) };
        if !is_name {
            return Err(window.broken(at, "the name of an element"));
        }
        self.admit(window, at)?;
        sink.start(name, attributes, window.base + at);
        if tag.is_empty {
            sink.end(name, window.base + at);
        } else {
            self.open.push(self.names.len());
            self.names.push_str(name);
        }
        Ok(Some(tag.end))
    }

    fn admit(&mut self, window: &Window<'_>, at: usize) -> Result<(), FormatRefusal> {
        if self.open.is_empty() && self.is_rooted {
            return Err(window.broken(at, "a second root element"));
        }
        if self.open.len() >= DEPTH_MAX {
            return Err(FormatRefusal::TooDeep { line: window.line_of(at), depth_max: DEPTH_MAX });
        }
        self.is_rooted = true;
        self.elements += 1;
        if self.elements > window.elements_max {
            let (line, count_max) = (window.line_of(at), window.elements_max);
            return Err(FormatRefusal::TooMany { line, what: "elements", count_max });
        }
        Ok(())
    }

    fn characters(&self, window: &Window<'_>, at: usize, sink: &mut impl Sink) -> Taken {
        let rest = window.from(at);
        let end = match memchr::memchr2(b'<', b'&', rest.as_bytes()) {
            Some(end) => end,
            None if window.is_last => rest.len(),
            None => return Ok(None),
        };
        let text = rest.get(..end).unwrap_or_default();
        let is_white = text.bytes().all(|b| matches!(b, b' ' | b'\t' | b'\n'));
        if self.open.is_empty() && !is_white {
            return Err(window.broken(at, "text outside the root element"));
        }
        if !is_white && text.contains("]]>") {
            return Err(window.broken(at, "]]> in text"));
        }
        if !self.open.is_empty() {
            sink.text(text, window.base + at);
        }
        Ok(Some(at + end))
    }

    fn reference(&self, window: &Window<'_>, at: usize, sink: &mut impl Sink) -> Taken {
        let rest = window.from(at + 1);
        let ends = |c: char| c == ';' || c == '<' || c == '&' || c.is_whitespace();
        let Some(end) = rest.find(ends) else { return Ok(None) };
        if rest.as_bytes().get(end) != Some(&b';') {
            return Err(window.broken(at, "a bare ampersand"));
        }
        if self.open.is_empty() {
            return Err(window.broken(at, "text outside the root element"));
        }
        let c = resolve(window, rest.get(..end).unwrap_or_default(), at)?;
        sink.text(c.encode_utf8(&mut [0; 4]), window.base + at);
        Ok(Some(at + 1 + end + 1))
    }
}

/// A processing instruction; the declaration is one that may only be first.
fn skip_instruction(window: &Window<'_>, at: usize) -> Taken {
    let rest = window.from(at);
    let Some(end) = rest.find("?>") else { return Ok(None) };
    let is_declaration = rest.starts_with("<?xml") && rest.as_bytes().get(5).is_some_and(|b| WHITE_BYTES.contains(b));
    if is_declaration && window.base + at > 0 {
        return Err(window.broken(at, "a declaration that is not first"));
    }
    Ok(Some(at + end + 2))
}

/// XML 1.0 §2.2.
pub(crate) fn is_xml_character(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Bytes looked at together: enough for the machine to compare many at once.
const TOGETHER: usize = 64;

/// Where the first character stands that no XML document may hold; asked once per text, before any pass over it.
pub(crate) fn check_characters(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_control = |b: u8| b < 0x20 && b != b'\t' && b != b'\n' && b != b'\r';
    let has_control = |part: &[u8]| part.iter().fold(false, |found, b| found | is_control(*b));
    let mut wrong = None;
    if bytes.chunks(TOGETHER).any(has_control) {
        wrong = bytes.iter().position(|b| is_control(*b));
    }
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF; other characters that start with EF are good.
    let is_none = |at: &usize| matches!(bytes.get(*at..at + 3), Some([0xEF, 0xBF, 0xBE | 0xBF]));
    let first = memchr::memchr_iter(0xEF, bytes).find(is_none);
    wrong.into_iter().chain(first).min()
}

const WHITE: [char; 3] = [' ', '\t', '\n'];
