//! What a person sees in a browser: server-rendered pages that work without scripts, until the client is built.
//!
//! Read `visit.rs` first (who looks, in which language, with which form token), then one page, say `document.rs`.

mod assets;
mod authorities;
mod confirm;
mod document;
mod download;
mod edge;
mod form;
mod front;
mod incoming;
mod parts;
mod register;
mod reset;
mod sign_in;
mod sign_out;
mod visit;

pub use edge::writing;

use axum::Router;
use axum::extract::FromRef;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use utoipa::openapi::OpenApi;
use web::{App, EdgeRefusal, Problem};

/// What the pages look at: the rooms by their faces.
#[derive(Debug, Clone)]
pub struct Pages {
    /// What all rooms share.
    pub app: App,
    /// People and sign-ins.
    pub account: account::Room,
    /// Certificates of the own authorities.
    pub certification: certification::Room,
    /// Documents.
    pub exchange: exchange::Room,
}

impl FromRef<Pages> for App {
    fn from_ref(pages: &Pages) -> Self {
        pages.app.clone()
    }
}

/// The pages, what they are dressed in, the description of the API and health.
pub fn router(pages: &Pages, openapi: &OpenApi) -> Router {
    let shown = Router::new()
        .route("/", get(incoming::show))
        .route("/sign-in", get(sign_in::show).post(sign_in::submit))
        .route("/register", get(register::show).post(register::submit))
        .route("/confirm", get(confirm::show).post(confirm::submit))
        .route("/reset", get(reset::show).post(reset::submit))
        .route("/sign-out", post(sign_out::submit))
        .route("/documents/{box_id}/{document_id}", get(document::show))
        .route("/documents/{box_id}/{document_id}/files/{entity_id}", get(download::give))
        .with_state(pages.clone());
    let shown = visit::with_visits(pages, web::edge::per_caller(&pages.app, shown));
    let plain = Router::new()
        .route("/authorities.pem", get(authorities::give))
        .route("/legal.md", get(assets::legal))
        .with_state(pages.clone());
    let description: bytes::Bytes = description(openapi).into();
    let described = get(move || async move { ([(header::CONTENT_TYPE, "application/json")], description) });
    plain
        .merge(shown)
        .merge(assets::router())
        .route("/health", get(|| async { "ok\n" }))
        .route("/api/v1/openapi.json", described)
}

/// The answer where no route fits: a page for a browser, a problem for everything else.
pub fn nowhere(pages: &Pages) -> Router {
    async fn nothing() -> impl IntoResponse {
        Problem::from(EdgeRefusal::NoSuchPlace)
    }
    visit::with_visits(pages, Router::new().fallback(nothing))
}

/// The description as stable, readable JSON.
pub fn description(openapi: &OpenApi) -> String {
    let mut text = openapi.to_pretty_json().unwrap_or_else(|why| kernel::bug!("the description of the API: {why}"));
    text.push('\n');
    text
}
