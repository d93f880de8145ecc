//! Routes under `/api/v1/trust`.

mod import_accredited;
mod import_authorities;
mod import_list;
mod list_authorities;

use crate::{Refusal, Trust};
use axum::extract::FromRef;
use kernel::{Caller, UserId};
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
    /// What is trusted.
    pub trust: Trust,
    /// Who may change what is trusted: the host's administrators, from its configuration.
    pub administrators: Arc<BTreeSet<UserId>>,
}

impl FromRef<Room> for App {
    fn from_ref(room: &Room) -> Self {
        room.app.clone()
    }
}

impl Room {
    /// Refuses everybody but the host's administrators.
    fn authorize(&self, caller: &Caller) -> Result<(), Refusal> {
        match caller {
            Caller::User { user_id, .. } if self.administrators.contains(user_id) => Ok(()),
            _ => Err(Refusal::NotAdministrator),
        }
    }
}

/// The routes of this room.
pub fn router(room: Room) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(list_authorities::list_authorities, import_authorities::import_authorities))
        .routes(routes!(import_list::import_list))
        .routes(routes!(import_accredited::import_accredited))
        .with_state(room)
}
