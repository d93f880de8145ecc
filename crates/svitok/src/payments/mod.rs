//! Payment orders over the API: what is to be paid from a return or a notification, and files for a bank.
//!
//! Nothing is kept: what is asked comes whole and the answer goes whole, so that a person mends an order before a bank sees it.

mod client_bank;
mod direct_bank;
mod from_document;
mod order;

use crate::form_shelf::Shelf;
use axum::extract::FromRef;
use axum::response::{IntoResponse, Response};
use rules::Rules;
use std::sync::Arc;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::App;

/// How the program calls itself in files for a bank.
const PROGRAM: &str = "Svitok";

/// What answers are made of.
#[derive(Debug, Clone)]
pub(crate) struct Room {
    pub app: App,
    pub rules: Arc<Rules>,
    pub shelf: Arc<Shelf>,
}

impl FromRef<Room> for App {
    fn from_ref(room: &Room) -> Self {
        room.app.clone()
    }
}

/// The routes under `/api/v1/payments`.
pub(crate) fn router(room: Room) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(from_document::from_document))
        .routes(routes!(client_bank::write))
        .routes(routes!(direct_bank::write))
        .with_state(room)
}

/// A file that is saved, never shown in place.
fn file(content_type: &'static str, name: &str, octets: Vec<u8>) -> Response {
    let headers = [
        ("content-type", content_type.to_owned()),
        ("content-disposition", format!("attachment; filename=\"{name}\"")),
        ("cache-control", "private, no-store".to_owned()),
        ("x-content-type-options", "nosniff".to_owned()),
    ];
    (headers, octets).into_response()
}
