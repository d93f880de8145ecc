//! The desk's queue, one application with its fields beside its scans.

use crate::model::{ApplicationId, DeskRole, Point};
use crate::ops::application::read::{Whole, open_scan, whole};
use crate::ops::application::{OrganizationRecord, values_of};
use crate::ops::desk::{authorize, key_of};
use crate::store::application::{self, ApplicationRow};
use crate::store::desk::{self, PlaceRow};
use crate::store::item;
use crate::{Refusal, Room};
use kernel::{Cursor, Cx, Moment, Page, PageRequest};
use store::No;

/// Both roles look.
const ANY: &[DeskRole] = &[DeskRole::Operator, DeskRole::Office];

/// A line of the queue.
#[derive(Clone, Debug)]
pub(crate) struct Waiting {
    pub place: PlaceRow,
    pub row: ApplicationRow,
    /// Surname and given name as the application has them.
    pub person: String,
}

/// Oldest first. A page may be shorter than asked for: what left the queue meanwhile is passed over.
pub(crate) async fn queue(room: &Room, cx: &Cx, page: &PageRequest) -> Result<Page<Waiting>, No<Refusal>> {
    let mut reader = room.store().reader().await?;
    authorize(&mut reader, cx, ANY).await?;
    let after = match page.after() {
        None => (Moment::from_micros(i64::MIN), Vec::new()),
        Some(cursor) => position(&cursor.position().map_err(Refusal::Page)?)?,
    };
    let limit = i64::from(page.limit());
    let mut places = desk::page(&mut reader, after, limit.saturating_add(1)).await?;
    let has_more = i64::try_from(places.len()).is_ok_and(|found| found > limit);
    places.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = places.last().filter(|_| has_more).map(|place| {
        let at = place.submitted_at.micros().to_be_bytes();
        Cursor::from_position(&[at.as_slice(), place.application_id.as_bytes().as_slice()].concat())
    });
    let mut items = Vec::with_capacity(places.len());
    for place in places {
        let key = (place.organization_id, place.application_id);
        let Some(row) = application::find(&mut reader, key.0, key.1).await? else { continue };
        let values = values_of(room, key.1, &item::list(&mut reader, key.0, key.1).await?)?;
        let value = |point: Point| values.get(&point).map(String::as_str).unwrap_or_default();
        let person = format!("{} {}", value(Point::Surname), value(Point::GivenName));
        items.push(Waiting { place, row, person: person.trim().to_owned() });
    }
    Ok(Page { items, next })
}

/// Moment and id, as a cursor holds them.
fn position(octets: &[u8]) -> Result<(Moment, Vec<u8>), Refusal> {
    let wrong = || Refusal::Page(kernel::PageRefusal::Cursor);
    let (at, id) = octets.split_first_chunk::<8>().ok_or_else(wrong)?;
    Ok((Moment::from_micros(i64::from_be_bytes(*at)), id.to_vec()))
}

/// One application, whole, with the organization as its records have it.
pub(crate) async fn get(
    room: &Room,
    cx: &Cx,
    application_id: ApplicationId,
) -> Result<(Whole, OrganizationRecord), No<Refusal>> {
    let mut reader = room.store().reader().await?;
    authorize(&mut reader, cx, ANY).await?;
    let key = key_of(&mut reader, application_id).await?;
    let row = application::find(&mut reader, key.0, key.1).await?.ok_or(Refusal::ApplicationNotFound)?;
    let card = account::read::list_cards_of(&mut reader, key.0).await?;
    let card = card.into_iter().next().ok_or(Refusal::ApplicationNotFound)?;
    let record =
        OrganizationRecord { name: card.name, inn: card.inn, line: crate::Line::of_organization(card.is_test) };
    Ok((whole(room, cx, &mut reader, row).await?, record))
}

/// A scan, opened: its media type and octets.
pub(crate) async fn scan(
    room: &Room,
    cx: &Cx,
    application_id: ApplicationId,
    point: Point,
) -> Result<(String, Vec<u8>), No<Refusal>> {
    let mut reader = room.store().reader().await?;
    authorize(&mut reader, cx, ANY).await?;
    let key = key_of(&mut reader, application_id).await?;
    open_scan(room, &mut reader, key, point).await
}
