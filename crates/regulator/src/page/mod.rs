//! The self-service page: the clock, the authorities, what came and what was answered, faults, scripts.

mod hands;
mod journal;
mod show;

use crate::desk::Regulator;
use axum::Router;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use maud::Markup;
use web::{Language, Texts};

/// The page loads its own style and sends forms to itself; there is no script.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const STYLE_PATH: &str = "/assets/style.css";
/// What this page needs beside the style of all pages.
const OWN_STYLE: &str = include_str!("own.css");

/// The page, its style, and what its buttons do.
pub fn router() -> Router<Regulator> {
    Router::new()
        .route("/", get(show::show))
        .route(STYLE_PATH, get(style))
        .route("/hands/clock", post(hands::clock))
        .route("/hands/pace", post(hands::pace))
        .route("/hands/faults", post(hands::faults))
        .route("/hands/scripts", post(hands::script))
}

async fn style(State(regulator): State<Regulator>) -> impl IntoResponse {
    let headers = [(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "public, max-age=3600")];
    (headers, format!("{}{OWN_STYLE}", regulator.style))
}

/// The texts of one answer.
#[derive(Clone, Copy)]
struct Words<'a> {
    texts: &'a Texts,
    language: Language,
}

impl Words<'_> {
    fn say(self, key: &str) -> String {
        self.with(key, &[])
    }

    fn with(self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.texts.text(self.language, key, arguments).unwrap_or_else(|| key.to_owned())
    }
}

fn dressed(page: Markup) -> Response {
    let headers = [(CONTENT_TYPE, "text/html; charset=utf-8"), (CONTENT_SECURITY_POLICY, POLICY)];
    (headers, page.into_string()).into_response()
}
