//! `svitok request`: a request for a certificate, PKCS#10, which any authority takes.

use super::{Failure, keys, write_file};
use crate::command_line::{RequestArgs, RequestUse};
use pki::{CertificateRequest, KeyUsage, Name};
use serde_json::json;
use std::process::ExitCode;

/// Octets of chance mixed into the nonce of the request's signature.
const HEDGE_OCTETS: usize = 32;

/// Makes the request, signed by its own key.
pub fn run(args: &RequestArgs) -> Result<ExitCode, Failure> {
    let key = keys::private_key(&args.key)?;
    let subject: Name = args.subject.parse().map_err(|why| Failure::Unreadable(format!("--subject: {why}")))?;
    let usage = args.usage.iter().fold(KeyUsage::default(), |usage, one| usage | usage_of(*one));
    let hedge: [u8; HEDGE_OCTETS] = keys::chance()?.octets();
    let request = CertificateRequest::create(&key, &subject, usage, &hedge)
        .map_err(|why| Failure::failed("the request cannot be made", why))?;
    let pem = request.to_pem().map_err(|why| Failure::failed("the request cannot be written", why))?;
    write_file(&args.out, pem.as_bytes())?;
    if args.json {
        let set = key.set().short_name();
        println!("{}", json!({ "request": args.out, "paramset": set, "subject": subject.to_string() }));
    }
    Ok(ExitCode::SUCCESS)
}

const fn usage_of(named: RequestUse) -> KeyUsage {
    match named {
        RequestUse::DigitalSignature => KeyUsage::DIGITAL_SIGNATURE,
        RequestUse::NonRepudiation => KeyUsage::NON_REPUDIATION,
        RequestUse::KeyEncipherment => KeyUsage::KEY_ENCIPHERMENT,
        RequestUse::DataEncipherment => KeyUsage::DATA_ENCIPHERMENT,
        RequestUse::KeyAgreement => KeyUsage::KEY_AGREEMENT,
    }
}
