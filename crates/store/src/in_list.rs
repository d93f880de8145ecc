//! Statements with a list of values of fixed length: the portable subset has no arrays. A shorter list is filled up by
//! repeating its first value, which changes nothing.

use crate::{Bind, Binds};

/// Values in a short list.
pub const FEW: usize = 8;
/// Values in a long list: a page.
pub const MANY: usize = 100;

/// `head ($first, …) tail` with a list of `count` values, as a [`crate::Sql`] of the kind (`org`, `directory`, `global`).
#[macro_export]
macro_rules! in_list {
    ($kind:ident, $name:literal, $head:expr, $first:literal, $count:expr, $tail:expr) => {{
        const LEN: usize = $crate::in_list::text_len($head, $first, $count, $tail);
        const TEXT: [u8; LEN] = $crate::in_list::text($head, $first, $count, $tail);
        const READY: &str = match core::str::from_utf8(&TEXT) {
            Ok(text) => text,
            // Cannot be: ASCII is put together. An empty statement would fail the test that prepares every one.
            Err(_) => "",
        };
        $crate::Sql::$kind($name, READY)
    }};
}
/// Length of the text that [`text`] makes.
#[must_use]
pub const fn text_len(head: &str, first: usize, count: usize, tail: &str) -> usize {
    let mut len = head.len() + tail.len() + 2;
    let mut place = first;
    while place < first + count {
        len += 1 + digits(place) + if place == first { 0 } else { 1 };
        place += 1;
    }
    len
}

/// `head ($first,$…) tail` with `count` placeholders.
#[must_use]
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler: an index out of bounds does not compile")]
pub const fn text<const LEN: usize>(head: &str, first: usize, count: usize, tail: &str) -> [u8; LEN] {
    let mut out = [b' '; LEN];
    let mut at = copy(&mut out, 0, head.as_bytes());
    out[at] = b'(';
    at += 1;
    let mut place = first;
    while place < first + count {
        if place != first {
            out[at] = b',';
            at += 1;
        }
        out[at] = b'$';
        at = number(&mut out, at + 1, place);
        place += 1;
    }
    out[at] = b')';
    copy(&mut out, at + 1, tail.as_bytes());
    out
}

/// Decimal digits of a number.
#[must_use]
pub const fn digits(number: usize) -> usize {
    if number < 10 { 1 } else { 1 + digits(number / 10) }
}

/// Writes `from` at a place and gives the place after it.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler: an index out of bounds does not compile")]
pub const fn copy(out: &mut [u8], at: usize, from: &[u8]) -> usize {
    let mut index = 0;
    while index < from.len() {
        out[at + index] = from[index];
        index += 1;
    }
    at + from.len()
}

/// Writes a number at a place and gives the place after it.
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler: an index out of bounds does not compile")]
pub const fn number(out: &mut [u8], at: usize, number: usize) -> usize {
    const DIGITS: &[u8; 10] = b"0123456789";
    let len = digits(number);
    let mut rest = number;
    let mut index = len;
    while index > 0 {
        index -= 1;
        out[at + index] = DIGITS[rest % 10];
        rest /= 10;
    }
    at + len
}

/// The size of list that holds `count` values: [`FEW`] or [`MANY`].
#[must_use]
pub fn size_for(count: usize) -> usize {
    if count <= FEW { FEW } else { MANY }
}

/// Puts the values of a list behind the others, filled up to `size`. Of more than `size` values the rest is left out:
/// callers cut before. An empty list has no statement to run.
pub fn fill(binds: &mut Binds, values: impl IntoIterator<Item = Bind>, size: usize) {
    let before = binds.len();
    binds.extend(values.into_iter().take(size));
    let Some(first) = binds.get(before).cloned() else { return };
    binds.resize(before + size, first);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_written_and_filled() {
        const SQL: crate::Sql = in_list!(org, "t", "SELECT a FROM t WHERE o = $1 AND a IN ", 2, 3, " ORDER BY a");
        assert_eq!(SQL.text, "SELECT a FROM t WHERE o = $1 AND a IN ($2,$3,$4) ORDER BY a");
        const LONG: crate::Sql = in_list!(org, "t", "IN ", 9, 3, "");
        assert_eq!(LONG.text, "IN ($9,$10,$11)");
        let mut binds = vec![Bind::I64(Some(0))];
        fill(&mut binds, [1, 2].map(|n| Bind::I64(Some(n))), 4);
        assert_eq!(binds, [0, 1, 2, 1, 1].map(|n| Bind::I64(Some(n))));
        assert_eq!([0, 1, 8, 9, 100].map(size_for), [FEW, FEW, FEW, MANY, MANY]);
    }
}
