//! Cards of documents, one and in lists.

use exchange::ops::document_events::{self, DocumentState};
use exchange::ops::list_documents;
use exchange::{BoundedCount, DocflowFilter, DocflowRow, EntityId, MessageId, Refusal};
use kernel::{BoxId, CivilDate, Cursor, PageRequest};

use super::messages::Held;
use crate::answer::Answer;
use crate::asked::{self, Asked};
use crate::call::Call;
use crate::category;
use crate::posting::fields::root_parameter;
use crate::proto::api::proto::documents::{Document, DocumentList};
use crate::refusal::{Refused, WireRefusal};
use crate::surface::{Methods, Surface};
use crate::views::civil::parse_date;
use crate::views::contents::Contents;
use crate::views::entity::CopyView;
use crate::views::viewpoint::Viewpoint;

pub fn on(methods: Methods) -> Methods {
    methods
        .on("/V3/GetDocument", |surface, call| Box::pin(get_document(surface, call)))
        .on("/V3/GetDocuments", |surface, call| Box::pin(get_documents(surface, call)))
}

/// The card with the content inside unless the client does not want it.
async fn get_document(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let of: (BoxId, MessageId) = (call.query.need_id("boxId")?, call.query.need_id("messageId")?);
    let id: EntityId = call.query.need_id("entityId")?;
    let inject = call.query.text("injectEntityContent").is_none() || call.query.flag("injectEntityContent")?;
    let held = Held::get(&surface, &call, of).await?;
    let document = held.all().iter().find(|entity| entity.id == id && entity.kind.is_document());
    let document = document.ok_or(Refusal::DocumentNotFound)?;
    let contents = if inject { held.inside(&surface, &[document]).await? } else { Contents::default() };
    let card = held.shown(&contents).document(document).ok_or(Refusal::DocumentNotFound)?;
    Ok(call.answer(&card))
}

/// A page of documents, without their contents.
async fn get_documents(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let box_id: BoxId = call.query.need_id("boxId")?;
    let (view, _) = Viewpoint::of(&surface, &call.cx, box_id).await?;
    let filter = filter(&call, &view)?;
    let order = asked::order(call.query.text("sortDirection"), "sortDirection")?;
    let count = call.query.number("count")?;
    let Asked::Of(filter) = filter else { return Ok(call.answer(&list(Vec::new(), 0, false))) };
    let total = list_documents::count(&surface.exchange, &call.cx, box_id, &filter).await?;
    if count == Some(0) {
        return Ok(call.answer(&list(Vec::new(), number(total), total.count > 0)));
    }
    let after = call.query.text("afterIndexKey").map(Cursor::from_text);
    let page = PageRequest::new(asked::limit(count, "count")?, after).map_err(|_| WireRefusal::Query)?;
    let found = list_documents::list(&surface.exchange, &call.cx, box_id, (&filter, order), &page).await?;
    let documents = cards(&surface, &call, &view, &found.items).await?;
    Ok(call.answer(&list(documents, number(total), found.next.is_some())))
}

fn list(documents: Vec<Document>, total_count: i32, more: bool) -> DocumentList {
    DocumentList { total_count, documents, has_more_results: Some(more) }
}

/// The contract has no word for "this many or more": beyond what is counted the bound itself is told.
fn number(count: BoundedCount) -> i32 {
    asked::total(count).0
}

async fn cards(
    surface: &Surface,
    call: &Call,
    view: &Viewpoint,
    rows: &[DocflowRow],
) -> Result<Vec<Document>, Refused> {
    let ids: Vec<EntityId> = rows.iter().map(|row| row.document_id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let states = document_events::get_states(&surface.exchange, &call.cx, view.box_id, &ids).await?;
    Ok(states.iter().filter_map(|state| card(view, state)).collect())
}

fn card(view: &Viewpoint, state: &DocumentState) -> Option<Document> {
    let (report, contents) = (&state.report, Contents::default());
    let shown = CopyView { view, copy: &report.copy, all: &report.entities, contents: &contents };
    shown.document(&report.document)
}

/// Everything lies in the root department, so departments narrow nothing.
fn filter(call: &Call, view: &Viewpoint) -> Result<Asked<DocflowFilter>, WireRefusal> {
    let query = &call.query;
    let category = category::read(query.need("filterCategory")?)?;
    for name in ["departmentId", "fromDepartmentId", "toDepartmentId"] {
        root_parameter(query.text(name), &view.department_id, name)?;
    }
    query.flag("excludeSubdepartments")?;
    let (posted_from, posted_to) = (query.moment("timestampFromTicks")?, query.moment("timestampToTicks")?);
    let date = |name: &'static str| -> Result<Option<CivilDate>, WireRefusal> {
        let refused = WireRefusal::ParameterForm { name, accepted: "ДД.ММ.ГГГГ" };
        query.text(name).map(|text| parse_date(text).ok_or(refused)).transpose()
    };
    let (dated_from, dated_to) = (date("fromDocumentDate")?, date("toDocumentDate")?);
    if (posted_from.is_some() || posted_to.is_some()) && (dated_from.is_some() || dated_to.is_some()) {
        let accepted = "dates of documents or times of posting, not both";
        return Err(WireRefusal::ParameterForm { name: "fromDocumentDate", accepted });
    }
    let counteragent_box_id = query.id("counteragentBoxId")?;
    let number = query.text("documentNumber").map(str::to_owned);
    Ok(match category {
        Asked::Nothing => Asked::Nothing,
        Asked::Of(filter) => Asked::Of(DocflowFilter {
            counteragent_box_id,
            number,
            dated_from,
            dated_to,
            posted_from,
            posted_to,
            ..filter
        }),
    })
}
