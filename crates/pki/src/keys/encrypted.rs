//! Private keys under a password: `EncryptedPrivateKeyInfo` (RFC 5958 §3) with PBES2 by RFC 9337.

use super::{private_key_from_der, private_key_to_der};
use crate::asn1::{Fields, Node, Result, whole, write};
use crate::limits::{KEY_BYTES_MAX, PASSWORD_WORK_MAX};
use crate::password::Work;
use crate::pbes2::{self, PasswordProtection, Protector};
use crate::pem;
use crate::refusal::PkiRefusal;
use der::Tag;
use gost::PrivateKey;
use zeroize::Zeroizing;

const PEM_LABEL: &str = "ENCRYPTED PRIVATE KEY";

/// Protects a key by a password. The ciphers without OMAC do not notice a changed byte; a change inside the key itself gives another
/// key then, so keep it beside its certificate, or in a [`crate::pfx::Pfx`]. Refuses an empty or too long password and rounds outside
/// the limits. `chance` fills salt and initial vector.
pub fn private_key_to_encrypted_der(
    key: &PrivateKey,
    password: &str,
    protection: PasswordProtection,
    chance: &mut dyn FnMut(&mut [u8]),
) -> Result<Vec<u8>> {
    let protector = Protector::new(password, protection, chance)?;
    let protected = protector.protect(&private_key_to_der(key), chance)?;
    Ok(write::sequence(&[&protected.identifier, &write::octets(&protected.encrypted)]))
}

/// The same in PEM, label `ENCRYPTED PRIVATE KEY`.
pub fn private_key_to_encrypted_pem(
    key: &PrivateKey,
    password: &str,
    protection: PasswordProtection,
    chance: &mut dyn FnMut(&mut [u8]),
) -> Result<String> {
    pem::write(PEM_LABEL, &private_key_to_encrypted_der(key, password, protection, chance)?)
}

/// Reads a protected key: PBES2 with PBKDF2 (HMAC of Streebog, SHA-256 or SHA-1) and Kuznyechik, Magma, GOST 28147-89 or AES-256-CBC.
/// A wrong password and changed bytes are one refusal, [`PkiRefusal::NotOpened`]; other protection is
/// [`PkiRefusal::UnknownProtection`]; rounds outside the limits are refused before anything is computed.
pub fn private_key_from_encrypted_der(der: &[u8], password: &str) -> Result<PrivateKey> {
    private_key_from_encrypted_der_within(der, password, PASSWORD_WORK_MAX)
}

/// The same for a caller who grants the derivation `rounds_max` rounds and no more: a file that wants more is refused before anything is
/// computed. Never grants more than [`PASSWORD_WORK_MAX`].
pub fn private_key_from_encrypted_der_within(der: &[u8], password: &str, rounds_max: u32) -> Result<PrivateKey> {
    if der.len() > KEY_BYTES_MAX {
        return Err(PkiRefusal::OverLimit { what: "key bytes", limit: KEY_BYTES_MAX });
    }
    open(&whole(der, "encrypted key")?, password, &mut Work::within(rounds_max))
}

/// The first `ENCRYPTED PRIVATE KEY` block of a PEM text.
pub fn private_key_from_encrypted_pem(text: &str, password: &str) -> Result<PrivateKey> {
    let blocks = pem::blocks(text, &[PEM_LABEL])?;
    private_key_from_encrypted_der(blocks.first().ok_or(PkiRefusal::Pem(PEM_LABEL))?, password)
}

pub(crate) fn open(node: &Node<'_>, password: &str, work: &mut Work) -> Result<PrivateKey> {
    let mut fields = Fields::new(node.of(Tag::Sequence)?, "encrypted key");
    let identifier = fields.expect(Tag::Sequence)?;
    let encrypted = fields.next()?.octets()?;
    fields.end()?;
    let info: Zeroizing<Vec<u8>> = pbes2::open(&identifier, encrypted, password, work)?;
    // what a wrong password gives is no key; a key of another algorithm is one, and may be told
    private_key_from_der(&info).map_err(|refusal| match refusal {
        PkiRefusal::UnknownAlgorithm if looks_like_a_key(&info) => refusal,
        _ => PkiRefusal::NotOpened,
    })
}

/// A whole PKCS#8 structure comes out of chance once in 2^40 wrong passwords.
fn looks_like_a_key(info: &[u8]) -> bool {
    let read = || -> Result<()> {
        let mut fields = Fields::new(whole(info, "private key")?.of(Tag::Sequence)?, "private key");
        fields.next()?.small()?;
        fields.sequence()?.oid()?;
        fields.next()?.octets()?;
        Ok(())
    };
    read().is_ok()
}
