//! The machine itself: clocks of processor time, how busy it is, the disk's sync rate.

use super::super::Failure;
use super::figures::{Figures, per_second, percentile};
use std::io::Write;
use std::time::{Duration, Instant};

/// How long the disk is asked.
const DISK_TIME: Duration = Duration::from_secs(1);
/// What is appended before each sync: a page.
const APPENDED_BYTES: usize = 4096;
/// Linux tells the times of a process in these, whatever the machine.
const TICKS_PER_SECOND: u64 = 100;

/// Now, for measuring.
#[expect(clippy::disallowed_methods, reason = "a bench measures; it is not business time")]
pub(super) fn now() -> Instant {
    Instant::now()
}

/// Processor time of this thread: other programs on the machine do not disturb it much.
pub(super) fn thread_time() -> Result<Duration, Failure> {
    let counters = std::fs::read_to_string("/proc/thread-self/schedstat");
    let counters = counters.map_err(|why| Failure::failed("the time of a thread", why))?;
    let spent = counters.split(' ').next().and_then(|field| field.parse().ok());
    spent.map(Duration::from_nanos).ok_or_else(|| Failure::Failed("the time of a thread is not told".to_owned()))
}

/// Processor time of a process and all its threads so far, to 10 ms.
pub(super) fn process_time(pid: u32) -> Result<Duration, Failure> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"));
    let stat = stat.map_err(|why| Failure::failed("the time of the server", why))?;
    // The second field is a name in brackets and may hold spaces; user and system time are the 14th and 15th.
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let fields: Vec<u64> = after_name.split_whitespace().skip(11).take(2).filter_map(|f| f.parse().ok()).collect();
    let [user, system] = fields.as_slice() else {
        return Err(Failure::Failed("the time of the server is not told".to_owned()));
    };
    Ok(Duration::from_millis(user.saturating_add(*system).saturating_mul(1000) / TICKS_PER_SECOND))
}

/// Memory a process holds, in KiB.
pub(super) fn resident_kib(pid: u32) -> Result<u64, Failure> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"));
    let status = status.map_err(|why| Failure::failed("the memory of the server", why))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next()).and_then(|number| number.parse().ok());
    number.ok_or_else(|| Failure::Failed("the memory of the server is not told".to_owned()))
}

/// Appends and syncs for a second.
pub(super) fn measure(figures: &mut Figures) -> Result<(), Failure> {
    eprintln!("disk: 4 KB appended and synced for {} s", DISK_TIME.as_secs());
    let failed = |why| Failure::failed("the disk", why);
    let mut file = tempfile::tempfile().map_err(failed)?;
    let (begun, mut took) = (now(), Vec::new());
    while begun.elapsed() < DISK_TIME {
        let one = now();
        file.write_all(&[0; APPENDED_BYTES]).and_then(|()| file.sync_data()).map_err(failed)?;
        took.push(one.elapsed());
    }
    figures.set("machine.load_average", load_average()?);
    figures.set("machine.fdatasync_per_s", per_second(took.len(), begun.elapsed()));
    figures.set("machine.fdatasync_p99_ms", super::figures::ms(percentile(&mut took, 99)));
    Ok(())
}

/// Programs that wanted a processor in the last minute, on average: what else the machine does.
pub(super) fn load_average() -> Result<f64, Failure> {
    let text = std::fs::read_to_string("/proc/loadavg").map_err(|why| Failure::failed("the load average", why))?;
    let first = text.split(' ').next().and_then(|number| number.parse().ok());
    first.ok_or_else(|| Failure::Failed("the load average is not told".to_owned()))
}
