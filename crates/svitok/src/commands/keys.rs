//! What the commands around keys share: names of parameter sets, keys and certificates in files.

use super::{Failure, read_file};
use crate::clock::machine_chance;
use gost::{ParamSet, PrivateKey};
use kernel::Chance;
use pki::{Certificate, KeySigner};
use std::fmt::Display;
use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use zeroize::Zeroizing;

/// For the command line: the set of this short name.
pub fn set_named(name: &str) -> Result<ParamSet, String> {
    let known = || ParamSet::ALL.map(ParamSet::short_name).join(" ");
    ParamSet::from_short_name(name).ok_or_else(|| format!("one of {}", known()))
}

pub(super) fn chance() -> Result<Chance, Failure> {
    machine_chance().map_err(|why| Failure::failed("the machine gives no entropy", why))
}

pub(super) fn unreadable(path: &Path, why: impl Display) -> Failure {
    Failure::Unreadable(format!("{}: {why}", path.display()))
}

/// A key in PKCS#8, PEM or DER.
pub(super) fn private_key(path: &Path) -> Result<PrivateKey, Failure> {
    let octets = Zeroizing::new(read_file(path)?);
    std::str::from_utf8(&octets)
        .map_or_else(|_| pki::keys::private_key_from_der(&octets), pki::keys::private_key_from_pem)
        .map_err(|why| unreadable(path, why))
}

/// One certificate in DER, or any number in PEM; at least one.
pub(super) fn certificates(path: &Path) -> Result<Vec<Certificate>, Failure> {
    let octets = read_file(path)?;
    let read = match std::str::from_utf8(&octets) {
        Ok(text) => Certificate::list_from_pem(text),
        Err(_) => Certificate::from_der(&octets).map(|certificate| vec![certificate]),
    };
    let read = read.map_err(|why| unreadable(path, why))?;
    if read.is_empty() { Err(unreadable(path, "no certificate in the file")) } else { Ok(read) }
}

/// Who signs: a key, its certificate, and after it in the file the certificates that go along.
pub(super) fn signer(key: &Path, certificate: &Path) -> Result<KeySigner, Failure> {
    let private = private_key(key)?;
    let mut chain = certificates(certificate)?;
    let own = chain.remove(0);
    let chance = chance()?;
    KeySigner::new(private, own, chain, Box::new(move |octets| chance.fill(octets)))
        .map_err(|why| Failure::failed("the key and the certificate do not go together", why))
}

/// Writes a secret: never over an existing file, never readable by others.
pub(super) fn write_secret(path: &Path, octets: &[u8]) -> Result<(), Failure> {
    let failed = |why| Failure::failed(&path.display().to_string(), why);
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(failed)?;
    file.write_all(octets).and_then(|()| file.sync_all()).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_by_its_name() {
        assert_eq!(set_named("tca"), Ok(ParamSet::TcA));
        assert_eq!(set_named("ZZ"), Err("one of A B C XA XB TCA TCB TCC TCD 512A 512B 512C".to_owned()));
    }
}
