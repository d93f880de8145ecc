//! `svitok sign`: a CAdES-BES signature by one or several signers, beside the file or around it.

use super::keys::signer;
use super::{Failure, read_file, write_file};
use crate::clock::MachineClock;
use crate::command_line::SignArgs;
use kernel::Clock;
use pki::cms::Enclosure;
use pki::{KeySigner, SignForm, Signer};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Signs the file's exact octets and writes DER. Refuses a certificate of another key.
pub fn run(args: &SignArgs) -> Result<ExitCode, Failure> {
    let signers = signers(args)?;
    let content = read_file(&args.file)?;
    let form = if args.no_attributes { SignForm::NoAttributes } else { SignForm::CadesBes { at: MachineClock.now() } };
    let message = match &args.add_to {
        Some(present) => added(present, &content, &signers, form)?,
        None => {
            let by: Vec<&dyn Signer> = signers.iter().map(|signer| signer as &dyn Signer).collect();
            let enclosure = if args.attached { Enclosure::Attached } else { Enclosure::Detached };
            pki::cms::sign_by_all(content.as_slice(), &by, form, enclosure).map_err(refused)?
        }
    };
    let out = args.out.clone().unwrap_or_else(|| beside(&args.file, args.attached));
    write_file(&out, &message)?;
    if args.json {
        let names: Vec<String> = signers.iter().map(|signer| signer.certificate().subject().to_string()).collect();
        println!("{}", json!({ "signature": out, "attached": args.attached, "signers": names }));
    }
    Ok(ExitCode::SUCCESS)
}

fn refused(why: pki::PkiRefusal) -> Failure {
    Failure::failed("the file cannot be signed", why)
}

/// A key and a certificate for each, in the order given.
fn signers(args: &SignArgs) -> Result<Vec<KeySigner>, Failure> {
    if args.key.len() != args.cert.len() {
        return Err(Failure::Unreadable("--key and --cert: one certificate for each key".to_owned()));
    }
    args.key.iter().zip(&args.cert).map(|(key, cert)| signer(key, cert)).collect()
}

/// The message that is there with our signers after those it has; what it holds stays byte for byte.
fn added(present: &Path, content: &[u8], signers: &[KeySigner], form: SignForm) -> Result<Vec<u8>, Failure> {
    let mut message = read_file(present)?;
    for signer in signers {
        message = pki::cms::add_signer(&message, Some(content.into()), signer, form).map_err(refused)?;
    }
    Ok(message)
}

fn beside(file: &Path, attached: bool) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(if attached { ".p7m" } else { ".sig" });
    PathBuf::from(name)
}
