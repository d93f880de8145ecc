//! Counteragents: inviting, accepting, ending, seeking.

use std::time::Duration;

use account::Permission;
use exchange::ops::acquire::{self, Whom};
use exchange::ops::{counteragents, list_counteragents};
use exchange::{BoundedCount, CounteragentFilter, InvitationTask, InvitationTaskId, LinkAct, LinkStatus, Refusal};
use kernel::{BoxId, Cursor, Inn, OrganizationId, PageRequest, TypedId as _, uuid::Uuid};
use store::No;

use crate::answer::Answer;
use crate::call::Call;
use crate::ids::{self, shown};
use crate::proto::api::proto;
use crate::refusal::{Refused, WireRefusal};
use crate::surface::{Methods, Surface};
use crate::views::counteragent::{self as view, Asked};

/// When to ask for a task again: the other box is told within a second unless the machine is loaded.
const ASK_AGAIN: Duration = Duration::from_secs(1);
/// Hexadecimal digits of an identifier.
const ID_DIGITS: usize = 32;

pub fn on(methods: Methods) -> Methods {
    methods
        .on("/V3/AcquireCounteragent", |surface, call| Box::pin(invite(surface, call)))
        .on("/V2/AcquireCounteragentResult", |surface, call| Box::pin(invited(surface, call)))
        .on("/V2/BreakWithCounteragent", |surface, call| Box::pin(part(surface, call)))
        .on("/V3/GetCounteragents", |surface, call| Box::pin(list(surface, call)))
        .on("/V3/GetCounteragent", |surface, call| Box::pin(get(surface, call)))
}

/// Invites, or accepts the other's invitation. The answer is a task, whose result comes when the other box was told.
async fn invite(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let my_box: BoxId = call.query.need_id("myBoxId")?;
    let request: proto::AcquireCounteragentRequest = call.message()?;
    if request.invitation_document.is_some() {
        return Err(WireRefusal::FieldNotConnected { field: "InvitationDocument".to_owned() }.into());
    }
    in_the_root(&surface, &call, my_box).await?;
    let whom = whom(&surface, &request).await?;
    let comment = request.message_to_counteragent.filter(|text| !text.is_empty());
    let prepared = acquire::prepare(&surface.exchange, &call.cx, my_box, (whom, comment)).await?;
    let written = surface.app.store.write(&call.cx, prepared, |tx, cx, new| Box::pin(acquire::run(tx, cx, new)));
    let task = written.await?;
    Ok(call.answer(&proto::AsyncMethodResult { task_id: Some(task_name(&task, my_box)) }))
}

/// Departments are not built: all there is lies in the root.
async fn in_the_root(surface: &Surface, call: &Call, my_box: BoxId) -> Result<(), Refused> {
    let Some(department) = call.query.id::<account::DepartmentId>("myDepartmentId")? else { return Ok(()) };
    let mut reader = surface.app.store.reader().await?;
    let (scope, _) = account::authorize_box(&mut reader, &call.cx, my_box, Permission::Send).await?;
    let root = account::read::org_box(&mut reader, &scope, my_box).await?.root_department_id;
    let is_root = department == root || department.uuid() == Uuid::nil();
    if is_root { Ok(()) } else { Err(WireRefusal::NotFound { what: "department" }.into()) }
}

/// By the box, by the organization with its only box, or by ИНН: the first that is given.
async fn whom(surface: &Surface, request: &proto::AcquireCounteragentRequest) -> Result<Whom, Refused> {
    let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let refused = |field: &str, accepted| WireRefusal::Field { field: field.to_owned(), accepted };
    let guid = "an identifier (GUID)";
    let box_id = given(&request.box_id).map(|text| ids::parse(&text).ok_or_else(|| refused("BoxId", guid)));
    let org_id = given(&request.org_id).map(|text| ids::parse(&text).ok_or_else(|| refused("OrgId", guid)));
    let form = "ИНН with right check digits";
    let inn = given(&request.inn).map(|text| Inn::parse(&text).map_err(|_| refused("Inn", form)));
    let (box_id, org_id, inn) = (box_id.transpose()?, org_id.transpose()?, inn.transpose()?);
    match (box_id, org_id, inn) {
        (Some(box_id), ..) => Ok(Whom::Box(box_id)),
        (None, Some(org_id), _) => only_box(surface, org_id).await,
        (None, None, Some(inn)) => Ok(Whom::Requisites(inn, None)),
        (None, None, None) => Err(WireRefusal::FieldMissing { field: "BoxId".to_owned() }.into()),
    }
}

async fn only_box(surface: &Surface, org_id: OrganizationId) -> Result<Whom, Refused> {
    let mut reader = surface.app.store.reader().await?;
    let cards = account::read::list_cards_of(&mut reader, org_id).await?;
    match cards.as_slice() {
        [] => Err(Refusal::CounteragentNotFound.into()),
        [card] => Ok(Whom::Box(card.box_id)),
        _ => Err(Refusal::SeveralFound.into()),
    }
}

/// A task is asked for without its box, so its name holds the box too.
fn task_name(task: &InvitationTask, my_box: BoxId) -> String {
    format!("{}{}", task.id.uuid().simple(), my_box.uuid().simple())
}

/// Reads a task's name. A bare identifier is the name of no task.
fn read_task(text: &str) -> Result<(InvitationTaskId, BoxId), WireRefusal> {
    if text.len() == ID_DIGITS * 2
        && let Some((task, my_box)) = text.split_at_checked(ID_DIGITS)
        && let Some(known) = ids::parse(task).zip(ids::parse(my_box))
    {
        return Ok(known);
    }
    match ids::parse::<InvitationTaskId>(text) {
        Some(_) => Err(WireRefusal::NotFound { what: "task" }),
        None => Err(WireRefusal::ParameterForm { name: "taskId", accepted: "the identifier of a task" }),
    }
}

/// The invited box, once it was told. Another's task and none are not found alike.
async fn invited(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let (task_id, my_box) = read_task(call.query.need("taskId")?)?;
    let task = match acquire::get(&surface.exchange, &call.cx, my_box, task_id).await {
        Ok(task) => task,
        Err(No::Refused(Refusal::BoxNotFound | Refusal::TaskNotFound)) => {
            return Err(WireRefusal::NotFound { what: "task" }.into());
        }
        Err(no) => return Err(no.into()),
    };
    match task.state {
        exchange::TaskState::Pending => Err(Refused::Pending(ASK_AGAIN)),
        exchange::TaskState::Refused(refusal) => Err(refusal.into()),
        exchange::TaskState::Done => Ok(call.answer(&proto::AcquireCounteragentResultV2 {
            box_id: shown(task.counteragent_box_id),
            invitation_document_id: None,
        })),
    }
}

/// Ends the link, takes the own invitation back, or refuses the other's.
async fn part(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let (my_box, other) = (call.query.need_id("myBoxId")?, call.query.need_id("counteragentBoxId")?);
    let comment = call.query.text("comment").map(str::to_owned);
    let now = list_counteragents::get(&surface.exchange, &call.cx, my_box, other).await?;
    let act = if now.link.status == LinkStatus::Invites { LinkAct::Refuse } else { LinkAct::Break };
    let prepared = counteragents::prepare(&surface.exchange, &call.cx, (my_box, other), act, comment).await?;
    let written = surface.app.store.write(&call.cx, prepared, |tx, cx, new| Box::pin(counteragents::run(tx, cx, new)));
    written.await?;
    Ok(Answer::Nothing)
}

async fn list(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let my_box: BoxId = call.query.need_id("myBoxId")?;
    let accepted = "a name of CounteragentStatus";
    let refused = WireRefusal::ParameterForm { name: "counteragentStatus", accepted };
    let word = call.query.text("counteragentStatus");
    let asked = word.map_or(Ok(Asked::All), |word| view::asked(word).ok_or(refused))?;
    let page = page(&call)?;
    let text = call.query.text("query").unwrap_or_default().to_owned();
    let status = match asked {
        Asked::Only(status) => Some(status),
        Asked::All | Asked::None => None,
    };
    let filter = CounteragentFilter { status, text };
    // Asked also where nothing can be found: whose box it is comes first.
    let found = list_counteragents::list(&surface.exchange, &call.cx, my_box, &filter, &page).await?;
    if asked == Asked::None {
        return Ok(call.answer(&listed(Vec::new(), BoundedCount { count: 0, is_exact: true })));
    }
    let total = list_counteragents::count(&surface.exchange, &call.cx, my_box, &filter).await?;
    Ok(call.answer(&listed(found.items.iter().filter_map(view::report).collect(), total)))
}

fn listed(counteragents: Vec<proto::Counteragent>, total: BoundedCount) -> proto::CounteragentList {
    let kind = if total.is_exact { proto::TotalCountType::Equal } else { proto::TotalCountType::GreaterThanOrEqual };
    proto::CounteragentList {
        total_count: i32::try_from(total.count).unwrap_or(i32::MAX),
        counteragents,
        total_count_type: kind.into(),
    }
}

fn page(call: &Call) -> Result<PageRequest, WireRefusal> {
    let refused = WireRefusal::ParameterForm { name: "pageSize", accepted: "1 to 100" };
    let after = call.query.text("afterIndexKey").map(Cursor::from_text);
    let size = call.query.number("pageSize")?.map(u32::try_from).transpose();
    let size = size.map_err(|_| refused.clone())?.unwrap_or(PageRequest::LIMIT_MAX);
    PageRequest::new(size, after).map_err(|_| refused)
}

async fn get(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let (my_box, other) = (call.query.need_id("myBoxId")?, call.query.need_id("counteragentBoxId")?);
    let report = list_counteragents::get(&surface.exchange, &call.cx, my_box, other).await?;
    let shown = view::report(&report).ok_or(Refusal::CounteragentNotFound)?;
    // Its place in a list is not part of it.
    Ok(call.answer(&proto::Counteragent { index_key: None, ..shown }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_tasks() {
        let (one, two) = ("0192d3c4000070008000000000000001", "0192d3c4000070008000000000000002");
        let (task, my_box) = read_task(&format!("{one}{two}")).unwrap();
        assert_eq!((task.uuid().simple().to_string(), my_box.uuid().simple().to_string()), (one.into(), two.into()));
        for unknown in [one, "0192d3c4-0000-7000-8000-000000000001"] {
            assert_eq!(read_task(unknown), Err(WireRefusal::NotFound { what: "task" }));
        }
        for bad in ["", "x", &one[1..], &format!("{one}{}", &two[1..]), &format!("{one}{one}{two}"), &"я".repeat(32)] {
            assert!(matches!(read_task(bad), Err(WireRefusal::ParameterForm { name: "taskId", .. })), "{bad}");
        }
    }
}
