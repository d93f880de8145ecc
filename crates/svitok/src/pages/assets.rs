//! What pages are dressed in: one style and one picture under names with their hash, and the text about the law.

use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use std::sync::LazyLock;
use store::ContentHash;

/// What all pages of the program are dressed in.
pub const STYLE: &str = include_str!("style.css");
const MARK: &str = include_str!("mark.svg");
const LEGAL: &str = include_str!("../../../../docs/legal.md");
/// A year: another content has another name.
const KEPT: &str = "public, max-age=31536000, immutable";
/// Hexadecimal digits of a hash in a name: 64 bits tell two styles apart.
const HASH_DIGITS: usize = 16;

static STYLE_PATH: LazyLock<String> = LazyLock::new(|| named("pages", "css", STYLE));
static MARK_PATH: LazyLock<String> = LazyLock::new(|| named("mark", "svg", MARK));

fn named(name: &str, extension: &str, content: &str) -> String {
    let hash: String = hex::encode(ContentHash::of(content.as_bytes()).to_vec()).chars().take(HASH_DIGITS).collect();
    format!("/assets/{name}.{hash}.{extension}")
}

/// Where the style is.
pub fn style_path() -> &'static str {
    &STYLE_PATH
}

/// Where the mark is.
pub fn mark_path() -> &'static str {
    &MARK_PATH
}

/// The style and the mark.
pub fn router() -> Router {
    let kept = |kind: &'static str, content: &'static str| {
        get(move || async move { ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, KEPT)], content) })
    };
    Router::new()
        .route(style_path(), kept("text/css; charset=utf-8", STYLE))
        .route(mark_path(), kept("image/svg+xml", MARK))
}

/// What the law makes of documents exchanged here, as the project's documents say it.
pub async fn legal() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], LEGAL)
}
