//! Bytes to text: the encoding is decided by the declaration and must not be contradicted.

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
    let (body, marked) = match bytes.strip_prefix(BOM_UTF8) {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    let encoding = match declared(body)? {
        Some(Encoding::Windows1251) if marked => return Err(FormatRefusal::EncodingUnknown),
        Some(encoding) => encoding,
        None => Encoding::Utf8,
    };
    let text = match encoding {
        Encoding::Utf8 => Cow::Borrowed(
            std::str::from_utf8(body)
                .map_err(|e| FormatRefusal::EncodingBroken { encoding: "UTF-8", offset: e.valid_up_to() })?,
        ),
        Encoding::Windows1251 => from_windows_1251(body)?,
    };
    let text = one_line_end(text);
    super::scan::check_characters(&text)?;
    Ok(Decoded { text, encoding })
}

/// 0x98 is the one byte windows-1251 leaves undefined; the web's decoder maps it, the official tools refuse it.
fn from_windows_1251(bytes: &[u8]) -> Result<Cow<'_, str>, FormatRefusal> {
    if memchr::memchr(0x98, bytes).is_some() {
        let offset = bytes.iter().position(|&b| b == 0x98).unwrap_or_default();
        return Err(FormatRefusal::EncodingBroken { encoding: "windows-1251", offset });
    }
    let (text, _) = encoding_rs::WINDOWS_1251.decode_without_bom_handling(bytes);
    Ok(text)
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
