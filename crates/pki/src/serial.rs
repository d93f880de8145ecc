//! Serial numbers.
//!
//! ```
//! use pki::Serial;
//!
//! let serial = Serial::from_chance([0xff; 16]);
//! assert_eq!(serial.as_bytes().len(), 16);
//! assert_eq!(Serial::from_hex(&serial.to_hex().to_uppercase())?, serial);
//! assert!(Serial::from_hex("not a number").is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::asn1::Result;
use crate::limits::SERIAL_BYTES_MAX;
use crate::refusal::PkiRefusal;
use core::fmt;

/// Serial number of a certificate: a positive `INTEGER`, big-endian, without leading zero bytes (RFC 5280 §4.1.2.2).
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Serial(Box<[u8]>);

impl Serial {
    /// From big-endian bytes. Refuses more than [`SERIAL_BYTES_MAX`] bytes. Zero is read, because it is met; it is never written.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let start = bytes.iter().position(|byte| *byte != 0).unwrap_or(bytes.len());
        let significant = bytes.get(start..).unwrap_or_default();
        if significant.len() > SERIAL_BYTES_MAX {
            return Err(PkiRefusal::Serial);
        }
        Ok(Self(significant.into()))
    }

    /// From 128 bits of chance; the two highest bits become 01, so that every serial has the same length and none is zero.
    #[must_use]
    pub fn from_chance(chance: [u8; 16]) -> Self {
        let [first, rest @ ..] = chance;
        let mut bytes = vec![(first & 0x3f) | 0x40];
        bytes.extend_from_slice(&rest);
        Self(bytes.into())
    }

    /// From hexadecimal digits of either case, at most 42, with or without leading zeros.
    pub fn from_hex(text: &str) -> Result<Self> {
        let digits = text.as_bytes();
        if digits.is_empty() || digits.len() > 2 * SERIAL_BYTES_MAX {
            return Err(PkiRefusal::Serial);
        }
        let value = |digit: &u8| char::from(*digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
        let bytes = digits
            .rchunks(2)
            .rev()
            .map(|pair| pair.iter().try_fold(0_u8, |sum, digit| Some((sum << 4) | value(digit)?)));
        Self::from_bytes(&bytes.collect::<Option<Vec<u8>>>().ok_or(PkiRefusal::Serial)?)
    }

    /// Big-endian bytes without leading zeros; empty for zero.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Lower-case hexadecimal, two digits a byte.
    #[must_use]
    pub fn to_hex(&self) -> String {
        if self.0.is_empty() { "00".to_owned() } else { crate::hex(&self.0) }
    }
}

impl fmt::Display for Serial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_hex())
    }
}

impl fmt::Debug for Serial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Serial({})", self.to_hex())
    }
}
