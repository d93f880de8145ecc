//! What stands at the root until the client is built: one honest page, the description of the API, and health.

use axum::Router;
use axum::http::header;
use axum::response::{Html, IntoResponse};
use axum::routing::get;
use utoipa::openapi::OpenApi;

const FRONT: &str = include_str!("front.html");

/// `/`, `/api/v1/openapi.json`, `/health`.
pub fn router(openapi: &OpenApi) -> Router {
    let description: bytes::Bytes = description(openapi).into();
    Router::new().route("/", get(|| async { Html(FRONT) })).route("/health", get(|| async { "ok\n" })).route(
        "/api/v1/openapi.json",
        get(move || async move { ([(header::CONTENT_TYPE, "application/json")], description).into_response() }),
    )
}

/// The description as stable, readable JSON.
pub fn description(openapi: &OpenApi) -> String {
    let mut text = openapi.to_pretty_json().unwrap_or_else(|why| kernel::bug!("the description of the API: {why}"));
    text.push('\n');
    text
}
