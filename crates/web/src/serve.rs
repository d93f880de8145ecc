//! The HTTP server: bounded connections, a time for the head, a graceful stop.

use crate::extract::PeerAddress;
use crate::limits::{HEAD_BYTES_MAX, HEADERS_MAX, Limits};
use axum::Router;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tower::ServiceExt;

/// After a failed accept (no free file descriptor, say) the loop rests so long instead of spinning.
const ACCEPT_REST: Duration = Duration::from_millis(100);

/// Serves until `stop` resolves, then lets open requests finish within the limit.
///
/// A client that sends its head too slowly is cut off; bodies are timed by the extractors, answers by the edge.
/// Connections over the limit wait in the system's queue.
pub async fn serve(listener: TcpListener, router: Router, limits: &Limits, stop: impl Future<Output = ()> + Send) {
    let places = Arc::new(Semaphore::new(limits.connections_max));
    let graceful = GracefulShutdown::new();
    let mut connections = JoinSet::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        while connections.try_join_next().is_some() {}
        tokio::select! {
            () = &mut stop => break,
            accepted = accept(&listener, &places) => {
                if let Some((stream, peer, place)) = accepted {
                    let connection = http(limits).serve_connection(TokioIo::new(stream), answering(&router, peer));
                    let connection = graceful.watch(connection);
                    connections.spawn(async move {
                        if let Err(error) = connection.await {
                            tracing::debug!(%error, "a connection ended early");
                        }
                        drop(place);
                    });
                }
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(limits.stop_time_max, graceful.shutdown()).await.is_err() {
        tracing::warn!(open = connections.len(), "connections did not end within the time limit and were cut");
    }
    connections.shutdown().await;
}

async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> Option<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let place = Arc::clone(places).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => {
            // Small answers must not wait for the next segment.
            if let Err(error) = stream.set_nodelay(true) {
                tracing::debug!(%error, "a connection ended before it began");
            }
            Some((stream, peer, place))
        }
        Err(error) => {
            tracing::warn!(%error, "a connection could not be accepted");
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
    router: &Router,
    peer: SocketAddr,
) -> impl hyper::service::HttpService<
    Incoming,
    ResBody = axum::body::Body,
    Error = std::convert::Infallible,
    Future = impl Future<Output = Result<axum::response::Response, std::convert::Infallible>> + Send + use<>,
> + use<> {
    let router = router.clone();
    service_fn(move |mut request: hyper::Request<Incoming>| {
        request.extensions_mut().insert(PeerAddress(peer.ip()));
        router.clone().oneshot(request)
    })
}
