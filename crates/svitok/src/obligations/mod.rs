//! What a payer must file and pay in a year: described and answered in the same words on the command line and over the API.

mod list;
mod payer;
mod view;

pub use payer::PayerWords;
pub use view::ObligationView;

use rules::Rules;
use std::sync::Arc;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::App;

/// What an answer is made of.
#[derive(Debug, Clone)]
pub struct Room {
    pub app: App,
    pub rules: Arc<Rules>,
}

/// The route `/api/v1/obligations`.
pub fn router(room: Room) -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(list::list)).with_state(room)
}
