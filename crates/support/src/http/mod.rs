//! Routes under `/api/v1/support`, one endpoint a file.

mod answer_request;
mod file_request;
mod keep_report;
mod list_requests;
mod read_report;
mod views;

use crate::model::SupportRefusal;
use axum::extract::FromRef;
use kernel::{Cx, UserId};
use std::collections::BTreeSet;
use std::sync::Arc;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::App;

/// What `svitok` hands to this room.
#[derive(Clone, Debug)]
pub struct Room {
    /// What all rooms share.
    pub app: App,
    /// Who reads all requests: the host's administrators, from its configuration.
    pub administrators: Arc<BTreeSet<UserId>>,
}

impl FromRef<Room> for App {
    fn from_ref(room: &Room) -> Self {
        room.app.clone()
    }
}

impl Room {
    /// Refuses everybody but the host's administrators.
    fn administrator(&self, cx: &Cx) -> Result<(), SupportRefusal> {
        let is_one = cx.caller.user_id().is_some_and(|user_id| self.administrators.contains(&user_id));
        if is_one { Ok(()) } else { Err(SupportRefusal::AdministratorsOnly) }
    }
}

/// The routes of this room.
pub fn router(room: Room) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(file_request::file_request, list_requests::list_requests))
        .routes(routes!(list_requests::list_all_requests))
        .routes(routes!(answer_request::answer_request))
        .routes(routes!(keep_report::keep_report))
        .routes(routes!(keep_report::remove_report))
        .routes(routes!(read_report::read_report))
        .with_state(room)
}
