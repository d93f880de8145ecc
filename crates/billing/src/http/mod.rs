//! Routes under `/api/v1/billing`.

mod documents;

use crate::model::Tariff;
use axum::extract::FromRef;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::App;

/// What `svitok` hands to this room.
#[derive(Clone, Debug)]
pub struct Room {
    /// What all rooms share.
    pub app: App,
    /// What the host decided.
    pub tariff: Tariff,
}

impl FromRef<Room> for App {
    fn from_ref(room: &Room) -> Self {
        room.app.clone()
    }
}

/// The routes of this room.
pub fn router(room: Room) -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(documents::documents)).with_state(room)
}
