//! One pass over a document's text: well-formedness and bounds are decided here, meaning is decided by the sink.

use super::text::position;
use crate::FormatRefusal;
use crate::limits::{ATTRIBUTES_MAX, DEPTH_MAX, ELEMENTS_MAX};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};
use std::borrow::Cow;

/// An attribute with its value as XML understands it.
pub(crate) struct Attribute<'a> {
    pub name: &'a str,
    pub value: Cow<'a, str>,
}

/// What listens to a scan.
pub(crate) trait Sink {
    fn start(&mut self, name: &str, attributes: &[Attribute<'_>], offset: usize);
    fn text(&mut self, text: &str, offset: usize);
    fn end(&mut self, name: &str, offset: usize);
    /// The rest of the document is not needed.
    fn is_satisfied(&self) -> bool {
        false
    }
}

pub(crate) fn scan(text: &str, sink: &mut impl Sink) -> Result<(), FormatRefusal> {
    Scan { text, depth: 0, elements: 0, rooted: false, attributes: Vec::with_capacity(32) }.run(sink)
}

struct Scan<'a> {
    text: &'a str,
    depth: usize,
    elements: usize,
    rooted: bool,
    attributes: Vec<Attribute<'a>>,
}

impl<'a> Scan<'a> {
    fn run(mut self, sink: &mut impl Sink) -> Result<(), FormatRefusal> {
        let mut reader = Reader::from_str(self.text);
        reader.config_mut().check_comments = true;
        loop {
            let at = offset(&reader);
            let event = reader.read_event().map_err(|_| self.broken(offset(&reader), "markup"))?;
            match event {
                Event::Start(tag) => {
                    let name = self.start(at, offset(&reader), tag.name().as_ref().len(), 1)?;
                    sink.start(name, &self.attributes, at);
                    self.depth += 1;
                }
                Event::Empty(tag) => {
                    let name = self.start(at, offset(&reader), tag.name().as_ref().len(), 2)?;
                    sink.start(name, &self.attributes, at);
                    sink.end(name, at);
                }
                Event::End(tag) => {
                    self.depth -= 1;
                    sink.end(tag.name().as_ref(), at);
                }
                Event::Text(t) => self.characters(&t, at, sink)?,
                Event::CData(t) if self.depth > 0 => sink.text(&t, at),
                Event::GeneralRef(r) if self.depth > 0 => self.reference(&r, at, sink)?,
                Event::CData(_) | Event::GeneralRef(_) => return Err(self.broken(at, "text outside the root element")),
                Event::DocType(_) => return Err(FormatRefusal::Dtd { line: self.line(at) }),
                Event::Decl(_) if at > 0 => return Err(self.broken(at, "a declaration that is not first")),
                Event::PI(_) | Event::Decl(_) | Event::Comment(_) => {}
                Event::Eof => break,
            }
            if sink.is_satisfied() {
                return Ok(());
            }
        }
        match (self.rooted, self.depth) {
            (true, 0) => Ok(()),
            _ => Err(self.broken(self.text.len(), "the document ends before its root element does")),
        }
    }

    /// Takes a tag that lies at `from..to`, whose markup ends with `tail` bytes; fills `attributes`.
    fn start(&mut self, from: usize, to: usize, name_len: usize, tail: usize) -> Result<&'a str, FormatRefusal> {
        if self.depth == 0 && self.rooted {
            return Err(self.broken(from, "a second root element"));
        }
        if self.depth >= DEPTH_MAX {
            return Err(FormatRefusal::TooDeep { line: self.line(from), depth_max: DEPTH_MAX });
        }
        self.rooted = true;
        self.elements += 1;
        if self.elements > ELEMENTS_MAX {
            return Err(FormatRefusal::TooMany { line: self.line(from), what: "elements", count_max: ELEMENTS_MAX });
        }
        let body_from = from + 1 + name_len;
        let text = self.text;
        let (Some(name), Some(body)) = (text.get(from + 1..body_from), text.get(body_from..to - tail)) else {
            return Err(self.broken(from, "a tag"));
        };
        if !is_name(name) {
            return Err(self.broken(from, "the name of an element"));
        }
        self.read_attributes(body, body_from)?;
        Ok(name)
    }

    fn read_attributes(&mut self, body: &'a str, base: usize) -> Result<(), FormatRefusal> {
        self.attributes.clear();
        let mut rest = body;
        loop {
            let trimmed = rest.trim_start_matches([' ', '\t', '\n']);
            if trimmed.is_empty() {
                return Ok(());
            }
            let at = base + (body.len() - trimmed.len());
            let spaced = trimmed.len() < rest.len();
            let (attribute, after) = self.read_attribute(trimmed, at)?;
            if !spaced {
                return Err(self.broken(at, "no space before an attribute"));
            }
            if self.attributes.iter().any(|a| a.name == attribute.name) {
                return Err(self.broken(at, "an attribute given twice"));
            }
            if self.attributes.len() >= ATTRIBUTES_MAX {
                return Err(FormatRefusal::TooMany {
                    line: self.line(at),
                    what: "attributes",
                    count_max: ATTRIBUTES_MAX,
                });
            }
            self.attributes.push(attribute);
            rest = after;
        }
    }

    fn read_attribute(&self, from: &'a str, at: usize) -> Result<(Attribute<'a>, &'a str), FormatRefusal> {
        let fault = || self.broken(at, "an attribute is written name=\"value\"");
        let (name, rest) = from.split_once('=').ok_or_else(fault)?;
        let name = name.trim_end_matches([' ', '\t', '\n']);
        let rest = rest.trim_start_matches([' ', '\t', '\n']);
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\'')).ok_or_else(fault)?;
        let (raw, after) = rest.get(1..).and_then(|r| r.split_once(quote)).ok_or_else(fault)?;
        if !is_name(name) || raw.contains('<') {
            return Err(fault());
        }
        Ok((Attribute { name, value: self.attribute_value(raw, at)? }, after))
    }

    /// XML 1.0 §3.3.3: references are resolved, white space becomes a space.
    fn attribute_value(&self, raw: &'a str, at: usize) -> Result<Cow<'a, str>, FormatRefusal> {
        if !raw.bytes().any(|b| matches!(b, b'&' | b'\t' | b'\n')) {
            return Ok(Cow::Borrowed(raw));
        }
        let mut value = String::with_capacity(raw.len());
        let mut rest = raw;
        while let Some(i) = rest.find(['&', '\t', '\n']) {
            let (plain, special) = rest.split_at_checked(i).ok_or_else(|| self.broken(at, "a reference"))?;
            value.push_str(plain);
            rest = match special.strip_prefix('&') {
                Some(reference) => {
                    let (name, after) = reference.split_once(';').ok_or_else(|| self.broken(at, "a bare ampersand"))?;
                    value.push(self.resolve(name, at)?);
                    after
                }
                None => {
                    value.push(' ');
                    special.get(1..).unwrap_or("")
                }
            };
        }
        value.push_str(rest);
        Ok(Cow::Owned(value))
    }

    fn characters(&self, text: &str, at: usize, sink: &mut impl Sink) -> Result<(), FormatRefusal> {
        if self.depth > 0 {
            if text.contains("]]>") {
                return Err(self.broken(at, "]]> in text"));
            }
            sink.text(text, at);
            return Ok(());
        }
        match text.chars().all(|c| matches!(c, ' ' | '\t' | '\n')) {
            true => Ok(()),
            false => Err(self.broken(at, "text outside the root element")),
        }
    }

    fn reference(&self, reference: &BytesRef<'_>, at: usize, sink: &mut impl Sink) -> Result<(), FormatRefusal> {
        let c = self.resolve(reference, at)?;
        sink.text(c.encode_utf8(&mut [0; 4]), at);
        Ok(())
    }

    fn resolve(&self, name: &str, at: usize) -> Result<char, FormatRefusal> {
        match name {
            "amp" => return Ok('&'),
            "lt" => return Ok('<'),
            "gt" => return Ok('>'),
            "quot" => return Ok('"'),
            "apos" => return Ok('\''),
            _ => {}
        }
        let Some(number) = name.strip_prefix('#') else {
            return Err(FormatRefusal::Entity { line: self.line(at) });
        };
        let code = match number.strip_prefix('x') {
            Some(hex) if hex.bytes().all(|b| b.is_ascii_hexdigit()) => u32::from_str_radix(hex, 16).ok(),
            None if number.bytes().all(|b| b.is_ascii_digit()) => number.parse().ok(),
            _ => None,
        };
        code.and_then(char::from_u32)
            .filter(|&c| is_xml_character(c))
            .ok_or_else(|| self.broken(at, "a character reference"))
    }

    fn line(&self, at: usize) -> usize {
        position(self.text, at).0
    }

    fn broken(&self, at: usize, rule: &'static str) -> FormatRefusal {
        let (line, column) = position(self.text, at);
        FormatRefusal::NotXml { line, column, rule }
    }
}

fn offset(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// XML 1.0 §2.2.
pub(crate) fn is_xml_character(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Refuses characters no XML document may hold; done once per file, before any pass over it.
pub(crate) fn check_characters(text: &str) -> Result<(), FormatRefusal> {
    let suspicious = |b: &u8| *b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r') || *b == 0xEF;
    let mut from = 0;
    while let Some(found) = text.as_bytes().get(from..).and_then(|rest| rest.iter().position(suspicious)) {
        let at = from + found;
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF; other characters that start with EF are good.
        let good = matches!(text.as_bytes().get(at..at + 3), Some([0xEF, second, third]) if (*second, *third | 1) != (0xBF, 0xBF));
        if !good {
            let (line, column) = position(text, at);
            return Err(FormatRefusal::NotXml { line, column, rule: "a character XML does not allow" });
        }
        from = at + 3;
    }
    Ok(())
}

fn is_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(|c| is_letter(c) || matches!(c, '_' | ':'))
        && chars.all(|c| is_letter(c) || matches!(c, '0'..='9' | '_' | ':' | '-' | '.') || is_rare_in_names(c))
}

/// Latin and Russian letters are asked first: the table of all the world's letters costs more than the rest of the scan.
fn is_letter(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | 'А'..='я' | 'Ё' | 'ё') || !c.is_ascii() && c.is_alphabetic()
}

fn is_rare_in_names(c: char) -> bool {
    !c.is_ascii() && (c.is_alphanumeric() || c == '·')
}
