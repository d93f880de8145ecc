//! `GET /api/v1/forms`

use super::{Room, hash_of};
use axum::extract::State;
use formats::Registry;
use formats::definition::Trust;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, ok};

/// Forms this program can check and write.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct FormListView {
    /// Ordered by the official name.
    forms: Vec<FormView>,
}

/// One form at one revision.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct FormView {
    /// Official name of the schema.
    #[schema(example = "NO_USN_1_030_00_05_09_01")]
    format: String,
    /// What the names of its files begin with.
    #[schema(example = "NO_USN")]
    prefix: String,
    /// Values of `ВерсФорм`.
    versions: Vec<String>,
    /// Codes of the form.
    knd: Vec<String>,
    /// What people call it.
    title: String,
    /// Whether the definition was made of the official schema; others are for reading only.
    is_official: bool,
    /// Of the definition: names its content to caches.
    hash: String,
}

/// Every form known. Public: it says what the law publishes.
#[utoipa::path(get, path = "/api/v1/forms", tag = "forms",
    responses((status = 200, description = "All forms.", body = FormListView)))]
pub(super) async fn list(State(room): State<Room>) -> Answer<FormListView> {
    Ok(ok(room.list()))
}

/// What a list says of the definitions in force.
pub(super) fn of(registry: &Registry) -> FormListView {
    let view = |format| {
        let (summary, source) = (registry.summary(format).ok()?, registry.source(format)?);
        Some(FormView {
            format: format.official_name(),
            prefix: format.prefix.clone(),
            versions: summary.versions,
            knd: summary.knd,
            // Some published schemas have no words of their own: then the form is called by its name.
            title: if summary.title.is_empty() { format.official_name() } else { summary.title },
            is_official: summary.trust == Trust::OfficialSchema,
            hash: hash_of(source),
        })
    };
    FormListView { forms: registry.formats().filter_map(view).collect() }
}
