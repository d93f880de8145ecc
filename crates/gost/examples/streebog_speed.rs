//! How fast Streebog-256 is beside gost-engine and RustCrypto's crate, by processor time, in windows taken in turn on
//! one processor; medians. Linux only. With the registers of this processor:
//! `cargo run --release -p gost --example streebog_speed [PEER]`, by tables alone:
//! `cargo run --release -p gost --no-default-features --features tables --example streebog_speed [PEER]`.
//! The peer is `cc -O2 -o PEER crates/svitok/src/commands/bench/gost_engine.c -lcrypto`; pin both by `taskset -c 1`.
#![expect(clippy::float_arithmetic, reason = "rates shown to a person")]

use gost::hash::digest::Digest;
use std::error::Error;
use std::hint::black_box;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

/// One window, as long as the peer's.
const WINDOW: Duration = Duration::from_millis(100);
/// Windows of each kind; the median counts.
const WINDOWS: usize = 9;
/// Octets of the long message, and of a short one: the peer's.
const LONG: usize = 1_000_000;
const SHORT: usize = 256;
/// Short messages between two looks at the counter, which itself takes as long as one.
const SHORT_BATCH: u32 = 64;

type Rates = Result<(f64, f64), Box<dyn Error>>;

/// Of this thread, so far.
fn processor_time() -> Result<Duration, Box<dyn Error>> {
    let counters = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    Ok(Duration::from_nanos(counters.split(' ').next().unwrap_or_default().parse()?))
}

/// Calls a second of processor time.
fn window(batch: u32, mut operation: impl FnMut()) -> Result<f64, Box<dyn Error>> {
    let (begun, mut done) = (processor_time()?, 0);
    loop {
        (0..batch).for_each(|_| operation());
        done += batch;
        let passed = processor_time()?.saturating_sub(begun);
        if passed >= WINDOW {
            return Ok(f64::from(done) / passed.as_secs_f64());
        }
    }
}

/// Megabytes, and short messages, a second.
fn rates_of<D: Digest>(message: &[u8]) -> Rates {
    let short = message.get(..SHORT).unwrap_or(message);
    let long = window(1, || drop(black_box(D::digest(black_box(message)))))?;
    Ok((long, window(SHORT_BATCH, || drop(black_box(D::digest(black_box(short)))))?))
}

/// The peer answers each letter with the rate of one window.
fn rates_of_peer(asks: &mut impl Write, answers: &mut impl BufRead) -> Rates {
    let mut lines = [String::new(), String::new()];
    for (letter, line) in [b"h", b"m"].into_iter().zip(&mut lines) {
        asks.write_all(letter)?;
        asks.flush()?;
        answers.read_line(line)?;
    }
    let [long, short] = lines;
    Ok((long.trim().parse()?, short.trim().parse()?))
}

fn median(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates.get(rates.len() / 2).copied().unwrap_or_default()
}

fn show(name: &str, rates: Vec<(f64, f64)>) {
    let (long, short): (Vec<f64>, Vec<f64>) = rates.into_iter().unzip();
    println!("{name}: {:.1} MB/s, {:.0} messages of {SHORT} octets a second", median(long), median(short));
}

fn main() -> Result<(), Box<dyn Error>> {
    let message = vec![1; LONG];
    let peer = std::env::args().nth(1).map(|program| {
        let mut command = Command::new(program);
        command.args(["gost2012_256", "XA"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()
    });
    let mut peer = peer.transpose()?;
    let pipes = peer.as_mut().and_then(|peer| peer.stdin.take().zip(peer.stdout.take()));
    let mut pipes = pipes.map(|(asks, answers)| (asks, BufReader::new(answers)));
    let (mut ours, mut crates, mut engines) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..WINDOWS {
        ours.push(rates_of::<gost::hash::Streebog256>(&message)?);
        crates.push(rates_of::<streebog::Streebog256>(&message)?);
        if let Some((asks, answers)) = &mut pipes {
            engines.push(rates_of_peer(asks, answers)?);
        }
    }
    show("gost", ours);
    show("RustCrypto's streebog", crates);
    drop(pipes);
    if let Some(mut peer) = peer {
        show("gost-engine", engines);
        peer.wait()?;
    }
    Ok(())
}
