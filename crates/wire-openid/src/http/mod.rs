//! Every address of the provider. The endpoints stand at the root of the surface's own listener; what an administrator sets for
//! a program stands in the own API.

mod authorize;
mod challenge;
mod client_rules;
mod device;
mod discovery;
mod end_session;
mod introspect;
mod keys;
mod posted;
mod revoke;
mod sessions;
mod token;
mod tokens;
mod userinfo;

use crate::refusal::{written, written_of_sessions};
use crate::surface::Surface;
use axum::Router;
use axum::extract::Request;
use axum::routing::{get, post, put};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::edge::{self, Renderer};
use web::{App, Language};

/// Where discovery says each thing is.
pub(crate) mod places {
    pub const DISCOVERY: &str = "/.well-known/openid-configuration";
    pub const KEYS: &str = "/.well-known/openid-configuration/jwks";
    pub const AUTHORIZE: &str = "/connect/authorize";
    pub const TOKEN: &str = "/connect/token";
    pub const DEVICE: &str = "/connect/deviceauthorization";
    pub const USERINFO: &str = "/connect/userinfo";
    pub const END_SESSION: &str = "/connect/endsession";
    pub const REVOKE: &str = "/connect/revocation";
    pub const INTROSPECT: &str = "/connect/introspect";
    /// The page where a person lets a program in, and the one where a device's code is typed: of the own surface.
    pub const CONSENT_PAGE: &str = "/connect/authorize";
    pub const DEVICE_PAGE: &str = "/device";
}

/// Every endpoint, guarded by the edge, to be merged with the rest of the surface. Without a fallback.
pub fn router(surface: Surface) -> Router {
    let app = surface.app.clone();
    let router = Router::new()
        .route(places::DISCOVERY, get(discovery::show))
        .route(places::KEYS, get(keys::show))
        .route(places::AUTHORIZE, get(authorize::by_query).post(authorize::by_form))
        .route(places::TOKEN, post(token::give))
        .route("/authentication/certificate", post(challenge::give))
        .route(places::DEVICE, post(device::begin))
        .route(places::USERINFO, get(userinfo::show).post(userinfo::show))
        .route(places::END_SESSION, get(end_session::by_query).post(end_session::by_form))
        .route(places::REVOKE, post(revoke::revoke))
        .route(places::INTROSPECT, post(introspect::tell))
        .route("/auth/{version}/authenticate-by-pass", post(sessions::by_password))
        .route("/auth/{version}/authenticate-by-cert", post(sessions::by_certificate))
        .route("/auth/{version}/approve-cert", post(sessions::approve_certificate))
        .route("/auth/{version}/authenticate-by-truster", post(sessions::not_connected))
        .route("/auth/{version}/approve-truster", post(sessions::not_connected))
        .route("/auth/{version}/register-external-service-id", put(sessions::not_connected))
        .route("/sessions/{version}/sessions/refresh", post(sessions::refresh))
        .with_state(surface);
    edge::guard_by(&app, router, writing)
}

/// The older sessions write their refusals as the vendor's API does, all else as OAuth.
fn writing(_: &App, request: &Request) -> (Renderer, Option<Language>) {
    let path = request.uri().path();
    let is_session = path.starts_with("/auth/") || path.starts_with("/sessions/");
    (if is_session { written_of_sessions } else { written }, None)
}

/// What the own API has of it.
pub fn own_router(surface: Surface) -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(client_rules::show, client_rules::set)).with_state(surface)
}
