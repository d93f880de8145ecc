//! What the client calls itself.

use crate::model::DeviceWords;
use axum::extract::FromRequestParts;
use http::header;
use http::request::Parts;
use std::convert::Infallible;

impl<S: Sync> FromRequestParts<S> for DeviceWords {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let said = parts.headers.get(header::USER_AGENT).map(|value| String::from_utf8_lossy(value.as_bytes()));
        Ok(Self::of(said.as_deref()))
    }
}
