//! `GET /api/v1/forms/{format}`

use super::{ASKED, Room, hash_of, tagged};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use formats::FormatId;
use serde::Deserialize;
use web::{EdgeRefusal, Problem};

/// A year: asked by its hash, it is never another content.
const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

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
    let kept = if wanted.hash.as_deref() == Some(&*hash) { KEPT } else { ASKED };
    Ok(tagged(source.to_vec(), kept, &headers))
}
