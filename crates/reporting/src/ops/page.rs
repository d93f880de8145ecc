//! Pages of lists that go by an id, newest first.

use kernel::{Cursor, Page, PageRequest, TypedId};
use store::No;

use crate::model::refusal::Refusal;

/// The id a page begins after.
pub fn after<T: TypedId>(request: &PageRequest) -> Result<Option<T>, No<Refusal>> {
    let wrong = || No::Refused(Refusal::Parameter { name: "after", accepted: "a cursor this list gave" });
    let Some(cursor) = request.after() else { return Ok(None) };
    let position: [u8; 16] = cursor.position().ok().and_then(|octets| octets.try_into().ok()).ok_or_else(wrong)?;
    Ok(Some(T::from_uuid(kernel::uuid::Uuid::from_bytes(position))))
}

/// How many rows to ask for: one more than is shown, to know whether there are more.
pub fn limit(request: &PageRequest) -> i64 {
    i64::from(request.limit()) + 1
}

/// The page of the rows asked for so.
pub fn of<T, K: TypedId>(mut rows: Vec<T>, request: &PageRequest, id: impl Fn(&T) -> K) -> Page<T> {
    let shown = usize::try_from(request.limit()).unwrap_or(usize::MAX);
    let has_more = rows.len() > shown;
    rows.truncate(shown);
    let next = rows.last().filter(|_| has_more).map(|last| Cursor::from_position(&id(last).uuid().into_bytes()));
    Page { items: rows, next }
}
