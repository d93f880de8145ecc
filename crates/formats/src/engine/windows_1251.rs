//! The code page of the official files.
//!
//! A browser decodes by the table here: the library brings every code page of the web and would be a fifth of the module.
//! A native build decodes by the library, which is faster; a test holds that both say the same.

use std::borrow::Cow;

/// Characters of bytes 0x80–0xBF; those of 0xC0–0xFF are А–я in the order of Unicode. Byte 0x98 stands for nothing.
const UPPER: [char; 64] = [
    'Ђ', 'Ѓ', '‚', 'ѓ', '„', '…', '†', '‡', '€', '‰', 'Љ', '‹', 'Њ', 'Ќ', 'Ћ', 'Џ', 'ђ', '‘', '’', '“', '”', '•', '–',
    '—', '\u{98}', '™', 'љ', '›', 'њ', 'ќ', 'ћ', 'џ', '\u{A0}', 'Ў', 'ў', 'Ј', '¤', 'Ґ', '¦', '§', 'Ё', '©', 'Є', '«',
    '¬', '\u{AD}', '®', 'Ї', '°', '±', 'І', 'і', 'ґ', 'µ', '¶', '·', 'ё', '№', 'є', '»', 'ј', 'Ѕ', 'ѕ', 'ї',
];

/// The byte that stands for nothing.
pub(super) const UNDEFINED: u8 = 0x98;

/// The byte of a character, `None` where there is none.
pub(super) fn byte_of(c: char) -> Option<u8> {
    match c {
        '\0'..='\x7F' => u8::try_from(u32::from(c)).ok(),
        'А'..='я' => u8::try_from(u32::from(c) - 0x410 + 0xC0).ok(),
        '\u{98}' => None,
        c => UPPER.iter().position(|known| *known == c).and_then(|at| u8::try_from(at + 0x80).ok()),
    }
}

/// The text of bytes among which [`UNDEFINED`] is not.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    encoding_rs::WINDOWS_1251.decode_without_bom_handling(bytes).0
}

/// The text of bytes among which [`UNDEFINED`] is not.
#[cfg(target_arch = "wasm32")]
pub(super) fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    by_table(bytes)
}

#[cfg(any(test, target_arch = "wasm32"))]
fn by_table(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(bytes)
        && bytes.is_ascii()
    {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(bytes.len() * 2);
    text.extend(bytes.iter().map(|byte| match byte {
        0x80..=0xBF => UPPER.get(usize::from(byte - 0x80)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
        0xC0.. => char::from_u32(0x410 + u32::from(byte - 0xC0)).unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from(*byte),
    }));
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_decoders_say_the_same_and_every_byte_comes_back() {
        let all: Vec<u8> = (0..=0xFF).filter(|byte| *byte != UNDEFINED).collect();
        assert_eq!(by_table(&all), text_of(&all));
        assert_eq!(by_table(b"plain"), "plain");
        for byte in all {
            let bytes = [byte];
            let text = text_of(&bytes);
            assert_eq!(by_table(&bytes), text);
            assert_eq!(byte_of(text.chars().next().unwrap()), Some(byte));
        }
    }
}
