//! `GET /v1/authorities` and `GET /v1/root`

use crate::desk::Regulator;
use crate::model::{AUTHORITIES, Protocol};
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use web::{Answer, ok};

/// One authority.
#[derive(Debug, Serialize)]
pub struct AuthorityView {
    code: &'static str,
    name: &'static str,
    protocol: Protocol,
    /// To seal contents to: base64 of the DER.
    certificate: String,
    /// Always true: nothing here is the state.
    simulator: bool,
}

/// Who is played, and to which certificates contents are sealed.
pub async fn list(State(regulator): State<Regulator>) -> Answer<Vec<AuthorityView>> {
    let view = |authority: &'static crate::model::Authority| {
        let key = regulator.keys.of(authority)?;
        let (code, name, protocol) = (authority.code, authority.name, authority.protocol);
        let certificate = STANDARD.encode(key.certificate.to_der());
        Some(AuthorityView { code, name, protocol, certificate, simulator: true })
    };
    Ok(ok(AUTHORITIES.iter().filter_map(view).collect()))
}

/// The simulator's root, DER.
pub async fn root(State(regulator): State<Regulator>) -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/pkix-cert")], regulator.keys.root().to_der().to_vec())
}
