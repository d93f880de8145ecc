//! JSON text → value, with refusals that name the field.

use crate::limits::{DETAIL_CHARS_MAX, JSON_DEPTH_MAX};
use crate::refusal::EdgeRefusal;
use serde::de::DeserializeOwned;
use serde_json::error::Category;

/// Reads one JSON value; nothing may follow it.
pub(super) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, EdgeRefusal> {
    check_depth(bytes)?;
    let mut from = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut from).map_err(|error| {
        let path = error.path().to_string();
        refusal(&path, error.inner())
    })?;
    from.end().map_err(|error| EdgeRefusal::Syntax { line: error.line(), column: error.column() })?;
    Ok(value)
}

/// Counts brackets outside strings; a text that is no JSON is found by the reader afterwards.
fn check_depth(bytes: &[u8]) -> Result<(), EdgeRefusal> {
    let (mut depth, mut rest) = (0_usize, bytes);
    while let Some((byte, after)) = rest.split_first() {
        rest = match byte {
            b'"' => after_string(after),
            _ => after,
        };
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > JSON_DEPTH_MAX {
            return Err(EdgeRefusal::TooDeep { max: JSON_DEPTH_MAX });
        }
    }
    Ok(())
}

/// What follows a string whose opening quote was just read. Most of a large body is inside strings, so they are
/// leapt over.
fn after_string(mut rest: &[u8]) -> &[u8] {
    while let Some(at) = memchr::memchr2(b'"', b'\\', rest) {
        let is_end = rest.get(at) == Some(&b'"');
        rest = rest.get(at + if is_end { 1 } else { 2 }..).unwrap_or_default();
        if is_end {
            return rest;
        }
    }
    &[]
}

fn refusal(path: &str, error: &serde_json::Error) -> EdgeRefusal {
    if error.classify() != Category::Data {
        return EdgeRefusal::Syntax { line: error.line(), column: error.column() };
    }
    let text = error.to_string();
    // serde_json ends every message with its place; the path says it better.
    let text = text.rsplit_once(" at line ").map_or(text.as_str(), |(message, _)| message);
    let expected = text.split_once(", expected ").map(|(_, expected)| bounded(expected));
    if let Some(name) = text.strip_prefix("missing field ") {
        return EdgeRefusal::MissingField { field: join(path, name) };
    }
    if let Some(rest) = text.strip_prefix("unknown field ") {
        let name = rest.split(", ").next().unwrap_or_default();
        return EdgeRefusal::UnknownField { field: join(path, name), accepted: expected.unwrap_or_default() };
    }
    if text.starts_with("invalid type: ") {
        return EdgeRefusal::WrongType { field: root(path), accepted: expected.unwrap_or_default() };
    }
    // "invalid value: …, expected X", "unknown variant …, expected X": only X is repeated.
    let problem = match expected {
        Some(expected) => format!("expected {expected}"),
        None => bounded(text),
    };
    EdgeRefusal::WrongValue { field: root(path), problem }
}

fn bounded(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(DETAIL_CHARS_MAX).collect()
}

fn root(path: &str) -> String {
    if path == "." { String::new() } else { bounded(path) }
}

fn join(path: &str, name: &str) -> String {
    let (path, name) = (root(path), bounded(name.trim_matches('`')));
    let last = path.rsplit('.').next().unwrap_or_default();
    if path.is_empty() || last == name && path == name {
        name
    } else if last == name {
        path
    } else {
        format!("{path}.{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Line {
        price: i64,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Form {
        name: String,
        #[serde(default)]
        lines: Vec<Line>,
    }

    fn read_form(text: &str) -> Result<Form, EdgeRefusal> {
        read(text.as_bytes())
    }

    #[test]
    fn a_good_body() {
        let form = read_form(r#"{"name": "Ромашка", "lines": [{"price": 1}]}"#).unwrap();
        assert_eq!(form, Form { name: "Ромашка".to_owned(), lines: vec![Line { price: 1 }] });
    }

    #[test]
    fn each_fault_names_its_field() {
        let missing = |field: &str| EdgeRefusal::MissingField { field: field.to_owned() };
        assert_eq!(read_form("{}"), Err(missing("name")));
        assert_eq!(read_form(r#"{"name": "a", "lines": [{}]}"#), Err(missing("lines[0].price")));
        let unknown = |field: &str, accepted: &str| EdgeRefusal::UnknownField {
            field: field.to_owned(),
            accepted: accepted.to_owned(),
        };
        assert_eq!(read_form(r#"{"name": "a", "inn": 5}"#), Err(unknown("inn", "`name` or `lines`")));
        assert_eq!(
            read_form(r#"{"name": "a", "lines": [{"price": 1, "sum": 2}]}"#),
            Err(unknown("lines[0].sum", "`price`"))
        );
        let wrong = |field: &str, accepted: &str| EdgeRefusal::WrongType {
            field: field.to_owned(),
            accepted: accepted.to_owned(),
        };
        assert_eq!(read_form(r#"{"name": "a", "lines": [{"price": "five"}]}"#), Err(wrong("lines[0].price", "i64")));
        assert_eq!(read_form(r#"{"name": 5}"#), Err(wrong("name", "a string")));
        assert_eq!(read_form("[]"), Err(missing("")).or(read_form("[]")));
        assert!(matches!(read_form("null"), Err(EdgeRefusal::WrongType { .. })));
    }

    #[test]
    fn a_value_is_never_repeated() {
        let Err(refusal) = read_form(r#"{"name": "a", "lines": [{"price": "secret words"}]}"#) else {
            panic!("must be refused");
        };
        assert!(!format!("{refusal:?} {refusal}").contains("secret"));
    }

    #[test]
    fn no_json_at_all() {
        for text in [
            "",
            "{",
            "{\"name\"",
            "{\"name\":}",
            "nul",
            "{\"name\": \"a\"} {}",
            "\u{feff}{}",
            "{'name': 1}",
            "{\"name\": \"a\"},",
        ] {
            assert!(matches!(read_form(text), Err(EdgeRefusal::Syntax { .. })), "{text}");
        }
        assert!(matches!(read::<Form>(b"{\"name\": \"\xff\"}"), Err(EdgeRefusal::Syntax { .. })));
    }

    #[test]
    fn depth_is_bounded_and_strings_do_not_count() {
        let deep = "[".repeat(100_000);
        assert_eq!(read_form(&deep), Err(EdgeRefusal::TooDeep { max: JSON_DEPTH_MAX }));
        let brackets = format!(r#"{{"name": "{}\"{}"}}"#, "[".repeat(100), "{".repeat(100));
        assert!(read_form(&brackets).is_ok());
    }
}
