//! Every limit of the module, with its unit and its reason. The JavaScript side reads them from `about`.

/// Keys held at once: a person has a few; a page that asks for more leaks handles.
pub const KEYS_MAX: usize = 64;
/// Contents being hashed at once: the worker takes one call after another, a page may feed a few in turn.
pub const STREAMS_MAX: usize = 16;
/// Buffers at once: a call holds its request and its answer, a stream its chunk.
pub const BUFFERS_MAX: usize = 32;
/// Bytes of one buffer: the largest signed message that is read, and room for what goes with it. Linear memory never shrinks, so
/// contents go through in chunks instead.
pub const BUFFER_BYTES_MAX: usize = pki::limits::SIGNED_MESSAGE_BYTES_MAX + 16 * 1024 * 1024;
/// Bytes of the JSON of one request: a name of 64 long attributes in escapes fits several times.
pub const JSON_BYTES_MAX: usize = 1024 * 1024;
/// Octet strings beside the JSON of one request: certificates and lists of a verification.
pub const PARTS_MAX: usize = 512;
/// Bytes of chance a call must bring at least: the nonce of a 256-bit key. More is taken and mixed in.
pub const CHANCE_BYTES_MIN: usize = 32;
/// Bytes of chance a new key must bring at least: as many as the longest key has.
pub const KEY_CHANCE_BYTES_MIN: usize = 64;
