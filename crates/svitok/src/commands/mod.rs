//! One command a file.

pub mod bench;
pub mod check;
pub mod demo;
pub mod doctor;
pub mod due;
pub mod forms;
pub mod keygen;
pub mod keys;
pub mod migrate;
pub mod openapi;
pub mod pfx;
pub mod print;
pub mod regulator;
pub mod request;
pub mod seed;
pub mod serve;
pub mod sign;
pub mod verify;

use crate::secret::Notice;
use crate::words::Words;
use std::fmt;
use std::path::Path;

/// Octets of a file the command line reads: the largest document the program carries, and a little over.
const FILE_OCTETS_MAX: u64 = 128 * 1024 * 1024;

/// Why a command ended without its work done: a text for the person, and the exit code.
#[derive(Debug)]
pub enum Failure {
    /// Input that cannot be read; exit code 2.
    Unreadable(String),
    /// Refused or failed; exit code 1.
    Failed(String),
}

impl Failure {
    /// For the shell.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Unreadable(_) => 2,
            Self::Failed(_) => 1,
        }
    }

    /// A failure with its cause.
    pub fn failed(what: &str, why: impl fmt::Display) -> Self {
        Self::Failed(format!("{what}: {why}"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Unreadable(text) | Self::Failed(text)) = self;
        f.write_str(text)
    }
}

/// Says once that the host's secret was made now, or that the given one is short.
pub(crate) fn tell_of_secret(words: &Words, notice: Option<&Notice>) {
    match notice {
        Some(Notice::Made(path)) => {
            eprintln!("{}", words.say("svitok-secret-made", &[("path", &path.display().to_string())]));
        }
        Some(Notice::Short) => eprintln!("{}", words.say("svitok-secret-short", &[])),
        None => {}
    }
}

/// The runtime of commands that touch the store or the network.
pub(crate) fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    let made = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    made.map_err(|why| Failure::failed("the runtime", why))
}

/// Reads a file of at most 128 MiB.
pub(crate) fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    let unreadable = |why: &dyn fmt::Display| Failure::Unreadable(format!("{}: {why}", path.display()));
    let size = std::fs::metadata(path).map_err(|error| unreadable(&error))?.len();
    if size > FILE_OCTETS_MAX {
        return Err(unreadable(&format_args!("larger than {} MiB", FILE_OCTETS_MAX / 1024 / 1024)));
    }
    std::fs::read(path).map_err(|error| unreadable(&error))
}

/// Writes a file whole or not at all: beside first, then renamed.
pub(crate) fn write_file(path: &Path, octets: &[u8]) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::failed(&path.display().to_string(), error);
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    std::fs::write(&beside, octets).map_err(failed)?;
    std::fs::rename(&beside, path).map_err(failed)
}
