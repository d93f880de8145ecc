//! What the room forgets, and when.

use crate::store::{attempts, notices, sign_ins};
use ::store::{Fault, Store};
use kernel::Cx;
use std::time::Duration;

/// An expired sign-in stays listed in the table so long, for questions about who came when.
pub const SIGN_IN_KEPT: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// A notice stays with the person so long, as letters do.
pub const NOTICE_KEPT: Duration = Duration::from_secs(90 * 24 * 60 * 60);

/// Removes sign-ins that expired 30 days ago counted attempts whose window has ended, and notices older than 90 days, in
/// short steps; says how many rows. `svitok` calls it every hour.
pub async fn sweep(store: &Store, cx: &Cx) -> Result<u64, Fault> {
    let sign_ins = store.sweep_rows(cx, &sign_ins::SWEEP, cx.now.minus(SIGN_IN_KEPT)).await?;
    let attempts = store.sweep_rows(cx, &attempts::SWEEP, cx.now).await?;
    let notices = store.sweep_rows(cx, &notices::SWEEP, cx.now.minus(NOTICE_KEPT)).await?;
    Ok(sign_ins + attempts + notices)
}
