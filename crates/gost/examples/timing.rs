//! Whether the time of a signature, or of an agreed key (VKO), tells anything of the private key: Welch's t-test between
//! one fixed key and random ones, over runs in random order. `cargo run --release -p gost --example timing [RUNS]`
//! (1,000,000 runs of each of the fast curves). Digest, peer and UKM are public and the same in every run.
//! A |t| of 4.5 and more is a leak; exit code 1 says so. Needs a quiet machine.
#![expect(clippy::float_arithmetic, reason = "a test of statistics")]
#![expect(clippy::cast_precision_loss, reason = "counts of runs and nanoseconds are far below 2^52")]

use gost::key_agreement::vko_256;
use gost::{ParamSet, PrivateKey, hash};
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

/// From here on the two kinds of runs are told apart. The usual bound of such tests.
const T_MAX: f64 = 4.5;
/// Runs when nothing else is asked.
const RUNS: usize = 1_000_000;
/// The slowest runs are interrupts, not signatures: those above this share of all, and of the rest again at a half of it.
const KEPT_PERCENT: [usize; 3] = [100, 95, 80];
/// Of the UKM of an agreed key: as long as every parameter set takes it.
const UKM_BYTES: usize = 16;

const CURVES: [ParamSet; 4] = [ParamSet::XA, ParamSet::TcA, ParamSet::Tc512A, ParamSet::Tc512C];

fn chance(name: &str, length: usize) -> Vec<u8> {
    let mut octets = hash::streebog512(name.as_bytes()).to_vec();
    octets.truncate(length);
    octets
}

/// The key of a run: of two, one is the fixed one. Both kinds are made by the same steps at the same place.
fn key_of(set: ParamSet, run: usize) -> Option<(bool, PrivateKey)> {
    let size = set.size_bytes();
    let (drawn, fixed) = (chance(&format!("run {run}"), 64), chance("fixed", 64));
    let is_fixed = chance(&format!("kind {run}"), 1).first()? & 1;
    let mask = is_fixed.wrapping_neg();
    let chosen = drawn.iter().zip(&fixed).map(|(drawn, fixed)| (drawn & !mask) | (fixed & mask));
    let mut octets: Vec<u8> = chosen.take(size).collect();
    // Below every order.
    octets.last_mut().into_iter().for_each(|highest| *highest &= 0x1f);
    Some((is_fixed == 1, PrivateKey::from_le(set, &octets).ok()?))
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

/// What is timed: a key and the octets of the run that are public go in, whether something came out comes out.
type Act<'a> = dyn Fn(&PrivateKey, &[u8]) -> Option<()> + 'a;

#[expect(clippy::disallowed_methods, reason = "this is a measurement")]
fn measured(set: ParamSet, runs: usize, act: &Act<'_>) -> Option<f64> {
    let mut times = Vec::with_capacity(runs);
    for run in 0..runs {
        let (is_fixed, key) = key_of(set, run)?;
        let hedge = (run as u64).to_le_bytes();
        let begun = Instant::now();
        act(&key, &hedge)?;
        let took = begun.elapsed();
        times.push((is_fixed, u64::try_from(took.as_nanos()).ok()?));
    }
    Some(worst(&times))
}

fn measured_signatures(set: ParamSet, runs: usize) -> Option<f64> {
    let digest = chance("digest", set.size_bytes());
    measured(set, runs, &|key, hedge| {
        black_box(key.sign_digest(black_box(&digest), hedge).ok()?);
        Some(())
    })
}

fn measured_agreements(set: ParamSet, runs: usize) -> Option<f64> {
    let mut octets = chance("peer", set.size_bytes());
    // Below every order.
    octets.last_mut().into_iter().for_each(|highest| *highest &= 0x1f);
    let (peer, ukm) = (PrivateKey::from_le(set, &octets).ok()?.public_key(), chance("ukm", UKM_BYTES));
    measured(set, runs, &|key, _| {
        black_box(vko_256(key, black_box(&peer), black_box(&ukm))?);
        Some(())
    })
}

/// Measures so many runs on a curve and gives the worst |t|.
type Measure = fn(ParamSet, usize) -> Option<f64>;
/// What is measured, by its name.
const MEASURED: [(&str, Measure); 2] = [("sign", measured_signatures), ("vko", measured_agreements)];

fn main() -> ExitCode {
    let runs = std::env::args().nth(1).and_then(|runs| runs.parse().ok()).unwrap_or(RUNS);
    let mut leaks = false;
    for (name, measure) in MEASURED {
        for set in CURVES {
            let Some(t) = measure(set, runs) else {
                eprintln!("{name} {set:?}: nothing came out");
                return ExitCode::FAILURE;
            };
            println!("{name} {set:?}: |t| = {t:.2} over {runs} runs");
            leaks |= t >= T_MAX;
        }
    }
    if leaks { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
