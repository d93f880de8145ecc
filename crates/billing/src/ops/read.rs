//! What was counted, for members.

use crate::model::{Count, Meter};
use crate::store;
use ::store::{Fault, Fetch};
use account::OrgScope;
use kernel::{Cursor, Page, PageRequest};

/// Above every id.
const LAST: [u8; 16] = [0xFF; 16];

/// The sums of the organization.
pub async fn read_meter(from: &mut (impl Fetch + ?Sized), scope: &OrgScope) -> Result<Meter, Fault> {
    Ok(store::find_meter(from, scope).await?.unwrap_or_default())
}

/// Sent messages, newest first. A cursor that no page gave finds what it finds.
pub async fn list_counts(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    page: &PageRequest,
) -> Result<Page<Count>, Fault> {
    let before = page.after().and_then(|cursor| cursor.position().ok()).unwrap_or_else(|| LAST.to_vec());
    let mut items = store::list_counts(from, scope, &before, i64::from(page.limit()) + 1).await?;
    let limit = usize::try_from(page.limit()).unwrap_or(usize::MAX);
    let more = items.len() > limit;
    items.truncate(limit);
    let last = items.last().filter(|_| more);
    let next = last.map(|count| Cursor::from_position(count.message_id.as_bytes()));
    Ok(Page { items, next })
}
