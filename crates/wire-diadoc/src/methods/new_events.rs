//! The feed of a box.

use std::collections::BTreeMap;

use exchange::ops::authorise;
use exchange::ops::feed::{self, EventReport};
use exchange::{BoundedCount, EventId, FeedFilter, ListOrder, Refusal};
use kernel::{BoxId, Cursor, PageRequest};
use store::No;

use crate::answer::Answer;
use crate::asked::{self, Asked, FeedWords};
use crate::call::Call;
use crate::proto::api::proto::events::{BoxEvent, BoxEventList};
use crate::refusal::{Refused, WireRefusal};
use crate::surface::{Methods, Surface};
use crate::views::contents::Contents;
use crate::views::entity::CopyView;
use crate::views::viewpoint::Viewpoint;

/// Version 8 answers with the same list as version 7: the tables of the contract tell of no difference.
pub fn on(methods: Methods) -> Methods {
    methods
        .on("/V7/GetNewEvents", |surface, call| Box::pin(new_events(surface, call)))
        .on("/V8/GetNewEvents", |surface, call| Box::pin(new_events(surface, call)))
}

/// Names of the parameters that filter.
const NAMES: [&str; 4] = ["messageType", "typeNamedId", "documentDirection", "departmentId"];

/// Events in the order they were written, each as it was then: what was returned once is never changed, only added to.
async fn new_events(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let box_id: BoxId = call.query.need_id("boxId")?;
    let (view, _) = Viewpoint::of(&surface, &call.cx, box_id).await?;
    let words = FeedWords {
        message_types: call.query.texts("messageType").collect(),
        types: call.query.texts("typeNamedId").collect(),
        directions: call.query.texts("documentDirection").collect(),
        department: call.query.text("departmentId"),
        is_query: true,
    };
    let order = asked::order(call.query.text("orderBy"), "orderBy")?;
    let limit = asked::limit(call.query.number("limit")?, "limit")?;
    let counteragent_box_id = call.query.id("counteragentBoxId")?;
    let (from, to) = (call.query.moment("timestampFromTicks")?, call.query.moment("timestampToTicks")?);
    let filter = asked::feed(&words, &view.department_id, NAMES)?;
    let after = after(&surface, &call, box_id).await?;
    let Asked::Of(filter) = filter else { return Ok(call.answer(&list(Vec::new(), NOTHING))) };
    let filter = FeedFilter { counteragent_box_id, from, to, ..filter };
    let page = PageRequest::new(limit, after).map_err(|_| WireRefusal::Query)?;
    let found = feed::list(&surface.exchange, &call.cx, box_id, (&filter, order), &page).await?;
    let total = count(&surface, &call, box_id, ((&filter, order), &page, found.items.len())).await?;
    let events = events(&surface, &view, &found.items).await?;
    Ok(call.answer(&list(events, total)))
}

const NOTHING: BoundedCount = BoundedCount { count: 0, is_exact: true };

fn list(events: Vec<BoxEvent>, total: BoundedCount) -> BoxEventList {
    let (total_count, kind) = asked::total(total);
    BoxEventList { events, total_count: Some(total_count), total_count_type: kind.into() }
}

/// Where to go on: by the key of the last event, or, as older programs do, by its identifier.
async fn after(surface: &Surface, call: &Call, box_id: BoxId) -> Result<Option<Cursor>, Refused> {
    let key = call.query.text("afterIndexKey").map(Cursor::from_text);
    let Some(event_id) = call.query.id::<EventId>("afterEventId")? else { return Ok(key) };
    let refused = |accepted| WireRefusal::ParameterForm { name: "afterEventId", accepted };
    if key.is_some() {
        return Err(refused("afterIndexKey or afterEventId, not both").into());
    }
    match feed::get(&surface.exchange, &call.cx, box_id, event_id).await {
        Ok(found) => Ok(Some(Cursor::from_seq(found.event.seq))),
        Err(No::Refused(Refusal::EventNotFound)) => Err(refused("an EventId of this box's feed").into()),
        Err(no) => Err(no.into()),
    }
}

/// Events past the cursor. A page that is not full may be one that was cut for its size, so only an empty one tells by
/// itself that there are no more.
async fn count(
    surface: &Surface,
    call: &Call,
    box_id: BoxId,
    (what, page, found): ((&FeedFilter, ListOrder), &PageRequest, usize),
) -> Result<BoundedCount, Refused> {
    if found == 0 {
        return Ok(NOTHING);
    }
    Ok(feed::count_past(&surface.exchange, &call.cx, box_id, what, page.after()).await?)
}

/// Names of the counteragents are asked once for each, and only where a message comes whole.
async fn events(surface: &Surface, view: &Viewpoint, found: &[EventReport]) -> Result<Vec<BoxEvent>, Refused> {
    let mut names: BTreeMap<BoxId, String> = BTreeMap::new();
    let mut reader = surface.app.store.reader().await?;
    for report in found {
        let Some(history) = &report.history else { continue };
        let other = history.copy.counteragent_box_id;
        if is_whole(report) && !names.contains_key(&other) {
            let party = authorise::find_party(&mut reader, other).await?;
            names.insert(other, party.map(|party| party.name).unwrap_or_default());
        }
    }
    drop(reader);
    Ok(found.iter().filter_map(|report| event(view, report, &names)).collect())
}

fn is_whole(report: &EventReport) -> bool {
    use exchange::EventPayload::{MessagePosted, MessageReceived};
    matches!(report.event.payload, MessagePosted(_) | MessageReceived(_))
}

fn event(view: &Viewpoint, report: &EventReport, names: &BTreeMap<BoxId, String>) -> Option<BoxEvent> {
    let history = report.history.as_ref()?;
    let all = history.as_of(report.event.seq);
    let contents = Contents::default();
    let shown = CopyView { view, copy: &history.copy, all: &all, contents: &contents };
    let added: Vec<_> = history.added_by(report.event.seq).map(|entity| entity.id).collect();
    let added = all.iter().filter(|entity| added.contains(&entity.id));
    let counteragent = names.get(&history.copy.counteragent_box_id).map_or("", String::as_str);
    shown.event(&report.event, added, counteragent)
}
