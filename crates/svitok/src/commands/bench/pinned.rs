//! Measuring on one processor, which the processes started meanwhile share.

use super::super::Failure;
use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};

/// Runs the measuring on the last processor this process may use.
pub(super) fn pinned(measure: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    let failed = |why| Failure::failed("pinning to one processor", why);
    let before = sched_getaffinity(None).map_err(failed)?;
    let last = (0..CpuSet::MAX_CPU).rev().find(|cpu| before.is_set(*cpu));
    let mut one = CpuSet::new();
    one.set(last.ok_or_else(|| Failure::Failed("no processor to pin to".to_owned()))?);
    sched_setaffinity(None, &one).map_err(failed)?;
    let measured = measure();
    sched_setaffinity(None, &before).map_err(failed)?;
    measured
}
