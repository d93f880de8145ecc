//! What the room forgets, and when.

use crate::limits::{SWEEP_MAX, SWEEP_STEPS_MAX};
use crate::store::{attempts, sign_ins};
use ::store::{Fault, No, Sql, Store, binds};
use kernel::Cx;
use std::convert::Infallible;
use std::time::Duration;

/// An expired sign-in stays listed in the table so long, for questions about who came when.
pub const SIGN_IN_KEPT: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// Removes sign-ins that expired 30 days ago and counted attempts whose window has ended, in short steps; says how
/// many rows. `svitok` calls it every hour.
pub async fn sweep(store: &Store, cx: &Cx) -> Result<u64, Fault> {
    let old = cx.now.minus(SIGN_IN_KEPT);
    let mut removed = sweep_one(store, cx, (&sign_ins::SWEEP, old.micros())).await?;
    removed += sweep_one(store, cx, (&attempts::SWEEP, cx.now.micros())).await?;
    Ok(removed)
}

async fn sweep_one(store: &Store, cx: &Cx, what: (&'static Sql, i64)) -> Result<u64, Fault> {
    let mut removed = 0;
    for _ in 0..SWEEP_STEPS_MAX {
        let step = store.write(cx, what, |tx, _, (sql, before)| {
            Box::pin(async move { Ok::<_, No<Infallible>>(tx.execute(sql, binds![*before, SWEEP_MAX]).await?) })
        });
        let step = step.await.map_err(|no| match no {
            No::Fault(fault) => fault,
            No::Refused(never) => match never {},
        })?;
        removed += step;
        if step == 0 {
            break;
        }
    }
    Ok(removed)
}
