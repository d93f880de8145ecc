//! Request bodies: read within a size and a time, then understood.

use super::json;
use crate::app::App;
use crate::limits::JSON_BODY_BYTES_MAX;
use crate::problem::Problem;
use crate::refusal::EdgeRefusal;
use axum::body::{Body, Bytes};
use axum::extract::{FromRef, FromRequest, Request};
use http::header;
use http_body_util::{BodyExt, LengthLimitError};
use serde::de::DeserializeOwned;
use std::error::Error;
use std::ops::Deref;
use std::time::Duration;

/// A JSON request body with its own limit.
pub trait RequestBody: DeserializeOwned {
    /// Bytes of JSON text; a type with a larger one says why.
    const SIZE_BYTES_MAX: usize = JSON_BODY_BYTES_MAX;
}

/// A JSON body within its limits, with the hash of its bytes for the idempotency record.
///
/// Refuses another content type, a text that is no JSON, deep nesting, missing, unknown and wrong fields, each with
/// the path of the field; the value itself is not repeated.
#[derive(Debug)]
pub struct Limited<T> {
    value: T,
    hash: [u8; 32],
}

impl<T> Limited<T> {
    /// BLAKE3 of the bytes received.
    pub const fn hash(&self) -> &[u8; 32] {
        &self.hash
    }

    /// The value.
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T> Deref for Limited<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<S, T> FromRequest<S> for Limited<T>
where
    S: Send + Sync,
    App: FromRef<S>,
    T: RequestBody,
{
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        if !is_json(&request) {
            return Err(EdgeRefusal::NotJson.into());
        }
        let time_max = App::from_ref(state).limits.body_time_max;
        let bytes = read(request.into_body(), T::SIZE_BYTES_MAX, time_max).await?;
        Ok(Self { value: json::read(&bytes)?, hash: *blake3::hash(&bytes).as_bytes() })
    }
}

/// The body as it came, up to `BYTES_MAX`, with its hash.
#[derive(Debug)]
pub struct RawBody<const BYTES_MAX: usize> {
    /// The bytes.
    pub bytes: Bytes,
    /// BLAKE3 of them.
    pub hash: [u8; 32],
}

impl<S, const BYTES_MAX: usize> FromRequest<S> for RawBody<BYTES_MAX>
where
    S: Send + Sync,
    App: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let time_max = App::from_ref(state).limits.body_time_max;
        let bytes = read(request.into_body(), BYTES_MAX, time_max).await?;
        let hash = *blake3::hash(&bytes).as_bytes();
        Ok(Self { bytes, hash })
    }
}

/// A whole body of any kind within the edge's size and time: for surfaces that read several kinds on one path.
pub async fn read_body(body: Body, app: &App) -> Result<Bytes, Problem> {
    Ok(read(body, app.limits.body_bytes_max, app.limits.body_time_max).await?)
}

fn is_json(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}

async fn read(body: Body, bytes_max: usize, time_max: Duration) -> Result<Bytes, EdgeRefusal> {
    tokio::time::timeout(time_max, collect(body, bytes_max)).await.unwrap_or(Err(EdgeRefusal::TooSlow))
}

async fn collect(mut body: Body, bytes_max: usize) -> Result<Bytes, EdgeRefusal> {
    let mut whole = Vec::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|error| unread(&error, bytes_max))?;
        if let Some(piece) = frame.data_ref() {
            if whole.len() + piece.len() > bytes_max {
                return Err(EdgeRefusal::TooLarge { bytes_max });
            }
            whole.extend_from_slice(piece);
        }
    }
    Ok(Bytes::from(whole))
}

/// The edge's own size guard speaks through the same error as a broken connection.
fn unread(error: &axum::Error, bytes_max: usize) -> EdgeRefusal {
    let mut cause: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(inner) = cause {
        if inner.is::<LengthLimitError>() {
            return EdgeRefusal::TooLarge { bytes_max };
        }
        cause = inner.source();
    }
    EdgeRefusal::CutOff
}
