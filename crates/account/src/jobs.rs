//! What the room forgets, and when.

use crate::store::{attempts, sign_ins};
use ::store::{Fault, Store};
use kernel::Cx;
use std::time::Duration;

/// An expired sign-in stays listed in the table so long, for questions about who came when.
pub const SIGN_IN_KEPT: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// Removes sign-ins that expired 30 days ago and counted attempts whose window has ended, in short steps; says how
/// many rows. `svitok` calls it every hour.
pub async fn sweep(store: &Store, cx: &Cx) -> Result<u64, Fault> {
    let sign_ins = store.sweep_rows(cx, &sign_ins::SWEEP, cx.now.minus(SIGN_IN_KEPT)).await?;
    let attempts = store.sweep_rows(cx, &attempts::SWEEP, cx.now).await?;
    Ok(sign_ins + attempts)
}
