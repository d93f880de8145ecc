//! Every limit of trust, with unit and reason.

use std::time::Duration;

/// How often a process looks whether another one changed the lists: a revocation seen by one is seen by all within this.
pub const REFRESH_EVERY: Duration = Duration::from_secs(2);
/// Bytes of one file of certificates brought by hand: a national list of two thousand takes about 5 MB.
pub const AUTHORITIES_FILE_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Certificates brought at once: one transaction of that many rows stays under its time limit.
pub const IMPORTED_AT_ONCE_MAX: usize = 2_000;
/// Bytes of one revocation list brought by hand; 100,000 entries are about 3.6 MB. Kept in the database and in memory.
pub const LIST_FILE_BYTES_MAX: usize = 16 * 1024 * 1024;
/// Bytes of the published list of accredited authorities; that of some five hundred with all their certificates takes about 20 MB.
pub const ACCREDITED_FILE_BYTES_MAX: usize = 48 * 1024 * 1024;
/// Bytes of the request that carries it: JSON writes a quote or a line end as two.
pub const ACCREDITED_BODY_BYTES_MAX: usize = 56 * 1024 * 1024;
/// Nesting of the published list, which has nine levels.
pub const ACCREDITED_DEPTH_MAX: usize = 32;
/// Bytes of a bundle of certificates or lists given to a report.
pub const REPORT_FILE_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Bytes of a stored report: its certificates, lists and message, each as large as a file given, a third longer in base64.
pub const STORED_REPORT_BYTES_MAX: usize = 288 * 1024 * 1024;
/// Places where a stored report differs from the one made again that are told; a person looks at the first few.
pub const DIFFERENCES_TOLD_MAX: usize = 20;
