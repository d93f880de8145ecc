//! Documents of a box.

use axum::extract::State;
use kernel::BoxId;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Answer, Ids, PageQuery, QueryOf, SignedIn, ok};

use super::views::{DocumentRowView, PageView};
use crate::model::docflow::Whose;
use crate::model::filter::{DocflowFilter, ListOrder, StatusFilter};
use crate::model::refusal::Refusal;
use crate::model::side::Side;
use crate::model::state::Outcome;
use crate::ops::list_documents::list;
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
}

impl DocumentQuery {
    fn filter(&self) -> Result<DocflowFilter, Refusal> {
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
        Ok(DocflowFilter { side, status, counteragent_box_id, ..DocflowFilter::default() })
    }
}

/// Documents of a box, newest first.
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
    let filter = query.filter().map_err(web::Problem::refused)?;
    let page = list(&room, &cx, box_id, (&filter, ListOrder::NewestFirst), &page).await?;
    Ok(ok(PageView::of(page, DocumentRowView::from)))
}
