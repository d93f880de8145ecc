//! Why data was not encrypted, decrypted or believed.

use core::fmt;

/// Why a mode of a cipher did not take what it was given. Nothing was changed when one is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CipherRefusal {
    /// The initialization vector, nonce or UKM is not as long as the mode asks for.
    IvLength {
        /// What the mode asks for, in bytes; where several whole numbers of blocks are taken, one block.
        expected: usize,
        /// What was given, in bytes.
        given: usize,
    },
    /// The mode takes whole blocks only.
    NotWholeBlocks {
        /// A block, in bytes.
        block: usize,
        /// What was given, in bytes.
        given: usize,
    },
    /// A section between changes of the key must be one whole block or more.
    SectionLength {
        /// A block, in bytes.
        block: usize,
        /// What was given, in bytes.
        given: usize,
    },
    /// A wrapped key, or the key to be wrapped, is not of a length the format has.
    KeyLength {
        /// What the format has, in bytes; the most where several are possible.
        expected: usize,
        /// What was given, in bytes.
        given: usize,
    },
    /// So much data under one key and initialization vector that the counter would come round.
    CounterExhausted,
    /// The highest bit of the nonce must be zero: the mode uses it itself.
    NonceTopBit,
    /// Nothing to protect: the code of an empty message would not depend on the key.
    Empty,
    /// The tag does not fit: other key, other data, or somebody changed them.
    TagWrong,
}

impl CipherRefusal {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::IvLength { .. } => "gost.cipher.iv-length",
            Self::NotWholeBlocks { .. } => "gost.cipher.not-whole-blocks",
            Self::SectionLength { .. } => "gost.cipher.section-length",
            Self::KeyLength { .. } => "gost.cipher.key-length",
            Self::CounterExhausted => "gost.cipher.counter-exhausted",
            Self::NonceTopBit => "gost.cipher.nonce-top-bit",
            Self::Empty => "gost.cipher.empty",
            Self::TagWrong => "gost.cipher.tag-wrong",
        }
    }
}

impl fmt::Display for CipherRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::IvLength { expected, given } => {
                write!(f, "initialization vector of {given} bytes where {expected} are expected")
            }
            Self::NotWholeBlocks { block, given } => write!(f, "{given} bytes are not whole blocks of {block}"),
            Self::SectionLength { block, given } => {
                write!(f, "section of {given} bytes is not one or more whole blocks of {block}")
            }
            Self::KeyLength { expected, given } => write!(f, "key of {given} bytes where {expected} are expected"),
            Self::CounterExhausted => f.write_str("too much data under one key and initialization vector"),
            Self::NonceTopBit => f.write_str("highest bit of the nonce is not zero"),
            Self::Empty => f.write_str("nothing to protect"),
            Self::TagWrong => f.write_str("authentication code does not fit"),
        }
    }
}

impl core::error::Error for CipherRefusal {}
