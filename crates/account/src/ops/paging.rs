//! Pages in the order of sixteen-octet ids.

use kernel::{Cursor, Page, PageRequest};

/// Rows to ask for: one more than the page, to know whether there is a next one.
pub fn rows(request: &PageRequest) -> i64 {
    i64::from(request.limit()) + 1
}

/// Ids after these octets; nothing is before every id. A cursor that this program did not write finds what it finds.
pub fn after(request: &PageRequest) -> Vec<u8> {
    request.after().and_then(|cursor| cursor.position().ok()).unwrap_or_default()
}

/// Ids before these octets, of a list that goes back in time; every id is before the last possible one.
pub fn before(request: &PageRequest) -> Vec<u8> {
    let from = after(request);
    if from.is_empty() { vec![u8::MAX; 16] } else { from }
}

/// Cuts the rows to the page.
pub fn page<T>(mut items: Vec<T>, request: &PageRequest, id: impl Fn(&T) -> Vec<u8>) -> Page<T> {
    let limit = usize::try_from(request.limit()).unwrap_or(usize::MAX);
    let more = items.len() > limit;
    items.truncate(limit);
    let next = if more { items.last().map(|last| Cursor::from_position(&id(last))) } else { None };
    Page { items, next }
}
