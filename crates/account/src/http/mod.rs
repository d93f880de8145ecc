//! The room's routes, `/api/v1/account/…`, one endpoint a file.

mod access;
mod access_requests;
mod callers;
mod certificates;
mod delegations;
mod departments;
mod device;
mod email;
mod integrator_keys;
mod invitations;
mod journal;
mod members;
mod notices;
mod organizations;
mod outbox;
mod passkeys;
mod password;
mod people_views;
mod phone;
mod profile;
mod registrations;
mod roles;
mod second_factor;
mod session;
mod sign_ins;
mod tasks;
mod users;
mod views;
mod way_rules;

pub use callers::with_callers;
pub use session::PageSession;

use crate::model::AccountRefusal;
use crate::passwords::PasswordPool;
use crate::settings::Settings;
use ::store::No;
use axum::extract::FromRef;
use std::sync::Arc;
use std::time::Duration;
use trust::Trust;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::{App, Problem};

/// What `svitok` hands this room.
#[derive(Debug, Clone)]
pub struct Room {
    /// What all rooms share.
    pub app: App,
    /// The bounded pool for passwords: one for all surfaces.
    pub passwords: PasswordPool,
    /// What is trusted, for sign-in by certificates.
    pub trust: Trust,
    /// What the host decided.
    pub settings: Arc<Settings>,
}

impl FromRef<Room> for App {
    fn from_ref(room: &Room) -> Self {
        room.app.clone()
    }
}

/// Every route of the room.
pub fn router(room: Room) -> OpenApiRouter {
    persons()
        .merge(identity())
        .merge(organizations_and_members())
        .merge(people())
        .merge(letters_and_sms())
        .with_state(room)
}

fn persons() -> OpenApiRouter<Room> {
    OpenApiRouter::new().routes(routes!(users::register::register)).routes(routes!(users::me::me))
}

fn organizations_and_members() -> OpenApiRouter<Room> {
    OpenApiRouter::new()
        .routes(routes!(organizations::create::create, organizations::list::list))
        .routes(routes!(organizations::get::get))
        .routes(routes!(organizations::change_address::change_address))
        .routes(routes!(organizations::boxes::boxes))
        .routes(routes!(organizations::get_box::get_box))
        .routes(routes!(organizations::look_up::look_up))
        .routes(routes!(members::add::add, members::list::list))
        .routes(routes!(members::change::change, members::remove::remove))
        .routes(routes!(members::colleagues::colleagues))
        .routes(routes!(invitations::invite::invite, invitations::list::list))
        .routes(routes!(invitations::withdraw::withdraw))
        .routes(routes!(invitations::accept::accept))
        .routes(routes!(integrator_keys::create::create, integrator_keys::list::list))
        .routes(routes!(integrator_keys::revoke::revoke))
}

/// What people do together.
fn people() -> OpenApiRouter<Room> {
    OpenApiRouter::new()
        .routes(routes!(departments::list::list, departments::create::create))
        .routes(routes!(departments::change::change))
        .routes(routes!(departments::archive::archive))
        .routes(routes!(departments::restore::restore))
        .routes(routes!(profile::get::get, profile::change::change))
        .routes(routes!(
            profile::get_picture::get_picture,
            profile::set_picture::set_picture,
            profile::remove_picture::remove_picture
        ))
        .routes(routes!(profile::colleague_picture::colleague_picture))
        .routes(routes!(roles::list::list, roles::create::create))
        .routes(routes!(roles::change::change, roles::remove::remove))
        .routes(routes!(roles::give::give))
        .routes(routes!(delegations::list::list, delegations::create::create))
        .routes(routes!(delegations::revoke::revoke))
        .routes(routes!(delegations::acts::acts))
        .routes(routes!(access::who_can::who_can))
        .routes(routes!(access_requests::mine::mine, access_requests::ask::ask))
        .routes(routes!(access_requests::withdraw::withdraw))
        .routes(routes!(access_requests::list::list))
        .routes(routes!(access_requests::approve::approve))
        .routes(routes!(access_requests::refuse::refuse))
        .routes(routes!(notices::list::list))
        .routes(routes!(notices::read_all::read_all))
        .routes(routes!(notices::live::live_notices))
        .routes(routes!(notices::read::read))
        .merge(between_colleagues())
}

/// What colleagues ask of each other.
fn between_colleagues() -> OpenApiRouter<Room> {
    OpenApiRouter::new()
        .routes(routes!(tasks::list::list, tasks::give::give))
        .routes(routes!(tasks::finish::finish))
        .routes(routes!(tasks::send_back::send_back))
        .routes(routes!(tasks::withdraw::withdraw))
}

/// What was written to people, and what became of it.
fn letters_and_sms() -> OpenApiRouter<Room> {
    OpenApiRouter::new()
        .routes(routes!(outbox::letters::list))
        .routes(routes!(outbox::letters::get))
        .routes(routes!(outbox::letters::resend))
        .routes(routes!(outbox::sms::list))
        .routes(routes!(outbox::sms::get))
        .routes(routes!(outbox::sms::resend))
        .routes(routes!(outbox::host_letters::list))
        .routes(routes!(outbox::host_letters::get))
        .routes(routes!(outbox::host_letters::resend))
        .routes(routes!(outbox::host_sms::list))
        .routes(routes!(outbox::host_sms::get))
        .routes(routes!(outbox::host_sms::resend))
}

/// How people come in, and by what they are known.
fn identity() -> OpenApiRouter<Room> {
    OpenApiRouter::new()
        .routes(routes!(registrations::ask::ask))
        .routes(routes!(registrations::ask_phone::ask_phone))
        .routes(routes!(registrations::confirm::confirm))
        .routes(routes!(password::ask_reset::ask_reset))
        .routes(routes!(password::reset::reset))
        .routes(routes!(password::change::change))
        .routes(routes!(email::change::change))
        .routes(routes!(email::ask_confirmation::ask_confirmation))
        .routes(routes!(certificates::challenge::to_sign_in))
        .routes(routes!(certificates::challenge::to_bind))
        .routes(routes!(certificates::show::show))
        .routes(routes!(certificates::accept::accept))
        .routes(routes!(certificates::bind::bind, certificates::list::list))
        .routes(routes!(certificates::unbind::unbind))
        .routes(routes!(journal::list::list))
        .routes(routes!(session::session))
        .routes(routes!(sign_ins::open::open, sign_ins::list::list))
        .routes(routes!(sign_ins::end_all::end_all))
        .routes(routes!(sign_ins::end_current::end_current))
        .routes(routes!(sign_ins::end::end))
        .routes(routes!(phone::sign_in::ask))
        .routes(routes!(phone::sign_in::confirm))
        .routes(routes!(phone::set::contact))
        .routes(routes!(phone::set::ask))
        .routes(routes!(phone::set::confirm))
        .merge(second_steps())
}

/// What stands beside a password, and passkeys in its place.
fn second_steps() -> OpenApiRouter<Room> {
    OpenApiRouter::new()
        .routes(routes!(second_factor::sign_in::begin))
        .routes(routes!(second_factor::sign_in::second))
        .routes(routes!(second_factor::phone::ask))
        .routes(routes!(second_factor::ways::set))
        .routes(routes!(way_rules::of_organization::list, way_rules::of_organization::set))
        .routes(routes!(way_rules::left_out::tell))
        .routes(routes!(way_rules::mine::list, way_rules::mine::set))
        .routes(routes!(second_factor::set_up::show))
        .routes(routes!(second_factor::set_up::begin))
        .routes(routes!(second_factor::set_up::confirm))
        .routes(routes!(second_factor::set_up::renew))
        .routes(routes!(second_factor::set_up::take_away))
        .routes(routes!(second_factor::devices::list))
        .routes(routes!(second_factor::devices::forget))
        .routes(routes!(passkeys::sign_in::ask))
        .routes(routes!(passkeys::sign_in::show))
        .routes(routes!(passkeys::make::begin))
        .routes(routes!(passkeys::make::make, passkeys::own::list))
        .routes(routes!(passkeys::own::remove, passkeys::rename::rename))
}

/// As `Problem::from`, and a lock-out says how long it lasts.
fn problem(no: No<AccountRefusal>) -> Problem {
    let wait = match &no {
        No::Refused(
            AccountRefusal::LockedOut { wait_seconds } | AccountRefusal::TooManyRegistrations { wait_seconds },
        ) => Some(Duration::from_secs(*wait_seconds)),
        _ => None,
    };
    let problem = Problem::from(no);
    match wait {
        Some(wait) => problem.retry_after(wait),
        None => problem,
    }
}
