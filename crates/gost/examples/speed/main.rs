//! How many signatures and verifications one processor does in a second of its own time (Linux).
//!
//! `cargo run -p gost --example speed --release [SET…]`; a set is its object identifier, all curves when none is given.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a measuring tool; it stops at the first surprise")]

mod rates;

use gost::{ParamSet, hash};
use std::hint::black_box;

const CURVES: [ParamSet; 7] =
    [ParamSet::A, ParamSet::B, ParamSet::C, ParamSet::TcA, ParamSet::Tc512A, ParamSet::Tc512B, ParamSet::Tc512C];

fn main() {
    let asked: Vec<ParamSet> = std::env::args().skip(1).map(|oid| ParamSet::from_oid(&oid).unwrap()).collect();
    println!("{:8} {:>10} {:>10} {:>10}   per second of processor time", "set", "public key", "sign", "verify");
    for set in if asked.is_empty() { CURVES.to_vec() } else { asked } {
        let rates::Rates { public_key, sign, verify } = rates::measure(set);
        println!("{:8} {public_key:>10} {sign:>10} {verify:>10}", format!("{set:?}"));
    }
    let megabyte = vec![1u8; 1_000_000];
    let hashed = rates::per_second(|| {
        black_box(hash::streebog256(black_box(&megabyte)));
    });
    println!("Streebog-256: {hashed} MB/s");
}
