//! `GET /.well-known/openid-configuration/jwks` (RFC 7517).

use super::posted::Head;
use crate::limits::KEYS_CACHED_SECONDS;
use crate::ops::keys::{coordinates, published};
use crate::store::keys::StoredKey;
use crate::surface::Surface;
use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, header};
use serde_json::{Value, json};
use web::Problem;

pub async fn show(State(surface): State<Surface>, head: Head) -> Result<Response, Problem> {
    let keys: Vec<Value> = published(&surface, &head.cx).await?.iter().map(shown).collect();
    let mut answer = Json(json!({ "keys": keys })).into_response();
    let kept = HeaderValue::from_str(&format!("public, max-age={KEYS_CACHED_SECONDS}"));
    if let Ok(kept) = kept {
        answer.headers_mut().insert(header::CACHE_CONTROL, kept);
    }
    Ok(answer)
}

fn shown(key: &StoredKey) -> Value {
    let (x, y) = coordinates(key);
    json!({ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": key.kid, "x": x, "y": y })
}
