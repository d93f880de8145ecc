//! `GET /.well-known/openid-configuration` (OpenID Connect Discovery 1.0, RFC 8414).

use super::places;
use super::token::GRANTS;
use crate::model::Scope;
use crate::surface::Surface;
use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

pub async fn show(State(surface): State<Surface>) -> Json<Value> {
    let issuer = &surface.issuer;
    let at = |place: &str| format!("{issuer}{place}");
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": at(places::AUTHORIZE),
        "token_endpoint": at(places::TOKEN),
        "device_authorization_endpoint": at(places::DEVICE),
        "userinfo_endpoint": at(places::USERINFO),
        "end_session_endpoint": at(places::END_SESSION),
        "revocation_endpoint": at(places::REVOKE),
        "introspection_endpoint": at(places::INTROSPECT),
        "jwks_uri": at(places::KEYS),
        "scopes_supported": Scope::WORDS,
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": GRANTS,
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "none"],
        "code_challenge_methods_supported": ["S256"],
        "claims_supported": ["iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "amr", "sid", "at_hash", "name"],
        "authorization_response_iss_parameter_supported": true,
        "request_parameter_supported": false,
        "request_uri_parameter_supported": false,
    }))
}
