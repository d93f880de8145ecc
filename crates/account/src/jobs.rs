//! What the room does in the background: letters that were asked for; and what it forgets, and when.

use crate::http::Room;
use crate::model::JOURNAL_KEPT;
use crate::ops::errand;
use crate::store::{attempts, challenges, devices, journal, links, notices, phones, proposals, sign_ins, tasks};
use ::store::{Fault, Handlers, KindLimits, Store};
use kernel::Cx;
use std::sync::Arc;
use std::time::Duration;

/// An expired sign-in stays listed in the table so long, for questions about who came when.
pub const SIGN_IN_KEPT: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// A notice stays with the person so long, as letters do.
pub const NOTICE_KEPT: Duration = Duration::from_secs(90 * 24 * 60 * 60);

/// A task that is over stays listed so long: people ask in the next year what was done in this one.
pub const TASK_KEPT: Duration = Duration::from_secs(366 * 24 * 60 * 60);

/// Adds this room's handlers.
#[must_use]
pub fn handlers(handlers: Handlers, room: &Room) -> Handlers {
    let (app, settings) = (room.app.clone(), Arc::clone(&room.settings));
    handlers.on(errand::WRITE, KindLimits::default(), move |job, payload| {
        errand::carry_out(app.clone(), Arc::clone(&settings), job, payload)
    })
}

/// Removes sign-ins that expired 30 days ago, counted attempts whose window has ended, links, challenges,
/// proposals and devices that have expired, notices older than 90 days, tasks over for a year, and tries to sign in of half a year ago, in short
/// steps; says how many rows. `svitok` calls it every hour.
pub async fn sweep(store: &Store, cx: &Cx) -> Result<u64, Fault> {
    let sign_ins = store.sweep_rows(cx, &sign_ins::SWEEP, cx.now.minus(SIGN_IN_KEPT)).await?;
    let attempts = store.sweep_rows(cx, &attempts::SWEEP, cx.now).await?;
    let links = store.sweep_rows(cx, &links::SWEEP, cx.now).await?;
    let challenges = store.sweep_rows(cx, &challenges::SWEEP, cx.now).await?;
    let proposals = store.sweep_rows(cx, &proposals::SWEEP, cx.now).await?;
    let devices = store.sweep_rows(cx, &devices::SWEEP, cx.now).await?;
    let pending = store.sweep_rows(cx, &devices::SWEEP_PENDING, cx.now).await?;
    let codes = store.sweep_rows(cx, &phones::SWEEP_CODES, cx.now).await?;
    let tries = store.sweep_rows(cx, &journal::SWEEP, cx.now.minus(JOURNAL_KEPT)).await?;
    let notices = store.sweep_rows(cx, &notices::SWEEP, cx.now.minus(NOTICE_KEPT)).await?;
    let tasks = store.sweep_rows(cx, &tasks::SWEEP, cx.now.minus(TASK_KEPT)).await?;
    Ok(sign_ins + attempts + links + challenges + proposals + devices + pending + codes + tries + notices + tasks)
}
