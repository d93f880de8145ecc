//! The feed of a box: pages in both directions, with what is needed to show each event.

use std::sync::Arc;
use std::time::Duration;

use account::{DepartmentAccess, OrgScope, Permission};
use kernel::{BoxId, Cursor, Cx, Page, PageRequest};
use store::{Fault, Fetch, No};

use super::authorise::own_box;
use super::copies::{CopyHistory, load};
use crate::model::event::{Event, Topic};
use crate::model::filter::{BoundedCount, FeedFilter, ListOrder};
use crate::model::ids::{EventId, MessageId};
use crate::model::limits::COUNTED_MAX;
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::feed::{self, Between, TOPICS};

/// How much later than its moment an event may be written: a request may be read and prepared for three minutes, an
/// attempt of a job takes up to five, and programs that share a database have clocks a few seconds apart. A time range is
/// sought by halving with this margin, and every event is compared with it exactly.
const WRITTEN_LATE_MAX: Duration = Duration::from_secs(10 * 60);

/// An event with the message it tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventReport {
    /// The event.
    pub event: Event,
    /// The copy of its message as it is now, of which [`CopyHistory::as_of`] gives what it was; none for an event about
    /// something else. Events of one message share it.
    pub history: Option<Arc<CopyHistory>>,
}

/// Events that fit the filter, after the cursor in the order. A page may be shorter than asked for before the feed's end:
/// when its messages hold too much for one answer. `next` stands even on the last page, to ask again later.
pub async fn list(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    (filter, order): (&FeedFilter, ListOrder),
    page: &PageRequest,
) -> Result<Page<EventReport>, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let filter = allowed(&scope, filter);
    let after = page.after().map(Cursor::seq).transpose().map_err(|_| No::Refused(Refusal::Cursor))?;
    let between = bounds(&mut reader, &scope, box_id, &filter).await?;
    let between = past(between, order, after);
    let limit = i64::from(page.limit());
    let events = feed::list(&mut reader, &scope, (box_id, &filter), (order, between), limit).await?;
    let items = with_messages(&mut reader, &scope, box_id, events).await?;
    let next = items.last().map(|item| Cursor::from_seq(item.event.seq)).or_else(|| page.after().cloned());
    Ok(Page { items, next })
}

/// How many events fit the filter, exactly up to [`COUNTED_MAX`]; cursors play no part.
pub async fn count(room: &Room, cx: &Cx, box_id: BoxId, filter: &FeedFilter) -> Result<BoundedCount, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let filter = allowed(&scope, filter);
    let between = bounds(&mut reader, &scope, box_id, &filter).await?;
    let found = feed::count(&mut reader, &scope, (box_id, &filter), between, COUNTED_MAX + 1).await?;
    Ok(BoundedCount { count: found.min(COUNTED_MAX), is_exact: found <= COUNTED_MAX })
}

/// How many events that fit the filter lie past the cursor in the order, exactly up to [`COUNTED_MAX`].
pub async fn count_past(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    (filter, order): (&FeedFilter, ListOrder),
    after: Option<&Cursor>,
) -> Result<BoundedCount, No<Refusal>> {
    let after = after.map(Cursor::seq).transpose().map_err(|_| No::Refused(Refusal::Cursor))?;
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let filter = allowed(&scope, filter);
    let between = past(bounds(&mut reader, &scope, box_id, &filter).await?, order, after);
    let found = feed::count(&mut reader, &scope, (box_id, &filter), between, COUNTED_MAX + 1).await?;
    Ok(BoundedCount { count: found.min(COUNTED_MAX), is_exact: found <= COUNTED_MAX })
}

/// One event by its id.
pub async fn get(room: &Room, cx: &Cx, box_id: BoxId, id: EventId) -> Result<EventReport, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let event = feed::find(&mut reader, &scope, box_id, id).await?;
    let event = event.filter(|event| sees_drafts(&scope) || event.payload.topic() != Topic::Draft);
    let event = event.ok_or(No::Refused(Refusal::EventNotFound))?;
    let mut found = with_messages(&mut reader, &scope, box_id, vec![event]).await?;
    found.pop().ok_or(No::Refused(Refusal::EventNotFound))
}

/// The newest event that fits the filter.
pub async fn last(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    filter: &FeedFilter,
) -> Result<Option<EventReport>, No<Refusal>> {
    let page = PageRequest::new(1, None).map_err(|_| No::Refused(Refusal::Cursor))?;
    Ok(list(room, cx, box_id, (filter, ListOrder::NewestFirst), &page).await?.items.pop())
}

/// The filter with every topic named, drafts only to whom all departments are open.
pub(super) fn allowed(scope: &OrgScope, filter: &FeedFilter) -> FeedFilter {
    let asked = |topic: &Topic| filter.topics.is_empty() || filter.topics.contains(topic);
    let may = |topic: &Topic| *topic != Topic::Draft || sees_drafts(scope);
    let topics = TOPICS.into_iter().filter(|topic| asked(topic) && may(topic)).collect();
    FeedFilter { topics, ..filter.clone() }
}

fn sees_drafts(scope: &OrgScope) -> bool {
    *scope.departments() == DepartmentAccess::All
}

/// Places between which every event of the time range lies. What was written late by less than the margin was committed
/// after everything older than the margin, so nothing is left out.
pub(super) async fn bounds(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    filter: &FeedFilter,
) -> Result<Between, Fault> {
    let mut between = Between { after: 0, before: i64::MAX };
    if filter.from.is_none() && filter.to.is_none() {
        return Ok(between);
    }
    let last = feed::last_seq(reader, scope, box_id).await?;
    if let Some(from) = filter.from {
        between.after = feed::place_before(reader, scope, (box_id, last), from.minus(WRITTEN_LATE_MAX)).await?;
    }
    if let Some(to) = filter.to {
        let end = feed::place_before(reader, scope, (box_id, last), to.plus(WRITTEN_LATE_MAX)).await?;
        between.before = end + 2;
    }
    Ok(between)
}

pub(super) fn past(between: Between, order: ListOrder, after: Option<i64>) -> Between {
    match (order, after) {
        (_, None) => between,
        (ListOrder::OldestFirst, Some(seq)) => Between { after: between.after.max(seq), ..between },
        (ListOrder::NewestFirst, Some(seq)) => Between { before: between.before.min(seq), ..between },
    }
}

/// Loads the messages of a page of events and cuts the page before the first event whose message did not fit.
pub(super) async fn with_messages(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    events: Vec<Event>,
) -> Result<Vec<EventReport>, Fault> {
    let mut ids: Vec<MessageId> = Vec::new();
    for change in events.iter().filter_map(|event| event.payload.change()) {
        if !ids.contains(&change.message_id) {
            ids.push(change.message_id);
        }
    }
    let (histories, taken) = load(reader, scope, box_id, &ids).await?;
    let left_out = ids.get(taken..).unwrap_or_default();
    let fits = |event: &Event| event.payload.change().is_none_or(|change| !left_out.contains(&change.message_id));
    let shown = events.into_iter().take_while(fits).map(|event| {
        let history = event.payload.change().and_then(|change| histories.get(&change.message_id)).cloned();
        EventReport { event, history }
    });
    Ok(shown.collect())
}
