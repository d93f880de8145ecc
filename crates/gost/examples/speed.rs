//! How many signatures and verifications one processor does in a second of its own time (Linux).
//!
//! `cargo run -p gost --example speed --release [SET…]`; a set is its object identifier, all curves when none is given.
#![expect(clippy::unwrap_used, reason = "a measuring tool; it stops at the first surprise")]
#![expect(clippy::float_arithmetic, reason = "rates shown to a person")]

use gost::{ParamSet, PrivateKey, hash};
use std::hint::black_box;

/// One window of measuring, in nanoseconds of processor time.
const WINDOW_NS: u64 = 100_000_000;
/// Operations between two looks at the counter.
const BATCH: u64 = 16;
/// Windows, of which the median is shown.
const WINDOWS: usize = 9;

/// Processor time of this thread in nanoseconds: other programs on the machine do not disturb it much.
fn spent_ns() -> u64 {
    let counters = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    counters.split(' ').next().unwrap().parse().unwrap()
}

fn per_second(mut operation: impl FnMut()) -> u64 {
    let mut rates: Vec<u64> = (0..WINDOWS)
        .map(|_| {
            let start = spent_ns();
            let mut done = 0u64;
            loop {
                (0..BATCH).for_each(|_| operation());
                done += BATCH;
                let passed = spent_ns() - start;
                if passed >= WINDOW_NS {
                    return done * 1_000_000_000 / passed;
                }
            }
        })
        .collect();
    rates.sort_unstable();
    rates.get(WINDOWS / 2).copied().unwrap()
}

fn main() {
    let asked: Vec<ParamSet> = std::env::args().skip(1).map(|oid| ParamSet::from_oid(&oid).unwrap()).collect();
    let curves =
        [ParamSet::A, ParamSet::B, ParamSet::C, ParamSet::TcA, ParamSet::Tc512A, ParamSet::Tc512B, ParamSet::Tc512C];
    println!("{:8} {:>10} {:>10} {:>10}   per second of processor time", "set", "public key", "sign", "verify");
    for set in if asked.is_empty() { curves.to_vec() } else { asked } {
        let size = set.size_bytes();
        let mut seed = vec![7; size];
        let key = PrivateKey::generate(set, &mut |out| {
            seed = hash::streebog512(&seed).to_vec();
            out.iter_mut().zip(&seed).for_each(|(out, octet)| *out = *octet);
        })
        .unwrap();
        let digest = vec![0x5a; size];
        let hedge = [0x33; 32];
        let public = key.public_key();
        let signature = key.sign_digest(&digest, &hedge).unwrap();
        let make = per_second(|| {
            black_box(key.public_key());
        });
        let sign = per_second(|| {
            black_box(key.sign_digest(black_box(&digest), &hedge).unwrap());
        });
        let verify = per_second(|| assert!(public.verify_digest(black_box(&digest), &signature)));
        println!("{:8} {make:>10} {sign:>10} {verify:>10}", format!("{set:?}"));
    }
    let block = vec![1u8; 1 << 20];
    let megabytes = per_second(|| {
        black_box(hash::streebog256(black_box(&block)));
    });
    println!("Streebog-256: {:.0} MB/s", megabytes as f64 * 1.048_576);
}
