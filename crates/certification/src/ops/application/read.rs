//! Looking at applications: one's own, whole or as a list; and one's own scans.

use crate::model::{ApplicationId, Point, Values};
use crate::ops::application::{as_of, authorize, find_own, open, values_of};
use crate::store::application::{self, ApplicationRow};
use crate::store::desk::PlaceRow;
use crate::store::item::{self, ItemRow, Key, StepRow};
use crate::store::{certificate, desk};
use crate::{Refusal, Room};
use kernel::{Cursor, Cx, OrganizationId, Page, PageRequest};
use store::{Fault, Fetch, No};

/// An application with all that its holder sees.
#[derive(Clone, Debug)]
pub(crate) struct Whole {
    /// As it stands now.
    pub row: ApplicationRow,
    pub items: Vec<ItemRow>,
    pub values: Values,
    pub steps: Vec<StepRow>,
    /// Its place in the queue, with how many are before it.
    pub place: Option<(PlaceRow, i64)>,
}

/// One's own.
pub(crate) async fn get(room: &Room, cx: &Cx, key: Key) -> Result<Whole, No<Refusal>> {
    let mut reader = room.store().reader().await?;
    let row = find_own(&mut reader, cx, key).await?;
    whole(room, cx, &mut reader, row).await
}

/// With items, steps and place; whoever calls has authorised the reader.
pub(crate) async fn whole(
    room: &Room,
    cx: &Cx,
    reader: &mut (impl Fetch + Sized),
    mut row: ApplicationRow,
) -> Result<Whole, No<Refusal>> {
    let key = (row.organization_id, row.application_id);
    let certificate = match row.certificate_id {
        Some(certificate_id) => certificate::find(reader, key.0, certificate_id).await?,
        None => None,
    };
    row.application = as_of(&row.application, certificate.as_ref(), cx.now);
    let items = item::list(reader, key.0, key.1).await?;
    let steps = item::list_steps(reader, key).await?;
    let place = desk::find_place(reader, key.1).await?;
    let values = values_of(room, key.1, &items)?;
    Ok(Whole { row, items, values, steps, place })
}

/// One's own for an organization, newest first, without their items.
pub(crate) async fn list(
    room: &Room,
    cx: &Cx,
    organization_id: OrganizationId,
    page: &PageRequest,
) -> Result<Page<ApplicationRow>, No<Refusal>> {
    let before = match page.after() {
        None => None,
        Some(cursor) => {
            let position = cursor.position().map_err(Refusal::Page)?;
            let wrong = Refusal::Page(kernel::PageRefusal::Cursor);
            Some(ApplicationId::from_bytes(&position).map_err(|_| wrong)?)
        }
    };
    let mut reader = room.store().reader().await?;
    let holder = authorize(&mut reader, cx, organization_id).await?;
    let limit = i64::from(page.limit());
    let mut items = application::page(&mut reader, (organization_id, holder), limit.saturating_add(1), before).await?;
    let has_more = i64::try_from(items.len()).is_ok_and(|found| found > limit);
    items.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    for row in &mut items {
        let Some(certificate_id) = row.certificate_id else { continue };
        let certificate = certificate::find(&mut reader, organization_id, certificate_id).await?;
        row.application = as_of(&row.application, certificate.as_ref(), cx.now);
    }
    let next = items.last().filter(|_| has_more).map(|row| Cursor::from_position(row.application_id.as_bytes()));
    Ok(Page { items, next })
}

/// One's own scan, opened: its media type and octets.
pub(crate) async fn scan(room: &Room, cx: &Cx, key: Key, point: Point) -> Result<(String, Vec<u8>), No<Refusal>> {
    let mut reader = room.store().reader().await?;
    find_own(&mut reader, cx, key).await?;
    open_scan(room, &mut reader, key, point).await
}

/// A scan, opened; whoever calls has authorised the reader.
pub(crate) async fn open_scan(
    room: &Room,
    reader: &mut (impl Fetch + Sized),
    key: Key,
    point: Point,
) -> Result<(String, Vec<u8>), No<Refusal>> {
    let items = item::list(reader, key.0, key.1).await?;
    let format = items.into_iter().find(|item| item.point == point).and_then(|item| item.format);
    let sealed = item::get_scan(reader, key, point).await?;
    let Some(format) = format.filter(|_| !sealed.is_empty()) else {
        return Err(Refusal::Application(crate::model::ApplicationRefusal::ItemMissing { point }).into());
    };
    let octets: Result<Vec<u8>, Fault> = open(room, key.1, point.word(), &sealed);
    Ok((format, octets?))
}
