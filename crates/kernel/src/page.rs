use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Items a page may hold at most: what the vendors' clients expect of feeds and lists.
const PAGE_LIMIT_MAX: u32 = 100;
/// Octets of position a cursor may carry: the longest key of a list is three identifiers and a number.
const CURSOR_OCTETS_MAX: usize = 64;
/// First character of a cursor: the version of its inside.
const CURSOR_VERSION: char = '1';

/// A piece of a list and where the next one begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page<T> {
    /// In the list's own order.
    pub items: Vec<T>,
    /// Where to go on; absent at the end.
    pub next: Option<Cursor>,
}

impl<T> Page<T> {
    /// The same page of other things.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(f).collect(), next: self.next }
    }
}

/// What piece of a list is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRequest {
    limit: u32,
    after: Option<Cursor>,
}

/// Why a page cannot be asked so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PageRefusal {
    /// Zero, or over the limit.
    #[error("a page holds 1 to {PAGE_LIMIT_MAX} items")]
    Limit,
    /// Not a cursor of this program, or of a version it no longer reads.
    #[error("not a cursor given by this list")]
    Cursor,
}

impl PageRequest {
    /// Items a page may hold at most.
    pub const LIMIT_MAX: u32 = PAGE_LIMIT_MAX;

    /// Up to `limit` items (1…100) after the cursor, or from the beginning.
    pub fn new(limit: u32, after: Option<Cursor>) -> Result<Self, PageRefusal> {
        if limit == 0 || limit > PAGE_LIMIT_MAX { Err(PageRefusal::Limit) } else { Ok(Self { limit, after }) }
    }

    /// How many items at most.
    pub fn limit(&self) -> u32 {
        self.limit
    }

    /// After which place.
    pub fn after(&self) -> Option<&Cursor> {
        self.after.as_ref()
    }
}

impl Default for PageRequest {
    fn default() -> Self {
        Self { limit: PAGE_LIMIT_MAX, after: None }
    }
}

/// A place in a list: opaque, versioned text of letters and digits. Only the list that gave it can read it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cursor(String);

impl Cursor {
    /// Wraps the octets of a position, at most 64.
    pub fn from_position(position: &[u8]) -> Self {
        if position.len() > CURSOR_OCTETS_MAX {
            crate::bug!("a cursor of more than {CURSOR_OCTETS_MAX} octets");
        }
        let mut text = String::with_capacity(1 + position.len() * 2);
        text.push(CURSOR_VERSION);
        for octet in position {
            for nibble in [octet >> 4, octet & 15] {
                text.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
            }
        }
        Self(text)
    }

    /// Wraps a number, such as the place in a feed.
    pub fn from_seq(seq: i64) -> Self {
        Self::from_position(&seq.to_be_bytes())
    }

    /// Takes the text back from a client; what is inside is checked by [`Cursor::position`].
    pub fn from_text(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The octets of the position. Refuses what this program did not write.
    pub fn position(&self) -> Result<Vec<u8>, PageRefusal> {
        let digits = self.0.strip_prefix(CURSOR_VERSION).ok_or(PageRefusal::Cursor)?.as_bytes();
        if digits.len() % 2 != 0 || digits.len() > CURSOR_OCTETS_MAX * 2 {
            return Err(PageRefusal::Cursor);
        }
        let nibble = |b: &u8| match b {
            b'0'..=b'9' => Ok(b - b'0'),
            b'a'..=b'f' => Ok(b - b'a' + 10),
            _ => Err(PageRefusal::Cursor),
        };
        digits
            .chunks_exact(2)
            .map(|pair| match pair {
                [high, low] => Ok((nibble(high)? << 4) | nibble(low)?),
                _ => Err(PageRefusal::Cursor),
            })
            .collect()
    }

    /// The number of [`Cursor::from_seq`]. Refuses a cursor of another kind.
    pub fn seq(&self) -> Result<i64, PageRefusal> {
        let octets: [u8; 8] = self.position()?.try_into().map_err(|_| PageRefusal::Cursor)?;
        Ok(i64::from_be_bytes(octets))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_comes_back() {
        for position in [&b""[..], b"\x00", b"\xff\x10abc", &[7; 64]] {
            assert_eq!(Cursor::from_position(position).position().unwrap(), position);
        }
        assert_eq!(Cursor::from_seq(42).seq(), Ok(42));
        assert!(Cursor::from_seq(255).as_str().chars().all(|c| c.is_ascii_alphanumeric()));
    }

    #[test]
    fn foreign_cursors_are_refused() {
        for bad in ["", "1a", "2aa", "1AA", "1zz", "1 a", &format!("1{}", "00".repeat(65))] {
            assert_eq!(Cursor::from_text(bad).position(), Err(PageRefusal::Cursor), "{bad}");
        }
        assert_eq!(Cursor::from_position(b"abc").seq(), Err(PageRefusal::Cursor));
        assert_eq!(PageRequest::new(0, None), Err(PageRefusal::Limit));
        assert_eq!(PageRequest::new(101, None), Err(PageRefusal::Limit));
        assert!(PageRequest::new(100, None).is_ok());
    }
}
