//! `svitok bench gost`: our signatures and verifications beside OpenSSL with gost-engine, by processor time, in windows
//! taken in turn on one processor; and OpenSSL's own P-256 and secp256k1.
#![expect(clippy::float_arithmetic, reason = "ratios shown to a person")]

use super::super::Failure;
use super::figures::{Figures, median};
use super::machine::thread_time;
use super::peer::{Peer, build};
use super::pinned::pinned;
use gost::{ParamSet, PrivateKey, PublicKey, Signature, hash};
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

/// One window of measuring, as long as the peer's.
const WINDOW: Duration = Duration::from_millis(100);
/// Operations between two looks at the counter.
const BATCH: u32 = 16;
/// Windows of each operation when no time is named; the median counts.
const WINDOWS_USUAL: u64 = 9;
/// Windows of each operation at the most.
const WINDOWS_MAX: u64 = 1_000;
/// Windows of the whole bench when each operation has one: 4 for each of 7 sets, 2 for each of OpenSSL's curves,
/// 4 for hashing.
const WINDOWS_OF_ALL: u64 = 36;
/// Octets of the megabyte that is hashed.
const MEGABYTE: usize = 1_000_000;
/// Octets of a short message, the peer's too.
const SHORT: usize = 256;
/// Short messages in one operation: to look at the counter takes as long as several of them.
const SHORT_BATCH: u32 = 64;

/// A set with its flat name and the peer's names for its algorithm and for it.
const SETS: [(ParamSet, &str, &str, &str); 7] = [
    (ParamSet::XA, "256a", "gost2012_256", "XA"),
    (ParamSet::B, "256b", "gost2012_256", "B"),
    (ParamSet::C, "256c", "gost2012_256", "C"),
    (ParamSet::TcA, "tc256a", "gost2012_256", "TCA"),
    (ParamSet::Tc512A, "512a", "gost2012_512", "A"),
    (ParamSet::Tc512B, "512b", "gost2012_512", "B"),
    (ParamSet::Tc512C, "512c", "gost2012_512", "C"),
];

/// OpenSSL's own curves to look up to, with their flat names.
const CEILINGS: [(&str, &str); 2] = [("P-256", "p256"), ("secp256k1", "secp256k1")];

/// Measures all sets; `seconds` is about how long the whole takes.
pub(super) fn measure(seconds: Option<u64>, figures: &mut Figures) -> Result<(), Failure> {
    let folder = tempfile::tempdir().map_err(|why| Failure::failed("a temporary folder", why))?;
    let peer = build(folder.path())?;
    let windows = seconds.map_or(WINDOWS_USUAL, |all| (all.saturating_mul(10) / WINDOWS_OF_ALL).clamp(1, WINDOWS_MAX));
    pinned(|| {
        all(&peer, windows, figures)?;
        super::cms::measure(folder.path(), windows, figures)
    })
}

fn all(peer: &Path, windows: u64, figures: &mut Figures) -> Result<(), Failure> {
    for (set, name, algorithm, peers_name) in SETS {
        eprintln!("gost {name}: {windows} windows of ours and of gost-engine's in turn");
        beside(set, name, Peer::start(peer, algorithm, peers_name)?, windows, figures)?;
    }
    for (curve, name) in CEILINGS {
        ceiling(Peer::start(peer, "ec", curve)?, name, windows, figures)?;
    }
    hashing(Peer::start(peer, "gost2012_256", "XA")?, windows, figures)
}

/// Our Streebog beside gost-engine's: a megabyte, and short messages.
fn hashing(mut peer: Peer, windows: u64, figures: &mut Figures) -> Result<(), Failure> {
    let megabyte = vec![1u8; MEGABYTE];
    let short = [1u8; SHORT];
    let (mut long_rates, mut short_rates) = ((Vec::new(), Vec::new()), (Vec::new(), Vec::new()));
    for _ in 0..windows {
        long_rates.0.push(window(|| {
            black_box(hash::streebog256(black_box(&megabyte)));
            true
        })?);
        long_rates.1.push(peer.hash_rate()?);
        let batches = window(|| {
            for _ in 0..SHORT_BATCH {
                black_box(hash::streebog256(black_box(&short)));
            }
            true
        })?;
        short_rates.0.push(batches * f64::from(SHORT_BATCH));
        short_rates.1.push(peer.hash_short_rate()?);
    }
    peer.end()?;
    let (ours, theirs) = (median(long_rates.0), median(long_rates.1));
    figures.set("gost.streebog256_mb_per_s", ours);
    figures.set("gost.streebog256_engine_mb_per_s", theirs);
    figures.set("streebog.vs_engine", ours / theirs);
    let (ours, theirs) = (median(short_rates.0), median(short_rates.1));
    figures.set("gost.streebog256_short_per_s", ours);
    figures.set("gost.streebog256_short_engine_per_s", theirs);
    figures.set("streebog.short_vs_engine", ours / theirs);
    Ok(())
}

/// What OpenSSL's own curves do on this machine: P-256 is written in assembly, secp256k1 is not.
fn ceiling(mut peer: Peer, name: &str, windows: u64, figures: &mut Figures) -> Result<(), Failure> {
    let (mut signs, mut verifies) = (Vec::new(), Vec::new());
    for _ in 0..windows {
        signs.push(peer.sign_rate()?);
        verifies.push(peer.verify_rate()?);
    }
    peer.end()?;
    figures.set(&format!("{name}.openssl.sign_per_s"), median(signs));
    figures.set(&format!("{name}.openssl.verify_per_s"), median(verifies));
    Ok(())
}

fn beside(set: ParamSet, name: &str, mut peer: Peer, windows: u64, figures: &mut Figures) -> Result<(), Failure> {
    let Ours { key, public, digest, signature } = Ours::new(set)?;
    let (mut sign, mut verify) = ((Vec::new(), Vec::new()), (Vec::new(), Vec::new()));
    for _ in 0..windows {
        sign.0.push(window(|| black_box(key.sign_digest(black_box(&digest), &[0x33; 32])).is_ok())?);
        sign.1.push(peer.sign_rate()?);
        verify.0.push(window(|| public.verify_digest(black_box(&digest), &signature))?);
        verify.1.push(peer.verify_rate()?);
    }
    peer.end()?;
    for (operation, (ours, theirs)) in [("sign", sign), ("verify", verify)] {
        let (ours, theirs) = (median(ours), median(theirs));
        figures.set(&format!("gost.{name}.{operation}_per_s"), ours);
        figures.set(&format!("gost.{name}.{operation}_engine_per_s"), theirs);
        figures.set(&format!("gost.{name}.{operation}_vs_engine"), ours / theirs);
    }
    Ok(())
}

struct Ours {
    key: PrivateKey,
    public: PublicKey,
    digest: Vec<u8>,
    signature: Signature,
}

impl Ours {
    fn new(set: ParamSet) -> Result<Self, Failure> {
        let size = set.size_bytes();
        let mut seed = vec![7; size];
        let key = PrivateKey::generate(set, &mut |out| {
            seed = hash::streebog512(&seed).to_vec();
            out.iter_mut().zip(&seed).for_each(|(out, octet)| *out = *octet);
        });
        let key = key.map_err(|why| Failure::failed("a key", why))?;
        let digest = vec![0x5a; size];
        let signature = key.sign_digest(&digest, &[0x33; 32]).map_err(|why| Failure::failed("a signature", why))?;
        Ok(Self { public: key.public_key(), key, digest, signature })
    }
}

/// Operations a second of this thread's processor time; an operation that fails ends it.
pub(super) fn window(mut operation: impl FnMut() -> bool) -> Result<f64, Failure> {
    let (begun, mut done) = (thread_time()?, 0u32);
    loop {
        for _ in 0..BATCH {
            if !operation() {
                return Err(Failure::Failed("a signature that was just made is not good".to_owned()));
            }
        }
        done = done.saturating_add(BATCH);
        let passed = thread_time()?.saturating_sub(begun);
        if passed >= WINDOW {
            return Ok(f64::from(done) / passed.as_secs_f64());
        }
    }
}
