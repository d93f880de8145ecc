//! `GET` and `PUT /api/v1/account/sign-in-ways`

use super::{WayRuleView, WayRulesBody};
use crate::http::Room;
use crate::ops::way_rules::{MyWay, mine, set_mine};
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Limited, PageView, Problem, SignedIn, done, ok};

/// A way of the caller's.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct MyWayView {
    /// `password`, `certificate`, `phone`, `passkey`; `without-second` stands for signing in without a second step.
    pub way: &'static str,
    /// The caller has what it needs; of `without-second`: has a second step.
    pub is_set: bool,
    /// Whose rules close it; empty: it is open.
    pub closed_by: Vec<WayRuleView>,
}

impl From<MyWay> for MyWayView {
    fn from(way: MyWay) -> Self {
        Self {
            way: way.rule.word(),
            is_set: way.is_set,
            closed_by: way.closed_by.into_iter().map(WayRuleView::from).collect(),
        }
    }
}

/// The caller's ways of signing in, and why some are closed. Five, all on one page.
#[utoipa::path(get, path = "/api/v1/account/sign-in-ways", tag = "account", security(("token" = [])),
    responses((status = 200, description = "All.", body = PageView<MyWayView>)))]
pub(in crate::http) async fn list(State(room): State<Room>, SignedIn(cx): SignedIn) -> Answer<PageView<MyWayView>> {
    let mut reader = room.app.store.reader().await?;
    let ways = mine(&mut reader, &cx).await?;
    Ok(ok(PageView { items: ways.into_iter().map(MyWayView::from).collect(), next: None }))
}

/// Closes ways to the caller, and opens what the caller closed before. Refuses to leave none.
#[utoipa::path(put, path = "/api/v1/account/sign-in-ways", tag = "account", security(("token" = [])),
    request_body = WayRulesBody,
    responses((status = 204, description = "They hold from the next sign-in on.")))]
pub(in crate::http) async fn set(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    body: Limited<WayRulesBody>,
) -> Answer<()> {
    let rules = body.read().map_err(Problem::refused)?;
    room.app.store.write(&cx, rules, |tx, cx, rules| Box::pin(set_mine(tx, cx, rules))).await?;
    Ok(done())
}
