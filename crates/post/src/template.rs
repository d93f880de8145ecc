//! Addresses and bodies with places for the number and the text.

use crate::transport::OutgoingSms;

/// How a value is written at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In an address or a form: octets of UTF-8 behind percent signs, RFC 3986 §2.1.
    Percent,
    /// Inside a string of JSON, RFC 8259 §7.
    Json,
}

/// Names that may stand in braces.
const NAMES: [&str; 4] = ["{phone}", "{digits}", "{text}", "{id}"];

/// The template with the SMS in it. What is put in is never looked through again.
pub(crate) fn fill(template: &str, sms: &OutgoingSms, place: Place) -> String {
    let mut filled = String::with_capacity(template.len() + sms.text.len());
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        filled.push_str(before);
        let Some(name) = NAMES.into_iter().find(|name| from.starts_with(name)) else {
            filled.push('{');
            rest = from.get(1..).unwrap_or_default();
            continue;
        };
        let id = sms.sms_id.to_string();
        let value = match name {
            "{phone}" => sms.phone.as_str(),
            "{digits}" => sms.phone.digits(),
            "{text}" => sms.text.as_str(),
            _ => id.as_str(),
        };
        write(&mut filled, value, place);
        rest = from.get(name.len()..).unwrap_or_default();
    }
    filled.push_str(rest);
    filled
}

/// Whether the number and the text have a place in one of these.
pub(crate) fn is_whole<'a>(templates: impl IntoIterator<Item = &'a str>) -> bool {
    let all: Vec<&str> = templates.into_iter().collect();
    let has = |name: &str| all.iter().any(|template| template.contains(name));
    (has("{phone}") || has("{digits}")) && has("{text}")
}

fn write(to: &mut String, value: &str, place: Place) {
    match place {
        Place::Percent => {
            for byte in value.bytes() {
                if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                    to.push(char::from(byte));
                } else {
                    to.push_str(&format!("%{byte:02X}"));
                }
            }
        }
        Place::Json => {
            for c in value.chars() {
                match c {
                    '"' => to.push_str("\\\""),
                    '\\' => to.push_str("\\\\"),
                    '\n' => to.push_str("\\n"),
                    c if c.is_control() => to.push_str(&format!("\\u{:04x}", u32::from(c))),
                    c => to.push(c),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sms::Phone;
    use kernel::TypedId as _;

    fn sms(text: &str) -> OutgoingSms {
        let phone = Phone::parse("+79000000000").unwrap();
        OutgoingSms { sms_id: crate::SmsId::from_uuid(kernel::uuid::Uuid::nil()), phone, text: text.to_owned() }
    }

    #[test]
    fn values_are_written_as_their_place_needs() {
        let filled = fill("/send?to={phone}&d={digits}&t={text}&{x}{", &sms("Код: 1&2"), Place::Percent);
        assert_eq!(filled, "/send?to=%2B79000000000&d=79000000000&t=%D0%9A%D0%BE%D0%B4%3A%201%262&{x}{");
        let filled =
            fill("{\"to\":\"{digits}\",\"text\":\"{text}\",\"id\":\"{id}\"}", &sms("а\"\\\n\u{1}"), Place::Json);
        let read: serde_json::Value = serde_json::from_str(&filled).unwrap();
        assert_eq!(read["text"], "а\"\\\n\u{1}");
        assert_eq!((read["to"].as_str(), read["id"].as_str().map(str::len)), (Some("79000000000"), Some(36)));
    }

    #[test]
    fn what_is_put_in_is_not_looked_through() {
        assert_eq!(fill("{text}", &sms("{phone}"), Place::Json), "{phone}");
    }

    #[test]
    fn a_template_needs_number_and_text() {
        assert!(is_whole(["https://a/?p={phone}", "{text}"]) && is_whole(["{digits}{text}"]));
        assert!(!is_whole(["{phone}"]) && !is_whole(["{text}"]) && !is_whole([""]) && !is_whole([]));
    }
}
