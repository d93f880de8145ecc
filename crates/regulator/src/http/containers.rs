//! `POST` and `GET /v1/containers`, `GET /v1/containers/{id}`

use crate::desk::Regulator;
use crate::limits::{CONTAINER_BYTES_MAX, FEED_ITEMS_MAX, FEED_WAIT_MAX};
use crate::model::RegulatorRefusal;
use crate::ops::publish::FeedId;
use crate::ops::take;
use crate::store::{containers, feed};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use web::{Answer, Asking, Problem, QueryOf, RawBody, ok};

/// That a container is kept.
#[derive(Debug, Serialize)]
pub struct TakenView {
    id: String,
    /// When it came first, RFC 3339.
    at: String,
}

/// What an operator asks of its feed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedQuery {
    operator: String,
    /// `next` of the last answer.
    after: Option<i64>,
    limit: Option<i64>,
    /// How long to wait where nothing is there.
    wait_seconds: Option<u64>,
}

/// A piece of the feed.
#[derive(Debug, Serialize)]
pub struct FeedView {
    items: Vec<ItemView>,
    /// `after` of the next question.
    next: i64,
}

/// One entry; a doubled container stands twice.
#[derive(Debug, Serialize)]
pub struct ItemView {
    cursor: i64,
    id: String,
    protocol: String,
    docflow: String,
    transaction: String,
    bytes: i64,
}

/// Keeps a container; answered when it is durable.
pub async fn take(
    State(regulator): State<Regulator>,
    Asking(cx): Asking,
    body: RawBody<CONTAINER_BYTES_MAX>,
) -> Result<impl IntoResponse, Problem> {
    let taken = take::prepare(&regulator, body.bytes, cx.now).await?;
    let receipt = regulator.app.store.write(&cx, taken, |tx, cx, taken| Box::pin(take::run(tx, cx, taken))).await?;
    Ok((StatusCode::ACCEPTED, Json(TakenView { id: receipt.id, at: receipt.at.to_rfc3339() })))
}

/// What the authorities have for an operator after a cursor, in order.
pub async fn list(State(regulator): State<Regulator>, QueryOf(asked): QueryOf<FeedQuery>) -> Answer<FeedView> {
    let after = asked.after.unwrap_or_default();
    let limit = asked.limit.unwrap_or(FEED_ITEMS_MAX).clamp(1, FEED_ITEMS_MAX);
    let wait = Duration::from_secs(asked.wait_seconds.unwrap_or_default()).min(FEED_WAIT_MAX);
    let store = &regulator.app.store;
    // Listened to before the first look: what is written meanwhile wakes the second.
    let bell = store.listen(FeedId::of(&asked.operator));
    let mut items = feed::list(&mut store.reader().await?, &asked.operator, after, limit).await?;
    if items.is_empty() && !wait.is_zero() {
        // Whether it rang or the time was over, the feed is looked at once more.
        let _ = tokio::time::timeout(wait, bell.heard()).await;
        items = feed::list(&mut store.reader().await?, &asked.operator, after, limit).await?;
    }
    let next = items.last().map_or(after, |last| last.seq);
    let view = |item: feed::Item| ItemView {
        cursor: item.seq,
        id: item.id,
        protocol: item.protocol,
        docflow: item.docflow,
        transaction: item.transaction,
        bytes: item.size_bytes,
    };
    Ok(ok(FeedView { items: items.into_iter().map(view).collect(), next }))
}

/// The exact bytes of a container.
pub async fn get(State(regulator): State<Regulator>, Path(id): Path<String>) -> Result<impl IntoResponse, Problem> {
    let store = &regulator.app.store;
    let found = containers::find(&mut store.reader().await?, &id).await?;
    let found = found.ok_or_else(|| Problem::refused(RegulatorRefusal::NotFound("container")))?;
    Ok(([(CONTENT_TYPE, "application/octet-stream")], containers::bytes(store, &found).await?))
}
