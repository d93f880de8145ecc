//! Bytes to text: the encoding is decided by the declaration and must not be contradicted.

use super::window::Window;
use super::windows_1251::{UNDEFINED, text_of};
use crate::FormatRefusal;
use crate::limits::FILE_BYTES_MAX;
use std::borrow::Cow;

/// Encodings of official files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Encoding {
    #[serde(rename = "windows-1251")]
    Windows1251,
    #[serde(rename = "UTF-8")]
    Utf8,
}

impl Encoding {
    pub fn name(self) -> &'static str {
        match self {
            Self::Windows1251 => "windows-1251",
            Self::Utf8 => "UTF-8",
        }
    }
}

/// Text of a file with line ends made one, and the encoding it came in.
pub(crate) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub encoding: Encoding,
}

const BOM_UTF8: &[u8] = &[0xEF, 0xBB, 0xBF];
/// Longest declaration that is looked at; the official ones have 44 to 60 bytes.
const DECLARATION_BYTES_MAX: usize = 256;

pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, FormatRefusal> {
    if bytes.len() > FILE_BYTES_MAX {
        return Err(FormatRefusal::TooLarge { size_bytes: bytes.len(), size_bytes_max: FILE_BYTES_MAX });
    }
    let (encoding, body) = encoding_of(bytes)?;
    let text = match encoding {
        Encoding::Utf8 => Cow::Borrowed(
            std::str::from_utf8(body)
                .map_err(|e| FormatRefusal::EncodingBroken { encoding: "UTF-8", offset: e.valid_up_to() })?,
        ),
        Encoding::Windows1251 => from_windows_1251(body)?,
    };
    let text = one_line_end(text);
    match super::scan::check_characters(&text) {
        None => Ok(Decoded { text, encoding }),
        Some(at) => Err(Window::whole(&text).broken(at, "a character XML does not allow")),
    }
}

/// Decodes a document that comes in parts.
#[derive(Debug, Default)]
pub(crate) struct PartDecoder {
    encoding: Option<Encoding>,
    /// Bytes that wait for the next part: the head before the encoding is known, a cut character, a carriage return.
    kept: Vec<u8>,
    /// Bytes decoded before those kept.
    before: usize,
}

impl PartDecoder {
    /// The document's encoding, once it is known.
    pub fn encoding(&self) -> Option<Encoding> {
        self.encoding
    }

    /// Adds the text of the next bytes.
    pub fn decode(&mut self, bytes: &[u8], is_last: bool, text: &mut String) -> Result<(), FormatRefusal> {
        self.kept.extend_from_slice(bytes);
        let encoding = match self.encoding {
            Some(encoding) => encoding,
            None if self.kept.len() < DECLARATION_BYTES_MAX + BOM_UTF8.len() && !is_last => return Ok(()),
            None => {
                let (encoding, body) = encoding_of(&self.kept)?;
                let marked = self.kept.len() - body.len();
                self.kept.drain(..marked);
                *self.encoding.insert(encoding)
            }
        };
        let mut ready = self.kept.len();
        if !is_last && self.kept.last() == Some(&b'\r') {
            ready -= 1;
        }
        let part = self.kept.get(..ready).unwrap_or_default();
        let (decoded, ready) = match encoding {
            Encoding::Windows1251 => (from_windows_1251(part).map_err(|fault| moved(fault, self.before))?, ready),
            Encoding::Utf8 => match std::str::from_utf8(part) {
                Ok(whole) => (Cow::Borrowed(whole), ready),
                Err(cut) if cut.error_len().is_none() && !is_last => {
                    let good = part.get(..cut.valid_up_to()).and_then(|good| std::str::from_utf8(good).ok());
                    (Cow::Borrowed(good.unwrap_or_default()), cut.valid_up_to())
                }
                Err(wrong) => {
                    let offset = self.before + wrong.valid_up_to();
                    return Err(FormatRefusal::EncodingBroken { encoding: "UTF-8", offset });
                }
            },
        };
        text.push_str(&one_line_end(decoded));
        self.kept.drain(..ready);
        self.before += ready;
        Ok(())
    }
}

fn moved(fault: FormatRefusal, by: usize) -> FormatRefusal {
    match fault {
        FormatRefusal::EncodingBroken { encoding, offset } => {
            FormatRefusal::EncodingBroken { encoding, offset: offset + by }
        }
        other => other,
    }
}

/// The encoding and what follows the mark of byte order.
fn encoding_of(bytes: &[u8]) -> Result<(Encoding, &[u8]), FormatRefusal> {
    let (body, marked) = match bytes.strip_prefix(BOM_UTF8) {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    match declared(body)? {
        Some(Encoding::Windows1251) if marked => Err(FormatRefusal::EncodingUnknown),
        encoding => Ok((encoding.unwrap_or(Encoding::Utf8), body)),
    }
}

/// 0x98 is the one byte windows-1251 leaves undefined; the web's decoder maps it, the official tools refuse it.
fn from_windows_1251(bytes: &[u8]) -> Result<Cow<'_, str>, FormatRefusal> {
    match memchr::memchr(UNDEFINED, bytes) {
        Some(offset) => Err(FormatRefusal::EncodingBroken { encoding: "windows-1251", offset }),
        None => Ok(text_of(bytes)),
    }
}

/// XML 1.0 §2.11: a reader sees CR LF and CR as LF.
fn one_line_end(text: Cow<'_, str>) -> Cow<'_, str> {
    if memchr::memchr(b'\r', text.as_bytes()).is_some() {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        text
    }
}

/// Encoding named by the declaration; `None` without a declaration or without a name in it.
fn declared(bytes: &[u8]) -> Result<Option<Encoding>, FormatRefusal> {
    let head = bytes.get(..DECLARATION_BYTES_MAX.min(bytes.len())).unwrap_or(bytes);
    if !head.starts_with(b"<?xml") {
        return Ok(None);
    }
    let end = head.iter().position(|&b| b == b'>').unwrap_or(head.len());
    let head = head.get(..end).unwrap_or(head);
    let text = std::str::from_utf8(head).map_err(|_| FormatRefusal::EncodingUnknown)?;
    let Some((_, rest)) = text.split_once("encoding") else { return Ok(None) };
    let rest = rest.trim_start().strip_prefix('=').ok_or(FormatRefusal::EncodingUnknown)?.trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\'')).ok_or(FormatRefusal::EncodingUnknown)?;
    let name = rest.split(quote).nth(1).ok_or(FormatRefusal::EncodingUnknown)?;
    match name.to_ascii_lowercase().as_str() {
        "windows-1251" => Ok(Some(Encoding::Windows1251)),
        "utf-8" => Ok(Some(Encoding::Utf8)),
        _ => Err(FormatRefusal::EncodingUnknown),
    }
}

/// Line and column (from 1, in characters) of a byte offset in the decoded text.
pub(crate) fn position(text: &str, offset: usize) -> (usize, usize) {
    let mut end = offset.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = text.get(..end).unwrap_or("");
    let line = before.bytes().filter(|&b| b == b'\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (line, column)
}
