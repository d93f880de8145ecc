//! The authentication code of GOST 28147-89.

use super::core::{BLOCK_BYTES, Gost28147};
use super::gamma::{KeyMeshing, MESHING_BYTES, next_cipher};
use super::sbox::SBox;
use crate::cipher::{CipherRefusal, KEY_BYTES};
use subtle::ConstantTimeEq;
use zeroize::Zeroize;

/// The code, in bytes.
pub const IMIT_BYTES: usize = 4;

/// The code of a message that comes in parts ("imitovstavka"): 32 bits, so it stops accidents and the careless.
/// Source: GOST 28147-89, clause 5; RFC 5830, section 8.
///
/// ```
/// use gost::gost28147::{Imit, KeyMeshing, SBox};
///
/// let mut code = Imit::new(&[7; 32], (SBox::Z, KeyMeshing::None));
/// code.update(b"a document");
/// let tag = code.finish()?;
/// assert_eq!(tag.len(), 4);
/// # Ok::<(), gost::cipher::CipherRefusal>(())
/// ```
pub struct Imit {
    cipher: Gost28147,
    meshing: KeyMeshing,
    sum: [u8; BLOCK_BYTES],
    /// Octets added to `sum` since it went through the rounds.
    pending: usize,
    /// Blocks that went through the rounds under the present key.
    blocks: usize,
    /// Whether a block went through the rounds at all.
    begun: bool,
}

impl Imit {
    /// Begins a message.
    #[must_use]
    pub fn new(key: &[u8; KEY_BYTES], (sbox, meshing): (SBox, KeyMeshing)) -> Self {
        Self::from_state(key, (sbox, meshing), [0; BLOCK_BYTES])
    }

    /// Begins with a state other than zero, as key wrapping does. Source: RFC 4357, section 6.1.
    pub(super) fn from_state(
        key: &[u8; KEY_BYTES],
        (sbox, meshing): (SBox, KeyMeshing),
        state: [u8; BLOCK_BYTES],
    ) -> Self {
        let cipher = Gost28147::new(key, sbox);
        Self { cipher, meshing, sum: state, pending: 0, blocks: 0, begun: false }
    }

    /// Takes the next part of the message.
    pub fn update(&mut self, mut part: &[u8]) {
        while !part.is_empty() {
            if self.pending == BLOCK_BYTES {
                self.step();
            }
            let (now, later) = part.split_at(part.len().min(BLOCK_BYTES - self.pending));
            for (place, octet) in self.sum.iter_mut().skip(self.pending).zip(now) {
                *place ^= *octet;
            }
            self.pending += now.len();
            part = later;
        }
    }

    /// The code; the last block is filled up with zeros, and a message of one block is followed by a zero block.
    /// Refuses an empty message.
    pub fn finish(self) -> Result<[u8; IMIT_BYTES], CipherRefusal> {
        if self.pending == 0 { Err(CipherRefusal::Empty) } else { Ok(self.close()) }
    }

    /// [`Imit::finish`] of a message that is known not to be empty.
    pub(super) fn close(mut self) -> [u8; IMIT_BYTES] {
        if !self.begun {
            self.step();
        }
        self.step();
        let [a, b, c, d, ..] = self.sum;
        [a, b, c, d]
    }

    /// Whether this is the code, compared in constant time. Refuses another one and an empty message.
    pub fn verify(self, tag: &[u8]) -> Result<(), CipherRefusal> {
        if bool::from(self.finish()?.ct_eq(tag)) { Ok(()) } else { Err(CipherRefusal::TagWrong) }
    }

    fn step(&mut self) {
        if self.meshing == KeyMeshing::CryptoPro && self.blocks == MESHING_BYTES / BLOCK_BYTES {
            // Unlike in the gamma modes the state stays as it is.
            self.cipher = next_cipher(&self.cipher);
            self.blocks = 0;
        }
        self.cipher.half_encrypt(&mut self.sum);
        self.blocks += 1;
        self.pending = 0;
        self.begun = true;
    }
}

impl Drop for Imit {
    fn drop(&mut self) {
        self.sum.zeroize();
    }
}

impl ::core::fmt::Debug for Imit {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str("Imit(..)")
    }
}
