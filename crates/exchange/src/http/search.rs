//! Finding by beginnings of words and of numbers.

use axum::extract::State;
use kernel::BoxId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Answer, Ids, QueryOf, SignedIn, ok};

use super::list_counteragents::CounteragentView;
use super::views::DocumentRowView;
use crate::ops::search;
use crate::room::Room;

/// What is sought.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SearchQuery {
    /// Beginnings of words and of numbers, up to 100 characters and 6 words: each must begin a word of what is found. Without
    /// any nothing is found.
    #[serde(default)]
    text: String,
}

/// What was found.
#[derive(Debug, Serialize, ToSchema)]
pub struct FoundView {
    /// Documents by their number and the name of their file, newest first, up to 100.
    pub documents: Vec<DocumentRowView>,
    /// Counteragents by name, ИНН and КПП, in the order of their names, up to 20.
    pub counteragents: Vec<CounteragentView>,
    /// Whether there may be more: at most 1000 things with the rarest of the words are looked at.
    pub is_cut: bool,
}

/// Documents and counteragents with words that begin so; letter case, quotation marks, «ё» and «№» are set aside.
#[utoipa::path(
    get,
    path = "/api/v1/exchange/boxes/{box_id}/search",
    tag = "exchange",
    security(("token" = [])),
    params(("box_id" = String, Path), SearchQuery),
    responses((status = 200, body = FoundView))
)]
pub(crate) async fn search(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(box_id): Ids<BoxId>,
    QueryOf(query): QueryOf<SearchQuery>,
) -> Answer<FoundView> {
    let found = search::search(&room, &cx, box_id, &query.text).await?;
    Ok(ok(FoundView {
        documents: found.documents.into_iter().map(DocumentRowView::from).collect(),
        counteragents: found.counteragents.into_iter().map(CounteragentView::from).collect(),
        is_cut: found.is_cut,
    }))
}
