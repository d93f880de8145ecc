//! The peer of `bench gost`: a small C program over libcrypto and gost-engine, compiled when asked for.

use super::super::Failure;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

const SOURCE: &str = include_str!("gost_engine.c");
/// What to do where it cannot be built or run.
const ADVICE: &str = "the peer needs a C compiler, OpenSSL's headers and gost-engine: apt-get install gcc libssl-dev libengine-gost-openssl";

/// Compiles it into a folder.
pub(super) fn build(folder: &Path) -> Result<PathBuf, Failure> {
    build_source(folder, "gost_engine", SOURCE)
}

/// Compiles one of the peers into a folder.
pub(super) fn build_source(folder: &Path, name: &str, text: &str) -> Result<PathBuf, Failure> {
    let (source, program) = (folder.join(name).with_extension("c"), folder.join(name));
    std::fs::write(&source, text).map_err(|why| Failure::failed("the peer's source", why))?;
    let built = Command::new("cc").args(["-O2", "-o"]).arg(&program).arg(&source).arg("-lcrypto").output();
    match built {
        Ok(output) if output.status.success() => Ok(program),
        Ok(output) => {
            eprint!("{}", String::from_utf8_lossy(&output.stderr));
            Err(Failure::Unreadable(ADVICE.to_owned()))
        }
        Err(why) => Err(Failure::Unreadable(format!("cc: {why}; {ADVICE}"))),
    }
}

/// It at work on one key, on the processor its parent is pinned to.
pub(super) struct Peer {
    child: Child,
    asks: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Peer {
    /// Starts it with an algorithm and a parameter set as OpenSSL names them.
    pub(super) fn start(program: &Path, algorithm: &str, set: &str) -> Result<Self, Failure> {
        Self::start_with(program, &[algorithm.as_ref(), set.as_ref()])
    }

    /// Starts one of the peers with its arguments.
    pub(super) fn start_with(program: &Path, arguments: &[&OsStr]) -> Result<Self, Failure> {
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|why| Failure::failed("the peer", why))?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(asks), Some(answers)) => Ok(Self { child, asks, answers: BufReader::new(answers) }),
            _ => Err(Failure::Failed("the peer has no pipes".to_owned())),
        }
    }

    /// Signatures a second over one window.
    pub(super) fn sign_rate(&mut self) -> Result<f64, Failure> {
        self.ask(b"s")
    }

    /// Verifications a second over one window.
    pub(super) fn verify_rate(&mut self) -> Result<f64, Failure> {
        self.ask(b"v")
    }

    /// Megabytes hashed a second over one window.
    pub(super) fn hash_rate(&mut self) -> Result<f64, Failure> {
        self.ask(b"h")
    }

    /// Messages of 256 octets hashed a second over one window.
    pub(super) fn hash_short_rate(&mut self) -> Result<f64, Failure> {
        self.ask(b"m")
    }

    fn ask(&mut self, letter: &[u8]) -> Result<f64, Failure> {
        let mut line = String::new();
        let asked = self.asks.write_all(letter).and_then(|()| self.asks.flush());
        let answered = asked.and_then(|()| self.answers.read_line(&mut line));
        match (answered, line.trim().parse()) {
            (Ok(_), Ok(rate)) => Ok(rate),
            // It said on the standard error what failed: most likely the engine is not there.
            _ => Err(Failure::Unreadable(ADVICE.to_owned())),
        }
    }

    /// Ends it.
    pub(super) fn end(self) -> Result<(), Failure> {
        let Self { mut child, asks, answers } = self;
        drop((asks, answers));
        child.wait().map(drop).map_err(|why| Failure::failed("the peer", why))
    }
}
