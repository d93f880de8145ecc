//! Keys from passwords: PBKDF2 (RFC 8018 §5.2, with Streebog RFC 9337 §4) and the older derivation of PKCS#12 (RFC 7292 appendix B).

use crate::asn1::{Node, Result, write};
use crate::limits::{
    PASSWORD_BYTES_MAX, PASSWORD_ITERATIONS_MAX, PASSWORD_ITERATIONS_MIN, PASSWORD_WORK_MAX, SALT_BYTES_MAX,
};
use crate::oid::{self, Oid};
use crate::refusal::PkiRefusal;
use der::Tag;
use gost::hash::Streebog256;
use sha1::Sha1;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// Block of SHA-1, SHA-256 and both Streebogs, in bytes.
const BLOCK_BYTES: usize = 64;
/// Length of a key for the ciphers read here, in bytes.
const KEY_BYTES: usize = 32;

/// What may still be computed for one file, and the key computed last: parts of one file often share it.
pub(crate) struct Work {
    granted: u32,
    left: u32,
    last: Option<(Pbkdf2, Zeroizing<[u8; KEY_BYTES]>)>,
}

impl Work {
    pub(crate) fn new() -> Self {
        Self::within(PASSWORD_WORK_MAX)
    }

    /// Of a caller who grants so many rounds, never more than [`PASSWORD_WORK_MAX`].
    pub(crate) fn within(rounds_max: u32) -> Self {
        let granted = rounds_max.min(PASSWORD_WORK_MAX);
        Self { granted, left: granted, last: None }
    }

    pub(crate) fn take(&mut self, iterations: u32) -> Result<()> {
        check_iterations(iterations)?;
        let refusal = PkiRefusal::Iterations { min: PASSWORD_ITERATIONS_MIN, max: self.granted };
        self.left = self.left.checked_sub(iterations).ok_or(refusal)?;
        Ok(())
    }
}

pub(crate) fn check_iterations(iterations: u32) -> Result<()> {
    if (PASSWORD_ITERATIONS_MIN..=PASSWORD_ITERATIONS_MAX).contains(&iterations) {
        return Ok(());
    }
    Err(PkiRefusal::Iterations { min: PASSWORD_ITERATIONS_MIN, max: PASSWORD_ITERATIONS_MAX })
}

pub(crate) fn check_length(password: &str) -> Result<()> {
    if password.len() > PASSWORD_BYTES_MAX { Err(PkiRefusal::Password("too long")) } else { Ok(()) }
}

/// A password that is about to protect something.
pub(crate) fn check_new(password: &str) -> Result<()> {
    if password.is_empty() { Err(PkiRefusal::Password("empty")) } else { check_length(password) }
}

/// The function PBKDF2 repeats.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Prf {
    Sha1,
    Sha256,
    Streebog256,
    Streebog512,
}

impl Prf {
    fn of(algorithm: Oid) -> Result<Self> {
        match algorithm {
            oid::HMAC_SHA_1 => Ok(Self::Sha1),
            oid::HMAC_SHA_256 => Ok(Self::Sha256),
            oid::HMAC_STREEBOG_256 => Ok(Self::Streebog256),
            oid::HMAC_STREEBOG_512 => Ok(Self::Streebog512),
            _ => Err(PkiRefusal::UnknownProtection("the function of PBKDF2")),
        }
    }

    pub(crate) fn derive(self, password: &[u8], salt: &[u8], iterations: u32, out: &mut [u8]) -> Result<()> {
        match self {
            Self::Sha1 => pbkdf2::<Sha1>(password, salt, iterations, out),
            Self::Sha256 => pbkdf2::<Sha256>(password, salt, iterations, out),
            Self::Streebog256 => pbkdf2::<Streebog256>(password, salt, iterations, out),
            Self::Streebog512 => {
                let derived = gost::password::pbkdf2(password, salt, iterations, out);
                derived.map_err(|_| PkiRefusal::Iterations {
                    min: PASSWORD_ITERATIONS_MIN,
                    max: PASSWORD_ITERATIONS_MAX,
                })?;
            }
        }
        Ok(())
    }
}

/// Parameters of PBKDF2.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Pbkdf2 {
    pub(crate) salt: Vec<u8>,
    pub(crate) iterations: u32,
    pub(crate) prf: Prf,
}

impl Pbkdf2 {
    /// `SEQUENCE { 1.2.840.113549.1.5.12, SEQUENCE { salt, iterations, keyLength OPTIONAL, prf DEFAULT hmacWithSHA1 } }`
    pub(crate) fn read(node: &Node<'_>) -> Result<Self> {
        node.of(Tag::Sequence)?;
        let mut fields = node.fields();
        if fields.oid()? != oid::PBKDF2 {
            return Err(PkiRefusal::UnknownProtection("the derivation of the key"));
        }
        let mut parameters = fields.sequence()?;
        fields.end()?;
        let salt = parameters.next()?.octets()?.to_vec();
        if salt.len() > SALT_BYTES_MAX {
            return Err(PkiRefusal::OverLimit { what: "salt bytes", limit: SALT_BYTES_MAX });
        }
        let iterations = read_iterations(&parameters.next()?)?;
        if let Some(length) = parameters.optional(Tag::Integer)?
            && usize::try_from(length.small()?) != Ok(KEY_BYTES)
        {
            return Err(PkiRefusal::UnknownProtection("the length of the key"));
        }
        let prf = match parameters.optional(Tag::Sequence)? {
            Some(identifier) => {
                let mut fields = identifier.fields();
                let prf = Prf::of(fields.oid()?)?;
                fields.optional(Tag::Null)?;
                fields.end()?;
                prf
            }
            None => Prf::Sha1,
        };
        parameters.end()?;
        Ok(Self { salt, iterations, prf })
    }

    /// With Streebog-512, the only function RFC 9337 §4 names.
    pub(crate) fn write(salt: &[u8], iterations: u32) -> Vec<u8> {
        let prf = write::sequence(&[&write::oid(&oid::HMAC_STREEBOG_512), write::NULL]);
        let parameters = write::sequence(&[&write::octets(salt), &write::small(iterations), &prf]);
        write::sequence(&[&write::oid(&oid::PBKDF2), &parameters])
    }

    pub(crate) fn key(&self, password: &str, work: &mut Work) -> Result<Zeroizing<[u8; KEY_BYTES]>> {
        // one work is for one password only
        if let Some((derivation, key)) = &work.last
            && derivation == self
        {
            return Ok(key.clone());
        }
        work.take(self.iterations)?;
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        self.prf.derive(password.as_bytes(), &self.salt, self.iterations, key.as_mut())?;
        work.last = Some((self.clone(), key.clone()));
        Ok(key)
    }
}

/// Rounds as a file names them; a number that does not fit is as refused as one over the limit.
pub(crate) fn read_iterations(node: &Node<'_>) -> Result<u32> {
    let iterations = node
        .unsigned()?
        .iter()
        .try_fold(0_u32, |sum, byte| sum.checked_mul(256).and_then(|sum| sum.checked_add(u32::from(*byte))));
    let iterations = iterations.unwrap_or(u32::MAX);
    check_iterations(iterations)?;
    Ok(iterations)
}

/// HMAC with the key already absorbed.
struct Keyed<D> {
    inner: D,
    outer: D,
}

impl<D: Digest + Clone> Keyed<D> {
    fn new(key: &[u8]) -> Self {
        let mut padded = Zeroizing::new([0_u8; BLOCK_BYTES]);
        if key.len() > BLOCK_BYTES {
            padded.iter_mut().zip(D::digest(key)).for_each(|(place, octet)| *place = octet);
        } else {
            padded.iter_mut().zip(key).for_each(|(place, octet)| *place = *octet);
        }
        padded.iter_mut().for_each(|octet| *octet ^= 0x36);
        let inner = D::new_with_prefix(padded.as_slice());
        padded.iter_mut().for_each(|octet| *octet ^= 0x36 ^ 0x5c);
        let outer = D::new_with_prefix(padded.as_slice());
        Self { inner, outer }
    }

    fn code(&self, parts: &[&[u8]]) -> Zeroizing<Vec<u8>> {
        let mut inner = self.inner.clone();
        parts.iter().for_each(|part| inner.update(part));
        let mut outer = self.outer.clone();
        outer.update(inner.finalize());
        Zeroizing::new(outer.finalize().to_vec())
    }
}

fn pbkdf2<D: Digest + Clone>(password: &[u8], salt: &[u8], iterations: u32, out: &mut [u8]) {
    let keyed = Keyed::<D>::new(password);
    for (index, block) in (1_u32..).zip(out.chunks_mut(<D as Digest>::output_size())) {
        let mut link = keyed.code(&[salt, &index.to_be_bytes()]);
        let mut sum = link.clone();
        for _ in 1..iterations {
            link = keyed.code(&[&link]);
            sum.iter_mut().zip(link.iter()).for_each(|(sum, octet)| *sum ^= octet);
        }
        block.iter_mut().zip(sum.iter()).for_each(|(place, octet)| *place = *octet);
    }
}

/// HMAC of a message.
pub(crate) fn hmac<D: Digest + Clone>(key: &[u8], message: &[u8]) -> Vec<u8> {
    Keyed::<D>::new(key).code(&[message]).to_vec()
}

/// Key of the digest's length for a code of authenticity (RFC 7292 appendix B.2, purpose 3), for digests with blocks of 64 bytes.
/// One round of the derivation gives a whole digest, so its second half, which makes further rounds, is never reached.
pub(crate) fn pkcs12_mac_key<D: Digest>(password: &str, salt: &[u8], iterations: u32) -> Zeroizing<Vec<u8>> {
    let mut text: Zeroizing<Vec<u8>> = Zeroizing::new(password.encode_utf16().flat_map(u16::to_be_bytes).collect());
    text.extend_from_slice(&[0, 0]);
    let mut digest = D::new_with_prefix([3_u8; BLOCK_BYTES]);
    digest.update(repeated(salt));
    digest.update(repeated(&text));
    let mut key = Zeroizing::new(digest.finalize().to_vec());
    for _ in 1..iterations {
        key = Zeroizing::new(D::digest(key.as_slice()).to_vec());
    }
    key
}

/// The bytes over and over up to a whole number of blocks.
fn repeated(bytes: &[u8]) -> Zeroizing<Vec<u8>> {
    let length = bytes.len().div_ceil(BLOCK_BYTES).saturating_mul(BLOCK_BYTES);
    Zeroizing::new(bytes.iter().copied().cycle().take(length).collect())
}

#[cfg(test)]
mod tests {
    use super::{Pbkdf2, Prf, Work};
    use crate::limits::{PASSWORD_ITERATIONS_MAX, PASSWORD_ITERATIONS_MIN, PASSWORD_WORK_MAX};
    use crate::refusal::PkiRefusal;

    #[test]
    fn one_file_may_make_us_compute_so_much_and_no_more() {
        let mut work = Work::new();
        for _ in 0..PASSWORD_WORK_MAX / PASSWORD_ITERATIONS_MAX {
            assert_eq!(work.take(PASSWORD_ITERATIONS_MAX), Ok(()));
        }
        assert!(matches!(work.take(PASSWORD_ITERATIONS_MIN), Err(PkiRefusal::Iterations { .. })));
        let refusal = PkiRefusal::Iterations { min: PASSWORD_ITERATIONS_MIN, max: 1_999 };
        assert_eq!(Work::within(1_999).take(2_000), Err(refusal));
        assert_eq!(Work::within(u32::MAX).left, PASSWORD_WORK_MAX);
        assert!(matches!(Work::new().take(PASSWORD_ITERATIONS_MAX + 1), Err(PkiRefusal::Iterations { .. })));
        assert!(matches!(Work::new().take(PASSWORD_ITERATIONS_MIN - 1), Err(PkiRefusal::Iterations { .. })));
    }

    #[test]
    fn parts_with_one_derivation_share_its_key() {
        let mut work = Work::new();
        let derivation = |salt: u8| Pbkdf2 { salt: vec![salt; 8], iterations: 1_000, prf: Prf::Streebog512 };
        let first = derivation(1).key("password", &mut work).unwrap();
        let left = work.left;
        assert_eq!(derivation(1).key("password", &mut work).unwrap(), first);
        assert_eq!(work.left, left);
        assert_ne!(derivation(2).key("password", &mut work).unwrap(), first);
        assert_eq!(work.left, left - 1_000);
    }

    /// RFC 6070, with the SHA-1 of older programs.
    #[test]
    fn the_published_key_of_sha_1_comes_out() {
        let mut key = [0; 20];
        Prf::Sha1.derive(b"password", b"salt", 2, &mut key).unwrap();
        assert_eq!(crate::hex(&key), "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957");
    }
}
