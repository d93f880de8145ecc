//! The room's routes, `/api/v1/exchange/boxes/{box_id}/…`, one endpoint a file.

mod act_on_counteragent;
mod count_unread;
mod get_content;
mod get_document;
mod get_message;
mod judge_key;
mod list_counteragents;
mod list_documents;
mod list_events;
mod live_events;
mod make_draft;
mod make_drafts;
mod mark_readings;
mod once;
mod post_message;
mod post_patch;
mod print_document;
mod search;
mod upload;
mod verify_document;
mod views;

use axum::extract::FromRef;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::App;

use crate::room::Room;

impl FromRef<Room> for App {
    fn from_ref(room: &Room) -> Self {
        room.app.clone()
    }
}

/// Every route of the room.
pub fn router(room: Room) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(post_message::post_message))
        .routes(routes!(get_message::get_message))
        .routes(routes!(post_patch::post_patch))
        .routes(routes!(get_content::get_content))
        .routes(routes!(upload::upload_content))
        .routes(routes!(list_documents::list_documents))
        .routes(routes!(get_document::get_document))
        .routes(routes!(count_unread::count_unread))
        .routes(routes!(mark_readings::mark_readings))
        .routes(routes!(make_draft::make_draft))
        .routes(routes!(make_drafts::make_drafts))
        .routes(routes!(search::search))
        .routes(routes!(verify_document::verify_document))
        .routes(routes!(print_document::print_document))
        .routes(routes!(judge_key::judge_key))
        .routes(routes!(list_events::list_events))
        .routes(routes!(live_events::live_events))
        .routes(routes!(list_counteragents::list_counteragents))
        .routes(routes!(act_on_counteragent::act_on_counteragent))
        .with_state(room)
}
