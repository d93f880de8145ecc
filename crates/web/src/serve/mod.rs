//! The HTTP server: one or more surfaces behind bounded connections, a time for the head, one graceful stop.

mod line;

use crate::edge::{Shares, Unread};
use crate::extract::PeerAddress;
use crate::limits::{HEAD_BYTES_MAX, HEADERS_MAX, Limits, SEND_BUFFER_BYTES};
use axum::Router;
use http::HeaderValue;
use http::header::CONNECTION;
use hyper::body::{Body as _, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use line::Line;
use rustix::net::sockopt::set_socket_send_buffer_size;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tower::ServiceExt;

/// After a failed accept (no free file descriptor, say) the loop rests so long instead of spinning.
const ACCEPT_REST: Duration = Duration::from_millis(100);

/// Said to a connection over its address's part, whatever it would ask.
const TOO_MANY_CONNECTIONS: &[u8] =
    b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// One contract and the listener it is spoken on: the own API with its pages, or a vendor's.
#[derive(Debug)]
pub struct Surface {
    /// Its word, for logs.
    pub name: &'static str,
    /// Where clients come.
    pub listener: TcpListener,
    /// What is answered, guarded by the edge.
    pub router: Router,
}

/// Serves all surfaces until `stop` resolves, then lets open requests finish within the limit.
///
/// They share the places for connections; requests share admission and memory through the [`App`](crate::App) that
/// guards their routers. A client that sends its head too slowly or takes its answer too slowly is cut off; bodies are
/// timed by the edge. Connections over the part of their address are answered 429 and closed; others over the limit
/// wait in the system's queue, one of each surface out of it.
pub async fn serve(surfaces: Vec<Surface>, limits: &Limits, stop: impl Future<Output = ()> + Send) {
    let hall = Hall {
        limits,
        places: Arc::new(Semaphore::new(limits.connections_max)),
        of_address: Shares::new(usize::MAX, limits.connections_address_max),
        graceful: GracefulShutdown::new(),
        connections: Mutex::new(JoinSet::new()),
    };
    // Whichever ends, the listeners are closed with it.
    tokio::select! {
        () = stop => {}
        _ = futures::future::join_all(surfaces.into_iter().map(|surface| hall.receive(surface))) => {}
    }
    let Hall { graceful, connections, .. } = hall;
    let mut connections = connections.into_inner().unwrap_or_else(PoisonError::into_inner);
    if tokio::time::timeout(limits.stop_time_max, graceful.shutdown()).await.is_err() {
        tracing::warn!(open = connections.len(), "connections did not end within the time limit and were cut");
    }
    connections.shutdown().await;
}

/// What the surfaces share.
struct Hall<'a> {
    limits: &'a Limits,
    places: Arc<Semaphore>,
    of_address: Arc<Shares>,
    graceful: GracefulShutdown,
    connections: Mutex<JoinSet<()>>,
}

impl Hall<'_> {
    /// Takes in one surface's connections, for ever.
    async fn receive(&self, surface: Surface) {
        if let Err(error) = set_socket_send_buffer_size(&surface.listener, SEND_BUFFER_BYTES) {
            tracing::warn!(%error, surface = surface.name, "the system's send buffer could not be bounded");
        }
        loop {
            let Some((stream, peer)) = accept(&surface).await else { continue };
            // Behind one's own proxy the peer is the proxy, and stands for everybody.
            let counted = usize::from(!self.limits.trusts_forwarded);
            let Ok(of_address) = self.of_address.take(peer.ip(), counted) else {
                refuse(&stream, surface.name);
                continue;
            };
            let Ok(place) = Arc::clone(&self.places).acquire_owned().await else { return };
            self.talk(stream, peer, surface.router.clone(), (of_address, place));
        }
    }

    fn talk(&self, stream: TcpStream, peer: SocketAddr, router: Router, places: impl Send + 'static) {
        let unread = Unread::default();
        let line = TokioIo::new(Line::new(stream, self.limits, unread.clone()));
        let connection = http(self.limits).serve_connection(line, answering(router, peer, unread));
        let connection = self.graceful.watch(connection);
        let mut connections = self.connections.lock().unwrap_or_else(PoisonError::into_inner);
        while connections.try_join_next().is_some() {}
        connections.spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
            drop(places);
        });
    }
}

/// A fresh connection has room for so few bytes; a client that does not get them sees a closed connection.
fn refuse(stream: &TcpStream, surface: &str) {
    let said = stream.try_write(TOO_MANY_CONNECTIONS);
    tracing::debug!(surface, was_told = said.is_ok(), "an address has as many connections as it may");
}

async fn accept(surface: &Surface) -> Option<(TcpStream, SocketAddr)> {
    match surface.listener.accept().await {
        Ok((stream, peer)) => {
            // Small answers must not wait for the next segment.
            if let Err(error) = stream.set_nodelay(true) {
                tracing::debug!(%error, "a connection without TCP_NODELAY");
            }
            Some((stream, peer))
        }
        Err(error) => {
            tracing::warn!(%error, surface = surface.name, "a connection could not be accepted");
            tokio::time::sleep(ACCEPT_REST).await;
            None
        }
    }
}

fn http(limits: &Limits) -> http1::Builder {
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head_time_max)
        .max_buf_size(HEAD_BYTES_MAX)
        .max_headers(HEADERS_MAX);
    builder
}

fn answering(
    router: Router,
    peer: SocketAddr,
    unread: Unread,
) -> impl hyper::service::HttpService<
    Incoming,
    ResBody = axum::body::Body,
    Error = std::convert::Infallible,
    Future = impl Future<Output = Result<axum::response::Response, std::convert::Infallible>> + Send + use<>,
> + use<> {
    service_fn(move |mut request: hyper::Request<Incoming>| {
        request.extensions_mut().insert(PeerAddress(peer.ip()));
        unread.set(!request.body().is_end_stream());
        request.extensions_mut().insert(unread.clone());
        let answered = router.clone().oneshot(request);
        let unread = unread.clone();
        async move {
            let mut answer = answered.await?;
            // The parser closes such a connection, and a client that was not told would send its next request into it.
            if unread.is_so() {
                answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
            }
            Ok(answer)
        }
    })
}
