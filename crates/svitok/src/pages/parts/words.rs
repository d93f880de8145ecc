//! How times and names are written for people and for addresses.

use super::super::visit::Visit;
use kernel::Moment;

/// `28.11.2026 14:05 МСК`.
#[must_use]
pub fn moment(visit: &Visit, at: Moment) -> String {
    let at = at.civil_datetime_msk().strftime("%d.%m.%Y %H:%M").to_string();
    visit.say("pages-moment", &[("at", &at)])
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_downloads() {
        assert_eq!(
            attachment("Счёт \"7\".xml"),
            "attachment; filename=\"____ _7_.xml\"; filename*=UTF-8''%D0%A1%D1%87%D1%91%D1%82%20%227%22.xml"
        );
        assert!(!attachment("a\r\nSet-Cookie: x").contains(['\r', '\n']));
    }
}
