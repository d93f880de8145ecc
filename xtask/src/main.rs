//! Tools of the house, run as `cargo xtask NAME`. Read [`mod@tidy`] first: it holds the rules that clippy cannot.

mod report;
mod source;
mod tidy;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask tidy [--write]
  tidy          checks edges, sizes, words, migrations and refusal texts; exit 1 when something is wrong
  tidy --write  also rewrites xtask/ratchet.toml downward";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["tidy"] => tidy(false),
        ["tidy", "--write"] => tidy(true),
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn tidy(write: bool) -> ExitCode {
    match tidy::run(&root(), write) {
        Ok(findings) if findings.is_empty() => {
            println!("tidy: nothing to do");
            ExitCode::SUCCESS
        }
        Ok(findings) => {
            let lines: String = findings.iter().map(|finding| format!("{finding}\n")).collect();
            // A reader that has seen enough (`| head`) closes the pipe; that is no reason to complain.
            let told = std::io::stdout().write_all(format!("{lines}tidy: {} to do\n", findings.len()).as_bytes());
            drop(told);
            ExitCode::FAILURE
        }
        Err(fault) => {
            eprintln!("tidy: {fault}");
            ExitCode::from(2)
        }
    }
}

/// The workspace folder: where xtask's own folder lies, as cargo says when it runs us.
fn root() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let mut path = PathBuf::from(own);
    path.pop();
    path
}
