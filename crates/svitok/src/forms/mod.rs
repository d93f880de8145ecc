//! Forms of official documents for everybody: which there are, and the definition of each. A browser checks files with them.

mod get_fields;
mod get_form;
mod list_forms;

use store::ContentHash;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Hexadecimal digits of a hash: 64 bits tell two contents of one form apart.
const HASH_DIGITS: usize = 16;

/// The routes under `/api/v1/forms`.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(list_forms::list))
        .routes(routes!(get_form::get))
        .routes(routes!(get_fields::get))
}

/// Of the content of a definition.
fn hash_of(source: &[u8]) -> String {
    hex::encode(ContentHash::of(source).to_vec()).chars().take(HASH_DIGITS).collect()
}
