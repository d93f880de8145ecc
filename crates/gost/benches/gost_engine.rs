//! Signing and verification beside OpenSSL with gost-engine on the same processor, as ratios of processor time.
//!
//! `cargo bench -p gost`. Exits 1 when a ratio is below what the signing set must reach, 2 when the peer cannot be built.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a measuring tool; it stops at the first surprise")]
#![expect(clippy::float_arithmetic, reason = "ratios shown to a person")]

#[path = "../examples/speed/rates.rs"]
mod rates;

use gost::ParamSet;
use std::path::{Path, PathBuf};
use std::process::{Command, exit};

/// The least ratio to gost-engine for the set Svitok signs with.
const SIGN_RATIO_MIN: f64 = 1.5;
const VERIFY_RATIO_MIN: f64 = 1.8;

/// A set with the peer's names for its algorithm and for it.
const SETS: [(ParamSet, &str, &str); 7] = [
    (ParamSet::XA, "gost2012_256", "XA"),
    (ParamSet::B, "gost2012_256", "B"),
    (ParamSet::C, "gost2012_256", "C"),
    (ParamSet::TcA, "gost2012_256", "TCA"),
    (ParamSet::Tc512A, "gost2012_512", "A"),
    (ParamSet::Tc512B, "gost2012_512", "B"),
    (ParamSet::Tc512C, "gost2012_512", "C"),
];

fn build_peer(folder: &Path) -> PathBuf {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/gost_engine.c");
    let program = folder.join("gost_engine");
    let built = Command::new("cc").args(["-O2", "-o"]).arg(&program).arg(source).arg("-lcrypto").status();
    if !built.is_ok_and(|status| status.success()) {
        eprintln!("the peer needs a C compiler and OpenSSL: apt-get install gcc libssl-dev libengine-gost-openssl");
        exit(2);
    }
    program
}

/// The peer's signatures and verifications per second.
fn ask_peer(program: &Path, algorithm: &str, set: &str) -> (f64, f64) {
    let answer = Command::new(program).args([algorithm, set]).output().unwrap();
    if !answer.status.success() {
        eprint!("{}", String::from_utf8_lossy(&answer.stderr));
        eprintln!("is the engine there? apt-get install libengine-gost-openssl");
        exit(2);
    }
    let text = String::from_utf8(answer.stdout).unwrap();
    let (sign, verify) = text.trim().split_once(' ').unwrap();
    (sign.parse().unwrap(), verify.parse().unwrap())
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let peer = build_peer(folder.path());
    println!("per second of processor time; ratio to OpenSSL with gost-engine");
    println!(
        "{:8} {:>8} {:>8} {:>6} {:>10} {:>8} {:>6}",
        "set", "sign", "engine", "ratio", "verify", "engine", "ratio"
    );
    let mut good = true;
    for (set, algorithm, name) in SETS {
        let ours = rates::measure(set);
        let (sign, verify) = ask_peer(&peer, algorithm, name);
        let (sign_ratio, verify_ratio) = (ours.sign as f64 / sign, ours.verify as f64 / verify);
        println!(
            "{:8} {:>10} {:>8} {sign:>8} {sign_ratio:>6.2} {:>10} {verify:>8} {verify_ratio:>6.2}",
            format!("{set:?}"),
            ours.public_key,
            ours.sign,
            ours.verify
        );
        if set == ParamSet::XA {
            good = sign_ratio >= SIGN_RATIO_MIN && verify_ratio >= VERIFY_RATIO_MIN;
        }
    }
    if !good {
        println!("XA must reach {SIGN_RATIO_MIN} and {VERIFY_RATIO_MIN}");
        exit(1);
    }
}
