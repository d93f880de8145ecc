//! The hands of the simulator: its clock, its pace, its faults.

use crate::desk::Regulator;
use crate::limits::CLOCK_STEP_MAX;
use crate::model::{Faults, Pace, RegulatorRefusal};
use crate::store::settings::{self, CLOCK_SHIFT, FAULTS, PACE};
use ::store::{Fault, Fetch, No, Tx};
use kernel::{Cx, Moment};
use std::time::Duration;

/// Turns the clock on by so much. Refuses more than ten years at once.
pub async fn advance(regulator: &Regulator, cx: &Cx, by: Duration) -> Result<(), No<RegulatorRefusal>> {
    if by > CLOCK_STEP_MAX {
        return Err(RegulatorRefusal::Field("seconds").into());
    }
    let shift = regulator.app.store.write(cx, by, |tx, _, by| Box::pin(write_shift(tx, *by))).await?;
    regulator.clock.turn(shift);
    Ok(())
}

/// Sets the clock to a moment. Refuses an earlier one than it shows.
pub async fn set(regulator: &Regulator, cx: &Cx, to: Moment) -> Result<(), No<RegulatorRefusal>> {
    if to < cx.now {
        return Err(RegulatorRefusal::Backwards.into());
    }
    // The shift is kept in whole seconds: rounded up, so that the moment asked for has come.
    let by = to.since(cx.now);
    let up = Duration::from_secs(by.as_secs() + u64::from(by.subsec_nanos() > 0));
    advance(regulator, cx, up).await
}

async fn write_shift(tx: &mut Tx<'_>, by: Duration) -> Result<Duration, No<RegulatorRefusal>> {
    settings::next(tx, "clock").await?;
    let before: u64 = settings::get(tx, CLOCK_SHIFT).await?;
    let shift = before.saturating_add(by.as_secs());
    settings::put(tx, CLOCK_SHIFT, &shift).await?;
    Ok(Duration::from_secs(shift))
}

/// The faults that are set.
pub async fn faults(from: &mut (impl Fetch + ?Sized)) -> Result<Faults, Fault> {
    settings::get(from, FAULTS).await
}

/// Sets all faults anew; what was held back goes out when its hour comes.
pub async fn set_faults(tx: &mut Tx<'_>, faults: &Faults) -> Result<(), No<RegulatorRefusal>> {
    settings::next(tx, "faults").await?;
    Ok(settings::put(tx, FAULTS, faults).await?)
}

/// The pace that was set, else that of the start.
pub async fn pace(regulator: &Regulator, from: &mut (impl Fetch + ?Sized)) -> Result<Pace, Fault> {
    let set: Option<Pace> = settings::get(from, PACE).await?;
    Ok(set.unwrap_or(regulator.pace))
}

/// Sets the pace of answers decided on from now.
pub async fn set_pace(tx: &mut Tx<'_>, pace: Pace) -> Result<(), No<RegulatorRefusal>> {
    Ok(settings::put(tx, PACE, &Some(pace)).await?)
}
