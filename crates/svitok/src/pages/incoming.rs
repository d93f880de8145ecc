//! `/`: documents of a box, incoming first. For nobody, the front page.

use super::parts;
use super::visit::Visit;
use super::{Pages, front};
use account::{OrgBox, Organization};
use axum::extract::State;
use axum::response::Response;
use exchange::ops::board::{self, BoardRow};
use exchange::{DocflowFilter, Side, StatusFilter, Whose};
use kernel::{BoxId, Page, PageRequest};
use maud::{Markup, html};
use serde::Deserialize;
use web::{EdgeRefusal, PageQuery, Problem, QueryOf};

/// Rows of a page: what is taken in at a glance; each costs the reading of a message.
const ROWS: u32 = 20;
/// Organizations a person chooses between on a page; who has more asks the API.
const ORGANIZATIONS_SHOWN_MAX: u32 = 50;

/// Which documents.
#[derive(Debug, Default, Deserialize)]
pub struct ListQuery {
    #[serde(rename = "box")]
    box_id: Option<BoxId>,
    /// `out` for what the box sent.
    tab: Option<String>,
    /// `1` for what waits for this box.
    mine: Option<String>,
}

impl ListQuery {
    fn side(&self) -> Side {
        if self.tab.as_deref() == Some("out") { Side::Sender } else { Side::Recipient }
    }

    fn is_mine(&self) -> bool {
        self.mine.as_deref() == Some("1")
    }

    fn filter(&self) -> DocflowFilter {
        let side = self.side();
        let own = if side == Side::Sender { Whose::Sender } else { Whose::Recipient };
        let status = StatusFilter { turn: self.is_mine().then_some(own), ..StatusFilter::default() };
        DocflowFilter { side: Some(side), status, ..DocflowFilter::default() }
    }
}

type Boxes = Vec<(Organization, OrgBox)>;

/// The list.
pub async fn show(
    State(pages): State<Pages>,
    visit: Visit,
    QueryOf(query): QueryOf<ListQuery>,
    PageQuery(asked): PageQuery,
) -> Result<Response, Problem> {
    if !visit.is_signed_in() {
        return Ok(front::shown(&visit));
    }
    let boxes = boxes(&pages, &visit).await?;
    let Some((organization, own)) = chosen(&boxes, query.box_id) else {
        return if query.box_id.is_some() { Err(EdgeRefusal::NoSuchPlace.into()) } else { Ok(without_box(&visit)) };
    };
    let page = PageRequest::new(ROWS, asked.after().cloned()).map_err(|_| EdgeRefusal::NoSuchPlace)?;
    let found = board::list_documents(&pages.exchange, &visit.cx, own.box_id, &query.filter(), &page).await?;
    let list = List { visit: &visit, query: &query, own, is_first: asked.after().is_none() };
    let title = visit.say(if query.side() == Side::Sender { "pages-outgoing" } else { "pages-incoming" }, &[]);
    let main = html! {
        div.heading {
            h1 { (title) }
            (switch(&visit, organization, own, &boxes))
        }
        (list.tabs())
        @if found.items.is_empty() { (list.empty()) } @else { (list.table(&found.items)) }
        (list.paging(&found))
        p.dim { (visit.say("pages-client-absent", &[])) }
    };
    Ok(parts::shown(&visit, &title, &main))
}

async fn boxes(pages: &Pages, visit: &Visit) -> Result<Boxes, Problem> {
    let mut reader = pages.app.store.reader().await?;
    let first = PageRequest::new(ORGANIZATIONS_SHOWN_MAX, None).map_err(|_| EdgeRefusal::NoSuchPlace)?;
    let mine = account::read::list_my_boxes(&mut reader, &visit.cx, &first).await?;
    let each = mine.items.into_iter().flat_map(|(organization, boxes)| {
        boxes.into_iter().map(move |own| (organization.clone(), own)).collect::<Vec<_>>()
    });
    Ok(each.collect())
}

fn chosen(boxes: &Boxes, asked: Option<BoxId>) -> Option<&(Organization, OrgBox)> {
    boxes.iter().find(|(_, own)| asked.is_none_or(|asked| asked == own.box_id))
}

/// Whose box this is, and the way to another one.
fn switch(visit: &Visit, organization: &Organization, own: &OrgBox, boxes: &Boxes) -> Markup {
    let inn = organization.requisites.inn().as_str();
    html! {
        div.whose {
            @if boxes.len() > 1 {
                form method="get" action="/" {
                    label.dim for="box" { (visit.say("pages-box", &[])) }
                    select #box name="box" {
                        @for (other, each) in boxes {
                            option value=(each.box_id) selected[each.box_id == own.box_id] {
                                (other.name.shown()) ", " (visit.say("pages-inn", &[("inn", other.requisites.inn().as_str())]))
                            }
                        }
                    }
                    button.quiet type="submit" { (visit.say("pages-box-open", &[])) }
                }
            } @else {
                p { strong { (organization.name.shown()) } " " span.dim { (visit.say("pages-inn", &[("inn", inn)])) } }
            }
            @if organization.is_test { p { span.mark.play { (visit.say("pages-test-organization", &[])) } } }
        }
    }
}

fn without_box(visit: &Visit) -> Response {
    let title = visit.say("pages-no-box", &[]);
    let main = html! {
        section.narrow { h1 { (title) } p { (visit.say("pages-no-box-hint", &[])) } }
    };
    parts::shown(visit, &title, &main)
}

struct List<'a> {
    visit: &'a Visit,
    query: &'a ListQuery,
    own: &'a OrgBox,
    is_first: bool,
}

impl List<'_> {
    fn address(&self, side: Side, is_mine: bool, after: Option<&str>) -> String {
        let tab = if side == Side::Sender { "&tab=out" } else { "" };
        let mine = if is_mine { "&mine=1" } else { "" };
        let after = after.map(|after| format!("&after={after}")).unwrap_or_default();
        format!("/?box={}{tab}{mine}{after}", self.own.box_id)
    }

    fn tabs(&self) -> Markup {
        let (side, is_mine) = (self.query.side(), self.query.is_mine());
        let current = |chosen: bool| chosen.then_some("page");
        html! {
            nav.tabs aria-label=(self.visit.say("pages-nav-list", &[])) {
                @for (each, key) in [(Side::Recipient, "pages-incoming"), (Side::Sender, "pages-outgoing")] {
                    a href=(self.address(each, is_mine, None)) aria-current=[current(each == side)] {
                        (self.visit.say(key, &[]))
                    }
                }
                span.filters {
                    @for (mine, key) in [(false, "pages-all"), (true, "pages-waiting-for-me")] {
                        a.filter href=(self.address(side, mine, None)) aria-current=[current(mine == is_mine)] {
                            (self.visit.say(key, &[]))
                        }
                    }
                }
            }
        }
    }

    fn empty(&self) -> Markup {
        let key = match (self.is_first, self.query.is_mine(), self.query.side()) {
            (false, _, _) => "pages-empty-end",
            (_, true, _) => "pages-empty-mine",
            (_, _, Side::Recipient) => "pages-empty-incoming",
            (_, _, Side::Sender) => "pages-empty-outgoing",
        };
        html! { p.empty { (self.visit.say(key, &[])) } }
    }

    fn table(&self, rows: &[BoardRow]) -> Markup {
        let heads = ["pages-column-document", "pages-column-counteragent", "pages-column-total", "pages-column-state"];
        html! {
            div.sheet {
                table.documents {
                    thead { tr { @for key in heads { th scope="col" { (self.visit.say(key, &[])) } } } }
                    tbody { @for row in rows { (self.row(row)) } }
                }
            }
        }
    }

    fn row(&self, board: &BoardRow) -> Markup {
        let (visit, row) = (self.visit, &board.row);
        let address = format!("/documents/{}/{}", self.own.box_id, row.document_id);
        let total = row.total_kopecks.map(|kopecks| parts::of_kopecks(kopecks, board.currency.as_deref()));
        let state = parts::state::of_row(visit, board);
        html! {
            tr {
                td.what {
                    a href=(address) { (parts::state::heading(visit, &row.into())) }
                    span.dim {
                        (parts::function_words(visit, row.kind)) br;
                        (visit.say("pages-posted", &[("at", &parts::moment(visit, row.posted_at))]))
                    }
                    @if row.is_test { " " span.mark.play { (visit.say("pages-test", &[])) } }
                }
                td.party { (parts::state::party_name(visit, board.counteragent.as_ref())) }
                td.sum { @if let Some(total) = total { (total) } }
                td { (state) }
            }
        }
    }

    fn paging(&self, found: &Page<BoardRow>) -> Markup {
        let (side, is_mine) = (self.query.side(), self.query.is_mine());
        html! {
            @if !found.items.is_empty() || !self.is_first {
                nav.paging aria-label=(self.visit.say("pages-nav-paging", &[])) {
                    span.dim { (self.visit.count("pages-count-documents", found.items.len())) }
                    @if !self.is_first {
                        a href=(self.address(side, is_mine, None)) { (self.visit.say("pages-first", &[])) }
                    }
                    @if let Some(next) = &found.next {
                        a.next href=(self.address(side, is_mine, Some(next.as_str()))) { (self.visit.say("pages-next", &[])) }
                    }
                }
            }
        }
    }
}
