//! Docflows: of listed documents, and as the feed moved them.

use std::collections::HashMap;

use exchange::ops::copies::CopyHistory;
use exchange::ops::document_events::{self, DocumentEvent};
use exchange::ops::{contents, feed};
use exchange::{Entity, EntityId, EventId, FeedFilter, MessageId, Refusal};
use kernel::{BoxId, Cursor, Moment, PageRequest};

use account::OrgScope;

use crate::answer::Answer;
use crate::asked::{self, Asked, FeedWords};
use crate::call::Call;
use crate::ids::shown;
use crate::posting::fields::id;
use crate::proto::api::proto::docflow::{
    DocflowEventV4, DocumentWithDocflowV4, GetDocflowBatchRequest, GetDocflowBatchResponseV4, GetDocflowEventsRequest,
    GetDocflowEventsResponseV4, GetDocflowRequest,
};
use crate::proto::api::proto::{DocumentId, SortDirection, TotalCountType};
use crate::refusal::{Refused, WireRefusal};
use crate::surface::{Methods, Surface};
use crate::ticks::{moment, timestamp};
use crate::views::contents::{Contents, chosen};
use crate::views::entity::CopyView;
use crate::views::viewpoint::Viewpoint;

pub fn on(methods: Methods) -> Methods {
    methods
        .on("/V4/GetDocflows", |surface, call| Box::pin(get_docflows(surface, call)))
        .on("/V4/GetDocflowEvents", |surface, call| Box::pin(get_docflow_events(surface, call)))
}

/// Documents in one request: the most that the room tells of at once.
const DOCUMENTS_MAX: usize = 100;

/// What all docflows of one answer are shown with.
struct Shower<'a> {
    surface: &'a Surface,
    view: &'a Viewpoint,
    scope: &'a OrgScope,
}

impl Shower<'_> {
    /// The document of a copy, with its entities' contents if they are wanted inside.
    async fn show(
        &self,
        (copy, all): (&exchange::MessageCopy, &[Entity]),
        document_id: EntityId,
        (last, inject): ((String, Moment), bool),
    ) -> Result<Option<DocumentWithDocflowV4>, Refused> {
        let Some(document) = all.iter().find(|entity| entity.id == document_id) else { return Ok(None) };
        let contents = if inject {
            let keys = chosen(all.iter().filter(|entity| entity.document_id == document_id));
            Contents::new(contents::load(&self.surface.exchange, self.scope, &keys).await?)
        } else {
            Contents::default()
        };
        let shown = CopyView { view: self.view, copy, all, contents: &contents };
        Ok(shown.docflow(document, last))
    }
}

async fn get_docflows(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let box_id: BoxId = call.query.need_id("boxId")?;
    let request: GetDocflowBatchRequest = call.message()?;
    if request.requests.len() > DOCUMENTS_MAX {
        return Err(WireRefusal::Field { field: "Requests".to_owned(), accepted: "up to 100 documents" }.into());
    }
    let (view, scope) = Viewpoint::of(&surface, &call.cx, box_id).await?;
    let asked = ids(&request.requests)?;
    let now: Vec<EntityId> = asked.iter().map(|(_, document)| *document).collect();
    let states = document_events::get_states(&surface.exchange, &call.cx, box_id, &now).await?;
    let states: HashMap<EntityId, _> = states.into_iter().map(|state| (state.report.document.id, state)).collect();
    let shower = Shower { surface: &surface, view: &view, scope: &scope };
    let mut documents = Vec::with_capacity(asked.len());
    for (request, (message_id, document_id)) in request.requests.iter().zip(asked) {
        let inject = request.inject_entity_content();
        let shown = match request.last_event_id.as_deref().filter(|text| !text.is_empty()) {
            Some(event) => {
                let event = id(event, || "Requests.LastEventId".to_owned())?;
                as_of(&shower, &call, (message_id, document_id), (event, inject)).await?
            }
            None => {
                let state = states.get(&document_id).filter(|state| state.report.copy.id == message_id);
                let state = state.ok_or(Refusal::DocumentNotFound)?;
                let (report, last) = (&state.report, state.last.map(|(_, event)| shown(event)));
                let view =
                    CopyView { view: &view, copy: &report.copy, all: &report.entities, contents: &Contents::default() };
                let last = (last.unwrap_or_else(|| shown(message_id)), view.changed_at(&report.document));
                shower.show((&report.copy, &report.entities), document_id, (last, inject)).await?
            }
        };
        documents.push(shown.ok_or(Refusal::DocumentNotFound)?);
    }
    Ok(call.answer(&GetDocflowBatchResponseV4 { documents }))
}

fn ids(requests: &[GetDocflowRequest]) -> Result<Vec<(MessageId, EntityId)>, WireRefusal> {
    let pair = |(index, request): (usize, &GetDocflowRequest)| {
        let DocumentId { message_id, entity_id } = &request.document_id;
        let message = id(message_id, || format!("Requests[{index}].DocumentId.MessageId"))?;
        Ok((message, id(entity_id, || format!("Requests[{index}].DocumentId.EntityId"))?))
    };
    requests.iter().enumerate().map(pair).collect()
}

/// The document as it was right after an event.
async fn as_of(
    shower: &Shower<'_>,
    call: &Call,
    (message_id, document_id): (MessageId, EntityId),
    (event, inject): (EventId, bool),
) -> Result<Option<DocumentWithDocflowV4>, Refused> {
    let found = feed::get(&shower.surface.exchange, &call.cx, shower.view.box_id, event).await?;
    let Some(history) = found.history.filter(|history| history.copy.id == message_id) else { return Ok(None) };
    let last = (shown(event), found.event.at);
    let all = history.as_of(found.event.seq);
    shower.show((&history.copy, &all), document_id, (last, inject)).await
}

/// Names of the fields that filter.
const NAMES: [&str; 4] = ["MessageTypes", "TypeNamedIds", "DocumentDirections", "DepartmentId"];

async fn get_docflow_events(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let box_id: BoxId = call.query.need_id("boxId")?;
    let request: GetDocflowEventsRequest = call.message()?;
    let (view, scope) = Viewpoint::of(&surface, &call.cx, box_id).await?;
    let Asked::Of(filter) = filter(&request, &view)? else { return Ok(call.answer(&list(Vec::new()))) };
    let order = match request.filter.sort_direction() {
        SortDirection::Descending => exchange::ListOrder::NewestFirst,
        SortDirection::Ascending | SortDirection::UnknownSortDirection => exchange::ListOrder::OldestFirst,
    };
    let limit = asked::limit(request.limit.map(i64::from), "Limit")?;
    let key = request.after_index_key.as_deref().filter(|key| !key.is_empty());
    let refused = || WireRefusal::Field { field: "AfterIndexKey".to_owned(), accepted: "an IndexKey of this list" };
    let after = key.map(|key| std::str::from_utf8(key).map(Cursor::from_text).map_err(|_| refused())).transpose()?;
    let page = PageRequest::new(limit, after).map_err(|_| WireRefusal::Query)?;
    let found = document_events::list(&surface.exchange, &call.cx, box_id, (&filter, order), &page).await?;
    let shower = Shower { surface: &surface, view: &view, scope: &scope };
    let mut events = Vec::with_capacity(found.items.len());
    for item in &found.items {
        events.push(Box::pin(event(&shower, &request, item)).await?);
    }
    Ok(call.answer(&list(events)))
}

fn filter(request: &GetDocflowEventsRequest, view: &Viewpoint) -> Result<Asked<FeedFilter>, WireRefusal> {
    let words = FeedWords {
        message_types: request.message_types.iter().map(String::as_str).collect(),
        types: request.type_named_ids.iter().map(String::as_str).collect(),
        directions: request.document_directions.iter().map(String::as_str).collect(),
        department: request.department_id.as_deref(),
        is_query: false,
    };
    let at = |stamp: Option<&crate::proto::api::proto::Timestamp>, field: &str| {
        let refused = || WireRefusal::Field { field: field.to_owned(), accepted: "ticks: 100 ns since 0001-01-01 UTC" };
        stamp.map(|stamp| moment(stamp.ticks).ok_or_else(refused)).transpose()
    };
    let from = at(request.filter.from_timestamp.as_ref(), "Filter.FromTimestamp")?;
    let to = at(request.filter.to_timestamp.as_ref(), "Filter.ToTimestamp")?;
    let counteragent = request.counteragent_box_id.as_deref().filter(|text| !text.is_empty());
    let counteragent_box_id = counteragent.map(|text| id(text, || "CounteragentBoxId".to_owned())).transpose()?;
    Ok(match asked::feed(&words, &view.department_id, NAMES)? {
        Asked::Of(filter) => Asked::Of(FeedFilter { from, to, counteragent_box_id, ..filter }),
        Asked::Nothing => Asked::Nothing,
    })
}

/// Rows of the feed are not counted document by document: a page that is not empty tells how many there are at least.
fn list(events: Vec<DocflowEventV4>) -> GetDocflowEventsResponseV4 {
    let kind = if events.is_empty() { TotalCountType::Equal } else { TotalCountType::GreaterThanOrEqual };
    GetDocflowEventsResponseV4 {
        total_count: Some(i32::try_from(events.len()).unwrap_or(i32::MAX)),
        events,
        total_count_type: kind.into(),
    }
}

async fn event(
    shower: &Shower<'_>,
    request: &GetDocflowEventsRequest,
    item: &DocumentEvent,
) -> Result<DocflowEventV4, Refused> {
    let history: &CopyHistory = &item.history;
    let inject = request.inject_entity_content();
    let event_id = item.event.payload.event_id().map(shown).unwrap_or_default();
    let document = if request.populate_documents() {
        let all = history.as_of(item.event.seq);
        let last = (event_id.clone(), item.event.at);
        shower.show((&history.copy, &all), item.document_id, (last, inject)).await?
    } else {
        None
    };
    let previous = match item.previous.filter(|_| request.populate_previous_document_states()) {
        Some((seq, id)) => {
            let all = history.as_of(seq);
            let at = all.iter().map(|entity| entity.at).max().unwrap_or(history.copy.posted_at);
            shower.show((&history.copy, &all), item.document_id, ((shown(id), at), inject)).await?
        }
        None => None,
    };
    Ok(DocflowEventV4 {
        event_id,
        timestamp: timestamp(item.event.at),
        document_id: DocumentId { message_id: shown(history.copy.id), entity_id: shown(item.document_id) },
        index_key: item.cursor.as_str().as_bytes().to_vec().into(),
        document,
        previous_event_id: item.previous.map(|(_, id)| shown(id)),
        previous_document_state: previous,
    })
}
