//! Forms of official documents for everybody: which there are, and the definition of each. A browser checks files with them.

mod get_fields;
mod get_form;
mod get_rules;
mod list_forms;

use crate::form_shelf::Shelf;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use formats::definition::Definition;
use formats::{FormatId, Registry};
use list_forms::FormListView;
use serde::Serialize;
use std::sync::{Arc, Mutex, PoisonError};
use store::{ContentHash, Fault};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::{EdgeRefusal, Problem};

/// Hexadecimal digits of a hash: 64 bits tell two contents of one form apart.
const HASH_DIGITS: usize = 16;
/// Kept, and asked about before each use: a host may change its definitions while it runs.
const ASKED: HeaderValue = HeaderValue::from_static("public, no-cache");

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
/// Bytes with the name of their content: not sent again to who has them.
fn tagged(bytes: Vec<u8>, kept: HeaderValue, headers: &HeaderMap) -> Response {
    let tag = format!("\"{}\"", hash_of(&bytes));
    let is_same = headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let common = [(header::CACHE_CONTROL, kept), (header::ETAG, HeaderValue::from_str(&tag).unwrap_or(ASKED))];
    if is_same {
        return (StatusCode::NOT_MODIFIED, common).into_response();
    }
    (common, [(header::CONTENT_TYPE, "application/json")], bytes).into_response()
}

/// A value as JSON, tagged.
fn tagged_json(value: &impl Serialize, headers: &HeaderMap) -> Result<Response, Problem> {
    let bytes = serde_json::to_vec(value).map_err(|error| Fault::Decode(format!("writing a form: {error}")))?;
    Ok(tagged(bytes, ASKED, headers))
}

fn hash_of(source: &[u8]) -> String {
    hex::encode(ContentHash::of(source).to_vec()).chars().take(HASH_DIGITS).collect()
}
