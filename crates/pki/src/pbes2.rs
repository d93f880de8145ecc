//! PBES2 (RFC 8018 §6.2) with the ciphers of RFC 9337 §5: `EncryptedPrivateKeyInfo` and the parts of a PFX.

use crate::asn1::{Node, Result, write};
use crate::ciphers::Key;
use crate::content_cipher::{Cipher, ContentCipher};
use crate::limits::{PASSWORD_ITERATIONS_WRITTEN, SALT_BYTES_WRITTEN};
use crate::oid;
use crate::password::{Pbkdf2, Prf, Work, check_iterations, check_length, check_new};
use crate::refusal::PkiRefusal;
use der::Tag;
use zeroize::Zeroizing;

/// How to protect something by a password: `{ 1.2.840.113549.1.5.13, { { 1.2.840.113549.1.5.12, { salt, rounds, { prf, NULL } } },
/// cipher } }` (RFC 8018 appendix A.2, A.4; RFC 9337 §7). The default is Kuznyechik with [`PASSWORD_ITERATIONS_WRITTEN`] rounds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PasswordProtection {
    /// The cipher.
    pub cipher: Cipher,
    /// Rounds of PBKDF2; refused outside [`crate::limits::PASSWORD_ITERATIONS_MIN`] to [`crate::limits::PASSWORD_ITERATIONS_MAX`].
    pub iterations: u32,
}

impl Default for PasswordProtection {
    fn default() -> Self {
        Self { cipher: Cipher::default(), iterations: PASSWORD_ITERATIONS_WRITTEN }
    }
}

/// The algorithm's identifier, and the bytes encrypted under it.
#[derive(Debug)]
pub(crate) struct Protected {
    pub(crate) identifier: Vec<u8>,
    pub(crate) encrypted: Vec<u8>,
}

/// One derived key that protects several things, each under an initial vector of its own.
pub(crate) struct Protector {
    derivation: Pbkdf2,
    key: Key,
    cipher: Cipher,
}

impl Protector {
    pub(crate) fn new(
        password: &str,
        protection: PasswordProtection,
        chance: &mut dyn FnMut(&mut [u8]),
    ) -> Result<Self> {
        check_new(password)?;
        check_iterations(protection.iterations)?;
        let mut salt = vec![0; SALT_BYTES_WRITTEN];
        chance(&mut salt);
        let derivation = Pbkdf2 { salt, iterations: protection.iterations, prf: Prf::Streebog512 };
        let key = derivation.key(password, &mut Work::new())?;
        Ok(Self { derivation, key, cipher: protection.cipher })
    }

    pub(crate) fn protect(&self, content: &[u8], chance: &mut dyn FnMut(&mut [u8])) -> Result<Protected> {
        let cipher = ContentCipher::fresh(self.cipher, chance);
        let sealed = cipher.seal(&self.key, content)?;
        let mut encrypted = sealed.bytes;
        // RFC 9337 §5.1.1: the code stands after the content, encrypted with it
        encrypted.extend_from_slice(&sealed.mac.unwrap_or_default());
        let derivation = Pbkdf2::write(&self.derivation.salt, self.derivation.iterations);
        let parameters = write::sequence(&[&derivation, &cipher.write()]);
        Ok(Protected { identifier: write::sequence(&[&write::oid(&oid::PBES2), &parameters]), encrypted })
    }
}

/// Refuses other schemes and ciphers as [`PkiRefusal::UnknownProtection`]. What comes out under a wrong password is only noticed here
/// with OMAC or a padding; the caller must look at what it got and answer [`PkiRefusal::NotOpened`].
pub(crate) fn open(
    identifier: &Node<'_>,
    encrypted: &[u8],
    password: &str,
    work: &mut Work,
) -> Result<Zeroizing<Vec<u8>>> {
    check_length(password)?;
    identifier.of(Tag::Sequence)?;
    let mut fields = identifier.fields();
    if fields.oid()? != oid::PBES2 {
        return Err(PkiRefusal::UnknownProtection("not PBES2"));
    }
    let mut parameters = fields.sequence()?;
    fields.end()?;
    let derivation = Pbkdf2::read(&parameters.next()?)?;
    let cipher = ContentCipher::read(&parameters.next()?)?;
    parameters.end()?;
    let key = derivation.key(password, work)?;
    let at = encrypted.len().checked_sub(cipher.mac_bytes()).ok_or(PkiRefusal::NotOpened)?;
    let (bytes, mac) = encrypted.split_at_checked(at).ok_or(PkiRefusal::NotOpened)?;
    cipher.open(&key, cipher.sections_under_password(), (bytes, Some(mac)))
}
