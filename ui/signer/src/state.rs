//! What the module holds between calls, and how a call runs.

use crate::limits::{BUFFER_BYTES_MAX, BUFFERS_MAX, KEYS_MAX, STREAMS_MAX};
use crate::message::{Answer, Request, write};
use crate::refusal::SignerRefusal;
use crate::streams::Stream;
use crate::tables::{Handles, Table};
use gost::PrivateKey;
use std::cell::RefCell;
use zeroize::Zeroizing;

thread_local! {
    static STATE: RefCell<State> = RefCell::new(State::new());
}

/// What a call does: it sees everything held, reads its request and answers.
pub type Operation = fn(&mut State, Request<'_>) -> Result<Answer, SignerRefusal>;

/// Everything held. Keys wipe themselves when they go, and so do buffers.
#[derive(Debug)]
pub struct State {
    handles: Handles,
    buffers: Table<Zeroizing<Vec<u8>>>,
    /// Each in a place of its own: a key that moved would stay where it lay, and only its last place is wiped.
    keys: Table<Box<PrivateKey>>,
    streams: Table<Stream>,
}

/// Works on what this instance holds. WebAssembly has one thread, and a test has its own.
pub fn with<T>(work: impl FnOnce(&mut State) -> T) -> T {
    STATE.with_borrow_mut(work)
}

impl State {
    pub fn new() -> Self {
        Self {
            handles: Handles::default(),
            buffers: Table::new("buffers", BUFFERS_MAX, SignerRefusal::UnknownBuffer),
            keys: Table::new("keys", KEYS_MAX, SignerRefusal::UnknownKey),
            streams: Table::new("streams", STREAMS_MAX, SignerRefusal::UnknownStream),
        }
    }

    /// A buffer of zeros to be written by the host. Zero when there are too many or it would be too long.
    pub fn new_buffer(&mut self, length: u32) -> u32 {
        match usize::try_from(length) {
            Ok(length) if length <= BUFFER_BYTES_MAX => self.keep_buffer(Zeroizing::new(vec![0; length])),
            _ => 0,
        }
    }

    fn keep_buffer(&mut self, buffer: Zeroizing<Vec<u8>>) -> u32 {
        self.buffers.put(&mut self.handles, buffer).unwrap_or_default()
    }

    /// Where a buffer lies; null when there is none. Good until the next call: memory may grow and move.
    pub fn buffer_at(&mut self, handle: u32) -> *mut u8 {
        self.buffers.get_mut(handle).map_or(std::ptr::null_mut(), |buffer| buffer.as_mut_ptr())
    }

    /// Bytes of a buffer; zero when there is none.
    pub fn buffer_length(&self, handle: u32) -> u32 {
        self.buffers.get(handle).map_or(0, |buffer| u32::try_from(buffer.len()).unwrap_or(u32::MAX))
    }

    /// Wipes it and gives its memory back.
    pub fn drop_buffer(&mut self, handle: u32) {
        drop(self.buffers.take(handle));
    }

    /// Runs a call. Its request is wiped whatever comes; the answer is a new buffer.
    pub fn run(&mut self, request: u32, operation: Operation) -> u32 {
        let taken = self.buffers.take(request);
        let answer = taken.and_then(|buffer| operation(self, Request::read(&buffer)?));
        self.keep_buffer(write(answer))
    }

    /// Feeds the first `length` octets of a buffer to a stream; the buffer stays, for the next chunk. Zero, or the answer that refuses.
    pub fn feed(&mut self, stream: u32, buffer: u32, length: u32) -> u32 {
        match self.try_feed(stream, buffer, length) {
            Ok(()) => 0,
            Err(refusal) => self.keep_buffer(write(Err(refusal))),
        }
    }

    fn try_feed(&mut self, stream: u32, buffer: u32, length: u32) -> Result<(), SignerRefusal> {
        let octets = self.buffers.get(buffer)?;
        let length = usize::try_from(length).ok();
        let chunk = length.and_then(|length| octets.get(..length));
        let chunk = chunk.ok_or_else(|| SignerRefusal::Call("a chunk longer than its buffer".to_owned()))?;
        self.streams.get_mut(stream)?.update(chunk)
    }

    /// Keeps a key; gives its handle.
    pub fn keep_key(&mut self, key: PrivateKey) -> Result<u32, SignerRefusal> {
        self.keys.put(&mut self.handles, Box::new(key))
    }

    pub fn key(&self, handle: u32) -> Result<&PrivateKey, SignerRefusal> {
        self.keys.get(handle).map(Box::as_ref)
    }

    /// Wipes a key; its handle is dead from here on.
    pub fn drop_key(&mut self, handle: u32) -> Result<(), SignerRefusal> {
        self.keys.take(handle).map(drop)
    }

    pub fn keep_stream(&mut self, stream: Stream) -> Result<u32, SignerRefusal> {
        self.streams.put(&mut self.handles, stream)
    }

    pub fn take_stream(&mut self, handle: u32) -> Result<Stream, SignerRefusal> {
        self.streams.take(handle)
    }
}
