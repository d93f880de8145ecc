//! `GET /api/v1/forms/{format}/fields`

use super::Room;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use formats::FormatId;
use formats::form::schema;
use web::{EdgeRefusal, Problem};

/// An hour: a newer program may have better words for the same form.
const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// What a person fills in: sections, tables, choices, fields with labels, widgets, limits, lists and the assertions that speak of
/// them. Paths are those of findings, without numbers.
#[utoipa::path(get, path = "/api/v1/forms/{format}/fields", tag = "forms",
    params(("format" = String, Path)),
    responses((status = 200, description = "The form.", body = Object)))]
pub(super) async fn get(State(room): State<Room>, Path(format): Path<String>) -> Result<Response, Problem> {
    let registry = room.forms.current();
    let found = FormatId::from_schema_name(&format).and_then(|format| registry.definition(&format).ok());
    let definition = found.ok_or(EdgeRefusal::NoSuchPlace)?;
    Ok(([(header::CACHE_CONTROL, KEPT)], Json(schema(definition))).into_response())
}
