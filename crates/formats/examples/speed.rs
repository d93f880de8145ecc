//! Checks one file over and over, for a profiler: `cargo run --release -p formats --example speed -- FILE SECONDS`.

use std::process::ExitCode;
use std::time::{Duration, Instant};

#[expect(clippy::disallowed_methods, reason = "a measurement")]
fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let (Some(file), Some(seconds)) = (args.next(), args.next().and_then(|s| s.parse().ok())) else {
        eprintln!("usage: speed FILE SECONDS");
        return ExitCode::from(2);
    };
    let bytes = match std::fs::read(&file) {
        Ok(bytes) => bytes,
        Err(fault) => {
            eprintln!("{file}: {fault}");
            return ExitCode::FAILURE;
        }
    };
    let begun = Instant::now();
    let mut rounds = 0u64;
    while begun.elapsed() < Duration::from_secs(seconds) {
        let found = formats::check(&bytes);
        assert!(found.is_schema_valid(), "{:?}", found.first_error());
        rounds += 1;
    }
    println!("{} bytes, {} documents a second", bytes.len(), u128::from(rounds) * 1_000 / begun.elapsed().as_millis());
    ExitCode::SUCCESS
}
