//! Every limit of the HTTP edge, with its unit and reason.

use std::time::Duration;

/// A JSON body unless its type names another limit: a filled form is under 10 KiB.
pub const JSON_BODY_BYTES_MAX: usize = 64 * 1024;
/// Nested arrays and objects of a JSON body: our deepest form has six.
pub const JSON_DEPTH_MAX: usize = 32;
/// Any request body, unless the host sets another number: the vendors' clients send at most 70 MB at once.
pub const BODY_BYTES_MAX: usize = 70 * 1024 * 1024;
/// The largest that a host may set: what the store keeps as one piece.
pub const BODY_BYTES_CEILING: usize = store::limits::CONTENT_BYTES_MAX;
/// Bodies and answers of the largest size that their memories hold: with one, a client would keep all others out.
pub const LARGEST_AT_ONCE: usize = 2;
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
/// What a client is told when the disk is full: a person has to make room.
pub const RETRY_AFTER_DISK_FULL: Duration = Duration::from_secs(60);
/// What a client is told that found no memory for its body or answer: as for a temporary fault, large bodies are long.
pub const RETRY_AFTER_NO_ROOM: Duration = RETRY_AFTER_FAULT;
/// A body or an answer up to this size needs no part of the counted memory: the number of requests covers it (512 of
/// them hold 32 MiB), so that no flood of large ones keeps small ones out.
pub const SMALL_BODY_BYTES: usize = JSON_BODY_BYTES_MAX;
/// Any two addresses together may take all of a memory, none alone.
pub const ADDRESS_PART: usize = 2;
/// How long a client is listened to that still sends although it was answered: long enough to read the answer, short
/// enough to be no way to hold a connection.
pub const LINGER_TIME_MAX: Duration = Duration::from_secs(5);
/// The system's buffer for what a client has not taken yet. Without it the system lets each grow to several MiB, and
/// nobody sees for minutes whether a slow client still takes anything.
pub const SEND_BUFFER_BYTES: usize = 256 * 1024;
/// Papers printed at once: each takes a whole processor for milliseconds a page, and up to 60 MiB where it is long.
pub const PRINTED_AT_ONCE_MAX: usize = 2;
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
    /// How a body must come within that time.
    pub body_pace: Pace,
    /// Bytes of large bodies in memory at once. While a message is understood it may take four times its body: the
    /// text, the base64 inside it, the content, the content read back from the disk. Never below `body_bytes_max`.
    pub body_memory_bytes_max: usize,
    /// Bytes of large answers in memory at once, until their clients have taken them.
    pub answer_memory_bytes_max: usize,
    /// How a client must take an answer.
    pub answer_pace: Pace,
    /// From an answer's first byte that the system could not take to its last one: 70 MB at 1 Mbit/s are 587 s.
    pub answer_time_max: Duration,
    /// From the head to the answer's head, body reading included.
    pub request_time_max: Duration,
    /// Requests being answered at once; each may hold a small body in memory beside the counted large ones.
    pub requests_max: usize,
    /// Of these, requests of one address.
    pub requests_address_max: usize,
    /// Of `requests_max`, requests whose body is still coming; the others can always be answered.
    pub bodies_coming_max: usize,
    /// Of these, requests of one address.
    pub bodies_coming_address_max: usize,
    /// Open connections; each costs at most a head and a send buffer.
    pub connections_max: usize,
    /// Of these, connections of one address: an office behind one address opens six for each person at work. Not
    /// looked at behind one's own proxy (`trusts_forwarded`), whose address stands for everybody.
    pub connections_address_max: usize,
    /// Requests of one address, a second, steadily.
    pub address_rate: Rate,
    /// Requests of one caller, a second, steadily: the vendors' limit is 200.
    pub caller_rate: Rate,
    /// How long open requests may go on after a stop was asked.
    pub stop_time_max: Duration,
    /// Take the client's address from the last entry of `X-Forwarded-For`: only behind one's own proxy.
    pub trusts_forwarded: bool,
    /// The world sees this host by https: cookies are bound to it.
    pub is_https: bool,
}

/// A token bucket: `per_second` refill, up to `burst` at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// Refill.
    pub per_second: u32,
    /// Size.
    pub burst: u32,
}

/// How something must move: nothing is asked within the grace, then so many bytes in it and in every window after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The first stretch of time.
    pub grace: Duration,
    /// Each further one.
    pub window: Duration,
    /// Bytes that must move in each.
    pub bytes_min: usize,
}

/// 1 KiB a second, a tenth of the slowest mobile link; what is smaller comes whole within the grace.
const BODY_PACE: Pace = Pace { grace: Duration::from_secs(20), window: Duration::from_secs(10), bytes_min: 10 * 1024 };
/// Again 1 KiB a second. The system tells of free space only when a third of its buffer is free, so a slow client is
/// seen to move in steps of up to 170 KiB, and the stretches are longer.
const ANSWER_PACE: Pace =
    Pace { grace: Duration::from_secs(60), window: Duration::from_secs(60), bytes_min: 60 * 1024 };

impl Limits {
    /// Those of a host whose largest request has so many bytes: a larger one is given more time, so that the slowest
    /// line that is taken stays the same; a smaller one is given no less.
    #[must_use]
    pub fn for_bodies(bytes_max: usize) -> Self {
        let usual = Self::default();
        let body_time_max = longer(usual.body_time_max, bytes_max);
        Self {
            body_bytes_max: bytes_max,
            body_time_max,
            request_time_max: body_time_max + usual.request_time_max.saturating_sub(usual.body_time_max),
            answer_time_max: longer(usual.answer_time_max, bytes_max),
            ..usual
        }
    }
}

/// A time for [`BODY_BYTES_MAX`], for so many bytes.
fn longer(time: Duration, bytes: usize) -> Duration {
    let [bytes, usual] = [bytes, BODY_BYTES_MAX].map(|bytes| u64::try_from(bytes).unwrap_or(u64::MAX));
    let milliseconds = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
    let scaled = milliseconds.saturating_mul(bytes.max(usual)) / usual.max(1);
    Duration::from_millis(scaled)
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body_bytes_max: BODY_BYTES_MAX,
            head_time_max: Duration::from_secs(15),
            body_time_max: Duration::from_secs(120),
            body_pace: BODY_PACE,
            body_memory_bytes_max: 512 * 1024 * 1024,
            answer_memory_bytes_max: 512 * 1024 * 1024,
            answer_pace: ANSWER_PACE,
            answer_time_max: Duration::from_secs(600),
            request_time_max: Duration::from_secs(180),
            requests_max: 512,
            requests_address_max: 256,
            bodies_coming_max: 384,
            bodies_coming_address_max: 128,
            connections_max: 4_096,
            connections_address_max: 512,
            address_rate: Rate { per_second: 400, burst: 800 },
            caller_rate: Rate { per_second: 200, burst: 400 },
            stop_time_max: Duration::from_secs(20),
            trusts_forwarded: false,
            is_https: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn larger_bodies_are_given_more_time() {
        let usual = Limits::default();
        let times = |limits: &Limits| [limits.body_time_max, limits.request_time_max, limits.answer_time_max];
        for bytes in [1024 * 1024, BODY_BYTES_MAX] {
            let limits = Limits::for_bodies(bytes);
            assert_eq!((limits.body_bytes_max, times(&limits)), (bytes, times(&usual)));
        }
        let twice = Limits::for_bodies(2 * BODY_BYTES_MAX);
        assert_eq!(times(&twice), [240, 300, 1200].map(Duration::from_secs));
        assert!(usual.body_memory_bytes_max >= LARGEST_AT_ONCE * BODY_BYTES_CEILING, "the defaults carry any host");
        assert!(usual.answer_memory_bytes_max >= LARGEST_AT_ONCE * BODY_BYTES_CEILING);
    }
}
