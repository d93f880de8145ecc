//! How sums, days, sizes and names are written for people, for addresses and for a shell.

use super::super::visit::Visit;
use exchange::{DocumentFacts, DocumentKind};
use kernel::{CivilDate, Moment};

/// Keeps digits of a sum together.
const NO_BREAK_SPACE: char = '\u{a0}';
/// Rouble by ОКВ.
const ROUBLE: &str = "643";

/// `1 200,00 ₽`, with no-break spaces and a true minus; another currency is named by its code.
#[must_use]
pub fn of_kopecks(kopecks: i64, currency: Option<&str>) -> String {
    let hundredths = kopecks.unsigned_abs();
    let digits = (hundredths / 100).to_string();
    let mut sum = String::from(if kopecks < 0 { "−" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            sum.push(NO_BREAK_SPACE);
        }
        sum.push(digit);
    }
    let sign = currency.filter(|code| *code != ROUBLE).unwrap_or("₽");
    format!("{sum},{:02}{NO_BREAK_SPACE}{sign}", hundredths % 100)
}

/// The total of a document, where it has one.
#[must_use]
pub fn money(facts: &DocumentFacts) -> Option<String> {
    facts.total_kopecks.map(|kopecks| of_kopecks(kopecks, facts.currency.as_deref()))
}

/// `28.11.2026`.
#[must_use]
pub fn day(date: CivilDate) -> String {
    date.strftime("%d.%m.%Y").to_string()
}

/// An ISO day for people; what is no day stays as it stands in the document.
#[must_use]
pub fn iso_day(date: &str) -> String {
    date.parse().map_or_else(|_| date.to_owned(), day)
}

/// `28.11.2026 14:05 МСК`.
#[must_use]
pub fn moment(visit: &Visit, at: Moment) -> String {
    let at = at.civil_datetime_msk().strftime("%d.%m.%Y %H:%M").to_string();
    visit.say("pages-moment", &[("at", &at)])
}

/// What a document is, in a word.
#[must_use]
pub fn kind_words(visit: &Visit, kind: DocumentKind) -> String {
    visit.say(&format!("pages-kind-{}", kind.as_str()), &[])
}

/// Which papers it stands for.
#[must_use]
pub fn function_words(visit: &Visit, kind: DocumentKind) -> String {
    visit.say(&format!("pages-function-{}", kind.as_str()), &[])
}

/// `512 Б`, `20 КБ`, `3 МБ`: rounded up, of 1024.
#[must_use]
pub fn bytes_size(visit: &Visit, bytes: i64) -> String {
    let bytes = bytes.max(0);
    let (key, count) = match bytes {
        0..1024 => ("pages-size-bytes", bytes),
        1024..1_048_576 => ("pages-size-kibibytes", (bytes + 1023) / 1024),
        _ => ("pages-size-mebibytes", (bytes + 1_048_575) / 1_048_576),
    };
    visit.say(key, &[("count", &count.to_string())])
}

/// For one value of a query or one part of a path.
#[must_use]
pub fn escaped(text: &str) -> String {
    percent(text, b"-._~")
}

/// `Content-Disposition` with the name as it is (RFC 6266, RFC 8187) and an ASCII one for old programs.
#[must_use]
pub fn attachment(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || "-._ ()".contains(c) { c } else { '_' };
    let ascii: String = name.chars().map(plain).collect();
    format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{}", percent(name, b"!#$&+-.^_`|~"))
}

fn percent(text: &str, plain: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || plain.contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// One word of a POSIX shell, whatever the name holds; `./` keeps a leading hyphen from being an option.
#[must_use]
pub fn shell_quoted(name: &str) -> String {
    let dot = if name.starts_with('-') { "./" } else { "" };
    let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._/".contains(&byte));
    if is_plain && !name.is_empty() {
        format!("{dot}{name}")
    } else {
        format!("{dot}'{}'", name.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums() {
        for (kopecks, currency, told) in [
            (0, None, "0,00\u{a0}₽"),
            (5, None, "0,05\u{a0}₽"),
            (120_000, Some("643"), "1\u{a0}200,00\u{a0}₽"),
            (-123_456_789, None, "−1\u{a0}234\u{a0}567,89\u{a0}₽"),
            (10_000, Some("840"), "100,00\u{a0}840"),
            (i64::MIN, None, "−92\u{a0}233\u{a0}720\u{a0}368\u{a0}547\u{a0}758,08\u{a0}₽"),
        ] {
            assert_eq!(of_kopecks(kopecks, currency), told);
        }
    }

    #[test]
    fn days() {
        assert_eq!(iso_day("2026-11-28"), "28.11.2026");
        assert_eq!(iso_day("28 ноября"), "28 ноября");
    }

    #[test]
    fn names_of_downloads() {
        assert_eq!(
            attachment("Счёт \"7\".xml"),
            "attachment; filename=\"____ _7_.xml\"; filename*=UTF-8''%D0%A1%D1%87%D1%91%D1%82%20%227%22.xml"
        );
        assert!(!attachment("a\r\nSet-Cookie: x").contains(['\r', '\n']));
        assert_eq!(shell_quoted("ON_NSCHF.xml"), "ON_NSCHF.xml");
        assert_eq!(shell_quoted("it's; rm -rf.xml"), "'it'\\''s; rm -rf.xml'");
        assert_eq!(shell_quoted("-n Счёт"), "./'-n Счёт'");
    }
}
