//! A text in parts that phones join: UCS-2, with a user data header where there is more than one.

/// UTF-16 units of an SMS that stands alone: 140 octets (3GPP TS 23.040).
const ALONE_UNITS_MAX: usize = 70;
/// UTF-16 units beside the header of six octets.
const JOINED_UNITS_MAX: usize = 67;
/// Information element "concatenated short messages, 8-bit reference": 3GPP TS 23.040 §9.2.3.24.1.
const CONCATENATED: [u8; 3] = [0x05, 0x00, 0x03];

/// One part as it goes into `short_message`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Whether a user data header stands before the text.
    pub has_header: bool,
    /// At most 140.
    pub octets: Vec<u8>,
}

/// Cuts a text; a character of two units is never parted.
pub(super) fn cut(text: &str, reference: u8) -> Vec<Part> {
    if text.encode_utf16().count() <= ALONE_UNITS_MAX {
        return vec![Part { has_header: false, octets: octets(text) }];
    }
    let pieces = pieces(text);
    let total = u8::try_from(pieces.len()).unwrap_or(u8::MAX);
    let part = |(number, piece): (u8, &str)| {
        let header = [CONCATENATED.as_slice(), &[reference, total, number]].concat();
        Part { has_header: true, octets: [header, octets(piece)].concat() }
    };
    (1..=total).zip(pieces).map(part).collect()
}

fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut begun, mut units) = (0, 0);
    for (at, c) in text.char_indices() {
        if units + c.len_utf16() > JOINED_UNITS_MAX {
            pieces.extend(text.get(begun..at));
            (begun, units) = (at, 0);
        }
        units += c.len_utf16();
    }
    pieces.extend(text.get(begun..));
    pieces
}

fn octets(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(parts: &[Part]) -> String {
        let units = |part: &Part| {
            let text = if part.has_header { &part.octets[6..] } else { &part.octets[..] };
            text.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect::<Vec<_>>()
        };
        // Each part is whole by itself: no character is parted.
        parts.iter().map(|part| String::from_utf16(&units(part)).unwrap()).collect()
    }

    #[test]
    fn texts_are_cut_and_joined() {
        for (text, count) in [
            ("Код 123456".to_owned(), 1),
            ("я".repeat(70), 1),
            ("я".repeat(71), 2),
            ("я".repeat(134), 2),
            ("я".repeat(135), 3),
            ("я".repeat(670), 10),
            ("🌼".repeat(35), 1),
            ("🌼".repeat(36), 2),
            (format!("{}{}", "я".repeat(66), "🌼".repeat(3)), 2),
        ] {
            let parts = cut(&text, 7);
            assert_eq!(parts.len(), count, "{text}");
            assert_eq!(joined(&parts), text);
            assert!(parts.iter().all(|part| part.octets.len() <= 140 && part.has_header == (count > 1)));
            for (number, part) in parts.iter().enumerate().filter(|_| count > 1) {
                let header = [5, 0, 3, 7, u8::try_from(count).unwrap(), u8::try_from(number + 1).unwrap()];
                assert_eq!(part.octets[..6], header);
            }
        }
    }
}
