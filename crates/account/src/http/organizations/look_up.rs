//! `GET /api/v1/account/cards`

use crate::http::Room;
use crate::http::views::CardView;
use crate::model::AccountRefusal;
use crate::ops::read;
use axum::extract::State;
use kernel::{Inn, Kpp, Page};
use serde::Deserialize;
use web::{Answer, PageView, Problem, QueryOf, SignedIn, ok};

/// Whom to look for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct CardQuery {
    inn: String,
    #[serde(default)]
    kpp: Option<String>,
}

/// Public cards of the boxes of an ИНН, and of a КПП where it is given; none is an empty list.
#[utoipa::path(get, path = "/api/v1/account/cards", tag = "account", security(("token" = [])),
    params(("inn" = String, Query), ("kpp" = Option<String>, Query)),
    responses((status = 200, description = "At most 100.", body = PageView<CardView>)))]
pub(in crate::http) async fn look_up(
    State(room): State<Room>,
    _signed_in: SignedIn,
    QueryOf(query): QueryOf<CardQuery>,
) -> Answer<PageView<CardView>> {
    let wrong = |field| move |problem| Problem::refused(AccountRefusal::Requisite { field, problem });
    let inn = Inn::parse(&query.inn).map_err(wrong("inn"))?;
    let kpp = query.kpp.as_deref().map(Kpp::parse).transpose().map_err(wrong("kpp"))?;
    let mut reader = room.app.store.reader().await?;
    let items = read::look_up(&mut reader, &inn, kpp.as_ref()).await?;
    Ok(ok(PageView::of(Page { items, next: None }, CardView::from)))
}
