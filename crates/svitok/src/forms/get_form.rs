//! `GET /api/v1/forms/{format}`

use super::{Room, hash_of};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use formats::FormatId;
use serde::Deserialize;
use web::{EdgeRefusal, Problem};

/// A year: asked by its hash, it is never another content.
const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// Kept, and asked about before each use.
const ASKED: HeaderValue = HeaderValue::from_static("public, no-cache");

#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    hash: Option<String>,
}

/// The definition of a form: elements, attributes, types, enumerations and embedded checks, as `crates/formats` reads it.
/// Asked with its present hash, the answer may be kept for good.
#[utoipa::path(get, path = "/api/v1/forms/{format}", tag = "forms",
    params(("format" = String, Path), ("hash" = Option<String>, Query)),
    responses((status = 200, description = "The definition.", body = Object),
        (status = 304, description = "The caller has it already.")))]
pub(super) async fn get(
    State(room): State<Room>,
    Path(format): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let registry = room.shelf.current();
    let found = FormatId::from_schema_name(&format).and_then(|format| registry.source(&format));
    let source = found.ok_or(EdgeRefusal::NoSuchPlace)?;
    let hash = hash_of(source);
    let tag = format!("\"{hash}\"");
    let is_same = headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let kept = if wanted.hash.as_deref() == Some(&*hash) { KEPT } else { ASKED };
    let common = [(header::CACHE_CONTROL, kept), (header::ETAG, HeaderValue::from_str(&tag).unwrap_or(ASKED))];
    if is_same {
        return Ok((StatusCode::NOT_MODIFIED, common).into_response());
    }
    Ok((common, [(header::CONTENT_TYPE, "application/json")], source.to_vec()).into_response())
}
