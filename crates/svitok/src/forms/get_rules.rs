//! `GET /api/v1/forms/{format}/rules`

use super::{Room, definition_of, tagged_json};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::json;
use web::Problem;

/// What a form has beside its definition, for a browser that fills it in: the files of its control ratios, and its computed cells
/// with their formulas. Both in the language of `crates/formats`.
#[utoipa::path(get, path = "/api/v1/forms/{format}/rules", tag = "forms",
    params(("format" = String, Path)),
    responses((status = 200, description = "Control ratios and computed cells.", body = Object)))]
pub(super) async fn get(
    State(room): State<Room>,
    Path(format): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let registry = room.shelf.current();
    let definition = definition_of(&registry, &format)?;
    let known = room.shelf.rules();
    let rules = json!({
        "ratios": known.ratios.about(&definition.format.prefix, &definition.versions),
        "cells": known.cells.of(definition),
    });
    tagged_json(&rules, &headers)
}
