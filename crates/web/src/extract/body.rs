//! Request bodies: read within a size, then understood.

use super::json;
use crate::limits::JSON_BODY_BYTES_MAX;
use crate::problem::Problem;
use crate::refusal::EdgeRefusal;
use axum::body::{Body, Bytes, HttpBody as _};
use axum::extract::{FromRequest, Request};
use http::header;
use http_body_util::BodyExt;
use serde::de::DeserializeOwned;
use std::error::Error;
use std::ops::Deref;

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
    T: RequestBody,
{
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        if !is_json(&request) {
            return Err(EdgeRefusal::NotJson.into());
        }
        let bytes = read(request.into_body(), T::SIZE_BYTES_MAX).await?;
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
{
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let bytes = read(request.into_body(), BYTES_MAX).await?;
        let hash = *blake3::hash(&bytes).as_bytes();
        Ok(Self { bytes, hash })
    }
}

/// A whole body of any kind, up to `bytes_max`: for surfaces that read several kinds on one path.
pub async fn read_body(body: Body, bytes_max: usize) -> Result<Bytes, Problem> {
    Ok(read(body, bytes_max).await?)
}

fn is_json(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}

/// How slow it may be and how much memory there is, the edge watches inside the body.
async fn read(mut body: Body, bytes_max: usize) -> Result<Bytes, EdgeRefusal> {
    let announced = body.size_hint().exact().and_then(|bytes| usize::try_from(bytes).ok()).unwrap_or_default();
    if announced > bytes_max {
        return Err(EdgeRefusal::TooLarge { bytes_max });
    }
    let mut whole = Vec::with_capacity(announced);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|error| unread(&error))?;
        if let Some(piece) = frame.data_ref() {
            if whole.len() + piece.len() > bytes_max {
                return Err(EdgeRefusal::TooLarge { bytes_max });
            }
            whole.extend_from_slice(piece);
        }
    }
    Ok(Bytes::from(whole))
}

/// The edge's own guard of bodies speaks through the same error as a broken connection.
fn unread(error: &axum::Error) -> EdgeRefusal {
    let mut cause: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(inner) = cause {
        if let Some(refusal) = inner.downcast_ref::<EdgeRefusal>() {
            return refusal.clone();
        }
        cause = inner.source();
    }
    EdgeRefusal::CutOff
}
