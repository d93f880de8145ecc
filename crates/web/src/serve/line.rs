//! One connection's bytes: a client that takes its answer too slowly is cut, one that still sends when it was answered
//! is listened to for a short time.

use crate::edge::Unread;
use crate::limits::{LINGER_TIME_MAX, Limits};
use crate::pace::Watch;
use std::future::Future as _;
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

/// Octets thrown away at once while a connection ends.
const DISCARDED_BYTES: usize = 16 * 1024;

/// A connection as the HTTP parser sees it.
pub(super) struct Line {
    stream: TcpStream,
    taking: Watch,
    unread: Unread,
    lingering: Option<Pin<Box<Sleep>>>,
}

impl Line {
    pub(super) fn new(stream: TcpStream, limits: &Limits, unread: Unread) -> Self {
        Self { stream, taking: Watch::new(limits.answer_pace, limits.answer_time_max), unread, lingering: None }
    }

    fn written(&mut self, cx: &mut Context<'_>, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        match written {
            Poll::Ready(Ok(bytes)) => {
                self.taking.moved(bytes);
                Poll::Ready(Ok(bytes))
            }
            Poll::Pending => {
                let too_slow = self.taking.poll_too_slow(cx);
                too_slow.map(|()| Err(io::Error::new(io::ErrorKind::TimedOut, "the answer is taken too slowly")))
            }
            failed @ Poll::Ready(Err(_)) => failed,
        }
    }

    /// Closing with unread octets in the system's buffer would reset the connection, and the reset may overtake the
    /// answer that says why.
    fn poll_linger(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let time = self.lingering.get_or_insert_with(|| Box::pin(sleep(LINGER_TIME_MAX)));
        if time.as_mut().poll(cx).is_ready() {
            return Poll::Ready(());
        }
        let mut discarded = [0; DISCARDED_BYTES];
        loop {
            let mut buffer = ReadBuf::new(&mut discarded);
            let read = ready!(Pin::new(&mut self.stream).poll_read(cx, &mut buffer));
            if read.is_err() || buffer.filled().is_empty() {
                return Poll::Ready(());
            }
        }
    }
}

impl AsyncRead for Line {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Line {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.stream).poll_write(cx, bytes);
        this.written(cx, written)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.stream).poll_write_vectored(cx, slices);
        this.written(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    /// Asked when all that there was is written.
    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        ready!(Pin::new(&mut this.stream).poll_flush(cx))?;
        this.taking.rest();
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        if this.lingering.is_none() {
            ready!(Pin::new(&mut this.stream).poll_shutdown(cx))?;
        }
        if this.unread.is_so() {
            ready!(this.poll_linger(cx));
        }
        Poll::Ready(Ok(()))
    }
}
