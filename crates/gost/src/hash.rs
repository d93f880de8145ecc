//! GOST R 34.11-2012 (Streebog) and HMAC over it; GOST R 34.11-94 for what was signed before.

use crate::streebog::BLOCK_BYTES;
pub use crate::streebog::{Bits256, Bits512, Length, Streebog, Streebog256, Streebog512};
use gost94::Digest;
pub use gost94::{Gost94CryptoPro, Gost94Test, digest};
use zeroize::Zeroize;

/// Streebog-256 of a message that is all here. Source: GOST R 34.11-2012; RFC 6986.
///
/// ```
/// let digest = gost::hash::streebog256(b"");
/// assert_eq!(digest[..4], [0x3f, 0x53, 0x9a, 0x21]);
/// ```
#[must_use]
pub fn streebog256(message: &[u8]) -> [u8; 32] {
    Streebog256::digest(message).into()
}

/// Streebog-512 of a message that is all here. Source: GOST R 34.11-2012; RFC 6986.
#[must_use]
pub fn streebog512(message: &[u8]) -> [u8; 64] {
    Streebog512::digest(message).into()
}

/// GOST R 34.11-94 with the substitution of CryptoPro (id-GostR3411-94-CryptoProParamSet, 1.2.643.2.2.30.1), the one in
/// every old signature. For checking those only: the function is broken below its size and out of force since 2013.
/// [`Gost94Test`] is the other substitution, of the standard's own examples.
///
/// ```
/// let digest = gost::hash::gost94(b"");
/// assert_eq!(digest[..4], [0x98, 0x1e, 0x5f, 0x3c]);
/// ```
/// Source: GOST R 34.11-94; RFC 5831; RFC 4357, section 11.2.
#[must_use]
pub fn gost94(message: &[u8]) -> [u8; 32] {
    Gost94CryptoPro::digest(message).into()
}

/// HMAC_GOSTR3411_2012_256; a key of any length. Source: R 50.1.113-2016, clause 4.1.1; RFC 7836, section 4.1.1.
#[must_use]
pub fn hmac_streebog256(key: &[u8], message: &[u8]) -> [u8; 32] {
    let mut hmac = HmacStreebog256::new(key);
    hmac.update(message);
    hmac.finish()
}

/// HMAC_GOSTR3411_2012_512; a key of any length. Source: R 50.1.113-2016, clause 4.1.2; RFC 7836, section 4.1.2.
#[must_use]
pub fn hmac_streebog512(key: &[u8], message: &[u8]) -> [u8; 64] {
    let mut hmac = HmacStreebog512::new(key);
    hmac.update(message);
    hmac.finish()
}

/// HMAC_GOSTR3411_2012_256 of a message that comes in parts.
pub type HmacStreebog256 = Hmac<Streebog256>;
/// HMAC_GOSTR3411_2012_512 of a message that comes in parts.
pub type HmacStreebog512 = Hmac<Streebog512>;

/// HMAC over one of the two Streebog functions; what it remembers of the key is wiped when it is dropped.
/// Source: RFC 2104 with the 64-byte block of Streebog.
#[derive(Clone)]
pub struct Hmac<D: Digest> {
    inner: D,
    outer: D,
}

impl<D: Digest> Hmac<D> {
    /// Starts with a key; one longer than 64 bytes is hashed first, as RFC 2104 says.
    #[must_use]
    pub fn new(key: &[u8]) -> Self {
        let mut padded = [0u8; BLOCK_BYTES];
        if key.len() > BLOCK_BYTES {
            let mut short = D::digest(key);
            for (place, octet) in padded.iter_mut().zip(short.iter()) {
                *place = *octet;
            }
            short.as_mut_slice().zeroize();
        } else {
            for (place, octet) in padded.iter_mut().zip(key) {
                *place = *octet;
            }
        }
        let mut inner = D::new();
        let mut outer = D::new();
        for octet in &mut padded {
            *octet ^= 0x36;
        }
        inner.update(padded);
        for octet in &mut padded {
            *octet ^= 0x36 ^ 0x5c;
        }
        outer.update(padded);
        padded.zeroize();
        Self { inner, outer }
    }

    /// Takes the next part of the message.
    pub fn update(&mut self, part: &[u8]) {
        self.inner.update(part);
    }

    /// The code of all parts together. Compare it in constant time.
    #[must_use]
    pub fn finish<const BYTES: usize>(self) -> [u8; BYTES]
    where
        digest::Output<D>: Into<[u8; BYTES]>,
    {
        let mut outer = self.outer;
        outer.update(self.inner.finalize());
        outer.finalize().into()
    }
}

impl<D: Digest> core::fmt::Debug for Hmac<D> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Hmac(..)")
    }
}
