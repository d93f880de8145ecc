//! The desk's queue, one application with its fields beside its scans.

use crate::model::{Act, ApplicationId, DeskRole, Point, QueueState, claim_at};
use crate::ops::application::read::{Whole, open_scan, whole};
use crate::ops::application::{OrganizationRecord, values_of};
use crate::ops::desk::check::possible;
use crate::ops::desk::{authorize, key_of};
use crate::store::application::{self, ApplicationRow};
use crate::store::desk::{self, PlaceRow};
use crate::store::item;
use crate::{Refusal, Room};
use account::User;
use kernel::{Cursor, Cx, Moment, Page, PageRequest};
use store::{Fetch, No};

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

/// A page of the queue with the people who are at work on what stands there.
#[derive(Debug)]
pub(crate) struct Queue {
    pub page: Page<Waiting>,
    pub people: Vec<User>,
}

/// Oldest first, so what is late is first. A page may be shorter than asked for: what is of another part, or left the
/// queue meanwhile, is passed over.
pub(crate) async fn queue(
    room: &Room,
    cx: &Cx,
    page: &PageRequest,
    part: Option<QueueState>,
) -> Result<Queue, No<Refusal>> {
    let mut reader = room.store().reader().await?;
    let by = authorize(&mut reader, cx, ANY).await?;
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
        let found = application::find(&mut reader, place.organization_id, place.application_id).await?;
        let of_part = |row: &ApplicationRow| {
            part.is_none_or(|part| part.holds((&row.application, place.due_on.as_deref()), by, cx.now))
        };
        let Some(row) = found.filter(of_part) else { continue };
        items.push(waiting(room, &mut reader, place, row).await?);
    }
    let at_work = items.iter().filter_map(|item| claim_at(&item.row.application, cx.now)).map(|claim| claim.by);
    let people = account::read::list_people(&mut reader, at_work).await?;
    Ok(Queue { page: Page { items, next }, people })
}

/// A line with the person's name, opened.
async fn waiting(
    room: &Room,
    reader: &mut (impl Fetch + Sized),
    place: PlaceRow,
    row: ApplicationRow,
) -> Result<Waiting, No<Refusal>> {
    let items = item::list(reader, place.organization_id, place.application_id).await?;
    let values = values_of(room, place.application_id, &items)?;
    let value = |point: Point| values.get(&point).map(String::as_str).unwrap_or_default();
    let person = format!("{} {}", value(Point::Surname), value(Point::GivenName)).trim().to_owned();
    Ok(Waiting { place, row, person })
}

/// Moment and id, as a cursor holds them.
fn position(octets: &[u8]) -> Result<(Moment, Vec<u8>), Refusal> {
    let wrong = || Refusal::Page(kernel::PageRefusal::Cursor);
    let (at, id) = octets.split_first_chunk::<8>().ok_or_else(wrong)?;
    Ok((Moment::from_micros(i64::from_be_bytes(*at)), id.to_vec()))
}

/// One application as the desk sees it.
#[derive(Debug)]
pub(crate) struct Seen {
    pub whole: Whole,
    /// The organization as its records have it.
    pub record: OrganizationRecord,
    /// Who of the desk is named in it.
    pub people: Vec<User>,
    /// What the caller can do with it now.
    pub acts: Vec<Act>,
}

/// One application, whole.
pub(crate) async fn get(room: &Room, cx: &Cx, application_id: ApplicationId) -> Result<Seen, No<Refusal>> {
    let mut reader = room.store().reader().await?;
    let by = authorize(&mut reader, cx, ANY).await?;
    let key = key_of(&mut reader, application_id).await?;
    let row = application::find(&mut reader, key.0, key.1).await?.ok_or(Refusal::ApplicationNotFound)?;
    let card = account::read::list_cards_of(&mut reader, key.0).await?;
    let card = card.into_iter().next().ok_or(Refusal::ApplicationNotFound)?;
    let record =
        OrganizationRecord { name: card.name, inn: card.inn, line: crate::Line::of_organization(card.is_test) };
    let whole = whole(room, cx, &mut reader, row).await?;
    let application = &whole.row.application;
    let held = desk::roles_of(&mut reader, by).await?;
    let acts = possible(application, (by, &held), (cx.now, room.config().desk));
    let named = application.claim.map(|claim| claim.by).into_iter().chain(application.first_approver);
    let named = named.chain(whole.steps.iter().filter_map(|step| step.by)).filter(|by| *by != application.holder);
    let people = account::read::list_people(&mut reader, named).await?;
    Ok(Seen { whole, record, people, acts })
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
