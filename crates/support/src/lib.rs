//! Workplace diagnostics and requests to the administrators of this host.
//!
//! A person files a [`Request`] about what went wrong and reads the answer; a [`Report`] of a diagnostics is kept without
//! personal data and read by whoever has its link, for a time.

mod http;
mod limits;
mod model;
mod ops;
mod store;

pub use http::{Room, router};
pub use model::{CheckLine, CheckState, Report, Request, SupportRefusal, SupportRequestId};
pub use ops::{find_report, sweep};
pub use store::STATEMENTS;

use ::store::Migration;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[::store::migration!("20261128130000_support_requests")];
