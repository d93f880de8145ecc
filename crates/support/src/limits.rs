//! Every limit of the room, with its unit and reason.

use std::time::Duration;

/// Characters of a code: the longest of ours has 60.
pub const CODE_CHARS_MAX: usize = 100;
/// Characters of a place of the site: the longest path of ours has under 200.
pub const PLACE_CHARS_MAX: usize = 300;
/// Characters of what a person writes, and of the answer: a page.
pub const COMMENT_CHARS_MAX: usize = 2_000;
/// Requests of one person that wait for an answer: more tell nothing new.
pub const OPEN_REQUESTS_MAX: i64 = 20;
/// How long an answered request stays: a year of questions about it.
pub const ANSWERED_KEPT: Duration = Duration::from_secs(365 * 24 * 60 * 60);
/// Checks of a diagnostics: ours has about thirty.
pub const CHECKS_MAX: usize = 60;
/// Characters of a check's name.
pub const NAME_CHARS_MAX: usize = 64;
/// Characters of what a check found.
pub const FOUND_CHARS_MAX: usize = 200;
/// How long a shared report is read: a conversation with support takes days, not months.
pub const REPORT_LIFE: Duration = Duration::from_secs(14 * 24 * 60 * 60);
/// Reports of one person that are still shared.
pub const REPORTS_MAX: i64 = 20;
