//! Limits of the provider, each with its unit and reason.

use std::time::Duration;

const HOUR: u64 = 60 * 60;
const DAY: u64 = 24 * HOUR;

/// A code of authorization is exchanged at once by the program that asked for it (RFC 6749 §4.1.2 allows ten minutes).
pub const CODE_LIFE: Duration = Duration::from_secs(60);
/// A code that was used or has expired is remembered so long, so that its replay ends what it gave.
pub const CODE_KEPT: Duration = Duration::from_secs(DAY);
/// Typing eight letters from one screen into another: the vendor's sample says 300 s.
pub const DEVICE_LIFE: Duration = Duration::from_secs(300);
/// How often a device may ask, in seconds: the vendor's sample says 3.
pub const DEVICE_INTERVAL_SECONDS: i64 = 3;
/// Added for each time a device asks too soon (RFC 8628 §3.5).
pub const DEVICE_SLOWER_SECONDS: i64 = 5;
/// Codes of devices of one program that wait at once: each is a guess made easier.
pub const DEVICES_WAITING_MAX: i64 = 1_000;
/// An id_token says who signed in; a program reads it when it gets it.
pub const ID_TOKEN_LIFE: Duration = Duration::from_secs(HOUR);
/// A key signs so long: a stolen one is of little use, and programs learn to ask for new keys.
pub const KEY_SIGNS: Duration = Duration::from_secs(30 * DAY);
/// The next key is published so long before it signs: programs keep the list of keys for a day.
pub const KEY_ANNOUNCED: Duration = Duration::from_secs(DAY);
/// Clocks of programs differ by so much at most.
pub const CLOCK_LEEWAY: Duration = Duration::from_secs(5 * 60);
/// How long the list of keys may be kept by who read it, in seconds.
pub const KEYS_CACHED_SECONDS: u64 = HOUR;
/// Bytes of a form or of a password or certificate that a program sends: a certificate in base64 has 4 KiB.
pub const FORM_BYTES_MAX: usize = 64 * 1024;
/// Fields of a form: the longest grant has ten.
pub const FORM_FIELDS_MAX: usize = 40;
/// Bytes of the query of a request for authorization: it is carried through the sign-in in an address.
pub const AUTHORIZE_BYTES_MAX: usize = 1_500;
/// Characters of `state` and of `nonce`: libraries draw 43.
pub const STATE_CHARS_MAX: usize = 512;
/// Addresses to return to of one program: its test, its production, a developer's machine.
pub const REDIRECTS_MAX: usize = 10;
/// Characters of one.
pub const REDIRECT_CHARS_MAX: usize = 300;
