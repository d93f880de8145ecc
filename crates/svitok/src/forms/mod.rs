//! Forms of official documents for everybody: which there are, and the definition of each. A browser checks files with them.

mod get_fields;
mod get_form;
mod get_rules;
mod list_forms;

use crate::form_shelf::Shelf;
use axum::http::HeaderValue;
use formats::definition::Definition;
use formats::{FormatId, Registry};
use list_forms::FormListView;
use std::sync::{Arc, Mutex, PoisonError};
use store::ContentHash;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::EdgeRefusal;

/// Hexadecimal digits of a hash: 64 bits tell two contents of one form apart.
const HASH_DIGITS: usize = 16;
/// An hour: a newer program may have better words or rules for the same form.
const KEPT_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// Definitions in force on this host, and the list made of the last ones asked for.
#[derive(Debug, Clone)]
pub(crate) struct Room {
    shelf: Arc<Shelf>,
    listed: Arc<Mutex<Option<Listed>>>,
}

/// A list and the definitions it was made of.
#[derive(Debug)]
struct Listed {
    of: Arc<Registry>,
    list: FormListView,
}

impl Room {
    pub(crate) fn new(shelf: Arc<Shelf>) -> Self {
        Self { shelf, listed: Arc::default() }
    }

    /// The list is made anew when the definitions in force have changed.
    fn list(&self) -> FormListView {
        let registry = self.shelf.current();
        let mut listed = self.listed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = listed.as_ref().filter(|kept| Arc::ptr_eq(&kept.of, &registry)) {
            return kept.list.clone();
        }
        let list = list_forms::of(&registry);
        *listed = Some(Listed { of: registry, list: list.clone() });
        list
    }
}

/// The routes under `/api/v1/forms`.
pub(crate) fn router(room: Room) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(list_forms::list))
        .routes(routes!(get_form::get))
        .routes(routes!(get_fields::get))
        .routes(routes!(get_rules::get))
        .with_state(room)
}

/// The definition of an official name; what is not known is not found.
fn definition_of<'r>(registry: &'r Registry, format: &str) -> Result<&'r Definition, EdgeRefusal> {
    let found = FormatId::from_schema_name(format).and_then(|format| registry.definition(&format).ok());
    found.ok_or(EdgeRefusal::NoSuchPlace)
}

/// Of the content of a definition.
fn hash_of(source: &[u8]) -> String {
    hex::encode(ContentHash::of(source).to_vec()).chars().take(HASH_DIGITS).collect()
}
