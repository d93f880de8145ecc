//! Every limit of the HTTP edge, with its unit and reason.

use std::time::Duration;

/// A JSON body unless its type names another limit: a filled form is under 10 KiB.
pub const JSON_BODY_BYTES_MAX: usize = 64 * 1024;
/// Nested arrays and objects of a JSON body: our deepest form has six.
pub const JSON_DEPTH_MAX: usize = 32;
/// Any request body: the vendors' clients send at most 70 MB at once.
pub const BODY_BYTES_MAX: usize = 70 * 1024 * 1024;
/// Characters of an `Idempotency-Key`: a UUID has 36, a prefixed one fits.
pub const IDEMPOTENCY_KEY_CHARS_MAX: usize = 100;
/// Characters of a key that a compatible surface makes: a box's id and its clients' free text.
pub const SURFACE_KEY_CHARS_MAX: usize = 200;
/// An answer kept for a repeated request; answers that write something are small.
pub const KEPT_ANSWER_BYTES_MAX: usize = 256 * 1024;
/// How long a repeated request gets its first answer: what the vendors' clients rely on.
pub const IDEMPOTENCY_KEPT: Duration = Duration::from_secs(90 * 24 * 60 * 60);
/// Characters of a query string's cursor.
pub const CURSOR_CHARS_MAX: usize = 256;
/// Items of a page when the client does not say.
pub const PAGE_ITEMS_USUAL: u32 = 50;
/// Characters of a `detail` built from what the client sent.
pub const DETAIL_CHARS_MAX: usize = 300;
/// Callers and addresses whose rate is remembered at once; each takes about 100 bytes.
pub const RATES_MAX: usize = 100_000;
/// What to tell a client that met a temporary fault: the longest usual stop of the store is shorter.
pub const RETRY_AFTER_FAULT: Duration = Duration::from_secs(5);
/// What to tell a client whose earlier request is still running.
pub const RETRY_AFTER_RUNNING: Duration = Duration::from_secs(1);
/// Requests of one key being carried out at once in this program; beyond, new writes are told to wait.
pub const RUNNING_MAX: usize = 10_000;
/// Bytes of a request's head (line and headers) the parser takes.
pub const HEAD_BYTES_MAX: usize = 64 * 1024;
/// Headers of a request.
pub const HEADERS_MAX: usize = 100;

/// Limits that a host may set.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Any request body, bytes.
    pub body_bytes_max: usize,
    /// From the first byte of a connection (or the end of the last answer) to the end of the head.
    pub head_time_max: Duration,
    /// From the head to the last byte of the body: 70 MB at 5 Mbit/s is 112 s.
    pub body_time_max: Duration,
    /// From the head to the answer's head, body reading included.
    pub request_time_max: Duration,
    /// Requests being answered at once; each may hold a body in memory.
    pub requests_max: usize,
    /// Open connections; each costs a few tens of KiB.
    pub connections_max: usize,
    /// Requests of one address, a second, steadily.
    pub address_rate: Rate,
    /// Requests of one caller, a second, steadily: the vendors' limit is 200.
    pub caller_rate: Rate,
    /// How long open requests may go on after a stop was asked.
    pub stop_time_max: Duration,
    /// Take the client's address from the last entry of `X-Forwarded-For`: only behind one's own proxy.
    pub trusts_forwarded: bool,
}

/// A token bucket: `per_second` refill, up to `burst` at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// Refill.
    pub per_second: u32,
    /// Size.
    pub burst: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body_bytes_max: BODY_BYTES_MAX,
            head_time_max: Duration::from_secs(15),
            body_time_max: Duration::from_secs(120),
            request_time_max: Duration::from_secs(180),
            requests_max: 512,
            connections_max: 4_096,
            address_rate: Rate { per_second: 400, burst: 800 },
            caller_rate: Rate { per_second: 200, burst: 400 },
            stop_time_max: Duration::from_secs(20),
            trusts_forwarded: false,
        }
    }
}
