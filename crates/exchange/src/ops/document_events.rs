//! The feed document by document, and the state of listed documents.

use std::collections::HashMap;
use std::sync::Arc;

use account::{OrgScope, Permission};
use kernel::{BoxId, Cursor, Cx, Page, PageRequest};
use store::{Fault, Fetch, No};

use super::authorise::own_box;
use super::copies::{CopyHistory, load};
use super::feed::{EventReport, allowed, bounds, past, with_messages};
use super::read::DocumentReport;
use crate::model::event::{Event, Topic};
use crate::model::filter::{FeedFilter, ListOrder};
use crate::model::ids::{EntityId, EventId, MessageId};
use crate::model::limits::DOCUMENTS_AT_ONCE_MAX;
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::{docflow_list, feed};

/// One document that one event touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentEvent {
    /// The event; one that touched several documents stands here once for each.
    pub event: Event,
    /// The document.
    pub document_id: EntityId,
    /// The event that touched the document before: its number and id. None when this one brought the document.
    pub previous: Option<(i64, EventId)>,
    /// Its message: the document after the event is [`CopyHistory::document_as_of`] its number, before it that of the
    /// previous one.
    pub history: Arc<CopyHistory>,
    /// Where a list goes on after it.
    pub cursor: Cursor,
}

/// A document's state now, and the last event that touched it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentState {
    /// The document; the counteragent's card is left out.
    pub report: DocumentReport,
    /// The last event that touched it: its number and id.
    pub last: Option<(i64, EventId)>,
}

/// Place of a document event: the number of the event, and the document's place in it.
type Place = (i64, usize);

/// Events that touched documents of the filter's kinds, a row for each document. A page may be short before the end; the
/// cursor stands even on the last page.
pub async fn list(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    (filter, order): (&FeedFilter, ListOrder),
    page: &PageRequest,
) -> Result<Page<DocumentEvent>, No<Refusal>> {
    let after = page.after().map(place).transpose()?;
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let filter = FeedFilter { topics: vec![Topic::Message], ..filter.clone() };
    let filter = allowed(&scope, &filter);
    let between = bounds(&mut reader, &scope, box_id, &filter).await?;
    // The event of the cursor comes once more: the page may have ended between two of its documents.
    let resumed = after.map(|(seq, _)| if order == ListOrder::OldestFirst { seq - 1 } else { seq + 1 });
    let limit = i64::from(page.limit()) + 1;
    let read = feed::list(&mut reader, &scope, (box_id, &filter), (order, past(between, order, resumed)), limit);
    let events = read.await?;
    let reports = with_messages(&mut reader, &scope, box_id, events).await?;
    let mut items: Vec<DocumentEvent> = Vec::new();
    let limit = usize::try_from(page.limit()).unwrap_or(usize::MAX);
    for report in reports {
        items.extend(rows(report, &filter, order, after));
        if items.len() >= limit {
            break;
        }
    }
    items.truncate(limit);
    name_previous(&mut reader, &scope, box_id, &mut items).await?;
    let next = items.last().map(|item| item.cursor.clone()).or_else(|| page.after().cloned());
    Ok(Page { items, next })
}

/// Rows of one event, past the cursor.
fn rows(report: EventReport, filter: &FeedFilter, order: ListOrder, after: Option<Place>) -> Vec<DocumentEvent> {
    let EventReport { event, history: Some(history) } = report else { return Vec::new() };
    let documents = event.payload.change().map(|change| change.documents.clone()).unwrap_or_default();
    let mut places: Vec<(usize, EntityId)> = documents.into_iter().enumerate().collect();
    if order == ListOrder::NewestFirst {
        places.reverse();
    }
    let kind_of = |id: EntityId| {
        let (document, _) = history.entities.iter().find(|(entity, _)| entity.id == id)?;
        Some(document.facts.document.as_ref()?.kind)
    };
    let is_past = |at: usize| match (after, order) {
        (None, _) => true,
        (Some(place), ListOrder::OldestFirst) => (event.seq, at) > place,
        (Some(place), ListOrder::NewestFirst) => (event.seq, at) < place,
    };
    let shown =
        places.into_iter().filter(|(at, id)| is_past(*at) && kind_of(*id).is_some_and(|kind| filter.kinds.has(kind)));
    shown
        .map(|(at, document_id)| DocumentEvent {
            event: event.clone(),
            document_id,
            previous: None,
            history: Arc::clone(&history),
            cursor: cursor((event.seq, at)),
        })
        .collect()
}

/// Finds the events before, all at once.
async fn name_previous(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    items: &mut [DocumentEvent],
) -> Result<(), Fault> {
    let before = |item: &DocumentEvent| {
        let events = item.history.events_of(item.document_id);
        events.into_iter().filter(|seq| *seq < item.event.seq).max()
    };
    let places: Vec<Option<i64>> = items.iter().map(before).collect();
    let ids = event_ids(reader, scope, box_id, places.iter().flatten().copied()).await?;
    for (item, place) in items.iter_mut().zip(places) {
        item.previous = place.and_then(|seq| Some((seq, *ids.get(&seq)?)));
    }
    Ok(())
}

/// Ids of events by their numbers, of which there is at most a page.
async fn event_ids(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    places: impl Iterator<Item = i64>,
) -> Result<HashMap<i64, EventId>, Fault> {
    let mut places: Vec<i64> = places.collect();
    places.sort_unstable();
    places.dedup();
    let events = feed::find_all(reader, scope, box_id, &places).await?;
    Ok(events.into_iter().filter_map(|event| Some((event.seq, event.payload.event_id()?))).collect())
}

/// The state of up to [`DOCUMENTS_AT_ONCE_MAX`] documents now, in the order they were named; those that are not in the box
/// are passed over.
pub async fn get_states(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    ids: &[EntityId],
) -> Result<Vec<DocumentState>, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    if ids.len() > DOCUMENTS_AT_ONCE_MAX {
        return Err(Refusal::TooManyAtOnce { max: DOCUMENTS_AT_ONCE_MAX }.into());
    }
    let rows = docflow_list::find_all(&mut reader, &scope, box_id, ids).await?;
    let mut messages: Vec<MessageId> = rows.iter().map(|row| row.message_id).collect();
    messages.sort();
    messages.dedup();
    let mut found: HashMap<EntityId, (DocumentReport, Option<i64>)> = HashMap::new();
    let mut left = messages.as_slice();
    while !left.is_empty() {
        let (histories, taken) = load(&mut reader, &scope, box_id, left).await?;
        for row in &rows {
            let Some(history) = histories.get(&row.message_id) else { continue };
            let Some(report) = history.document_as_of(room, row.document_id, i64::MAX) else { continue };
            found.insert(row.document_id, (report, history.events_of(row.document_id).last().copied()));
        }
        left = left.get(taken..).unwrap_or_default();
    }
    let events = event_ids(&mut reader, &scope, box_id, found.values().filter_map(|(_, seq)| *seq)).await?;
    let state = |id: &EntityId| {
        let (report, seq) = found.get(id)?.clone();
        Some(DocumentState { report, last: seq.and_then(|seq| Some((seq, *events.get(&seq)?))) })
    };
    Ok(ids.iter().filter_map(state).collect())
}

fn cursor((seq, at): Place) -> Cursor {
    let mut position = seq.to_be_bytes().to_vec();
    position.extend_from_slice(&u32::try_from(at).unwrap_or(u32::MAX).to_be_bytes());
    Cursor::from_position(&position)
}

fn place(cursor: &Cursor) -> Result<Place, Refusal> {
    let octets: [u8; 12] = cursor.position().ok().and_then(|octets| octets.try_into().ok()).ok_or(Refusal::Cursor)?;
    let (seq, at) = octets.split_at(8);
    let seq = i64::from_be_bytes(seq.try_into().map_err(|_| Refusal::Cursor)?);
    let at = u32::from_be_bytes(at.try_into().map_err(|_| Refusal::Cursor)?);
    // A cursor is a client's text: a number at either end of the range has no neighbour.
    if !(0..i64::MAX).contains(&seq) {
        return Err(Refusal::Cursor);
    }
    Ok((seq, usize::try_from(at).map_err(|_| Refusal::Cursor)?))
}
