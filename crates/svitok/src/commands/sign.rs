//! `svitok sign`: a detached CAdES-BES signature.

use super::{Failure, read_file, write_file};
use crate::clock::{MachineClock, machine_chance};
use crate::command_line::SignArgs;
use kernel::Clock;
use pki::{Certificate, KeySigner, SignForm};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use zeroize::Zeroizing;

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

fn signer(key: &Path, cert: &Path) -> Result<KeySigner, Failure> {
    let unreadable =
        |path: &Path, why: &dyn std::fmt::Display| Failure::Unreadable(format!("{}: {why}", path.display()));
    let octets = Zeroizing::new(read_file(key)?);
    let private = std::str::from_utf8(&octets)
        .map_or_else(|_| pki::keys::private_key_from_der(&octets), pki::keys::private_key_from_pem)
        .map_err(|why| unreadable(key, &why))?;
    let mut chain = certificates(&read_file(cert)?).map_err(|why| unreadable(cert, &why))?;
    if chain.is_empty() {
        return Err(unreadable(cert, &"no certificate in the file"));
    }
    let certificate = chain.remove(0);
    let chance = machine_chance().map_err(|why| Failure::failed("the machine gives no entropy", why))?;
    KeySigner::new(private, certificate, chain, Box::new(move |octets| chance.fill(octets)))
        .map_err(|why| Failure::failed("the key and the certificate do not go together", why))
}

/// One certificate in DER, or any number in PEM.
fn certificates(octets: &[u8]) -> Result<Vec<Certificate>, pki::PkiRefusal> {
    match std::str::from_utf8(octets) {
        Ok(text) => Certificate::list_from_pem(text),
        Err(_) => Ok(vec![Certificate::from_der(octets)?]),
    }
}
