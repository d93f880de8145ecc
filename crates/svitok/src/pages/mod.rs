//! What the server itself shows a person in a browser: pages for who is not in yet and for anybody, which work without
//! scripts. Everything behind the sign-in is the client's.
//!
//! Read `visit.rs` first (who looks, in which language, with which form token), then one page, say `status.rs`.

mod assets;
mod authorities;
mod check;
mod check_file;
mod confirm;
mod consent;
mod device;
mod diagnostics;
mod edge;
mod find_certificate;
mod form;
mod front;
mod parts;
mod register;
mod reset;
mod revoke;
mod second;
mod sign_in;
mod sign_out;
mod status;
mod upload;
mod visit;
mod without_client;

pub use assets::STYLE;
pub use check::Checks;
pub use edge::writing;
pub(crate) use form::{FormToken, Jar};
pub(crate) use visit::{caller_of, comes_from_elsewhere};

use crate::ui::{self, Ui};
use axum::Router;
use axum::extract::{FromRef, Request, State};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use axum::routing::{get, post};
use utoipa::openapi::OpenApi;
use visit::Visit;
use web::{App, EdgeRefusal, Problem};

/// What the pages look at: the rooms by their faces.
#[derive(Debug, Clone)]
pub struct Pages {
    /// What all rooms share.
    pub app: App,
    /// People and sign-ins.
    pub account: account::Room,
    /// Certificates of the own authorities.
    pub certification: certification::Room,
    /// What is trusted.
    pub trust: trust::Trust,
    /// The OpenID Connect provider, for the pages where a person lets a program in.
    pub openid: wire_openid::Surface,
    /// Definitions of forms and the rules beside them, in force.
    pub shelf: std::sync::Arc<crate::form_shelf::Shelf>,
    /// The client's files.
    pub ui: Ui,
    /// Where the administrator puts vendors' scripts.
    pub plugins: std::path::PathBuf,
    /// Places for checks of signatures and files by anybody.
    pub checks: Checks,
}

impl FromRef<Pages> for App {
    fn from_ref(pages: &Pages) -> Self {
        pages.app.clone()
    }
}

/// The pages, what they are dressed in, the description of the API and health.
pub fn router(pages: &Pages, openapi: &OpenApi) -> Router {
    let shown = Router::new()
        .route("/sign-in", get(sign_in::show).post(sign_in::password::submit))
        .merge(steps_of_sign_in())
        .route("/register", get(register::show).post(register::submit))
        .route("/confirm", get(confirm::show).post(confirm::submit))
        .route("/reset", get(reset::show).post(reset::submit))
        .route(consent::PLACE, get(consent::show).post(consent::submit))
        .route(device::PLACE, get(device::show).post(device::submit))
        .route("/sign-out", post(sign_out::submit))
        .route("/check", get(check::show).post(check::submit))
        .route("/check-file", get(check_file::show).post(check_file::submit))
        .route("/certificates/find", get(find_certificate::show))
        .route(revoke::PLACE, get(revoke::show).post(revoke::submit))
        .route("/status", get(status::show))
        .route("/diagnostics/{token}", get(diagnostics::show))
        .route("/", get(front::first))
        .with_state(pages.clone());
    let shown = visit::with_visits(pages, web::edge::per_caller(&pages.app, shown));
    let plain = Router::new()
        .route("/authorities.pem", get(authorities::give))
        .route("/legal.md", get(assets::legal))
        .with_state(pages.clone());
    let description: bytes::Bytes = description(openapi).into();
    let described = get(move || async move { ([(header::CONTENT_TYPE, "application/json")], description) });
    plain
        .merge(shown)
        .merge(assets::router())
        .merge(ui::router(&pages.ui))
        .merge(ui::plugins(pages.plugins.clone()))
        .route("/health", get(|| async { "ok\n" }))
        .route("/api/v1/openapi.json", described)
}

/// Forms that the page of signing in leads through. Their addresses alone begin anew.
fn steps_of_sign_in() -> Router<Pages> {
    let again = || get(sign_in::from_the_beginning);
    Router::new()
        .route("/sign-in/phone", again().post(sign_in::phone::submit))
        .route("/sign-in/certificate", again().post(sign_in::certificate::submit))
        .route("/sign-in/proposal", again().post(sign_in::proposal::submit))
        .route("/sign-in/passkey", again().post(sign_in::passkey::submit))
        .route("/sign-in/second", again().post(second::submit))
}

/// The answer where no route fits: the client's page for who is signed in, a page for a browser, a problem for everything
/// else. Where the client may have a page, nobody is led to sign in and back: that there is none is the client's to say.
pub fn nowhere(pages: &Pages) -> Router {
    let router = Router::new().fallback(client_or_nothing).with_state(pages.clone());
    visit::with_visits(pages, router)
}

async fn client_or_nothing(State(pages): State<Pages>, visit: Visit, request: Request) -> Result<Response, Problem> {
    if !visit.wants_page || !ui::is_place(request.method(), request.uri()) {
        return Err(EdgeRefusal::NoSuchPlace.into());
    }
    if !visit.is_signed_in() && !ui::is_open(request.uri()) {
        return Err(EdgeRefusal::SignInNeeded.into());
    }
    Ok(client(&pages, &visit, request.headers()))
}

/// The page that loads the client, or the one that says that there is none.
fn client(pages: &Pages, visit: &Visit, headers: &HeaderMap) -> Response {
    ui::give(&pages.ui, headers).unwrap_or_else(|| without_client::shown(visit))
}

/// The description as stable, readable JSON.
pub fn description(openapi: &OpenApi) -> String {
    let mut text = openapi.to_pretty_json().unwrap_or_else(|why| kernel::bug!("the description of the API: {why}"));
    text.push('\n');
    text
}
