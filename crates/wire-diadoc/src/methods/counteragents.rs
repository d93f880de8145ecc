//! Counteragents: invited, listed, left.

use account::{DepartmentId, Permission};
use exchange::ops::acquire::{self, Whom};
use exchange::ops::{counteragents, list_counteragents};
use exchange::{CounteragentFilter, InvitationTaskId, LinkAct, LinkStatus, Refusal, TaskState};
use kernel::{BoxId, Cursor, Inn, OrganizationId, PageRequest, TypedId as _, uuid::Uuid};
use store::No;
use web::limits::RETRY_AFTER_RUNNING;

use crate::answer::Answer;
use crate::call::Call;
use crate::ids;
use crate::proto::api::proto;
use crate::refusal::{Refused, WireRefusal};
use crate::surface::{Methods, Surface};
use crate::views::counteragent as view;

pub fn on(methods: Methods) -> Methods {
    methods
        .on("/V3/AcquireCounteragent", |surface, call| Box::pin(invite(surface, call)))
        .on("/V2/AcquireCounteragentResult", |surface, call| Box::pin(result(surface, call)))
        .on("/V2/BreakWithCounteragent", |surface, call| Box::pin(leave(surface, call)))
        .on("/V3/GetCounteragents", |surface, call| Box::pin(list(surface, call)))
        .on("/V3/GetCounteragent", |surface, call| Box::pin(one(surface, call)))
}

/// Invites, or accepts the other's invitation; the answer names a task, whose result comes when the other box was told.
async fn invite(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let box_id: BoxId = call.query.need_id("myBoxId")?;
    let request: proto::AcquireCounteragentRequest = call.message()?;
    if request.invitation_document.is_some() {
        return Err(WireRefusal::FieldNotConnected { field: "InvitationDocument".to_owned() }.into());
    }
    in_the_root(&surface, &call, box_id).await?;
    let whom = whom(&surface, &request).await?;
    let asked = (whom, request.message_to_counteragent.filter(|words| !words.is_empty()));
    let prepared = acquire::prepare(&surface.exchange, &call.cx, box_id, asked).await?;
    let written = surface.app.store.write(&call.cx, prepared, |tx, cx, new| Box::pin(acquire::run(tx, cx, new)));
    let task = written.await?;
    let name = format!("{}_{}", ids::shown(box_id), ids::shown(task.id));
    Ok(call.answer(&proto::AsyncMethodResult { task_id: Some(name) }))
}

/// The root department is every box's only one: named by nothing, by zeros, or by its identifier.
async fn in_the_root(surface: &Surface, call: &Call, box_id: BoxId) -> Result<(), Refused> {
    let Some(department) = call.query.id::<DepartmentId>("myDepartmentId")? else { return Ok(()) };
    let mut reader = surface.app.store.reader().await?;
    let (scope, _) = account::authorize_box(&mut reader, &call.cx, box_id, Permission::Send).await?;
    let root = account::read::org_box(&mut reader, &scope, box_id).await?.root_department_id;
    let is_root = department == root || department.uuid() == Uuid::nil();
    if is_root { Ok(()) } else { Err(WireRefusal::NotFound { what: "department" }.into()) }
}

async fn whom(surface: &Surface, request: &proto::AcquireCounteragentRequest) -> Result<Whom, Refused> {
    let refused = |field: &str, accepted| WireRefusal::Field { field: field.to_owned(), accepted };
    if let Some(text) = request.box_id.as_deref().filter(|text| !text.is_empty()) {
        return Ok(Whom::Box(ids::parse(text).ok_or_else(|| refused("BoxId", "an identifier (GUID)"))?));
    }
    if let Some(text) = request.org_id.as_deref().filter(|text| !text.is_empty()) {
        let id: OrganizationId = ids::parse(text).ok_or_else(|| refused("OrgId", "an identifier (GUID)"))?;
        let mut reader = surface.app.store.reader().await?;
        let cards = account::read::list_cards_of(&mut reader, id).await?;
        let first = cards.first().ok_or(Refusal::CounteragentNotFound)?;
        return Ok(Whom::Box(first.box_id));
    }
    match request.inn.as_deref().filter(|text| !text.is_empty()) {
        Some(text) => {
            let inn = Inn::parse(text).map_err(|_| refused("Inn", "ИНН with right check digits"))?;
            Ok(Whom::Requisites(inn, None))
        }
        None => Err(WireRefusal::FieldMissing { field: "BoxId".to_owned() }.into()),
    }
}

/// Reads a task's name: its box and itself. A bare identifier is the name of no task.
fn read_task(name: &str) -> Result<(BoxId, InvitationTaskId), WireRefusal> {
    let place = name.split_once('_');
    if let Some(known) = place.and_then(|(box_id, task)| ids::parse(box_id).zip(ids::parse(task))) {
        return Ok(known);
    }
    match ids::parse::<InvitationTaskId>(name) {
        Some(_) => Err(WireRefusal::NotFound { what: "task" }),
        None => Err(WireRefusal::ParameterForm { name: "taskId", accepted: "the identifier of a task" }),
    }
}

async fn result(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let (box_id, task_id) = read_task(call.query.need("taskId")?)?;
    let task = match acquire::get(&surface.exchange, &call.cx, box_id, task_id).await {
        // Whose task it is, must not be told: another's and none are one.
        Err(No::Refused(Refusal::BoxNotFound | Refusal::TaskNotFound)) => {
            return Err(WireRefusal::NotFound { what: "task" }.into());
        }
        found => found?,
    };
    match task.state {
        TaskState::Pending => Err(Refused::Pending(RETRY_AFTER_RUNNING)),
        TaskState::Refused(refusal) => Err(refusal.into()),
        TaskState::Done => Ok(call.answer(&view::acquired(task.counteragent_box_id))),
    }
}

/// Ends a link, takes an own invitation back, or refuses the other's.
async fn leave(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let (box_id, other): (BoxId, BoxId) = (call.query.need_id("myBoxId")?, call.query.need_id("counteragentBoxId")?);
    let room = &surface.exchange;
    let now = list_counteragents::get(room, &call.cx, box_id, other).await?;
    let act = if now.link.status == LinkStatus::Invites { LinkAct::Refuse } else { LinkAct::Break };
    let comment = call.query.text("comment").map(str::to_owned);
    let prepared = counteragents::prepare(room, &call.cx, (box_id, other), act, comment).await?;
    let written = surface.app.store.write(&call.cx, prepared, |tx, cx, new| Box::pin(counteragents::run(tx, cx, new)));
    written.await?;
    Ok(Answer::Nothing)
}

async fn list(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let box_id: BoxId = call.query.need_id("myBoxId")?;
    let accepted = "a name of CounteragentStatus";
    let refused = WireRefusal::ParameterForm { name: "counteragentStatus", accepted };
    let asked = view::asked(call.query.text("counteragentStatus")).ok_or(refused)?;
    let filter = CounteragentFilter { text: call.query.text("query").unwrap_or_default().to_owned(), ..asked };
    let room = &surface.exchange;
    let page = page(&call)?;
    let found = list_counteragents::list(room, &call.cx, box_id, &filter, &page).await?;
    let count = list_counteragents::count(room, &call.cx, box_id, &filter).await?;
    let kind = if count.is_exact { proto::TotalCountType::Equal } else { proto::TotalCountType::GreaterThanOrEqual };
    Ok(call.answer(&proto::CounteragentList {
        total_count: i32::try_from(count.count).unwrap_or(i32::MAX),
        counteragents: found.items.iter().filter_map(view::listed).collect(),
        total_count_type: kind.into(),
    }))
}

fn page(call: &Call) -> Result<PageRequest, WireRefusal> {
    let after = call.query.text("afterIndexKey").map(Cursor::from_text);
    let size = call.query.number("pageSize")?.unwrap_or_else(|| i64::from(PageRequest::LIMIT_MAX));
    let refused = WireRefusal::ParameterForm { name: "pageSize", accepted: "1 to 100" };
    let size = u32::try_from(size).map_err(|_| refused.clone())?;
    PageRequest::new(size, after).map_err(|_| refused)
}

/// What a box is to this one. A box with which there never was anything is no counteragent: not found, as one that is not.
async fn one(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let (box_id, other): (BoxId, BoxId) = (call.query.need_id("myBoxId")?, call.query.need_id("counteragentBoxId")?);
    let report = list_counteragents::get(&surface.exchange, &call.cx, box_id, other).await?;
    let listed = view::listed(&report);
    Ok(call.answer(&listed.ok_or(WireRefusal::NotFound { what: "counteragent" })?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_tasks() {
        let (one, two) = ("0192d3c4-0000-7000-8000-000000000001", "0192d3c4-0000-7000-8000-000000000002");
        let (box_id, task) = read_task(&format!("{one}_{two}")).unwrap();
        assert_eq!((ids::shown(box_id), ids::shown(task)), (one.to_owned(), two.to_owned()));
        assert_eq!(read_task(one), Err(WireRefusal::NotFound { what: "task" }));
        for bad in ["", "x", "_", &one[1..], &format!("{one}_"), &format!("{one}{two}"), &format!("{one}_{one}_{two}")]
        {
            assert!(matches!(read_task(bad), Err(WireRefusal::ParameterForm { name: "taskId", .. })), "{bad}");
        }
    }
}
