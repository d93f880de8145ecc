//! `svitok sign`: a detached CAdES-BES signature.

use super::keys::signer;
use super::{Failure, read_file, write_file};
use crate::clock::MachineClock;
use crate::command_line::SignArgs;
use kernel::Clock;
use pki::SignForm;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Signs the file's exact octets and writes DER. Refuses a certificate of another key.
pub fn run(args: &SignArgs) -> Result<ExitCode, Failure> {
    let signer = signer(&args.key, &args.cert)?;
    let content = read_file(&args.file)?;
    let signature = pki::sign_detached(content.as_slice(), &signer, SignForm::CadesBes { at: MachineClock.now() })
        .map_err(|why| Failure::failed("the file cannot be signed", why))?;
    write_file(&args.out.clone().unwrap_or_else(|| beside(&args.file)), &signature)?;
    Ok(ExitCode::SUCCESS)
}

fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".sig");
    PathBuf::from(name)
}
