//! Keys from passwords.

use crate::hash::HmacStreebog512;
use core::fmt;
use zeroize::Zeroizing;

/// Repetitions that are done at most: about four seconds on a small machine. A file says how many it wants, and one
/// that wants more is not a key container but an attempt to keep the machine busy. CryptoPro asks for 2000.
pub const ITERATIONS_MAX: u32 = 1_000_000;
/// The longest key, in bytes; the longest one in use is 96 (RFC 9548, section 3).
pub const DERIVED_BYTES_MAX: usize = 256;
/// Octets of one answer of HMAC.
const LINK_BYTES: usize = 64;

/// Derives a key of `key.len()` bytes from a password: PBKDF2 with HMAC_GOSTR3411_2012_512. The password is octets: UTF-8
/// in key containers.
///
/// Refuses no repetitions, more than [`ITERATIONS_MAX`], an empty key and one longer than [`DERIVED_BYTES_MAX`].
/// Source: RFC 9337, section 4; RFC 8018, section 5.2.
///
/// ```
/// let mut key = [0; 32];
/// gost::password::pbkdf2("пароль".as_bytes(), b"eight or more octets of chance", 2000, &mut key)?;
/// assert_ne!(key, [0; 32]);
/// # Ok::<(), gost::password::PasswordRefusal>(())
/// ```
pub fn pbkdf2(password: &[u8], salt: &[u8], iterations: u32, key: &mut [u8]) -> Result<(), PasswordRefusal> {
    if iterations == 0 || iterations > ITERATIONS_MAX {
        return Err(PasswordRefusal::Iterations { given: iterations });
    }
    if key.is_empty() || key.len() > DERIVED_BYTES_MAX {
        return Err(PasswordRefusal::KeyLength { given: key.len() });
    }
    // The password goes in once: each repetition begins from this state.
    let begun = HmacStreebog512::new(password);
    for (part, number) in key.chunks_mut(LINK_BYTES).zip(1u32..) {
        let mut hmac = begun.clone();
        hmac.update(salt);
        hmac.update(&number.to_be_bytes());
        let mut link: Zeroizing<[u8; LINK_BYTES]> = Zeroizing::new(hmac.finish());
        let mut sum = link.clone();
        for _ in 1..iterations {
            let mut hmac = begun.clone();
            hmac.update(&link[..]);
            *link = hmac.finish();
            for (place, octet) in sum.iter_mut().zip(link.iter()) {
                *place ^= *octet;
            }
        }
        for (place, octet) in part.iter_mut().zip(sum.iter()) {
            *place = *octet;
        }
    }
    Ok(())
}

/// Why a password did not become a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PasswordRefusal {
    /// No repetitions, or more than [`ITERATIONS_MAX`].
    Iterations {
        /// How many were asked for.
        given: u32,
    },
    /// An empty key, or one longer than [`DERIVED_BYTES_MAX`].
    KeyLength {
        /// What was asked for, in bytes.
        given: usize,
    },
}

impl PasswordRefusal {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Iterations { .. } => "gost.password.iterations",
            Self::KeyLength { .. } => "gost.password.key-length",
        }
    }
}

impl fmt::Display for PasswordRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Iterations { given } => write!(f, "{given} repetitions where 1 to {ITERATIONS_MAX} are done"),
            Self::KeyLength { given } => write!(f, "key of {given} bytes where 1 to {DERIVED_BYTES_MAX} are derived"),
        }
    }
}

impl core::error::Error for PasswordRefusal {}
