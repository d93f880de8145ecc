//! Identifiers as the vendor's clients print them.

use kernel::TypedId;
use kernel::uuid::Uuid;

/// Characters of an identifier with everything that may be around it; longer is none of ours.
const CHARS_MAX: usize = 128;

/// Reads an identifier: hyphenated or bare hexadecimal digits in any letter case, with or without the address-like
/// ending that old box identifiers carry (`…@host`). Refuses everything else.
#[must_use]
pub fn parse<T: TypedId>(text: &str) -> Option<T> {
    if text.len() > CHARS_MAX {
        return None;
    }
    let bare = text.split_once('@').map_or(text, |(bare, _)| bare);
    let plain = bare.len() == 36 || bare.len() == 32;
    plain.then(|| Uuid::try_parse(bare).ok()).flatten().map(T::from_uuid)
}

/// As answers show it: lower-case and hyphenated.
#[must_use]
pub fn shown(id: impl TypedId) -> String {
    id.uuid().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::BoxId;

    #[test]
    fn every_usual_writing_is_read() {
        let id: BoxId = parse("0192d3c4-0000-7000-8000-00000000002a").unwrap();
        for same in [
            "0192D3C4-0000-7000-8000-00000000002A",
            "0192d3c4000070008000 00000000002a".replace(' ', "").as_str(),
            "0192d3c400007000800000000000002a@example.test",
            "0192d3c4-0000-7000-8000-00000000002a@x",
        ] {
            assert_eq!(parse::<BoxId>(same), Some(id), "{same}");
        }
        assert_eq!(shown(id), "0192d3c4-0000-7000-8000-00000000002a");
        for bad in [
            "",
            "@",
            "0192d3c4",
            "{0192d3c4-0000-7000-8000-00000000002a}",
            "zz92d3c4-0000-7000-8000-00000000002a",
            " 0192d3c4-0000-7000-8000-00000000002a",
        ] {
            assert_eq!(parse::<BoxId>(bad), None, "{bad}");
        }
        assert_eq!(parse::<BoxId>(&"0".repeat(200)), None);
    }
}
