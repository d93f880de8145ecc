//! INSERT statements of several rows, written by the compiler: the portable subset has no arrays.

use store::in_list::{copy, digits, number};

/// Length of the text that [`text`] makes.
#[must_use]
pub const fn text_len(head: &str, columns: usize, rows: usize, tail: &str) -> usize {
    let mut len = head.len() + tail.len();
    let mut placeholder = 1;
    while placeholder <= columns * rows {
        // "$n" and one of "(" or "," before it
        len += 2 + digits(placeholder);
        placeholder += 1;
    }
    // ")" after each row and "," between rows
    len + rows + (rows - 1)
}

/// `head ($1,$2),($3,$4) tail` with `rows` groups of `columns` placeholders.
#[must_use]
#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler: an index out of bounds does not compile")]
pub const fn text<const LEN: usize>(head: &str, columns: usize, rows: usize, tail: &str) -> [u8; LEN] {
    let mut out = [b' '; LEN];
    let mut at = copy(&mut out, 0, head.as_bytes());
    let mut placeholder = 1;
    let mut row = 0;
    while row < rows {
        if row > 0 {
            out[at] = b',';
            at += 1;
        }
        let mut column = 0;
        while column < columns {
            out[at] = if column == 0 { b'(' } else { b',' };
            out[at + 1] = b'$';
            at = number(&mut out, at + 2, placeholder);
            placeholder += 1;
            column += 1;
        }
        out[at] = b')';
        at += 1;
        row += 1;
    }
    copy(&mut out, at, tail.as_bytes());
    out
}

/// A [`store::Sql`] of an organization that inserts a fixed number of rows.
macro_rules! multi_row {
    ($name:literal, $head:expr, $columns:expr, $rows:literal, $tail:expr) => {{
        const LEN: usize = $crate::store::multi_row::text_len($head, $columns, $rows, $tail);
        const TEXT: [u8; LEN] = $crate::store::multi_row::text($head, $columns, $rows, $tail);
        const READY: &str = match core::str::from_utf8(&TEXT) {
            Ok(text) => text,
            // Cannot be: ASCII is put together. An empty statement would fail the test that prepares every one.
            Err(_) => "",
        };
        ::store::Sql::org($name, READY)
    }};
}
pub(crate) use multi_row;

/// Splits `rows` into chunks of the sizes that have a statement, largest first.
pub fn chunks<T>(rows: &[T], sizes: &[usize]) -> Vec<(usize, Vec<T>)>
where
    T: Clone,
{
    let mut out = Vec::new();
    let mut rest = rows;
    while !rest.is_empty() {
        let Some(size) = sizes.iter().copied().find(|size| *size <= rest.len()) else { break };
        let (chunk, after) = rest.split_at(size);
        out.push((size, chunk.to_vec()));
        rest = after;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_numbered_through() {
        const TWO: store::Sql = multi_row!("t", "INSERT INTO t (a, b) VALUES ", 2, 2, " ON CONFLICT DO NOTHING");
        assert_eq!(TWO.text, "INSERT INTO t (a, b) VALUES ($1,$2),($3,$4) ON CONFLICT DO NOTHING");
        const LONG: store::Sql = multi_row!("t", "V ", 6, 2, "");
        assert_eq!(LONG.text, "V ($1,$2,$3,$4,$5,$6),($7,$8,$9,$10,$11,$12)");
    }

    #[test]
    fn every_row_lands_in_a_chunk() {
        for count in 0..40_usize {
            let rows: Vec<usize> = (0..count).collect();
            let split = chunks(&rows, &[5, 3, 2, 1]);
            assert!(split.iter().all(|(size, chunk)| *size == chunk.len()));
            assert_eq!(split.into_iter().flat_map(|(_, chunk)| chunk).collect::<Vec<_>>(), rows);
        }
    }
}
