//! `GET /api/v1/forms/{format}/fields`

use super::{Room, definition_of, tagged_json};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use formats::form::schema;
use web::Problem;

/// What a person fills in: sections, tables, choices, fields with labels, widgets, limits, lists, the assertions that speak of
/// them and what computed cells are computed by. Paths are those of findings, without numbers.
#[utoipa::path(get, path = "/api/v1/forms/{format}/fields", tag = "forms",
    params(("format" = String, Path)),
    responses((status = 200, description = "The form.", body = Object)))]
pub(super) async fn get(
    State(room): State<Room>,
    Path(format): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let registry = room.shelf.current();
    let definition = definition_of(&registry, &format)?;
    let form = schema(definition, &room.shelf.rules().cells.of(definition));
    tagged_json(&form, &headers)
}
