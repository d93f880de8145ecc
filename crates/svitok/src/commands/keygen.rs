//! `svitok keygen`: a GOST key as PKCS#8 in PEM.

use super::Failure;
use crate::clock::machine_chance;
use crate::command_line::KeygenArgs;
use gost::{ParamSet, PrivateKey};
use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::process::ExitCode;

/// Parameter sets by the names integrators know them by.
const SETS: &[(&str, ParamSet)] = &[("XA", ParamSet::XA), ("A", ParamSet::A)];

/// Makes the key and writes it; never over an existing file, never readable by others.
pub fn run(args: &KeygenArgs) -> Result<ExitCode, Failure> {
    let set = SETS.iter().find(|(name, _)| name.eq_ignore_ascii_case(&args.paramset)).map(|(_, set)| *set);
    let set = set.ok_or_else(|| {
        let known: Vec<&str> = SETS.iter().map(|(name, _)| *name).collect();
        Failure::Unreadable(format!("--paramset {}: keys are made for {} now", args.paramset, known.join(", ")))
    })?;
    let chance = machine_chance().map_err(|why| Failure::failed("the machine gives no entropy", why))?;
    let key = PrivateKey::generate(set, &mut |octets| chance.fill(octets));
    let key = key.map_err(|why| Failure::failed("the key cannot be made", why))?;
    let pem = pki::keys::private_key_to_pem(&key).map_err(|why| Failure::failed("the key cannot be written", why))?;
    let failed = |why| Failure::failed(&args.out.display().to_string(), why);
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&args.out).map_err(failed)?;
    file.write_all(pem.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
    Ok(ExitCode::SUCCESS)
}
