//! Rates of a parameter set by processor time. Shared by the example and the bench against gost-engine.

use gost::{ParamSet, PrivateKey, hash};
use std::hint::black_box;

/// One window of measuring, in nanoseconds of processor time.
const WINDOW_NS: u64 = 100_000_000;
/// Windows, of which the median counts.
const WINDOWS: usize = 9;
/// Operations between two looks at the counter.
const BATCH: u64 = 16;

/// Operations per second of processor time.
pub struct Rates {
    pub public_key: u64,
    pub sign: u64,
    pub verify: u64,
}

/// Processor time of this thread in nanoseconds: other programs on the machine do not disturb it much.
fn spent_ns() -> u64 {
    let counters = std::fs::read_to_string("/proc/thread-self/schedstat").expect("Linux counts the time of a thread");
    counters.split(' ').next().and_then(|field| field.parse().ok()).expect("the first field is a number")
}

pub fn per_second(mut operation: impl FnMut()) -> u64 {
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
    rates.get(WINDOWS / 2).copied().unwrap_or(0)
}

pub fn measure(set: ParamSet) -> Rates {
    let size = set.size_bytes();
    let mut seed = vec![7; size];
    let key = PrivateKey::generate(set, &mut |out| {
        seed = hash::streebog512(&seed).to_vec();
        out.iter_mut().zip(&seed).for_each(|(out, octet)| *out = *octet);
    })
    .expect("a hash chain gives usable numbers");
    let digest = vec![0x5a; size];
    let hedge = [0x33; 32];
    let public = key.public_key();
    let sign = || key.sign_digest(black_box(&digest), &hedge).expect("the digest has the size of the set");
    let signature = sign();
    Rates {
        public_key: per_second(|| {
            black_box(key.public_key());
        }),
        sign: per_second(|| {
            black_box(sign());
        }),
        verify: per_second(|| assert!(public.verify_digest(black_box(&digest), &signature))),
    }
}
