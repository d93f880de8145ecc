//! Certificates of an organization, newest first.

use crate::model::CertificateId;
use crate::ops::holder;
use crate::store::certificate::{self, CertificateRow};
use crate::{Refusal, Room};
use kernel::{Cursor, Cx, OrganizationId, Page, PageRequest};
use store::No;

/// One page, for members.
pub(crate) async fn run(
    room: &Room,
    cx: &Cx,
    organization_id: OrganizationId,
    page: &PageRequest,
) -> Result<Page<CertificateRow>, No<Refusal>> {
    let after = match page.after() {
        None => None,
        Some(cursor) => {
            let position = cursor.position().map_err(Refusal::Page)?;
            let page_refusal = Refusal::Page(kernel::PageRefusal::Cursor);
            Some(CertificateId::from_bytes(&position).map_err(|_| page_refusal)?)
        }
    };
    let mut reader = room.store().reader().await?;
    holder::authorize_reading(&mut reader, cx, organization_id).await?;
    let limit = i64::from(page.limit());
    // One more than asked tells whether there is a next page.
    let mut items = certificate::page(&mut reader, organization_id, limit.saturating_add(1), after).await?;
    let has_more = i64::try_from(items.len()).is_ok_and(|found| found > limit);
    items.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let last = items.last().filter(|_| has_more);
    let next = last.map(|row| Cursor::from_position(row.certificate_id.as_bytes()));
    Ok(Page { items, next })
}
