//! The room's routes, `/api/v1/reporting/organizations/{organization_id}/…`, one endpoint a file.

mod docflows;
mod drafts;
mod events;
mod offices;
mod payers;
mod table;
mod uploads;

use axum::extract::FromRef;
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::App;

use crate::room::Room;

impl FromRef<Room> for App {
    fn from_ref(room: &Room) -> Self {
        room.app.clone()
    }
}

/// Octets as a file to keep: never shown in place, what came from outside must not run in the reader's page.
fn octets_answer(bytes: Bytes, file_name: &str) -> Response {
    let encoded: String = file_name
        .bytes()
        .map(|octet| match octet {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(octet).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect();
    let headers = [
        ("content-type", "application/octet-stream".to_owned()),
        ("content-disposition", format!("attachment; filename*=UTF-8''{encoded}")),
        ("x-content-type-options", "nosniff".to_owned()),
    ];
    (headers, bytes).into_response()
}

/// Every route of the room.
pub fn router(room: Room) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(payers::list::list_payers, payers::add::add_payer))
        .routes(routes!(payers::get::get_payer, payers::change::change_payer))
        .routes(routes!(payers::add_certificate::add_certificate))
        .routes(routes!(offices::list_offices))
        .routes(routes!(drafts::list::list_drafts, drafts::add::add_draft))
        .routes(routes!(drafts::get::get_draft, drafts::remove::remove_draft))
        .routes(routes!(drafts::put_document::add_document))
        .routes(routes!(drafts::put_document::replace_document, drafts::remove_document::remove_document))
        .routes(routes!(drafts::get_content::get_draft_content))
        .routes(routes!(drafts::sign::sign_document))
        .routes(routes!(drafts::check::check_draft))
        .routes(routes!(drafts::send::send_draft))
        .routes(routes!(uploads::upload_report_content))
        .routes(routes!(docflows::list::list_docflows))
        .routes(routes!(docflows::get::get_docflow))
        .routes(routes!(docflows::get_content::get_docflow_content))
        .routes(routes!(docflows::get_signature::get_docflow_signature))
        .routes(routes!(docflows::open::open_document))
        .routes(routes!(docflows::make_reply::make_reply))
        .routes(routes!(docflows::sign_reply::sign_reply))
        .routes(routes!(docflows::send_reply::send_reply))
        .routes(routes!(table::show::show_table))
        .routes(routes!(table::mark::mark_cell))
        .routes(routes!(events::list_report_events))
        .with_state(room)
}
