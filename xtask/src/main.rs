//! Tools of the house, run as `cargo xtask NAME`. Read [`mod@tidy`] first: it holds the rules that clippy cannot.

mod codegen;
mod report;
mod source;
mod tidy;
mod wasm;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask tidy [--write] | codegen [--check] | wasm
  tidy          checks edges, sizes, words, migrations and refusal texts; exit 1 when something is wrong
  tidy --write  also rewrites xtask/ratchet.toml downward
  codegen       writes what comes from the tables in contracts/; --check only compares
  wasm          builds the signer and the checker for browsers into target/signer and target/checker";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["tidy"] => told("tidy", tidy::run(&root(), false)),
        ["tidy", "--write"] => told("tidy", tidy::run(&root(), true)),
        ["codegen"] => told("codegen", codegen::run(&root(), false)),
        ["codegen", "--check"] => told("codegen", codegen::run(&root(), true)),
        ["wasm"] => built(wasm::run(&root())),
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn told(name: &str, findings: Result<Vec<report::Finding>, report::Fault>) -> ExitCode {
    match findings {
        Ok(findings) if findings.is_empty() => {
            println!("{name}: nothing to do");
            ExitCode::SUCCESS
        }
        Ok(findings) => {
            let lines: String = findings.iter().map(|finding| format!("{finding}\n")).collect();
            // A reader that has seen enough (`| head`) closes the pipe; that is no reason to complain.
            let told = std::io::stdout().write_all(format!("{lines}{name}: {} to do\n", findings.len()).as_bytes());
            drop(told);
            ExitCode::FAILURE
        }
        Err(fault) => {
            eprintln!("{name}: {fault}");
            ExitCode::from(2)
        }
    }
}

fn built(result: Result<String, report::Fault>) -> ExitCode {
    match result {
        Ok(said) => {
            println!("wasm: {said}");
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("wasm: {fault}");
            ExitCode::FAILURE
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
