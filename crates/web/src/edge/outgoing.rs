//! An answer on its way out: it stays in memory until the client has taken it, so its memory is counted too.

use super::incoming::memory_refused;
use super::shares::{Share, Shares};
use crate::limits::SMALL_BODY_BYTES;
use crate::problem::Problem;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::FromRequestParts;
use axum::response::Response;
use http::request::Parts;
use hyper::body::{Frame, SizeHint};
use std::convert::Infallible;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

/// Memory for the answer to this request. A handler that loads something large asks for it before it loads; the edge
/// asks for every answer whose size is known, and gives the memory back when the client has taken the last byte.
#[derive(Debug, Clone)]
pub struct AnswerMemory(Option<Arc<Mutex<Share>>>);

impl AnswerMemory {
    pub(super) fn of(memory: &Arc<Shares>, address: IpAddr) -> Self {
        Self(memory.take(address, 0).ok().map(|share| Arc::new(Mutex::new(share))))
    }

    /// Makes sure of memory for so many bytes in all. Small answers are covered by the number of connections. Refuses
    /// with 503 when all of it is taken, with 429 when this address has its part.
    pub fn take(&self, bytes: usize) -> Result<(), Problem> {
        let Some(share) = self.0.as_ref().filter(|_| bytes > SMALL_BODY_BYTES) else { return Ok(()) };
        let taken = share.lock().unwrap_or_else(PoisonError::into_inner).grow_to(bytes);
        taken.map_err(|full| memory_refused(full).into())
    }

    /// The answer holds the memory from here on.
    pub(super) fn hold(self, answer: Response) -> Result<Response, Problem> {
        let Some(bytes) = answer.body().size_hint().exact().and_then(|bytes| usize::try_from(bytes).ok()) else {
            return Ok(answer);
        };
        self.take(bytes)?;
        let Some(share) = self.0.filter(|_| bytes > SMALL_BODY_BYTES) else { return Ok(answer) };
        Ok(answer.map(|body| Body::new(Held { body, share })))
    }
}

impl<S: Sync> FromRequestParts<S> for AnswerMemory {
    type Rejection = Infallible;

    /// Without the edge, as in a room's own tests, nothing is counted.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or(Self(None)))
    }
}

/// An answer's body whose every piece keeps the memory: the last piece may wait long in the connection after the body
/// itself is gone.
struct Held {
    body: Body,
    share: Arc<Mutex<Share>>,
}

struct Piece {
    bytes: Bytes,
    _share: Arc<Mutex<Share>>,
}

impl AsRef<[u8]> for Piece {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl HttpBody for Held {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let this = self.get_mut();
        let share = &this.share;
        let keep = |bytes| Bytes::from_owner(Piece { bytes, _share: Arc::clone(share) });
        Pin::new(&mut this.body).poll_frame(cx).map_ok(|frame| frame.map_data(keep))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
