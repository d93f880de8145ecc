//! `GET` and `PUT /v1/clock`, `POST /v1/clock/advance`, `PUT /v1/pace`

use crate::desk::Regulator;
use crate::model::{Pace, RegulatorRefusal};
use crate::ops::turn;
use axum::extract::State;
use kernel::{Clock as _, Moment};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use web::{Answer, Asking, Limited, Problem, RequestBody, done, ok};

/// What the clock shows.
#[derive(Debug, Serialize)]
pub struct ClockView {
    /// RFC 3339.
    now: String,
    /// How far it is ahead of the machine.
    shift_seconds: u64,
}

/// To which moment it is set.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetBody {
    /// RFC 3339; not before what it shows.
    set: String,
}

/// By how much it is turned on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdvanceBody {
    seconds: u32,
}

/// How fast the authorities are.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaceBody {
    pace: Pace,
}

impl RequestBody for SetBody {}
impl RequestBody for AdvanceBody {}
impl RequestBody for PaceBody {}

/// What it shows.
pub async fn show(State(regulator): State<Regulator>) -> Answer<ClockView> {
    Ok(ok(ClockView { now: regulator.clock.now().to_rfc3339(), shift_seconds: regulator.clock.shift().as_secs() }))
}

/// Sets it forwards.
pub async fn set(State(regulator): State<Regulator>, Asking(cx): Asking, body: Limited<SetBody>) -> Answer<ClockView> {
    let to = Moment::parse_rfc3339(&body.set).map_err(|_| Problem::refused(RegulatorRefusal::Field("set")))?;
    turn::set(&regulator, &cx, to).await?;
    show(State(regulator)).await
}

/// Turns it on.
pub async fn advance(
    State(regulator): State<Regulator>,
    Asking(cx): Asking,
    body: Limited<AdvanceBody>,
) -> Answer<ClockView> {
    turn::advance(&regulator, &cx, Duration::from_secs(u64::from(body.seconds))).await?;
    show(State(regulator)).await
}

/// Sets the pace of answers decided on from now.
pub async fn set_pace(State(regulator): State<Regulator>, Asking(cx): Asking, body: Limited<PaceBody>) -> Answer<()> {
    regulator.app.store.write(&cx, body.pace, |tx, _, pace| Box::pin(turn::set_pace(tx, *pace))).await?;
    Ok(done())
}
