//! The body of a request on its way in: its size, its memory, its pace.

use super::shares::{Full, Share, Shares};
use crate::app::App;
use crate::limits::{Limits, SMALL_BODY_BYTES};
use crate::pace::Watch;
use crate::refusal::EdgeRefusal;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use http::header;
use hyper::body::{Frame, SizeHint};
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

/// Whether the body of a connection's present request has not been read to its end: then its client may still be
/// sending when it is answered.
#[derive(Debug, Clone, Default)]
pub(crate) struct Unread(Arc<AtomicBool>);

impl Unread {
    pub(crate) fn set(&self, is_so: bool) {
        self.0.store(is_so, Ordering::Relaxed);
    }

    pub(crate) fn is_so(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What one request's body holds until the request is answered.
#[derive(Debug, Clone)]
pub(super) struct Incoming(Arc<Mutex<Held>>);

#[derive(Debug)]
struct Held {
    memory: Share,
    /// A place among the requests whose body is still coming.
    coming: Option<Share>,
    /// Why the body is not read any further.
    refused: Option<EdgeRefusal>,
}

impl Incoming {
    /// Takes what the announced body needs. Nothing of it is read when this refuses.
    pub(super) fn take(app: &App, address: IpAddr, request: &Request) -> Result<Self, EdgeRefusal> {
        let bytes_max = app.limits.body_bytes_max;
        let announced = announced_bytes(request);
        if announced > bytes_max {
            return Err(EdgeRefusal::TooLarge { bytes_max });
        }
        let is_coming = !request.body().is_end_stream();
        let coming = is_coming.then(|| app.bodies_coming.take(address, 1)).transpose().map_err(places_refused)?;
        let memory = large_only(announced);
        let memory = take_memory(&app.body_memory, address, memory)?;
        Ok(Self(Arc::new(Mutex::new(Held { memory, coming, refused: None }))))
    }

    /// The request with its body watched.
    pub(super) fn watch(&self, request: Request, limits: &Limits) -> Request {
        let unread = request.extensions().get::<Unread>().cloned().unwrap_or_default();
        request.map(|body| {
            Body::new(Watched {
                body,
                held: self.clone(),
                unread,
                bytes: 0,
                bytes_max: limits.body_bytes_max,
                watch: Watch::new(limits.body_pace, limits.body_time_max),
            })
        })
    }

    /// Why reading stopped, if the edge stopped it: this is the answer, whatever the handler made of a broken body.
    pub(super) fn refused(&self) -> Option<EdgeRefusal> {
        self.with(|held| held.refused.clone())
    }

    fn with<T>(&self, act: impl FnOnce(&mut Held) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Small bodies and the beginnings of large ones are covered by the number of requests.
const fn large_only(bytes: usize) -> usize {
    if bytes > SMALL_BODY_BYTES { bytes } else { 0 }
}

/// So many bytes of a memory, or why not.
pub(super) fn take_memory(memory: &Arc<Shares>, address: IpAddr, bytes: usize) -> Result<Share, EdgeRefusal> {
    memory.take(address, bytes).map_err(memory_refused)
}

pub(super) const fn memory_refused(full: Full) -> EdgeRefusal {
    match full {
        Full::Total => EdgeRefusal::NoRoom,
        Full::Address => EdgeRefusal::TooManyAtOnce,
    }
}

pub(super) const fn places_refused(full: Full) -> EdgeRefusal {
    match full {
        Full::Total => EdgeRefusal::Busy,
        Full::Address => EdgeRefusal::TooManyAtOnce,
    }
}

/// Bytes announced; none where the body is not announced or its length is no number, which the parser refuses.
fn announced_bytes(request: &Request) -> usize {
    let announced = request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    announced.map_or(0, |text| text.parse().unwrap_or(usize::MAX))
}

/// A body that ends with an [`EdgeRefusal`] when it is too large, too slow, or finds no memory.
struct Watched {
    body: Body,
    held: Incoming,
    unread: Unread,
    bytes: usize,
    bytes_max: usize,
    watch: Watch,
}

impl Watched {
    fn count(&mut self, bytes: usize) -> Result<(), EdgeRefusal> {
        self.watch.moved(bytes);
        self.bytes = self.bytes.saturating_add(bytes);
        if self.bytes > self.bytes_max {
            return Err(EdgeRefusal::TooLarge { bytes_max: self.bytes_max });
        }
        let memory = large_only(self.bytes);
        self.held.with(|held| held.memory.grow_to(memory)).map_err(memory_refused)?;
        if self.body.is_end_stream() {
            self.end();
        }
        Ok(())
    }

    /// The last byte is here.
    fn end(&self) {
        self.unread.set(false);
        self.held.with(|held| held.coming = None);
    }

    fn refuse(&self, refusal: EdgeRefusal) -> axum::Error {
        self.held.with(|held| held.refused = Some(refusal.clone()));
        axum::Error::new(refusal)
    }
}

impl HttpBody for Watched {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let this = self.get_mut();
        match Pin::new(&mut this.body).poll_frame(cx) {
            Poll::Ready(Some(Ok(frame))) => {
                let counted = this.count(frame.data_ref().map_or(0, Bytes::len));
                Poll::Ready(Some(counted.map(|()| frame).map_err(|refusal| this.refuse(refusal))))
            }
            Poll::Ready(Some(Err(broken))) => Poll::Ready(Some(Err(broken))),
            Poll::Ready(None) => {
                this.end();
                Poll::Ready(None)
            }
            Poll::Pending => {
                let too_slow = this.watch.poll_too_slow(cx);
                too_slow.map(|()| Some(Err(this.refuse(EdgeRefusal::TooSlow))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
