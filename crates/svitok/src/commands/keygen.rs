//! `svitok keygen`: a GOST key as PKCS#8 in PEM.

use super::{Failure, keys};
use crate::command_line::KeygenArgs;
use gost::PrivateKey;
use serde_json::json;
use std::process::ExitCode;

/// Makes the key and writes it; never over an existing file, never readable by others.
pub fn run(args: &KeygenArgs) -> Result<ExitCode, Failure> {
    let chance = keys::chance()?;
    let key = PrivateKey::generate(args.paramset, &mut |octets| chance.fill(octets));
    let key = key.map_err(|why| Failure::failed("the key cannot be made", why))?;
    let pem = pki::keys::private_key_to_pem(&key).map_err(|why| Failure::failed("the key cannot be written", why))?;
    keys::write_secret(&args.out, pem.as_bytes())?;
    if args.json {
        let public_key = pki::PublicKeyInfo::of(&key.public_key());
        let public_key = public_key.to_der().iter().map(|octet| format!("{octet:02x}")).collect::<String>();
        println!(
            "{}",
            json!({ "key": args.out, "paramset": args.paramset.short_name(), "public_key_der": public_key })
        );
    }
    Ok(ExitCode::SUCCESS)
}
