//! Every limit of the simulator, with its unit and reason.

use std::time::Duration;

/// Bytes of one container: what a report with its attachments may have.
pub const CONTAINER_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Containers of one look at the feed.
pub const FEED_ITEMS_MAX: i64 = 100;
/// The longest wait for news of the feed: shorter than what proxies and clients cut off.
pub const FEED_WAIT_MAX: Duration = Duration::from_secs(30);
/// Certificates of one subscriber: a few people and their next ones.
pub const SUBSCRIBER_CERTIFICATES_MAX: usize = 16;
/// Bytes of one certificate: the largest seen have under 4 KiB.
pub const CERTIFICATE_BYTES_MAX: usize = 16 * 1024;
/// Characters of an organization's name, as the receipts allow.
pub const NAME_CHARS_MAX: usize = 1_000;
/// The longest step of the clock at once: ten years, so that a slip of the hand does not end every certificate.
pub const CLOCK_STEP_MAX: Duration = Duration::from_secs(10 * 366 * 24 * 60 * 60);
/// The longest delay that can be asked for: a quarter of a year.
pub const DELAY_MAX: Duration = Duration::from_secs(92 * 24 * 60 * 60);
/// Answers that one fault can touch.
pub const FAULT_COUNT_MAX: u32 = 10_000;
/// An answer held back to be overtaken goes out by itself after this much time of the simulator's clock.
pub const HELD_MAX: Duration = Duration::from_secs(60 * 60);
/// Errors told in one refusal: a person reads a page.
pub const ERRORS_TOLD_MAX: usize = 50;
/// How long the simulator's certificates hold: longer than the clock is usually turned.
pub const CERTIFICATE_LIFE: Duration = Duration::from_secs(15 * 366 * 24 * 60 * 60);
/// Characters of a test payer's name: what a common name of a certificate has room for.
pub const TEST_NAME_CHARS_MAX: usize = 64;
/// How long certificates of test payers hold: as qualified ones do.
pub const TEST_CERTIFICATE_LIFE: Duration = Duration::from_secs(15 * 30 * 24 * 60 * 60);
/// Rows of the journal on the page.
pub const JOURNAL_ROWS: i64 = 60;
/// Characters of a scripted document's title.
pub const SCRIPT_TITLE_CHARS_MAX: usize = 300;
/// Characters of its text: a few pages.
pub const SCRIPT_TEXT_CHARS_MAX: usize = 20_000;
/// Files of a scripted document.
pub const SCRIPT_FILES_MAX: u8 = 99;
