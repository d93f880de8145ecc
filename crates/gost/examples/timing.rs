//! Whether the time of a signature tells anything of the key: Welch's t-test between one fixed key and random ones, over
//! runs in random order. `cargo run --release -p gost --example timing [RUNS]` (1,000,000 runs of each of the fast curves).
//! A |t| of 4.5 and more is a leak; exit code 1 says so. Needs a quiet machine.
#![expect(clippy::float_arithmetic, reason = "a test of statistics")]
#![expect(clippy::cast_precision_loss, reason = "counts of runs and nanoseconds are far below 2^52")]

use gost::{ParamSet, PrivateKey, hash};
use std::process::ExitCode;
use std::time::Instant;

/// From here on the two kinds of runs are told apart. The usual bound of such tests.
const T_MAX: f64 = 4.5;
/// Runs when nothing else is asked.
const RUNS: usize = 1_000_000;
/// Keys that lie ready, of both kinds side by side, so that memory is the same for both.
const READY: usize = 2_048;
/// The slowest runs are interrupts, not signatures: those above this share of all, and of the rest again at a half of it.
const KEPT_PERCENT: [usize; 3] = [100, 95, 80];

const CURVES: [ParamSet; 4] = [ParamSet::XA, ParamSet::TcA, ParamSet::Tc512A, ParamSet::Tc512C];

fn chance(name: &str, length: usize) -> Vec<u8> {
    let mut octets = hash::streebog512(name.as_bytes()).to_vec();
    octets.truncate(length);
    octets
}

struct Ready {
    is_fixed: bool,
    key: PrivateKey,
}

fn ready(set: ParamSet) -> Option<Vec<Ready>> {
    let size = set.size_bytes();
    let make = |number: usize| {
        let is_fixed = chance(&format!("kind {number}"), 1).first().is_some_and(|octet| octet & 1 == 1);
        let name = if is_fixed { "fixed".to_owned() } else { format!("random {number}") };
        let mut octets = chance(&name, size);
        // Below every order.
        octets.last_mut().into_iter().for_each(|highest| *highest &= 0x1f);
        Some(Ready { is_fixed, key: PrivateKey::from_le(set, &octets).ok()? })
    };
    (0..READY).map(make).collect()
}

/// Mean, variance and count.
fn moments(times: &[u64]) -> (f64, f64, f64) {
    let count = times.len() as f64;
    let mean = times.iter().map(|time| *time as f64).sum::<f64>() / count;
    let variance = times.iter().map(|time| (*time as f64 - mean).powi(2)).sum::<f64>() / (count - 1.0);
    (mean, variance, count)
}

fn t_value(fixed: &[u64], random: &[u64]) -> f64 {
    let ((mean, variance, count), (other_mean, other_variance, other_count)) = (moments(fixed), moments(random));
    (mean - other_mean) / (variance / count + other_variance / other_count).sqrt()
}

/// The worst |t| over all runs and over the fastest of them.
fn worst(times: &[(bool, u64)]) -> f64 {
    let mut sorted: Vec<u64> = times.iter().map(|(_, time)| *time).collect();
    sorted.sort_unstable();
    let of_part = |percent: usize| {
        let place = (sorted.len() * percent / 100).saturating_sub(1);
        let bound = sorted.get(place).copied().unwrap_or(u64::MAX);
        let of_kind = |kind: bool| -> Vec<u64> {
            times.iter().filter(|(is_fixed, time)| *is_fixed == kind && *time <= bound).map(|(_, time)| *time).collect()
        };
        t_value(&of_kind(true), &of_kind(false)).abs()
    };
    KEPT_PERCENT.into_iter().map(of_part).fold(0.0, f64::max)
}

#[expect(clippy::disallowed_methods, reason = "this is a measurement")]
fn measured(set: ParamSet, runs: usize) -> Option<f64> {
    let ready = ready(set)?;
    let digest = chance("digest", set.size_bytes());
    let mut times = Vec::with_capacity(runs);
    for run in 0..runs {
        let one = ready.get(run % READY)?;
        let hedge = (run as u64).to_le_bytes();
        let begun = Instant::now();
        let signature = one.key.sign_digest(std::hint::black_box(&digest), &hedge).ok()?;
        let took = begun.elapsed();
        std::hint::black_box(signature);
        times.push((one.is_fixed, u64::try_from(took.as_nanos()).ok()?));
    }
    Some(worst(&times))
}

fn main() -> ExitCode {
    let runs = std::env::args().nth(1).and_then(|runs| runs.parse().ok()).unwrap_or(RUNS);
    let mut leaks = false;
    for set in CURVES {
        let Some(t) = measured(set, runs) else {
            eprintln!("{set:?}: a signature failed");
            return ExitCode::FAILURE;
        };
        println!("sign {set:?}: |t| = {t:.2} over {runs} runs");
        leaks |= t >= T_MAX;
    }
    if leaks { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
