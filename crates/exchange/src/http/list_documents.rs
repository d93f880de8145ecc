//! Documents of a box.

use axum::extract::State;
use kernel::{BoxId, CivilDate, Cx};
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Answer, Ids, PageQuery, QueryOf, SignedIn, ok};

use super::views::{DocumentRowView, PageView};
use crate::model::docflow::Whose;
use crate::model::document::DocumentKind;
use crate::model::filter::{DocflowFilter, KindSet, StatusFilter};
use crate::model::refusal::Refusal;
use crate::model::side::Side;
use crate::model::state::Outcome;
use crate::ops::{board, readings};
use crate::room::Room;

/// Which documents.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DocumentQuery {
    /// `sender` for outgoing, `recipient` for incoming.
    side: Option<String>,
    /// `going`, `finished`, `rejected`, `revoked`.
    outcome: Option<String>,
    /// `sender`, `recipient`, `operator`, `nobody`.
    turn: Option<String>,
    /// The other box.
    counteragent_box_id: Option<String>,
    /// Kinds, comma-separated: `utd_invoice`, `utd_transfer`, `utd_invoice_and_transfer`, `nonformalized`.
    kinds: Option<String>,
    /// Its number, exactly.
    number: Option<String>,
    /// Dated this day or later, ISO.
    dated_from: Option<String>,
    /// Dated this day or earlier, ISO.
    dated_to: Option<String>,
    /// `true`: only incoming documents that the person who asks has not opened.
    unread: Option<String>,
}

impl DocumentQuery {
    fn filter(&self, cx: &Cx) -> Result<DocflowFilter, Refusal> {
        let word = |name, accepted| move || Refusal::Filter { name, accepted };
        let side = self.side.as_deref().map(|word| Side::from_word(word).ok_or(()));
        let outcome = self.outcome.as_deref().map(|word| Outcome::from_word(word).ok_or(()));
        let turn = self.turn.as_deref().map(|word| Whose::from_word(word).ok_or(()));
        let counteragent = self.counteragent_box_id.as_deref().map(|id| id.parse::<BoxId>().map_err(|_| ()));
        let side = side.transpose().map_err(|()| word("side", "sender, recipient")())?;
        let outcome = outcome.transpose().map_err(|()| word("outcome", "going, finished, rejected, revoked")())?;
        let turn = turn.transpose().map_err(|()| word("turn", "sender, recipient, operator, nobody")())?;
        let counteragent_box_id =
            counteragent.transpose().map_err(|()| word("counteragent_box_id", "the id of a box")())?;
        let status = StatusFilter { outcome, turn, ..StatusFilter::default() };
        let kinds = self.kinds.as_deref().map_or(Ok(KindSet::ALL), kinds)?;
        let (dated_from, dated_to) = (day("dated_from", &self.dated_from)?, day("dated_to", &self.dated_to)?);
        let number = self.number.clone().filter(|number| !number.is_empty());
        if self.unread.as_deref().is_some_and(|word| word != "true") {
            return Err(word("unread", "true")());
        }
        let filter = DocflowFilter { side, kinds, status, counteragent_box_id, ..DocflowFilter::default() };
        let filter = DocflowFilter { number, dated_from, dated_to, ..filter };
        if self.unread.is_some() { readings::unread(cx, filter) } else { Ok(filter) }
    }
}

/// Words of kinds, as answers have them.
pub(super) const KINDS: &str = "utd_invoice, utd_transfer, utd_invoice_and_transfer, nonformalized";

fn kinds(words: &str) -> Result<KindSet, Refusal> {
    let kinds: Option<Vec<_>> = words.split(',').map(DocumentKind::from_word).collect();
    kinds.map(|kinds| KindSet::of(&kinds)).ok_or(Refusal::Filter { name: "kinds", accepted: KINDS })
}

fn day(name: &'static str, text: &Option<String>) -> Result<Option<CivilDate>, Refusal> {
    let day = text.as_deref().map(str::parse::<CivilDate>).transpose();
    day.map_err(|_| Refusal::Filter { name, accepted: "a day, 2026-11-28" })
}

/// Documents of a box, newest first, each with the other side's name and the open duties.
#[utoipa::path(
    get,
    path = "/api/v1/exchange/boxes/{box_id}/documents",
    tag = "exchange",
    security(("token" = [])),
    params(("box_id" = String, Path), DocumentQuery, ("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = PageView<DocumentRowView>))
)]
pub(crate) async fn list_documents(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(box_id): Ids<BoxId>,
    QueryOf(query): QueryOf<DocumentQuery>,
    PageQuery(page): PageQuery,
) -> Answer<PageView<DocumentRowView>> {
    let filter = query.filter(&cx).map_err(web::Problem::refused)?;
    let page = board::list_documents(&room, &cx, box_id, &filter, &page).await?;
    Ok(ok(PageView::of(page, DocumentRowView::from)))
}
