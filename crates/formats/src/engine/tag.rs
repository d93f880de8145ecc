//! Names, attributes and references inside tags.

use super::scan::{Attribute, is_xml_character};
use super::window::Window;
use crate::FormatRefusal;
use crate::limits::ATTRIBUTES_MAX;
use std::borrow::Cow;

/// Where a start tag ends, and whether it is the element's end too.
pub(super) struct TagEnd {
    pub end: usize,
    pub is_empty: bool,
}

/// Reads the attributes that begin at a place; `None` where the window ends first.
pub(super) fn read_attributes<'a>(
    window: &Window<'a>,
    from: usize,
    attributes: &mut Vec<Attribute<'a>>,
) -> Result<Option<TagEnd>, FormatRefusal> {
    attributes.clear();
    let bytes = window.text.as_bytes();
    let mut at = from;
    loop {
        let begun = at;
        at += white(bytes, at);
        match bytes.get(at) {
            None => return Ok(None),
            Some(b'>') => return Ok(Some(TagEnd { end: at + 1, is_empty: false })),
            Some(b'/') => {
                return match bytes.get(at + 1) {
                    None => Ok(None),
                    Some(b'>') => Ok(Some(TagEnd { end: at + 2, is_empty: true })),
                    Some(_) => Err(window.broken(at, "markup")),
                };
            }
            Some(_) if at == begun => return Err(window.broken(at, "no space before an attribute")),
            Some(_) => {}
        }
        let Some((attribute, end)) = read_attribute(window, at)? else { return Ok(None) };
        if attributes.iter().any(|known| known.name == attribute.name) {
            return Err(window.broken(at, "an attribute given twice"));
        }
        if attributes.len() >= ATTRIBUTES_MAX {
            let (line, count_max) = (window.line_of(at), ATTRIBUTES_MAX);
            return Err(FormatRefusal::TooMany { line, what: "attributes", count_max });
        }
        attributes.push(attribute);
        at = end;
    }
}

fn read_attribute<'a>(window: &Window<'a>, at: usize) -> Result<Option<(Attribute<'a>, usize)>, FormatRefusal> {
    let fault = || window.broken(at, "an attribute is written name=\"value\"");
    let bytes = window.text.as_bytes();
    let (name, is_name) = name_at(window.from(at));
    let mut next = at + name.len();
    next += white(bytes, next);
    match bytes.get(next) {
        None => return Ok(None),
        Some(b'=') if is_name => next += 1,
        Some(_) => return Err(fault()),
    }
    next += white(bytes, next);
    let quote = match bytes.get(next) {
        None => return Ok(None),
        Some(quote @ (b'"' | b'\'')) => *quote,
        Some(_) => return Err(fault()),
    };
    let raw_from = next + 1;
    let (mut length, mut is_plain) = (0, true);
    for byte in bytes.get(raw_from..).unwrap_or_default() {
        match byte {
            b'"' | b'\'' if *byte == quote => {
                let raw = window.text.get(raw_from..raw_from + length).unwrap_or_default();
                let value = if is_plain { Cow::Borrowed(raw) } else { attribute_value(window, raw, at)? };
                return Ok(Some((Attribute { name, value }, raw_from + length + 1)));
            }
            b'<' => return Err(fault()),
            b'&' | b'\t' | b'\n' => is_plain = false,
            _ => {}
        }
        length += 1;
    }
    Ok(None)
}

/// XML 1.0 §3.3.3: references are resolved, white space becomes a space.
fn attribute_value<'a>(window: &Window<'_>, raw: &'a str, at: usize) -> Result<Cow<'a, str>, FormatRefusal> {
    let mut value = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(i) = rest.find(['&', '\t', '\n']) {
        let (plain, special) = rest.split_at_checked(i).ok_or_else(|| window.broken(at, "a reference"))?;
        value.push_str(plain);
        rest = match special.strip_prefix('&') {
            Some(reference) => {
                let (name, after) = reference.split_once(';').ok_or_else(|| window.broken(at, "a bare ampersand"))?;
                value.push(resolve(window, name, at)?);
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

pub(super) fn resolve(window: &Window<'_>, name: &str, at: usize) -> Result<char, FormatRefusal> {
    match name {
        "amp" => return Ok('&'),
        "lt" => return Ok('<'),
        "gt" => return Ok('>'),
        "quot" => return Ok('"'),
        "apos" => return Ok('\''),
        _ => {}
    }
    let Some(number) = name.strip_prefix('#') else {
        return Err(FormatRefusal::Entity { line: window.line_of(at) });
    };
    let code = match number.strip_prefix('x') {
        Some(hex) if hex.bytes().all(|b| b.is_ascii_hexdigit()) => u32::from_str_radix(hex, 16).ok(),
        None if number.bytes().all(|b| b.is_ascii_digit()) => number.parse().ok(),
        _ => None,
    };
    code.and_then(char::from_u32)
        .filter(|&c| is_xml_character(c))
        .ok_or_else(|| window.broken(at, "a character reference"))
}

pub(super) const WHITE_BYTES: [u8; 3] = [b' ', b'\t', b'\n'];

/// How many bytes of white space stand at a place.
fn white(bytes: &[u8], at: usize) -> usize {
    bytes.get(at..).unwrap_or_default().iter().take_while(|b| WHITE_BYTES.contains(b)).count()
}

/// What stands where a name should, up to what ends names; `None` when it is no name.
pub(super) fn name_at(text: &str) -> (&str, bool) {
    let bytes = text.as_bytes();
    let usual = bytes.iter().take_while(|b| USUAL_IN_NAMES.contains(b)).count();
    let ends = |b: &u8| matches!(b, b' ' | b'\t' | b'\n' | b'=' | b'>' | b'/' | b'<' | b'&' | b'"' | b'\'');
    match bytes.get(usual).is_none_or(ends) {
        true => {
            let name = text.get(..usual).unwrap_or_default();
            (name, !name.starts_with(|c: char| matches!(c, '0'..='9' | '.' | '-')) && !name.is_empty())
        }
        false => {
            let end = bytes.iter().position(ends).unwrap_or(text.len());
            let name = text.get(..end).unwrap_or_default();
            (name, is_any_name(name))
        }
    }
}

/// A set of bytes.
struct Bytes([bool; 256]);

impl Bytes {
    #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, which would refuse a place out of bounds")]
    const fn of(ranges: &[(u8, u8)]) -> Self {
        let mut set = [false; 256];
        let mut at = 0;
        while at < ranges.len() {
            let (from, until) = ranges[at];
            let mut byte = from as usize;
            while byte <= until as usize {
                set[byte] = true;
                byte += 1;
            }
            at += 1;
        }
        Self(set)
    }

    fn contains(&self, byte: &u8) -> bool {
        self.0.get(usize::from(*byte)).copied().unwrap_or(false)
    }
}

/// ASCII letters and signs of names, and U+0400–U+047F, all of them letters: D0 80 – D1 BF.
const USUAL_IN_NAMES: Bytes = Bytes::of(&[
    (b'a', b'z'),
    (b'A', b'Z'),
    (b'0', b'9'),
    (b'_', b'_'),
    (b'.', b'.'),
    (b'-', b'-'),
    (b':', b':'),
    (0x80, 0xBF),
    (0xD0, 0xD1),
]);

fn is_any_name(name: &str) -> bool {
    let mut chars = name.chars();
    let first = |c: char| c.is_alphabetic() || matches!(c, '_' | ':');
    let other = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '-' | '.' | '·');
    chars.next().is_some_and(first) && chars.all(other)
}
