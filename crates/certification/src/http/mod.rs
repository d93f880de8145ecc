//! Routes under `/api/v1/certification`, and the two short public places that stand in certificates.

mod applications;
mod authorities;
mod desk;
mod get_certificate;
mod issue;
mod list_certificates;
mod look_up;
mod mine;
mod publish;
mod revoke;
mod revoke_unsigned;
mod suspend;
mod view;

use crate::{Refusal, Room};
use axum::extract::FromRef;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
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
        .routes(routes!(publish::ask_status))
        .routes(routes!(publish::get_status))
        .routes(routes!(suspend::suspend_certificate, suspend::resume_certificate))
        .routes(routes!(revoke_unsigned::revoke_unsigned))
        .routes(routes!(revoke_unsigned::get_revocation_text))
        .routes(routes!(revoke_unsigned::revoke_at_desk))
        .merge(mine_routes())
        .merge(application_routes())
        .merge(desk_routes())
        .with_state(room)
}

fn mine_routes() -> OpenApiRouter<Room> {
    OpenApiRouter::new()
        .routes(routes!(mine::list_my_certificates))
        .routes(routes!(mine::set_key_place))
        .routes(routes!(mine::import_certificate))
        .routes(routes!(mine::get_import_text))
        .routes(routes!(mine::forget_imported))
}

fn application_routes() -> OpenApiRouter<Room> {
    use applications::{create, get, issue, item, list, renewal, rules, statement, step};
    OpenApiRouter::new()
        .routes(routes!(create::create_application))
        .routes(routes!(create::replace_certificate))
        .routes(routes!(renewal::renew_certificate))
        .routes(routes!(list::list_applications))
        .routes(routes!(get::get_application, get::discard_application))
        .routes(routes!(item::edit_field))
        .routes(routes!(item::get_scan, item::upload_scan))
        .routes(routes!(rules::get_application_rules))
        .routes(routes!(statement::get_statement))
        .routes(routes!(statement::print_statement))
        .routes(routes!(statement::sign_application))
        .routes(routes!(step::submit_application))
        .routes(routes!(step::withdraw_application))
        .routes(routes!(issue::issue_on_application))
        .routes(routes!(issue::get_test_text, issue::install_certificate))
}

fn desk_routes() -> OpenApiRouter<Room> {
    use desk::{certificate, check, queue, roles};
    OpenApiRouter::new()
        .routes(routes!(roles::list_desk_places, roles::give_desk_place))
        .routes(routes!(roles::get_my_desk_roles))
        .routes(routes!(roles::grant_desk_place, roles::take_back_desk_place))
        .routes(routes!(queue::list_desk_queue))
        .routes(routes!(queue::get_desk_application))
        .routes(routes!(queue::get_desk_scan))
        .routes(routes!(certificate::get_desk_certificate))
        .routes(routes!(check::act_at_desk))
        .routes(routes!(check::judge_item))
}

/// A signature as it is sent: base64 of DER.
fn signature_octets(text: &str) -> Result<Vec<u8>, Refusal> {
    let compact: String = text.split_whitespace().collect();
    STANDARD.decode(compact).map_err(|_| Refusal::SignatureWrong)
}
