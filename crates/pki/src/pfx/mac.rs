//! The code of authenticity over the whole safe.

use crate::asn1::{Fields, Node, Result, write};
use crate::ciphers;
use crate::limits::SALT_BYTES_MAX;
use crate::oid;
use crate::password::{Prf, Work, hmac, pkcs12_mac_key, read_iterations};
use crate::refusal::PkiRefusal;
use der::Tag;
use gost::hash::{Streebog256, Streebog512};
use sha1::Sha1;
use sha2::Sha256;
use zeroize::Zeroizing;

/// Output of PBKDF2 of which the last [`KEY_BYTES`] are the key (RFC 9548 §3).
const DERIVED_BYTES: usize = 96;
const KEY_BYTES: usize = 32;

#[derive(Clone, Copy, Debug)]
enum Digest {
    Sha1,
    Sha256,
    Streebog256,
    Streebog512,
}

#[derive(Debug)]
pub(super) struct Mac<'a> {
    digest: Digest,
    code: &'a [u8],
    salt: &'a [u8],
    iterations: u32,
}

impl<'a> Mac<'a> {
    /// Rounds that are not written are one (RFC 7292 §4), and so refused as too few.
    pub(super) fn read(node: &Node<'a>) -> Result<Self> {
        let mut fields = Fields::new(node.of(Tag::Sequence)?, "code of authenticity");
        let mut info = fields.sequence()?;
        let mut identifier = info.sequence()?;
        let digest = match identifier.oid()? {
            oid::SHA_1 => Digest::Sha1,
            oid::SHA_256 => Digest::Sha256,
            oid::DIGEST_256 => Digest::Streebog256,
            oid::DIGEST_512 => Digest::Streebog512,
            _ => return Err(PkiRefusal::UnknownProtection("the digest of the code of authenticity")),
        };
        identifier.optional(Tag::Null)?;
        identifier.end()?;
        let code = info.next()?.octets()?;
        info.end()?;
        let salt = fields.next()?.octets()?;
        if salt.len() > SALT_BYTES_MAX {
            return Err(PkiRefusal::OverLimit { what: "salt bytes", limit: SALT_BYTES_MAX });
        }
        let iterations = match fields.optional(Tag::Integer)? {
            Some(iterations) => read_iterations(&iterations)?,
            None => return Err(crate::password::check_iterations(1).err().unwrap_or(PkiRefusal::NotOpened)),
        };
        fields.end()?;
        Ok(Self { digest, code, salt, iterations })
    }

    /// Refuses another code as [`PkiRefusal::NotOpened`].
    pub(super) fn check(&self, safe: &[u8], password: &str, work: &mut Work) -> Result<()> {
        work.take(self.iterations)?;
        let expected = match self.digest {
            Digest::Sha1 => hmac::<Sha1>(&pkcs12_mac_key::<Sha1>(password, self.salt, self.iterations), safe),
            Digest::Sha256 => hmac::<Sha256>(&pkcs12_mac_key::<Sha256>(password, self.salt, self.iterations), safe),
            Digest::Streebog256 => {
                hmac::<Streebog256>(gost_key(Prf::Streebog256, password, self.salt, self.iterations)?.as_slice(), safe)
            }
            Digest::Streebog512 => {
                hmac::<Streebog512>(gost_key(Prf::Streebog512, password, self.salt, self.iterations)?.as_slice(), safe)
            }
        };
        if ciphers::same(&expected, self.code) { Ok(()) } else { Err(PkiRefusal::NotOpened) }
    }
}

fn gost_key(prf: Prf, password: &str, salt: &[u8], iterations: u32) -> Result<Zeroizing<[u8; KEY_BYTES]>> {
    let mut derived = Zeroizing::new([0; DERIVED_BYTES]);
    prf.derive(password.as_bytes(), salt, iterations, derived.as_mut())?;
    derived.last_chunk().copied().map(Zeroizing::new).ok_or(PkiRefusal::NotOpened)
}

/// MacData with Streebog-512.
pub(super) fn write(safe: &[u8], password: &str, salt: &[u8], iterations: u32) -> Result<Vec<u8>> {
    let code = hmac::<Streebog512>(gost_key(Prf::Streebog512, password, salt, iterations)?.as_slice(), safe);
    let identifier = write::sequence(&[&write::oid(&oid::DIGEST_512), write::NULL]);
    let info = write::sequence(&[&identifier, &write::octets(&code)]);
    Ok(write::sequence(&[&info, &write::octets(salt), &write::small(iterations)]))
}
