//! The client's name for one intention.

use crate::limits::{IDEMPOTENCY_KEY_CHARS_MAX, SURFACE_KEY_CHARS_MAX};
use crate::problem::Problem;
use crate::refusal::EdgeRefusal;
use axum::extract::FromRequestParts;
use http::request::Parts;

/// The header `Idempotency-Key`: 1 to 100 visible ASCII characters, letter case set aside: programs print the same id in
/// either case. Routes that create something require it, so that a client may always ask again after a broken
/// connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// From a text: for the surfaces whose keys come another way. Refuses other shapes.
    pub fn parse(text: &str) -> Result<Self, EdgeRefusal> {
        let visible = text.bytes().all(|byte| byte.is_ascii_graphic());
        if text.is_empty() || text.len() > IDEMPOTENCY_KEY_CHARS_MAX || !visible {
            return Err(EdgeRefusal::KeyForm);
        }
        Ok(Self(text.to_ascii_lowercase()))
    }

    /// A key that a compatible surface puts together, of a box's id and the client's operation id or the digest of the
    /// body: 1 to 200 characters, none of them a control one, letter case set aside.
    pub fn of_surface(text: &str) -> Result<Self, EdgeRefusal> {
        if text.is_empty() || text.chars().count() > SURFACE_KEY_CHARS_MAX || text.chars().any(char::is_control) {
            return Err(EdgeRefusal::KeyForm);
        }
        Ok(Self(text.to_lowercase()))
    }

    /// The text, in lower case.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<S: Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let header = parts.headers.get("idempotency-key").ok_or(EdgeRefusal::KeyMissing)?;
        let text = header.to_str().map_err(|_| EdgeRefusal::KeyForm)?;
        Ok(Self::parse(text)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys() {
        assert!(IdempotencyKey::parse("0192d3c4-0000-7000-8000-00000000002a").is_ok());
        assert!(IdempotencyKey::parse(&"k".repeat(100)).is_ok());
        assert_eq!(IdempotencyKey::parse("0192D3C4-Ab").unwrap(), IdempotencyKey::parse("0192d3c4-aB").unwrap());
        for bad in ["", " ", "a b", "ключ", "a\n", &"k".repeat(101)] {
            assert_eq!(IdempotencyKey::parse(bad), Err(EdgeRefusal::KeyForm), "{bad}");
        }
    }

    #[test]
    fn keys_of_surfaces() {
        let key = |text: &str| IdempotencyKey::of_surface(text);
        assert_eq!(key("box/Отправка 1").unwrap(), key("BOX/отправка 1").unwrap());
        assert!(key(&"я".repeat(200)).is_ok());
        for bad in ["", "a\n", "\u{0}", &"я".repeat(201)] {
            assert_eq!(key(bad), Err(EdgeRefusal::KeyForm), "{bad}");
        }
    }
}
