//! Routes under `/api/v1/certification`, and the two short public places that stand in certificates.

mod authorities;
mod get_certificate;
mod issue;
mod list_certificates;
mod look_up;
mod publish;
mod revoke;
mod view;

use crate::Room;
use axum::extract::FromRef;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::App;

impl FromRef<Room> for App {
    fn from_ref(room: &Room) -> Self {
        room.app().clone()
    }
}

/// The routes of this room. Besides the API: `/crl/<key id>.crl` and `/ca/<key id>.crt`, which certificates name.
pub fn router(room: Room) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(list_certificates::list_certificates, issue::issue_certificate))
        .routes(routes!(get_certificate::get_certificate))
        .routes(routes!(revoke::revoke_certificate))
        .routes(routes!(look_up::look_up_certificate))
        .routes(routes!(authorities::list_authorities))
        .routes(routes!(authorities::get_authority_certificate))
        .routes(routes!(authorities::get_authority_chain))
        .routes(routes!(authorities::get_revocation_list))
        .routes(routes!(publish::get_published_list))
        .routes(routes!(publish::get_published_certificate))
        .with_state(room)
}
