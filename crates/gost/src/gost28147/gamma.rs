//! The two gamma modes and the change of keys inside a long message.

use super::core::{BLOCK_BYTES, Gost28147, halves};
use super::sbox::SBox;
use crate::cipher::{CipherRefusal, KEY_BYTES};
use zeroize::Zeroize;

/// Bytes encrypted under one key when keys are meshed. Source: RFC 4357, section 2.3.2.
pub const MESHING_BYTES: usize = 1024;

/// Whether the key is replaced after every [`MESHING_BYTES`] of a message.
///
/// The algorithm parameters of a message name a set that tells which: [`KeyMeshing::CryptoPro`] for all sets of
/// CryptoPro and for param-Z, [`KeyMeshing::None`] for the test set. Source: RFC 4357, sections 2.3 and 11.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyMeshing {
    /// One key for the whole message.
    None,
    /// id-Gost28147-89-CryptoPro-KeyMeshing, 1.2.643.2.2.14.1.
    CryptoPro,
}

impl KeyMeshing {
    /// What the named parameter set of this substitution says.
    #[must_use]
    pub const fn of(sbox: SBox) -> Self {
        match sbox {
            SBox::Test => Self::None,
            _ => Self::CryptoPro,
        }
    }
}

/// What the key decrypts to give its successor. Source: RFC 4357, section 2.3.2.
const MESHING: [u8; KEY_BYTES] = [
    0x69, 0x00, 0x72, 0x22, 0x64, 0xc9, 0x04, 0x23, 0x8d, 0x3a, 0xdb, 0x96, 0x46, 0xe9, 0x2a, 0xc4, 0x18, 0xfe, 0xac,
    0x94, 0x00, 0xed, 0x07, 0x12, 0xc0, 0x86, 0xdc, 0xc2, 0xef, 0x4c, 0xa9, 0x2b,
];

/// The successor of a key.
pub(super) fn next_cipher(cipher: &Gost28147) -> Gost28147 {
    Gost28147::new(&cipher.decrypt_key(&MESHING), cipher.sbox())
}

/// A cipher that replaces its key when it is due.
struct Meshed {
    cipher: Gost28147,
    meshing: KeyMeshing,
    /// Bytes the present key has encrypted.
    bytes: usize,
}

impl Meshed {
    fn new(key: &[u8; KEY_BYTES], sbox: SBox, meshing: KeyMeshing) -> Self {
        Self { cipher: Gost28147::new(key, sbox), meshing, bytes: 0 }
    }

    /// Before each block of gamma: the state is encrypted by the new key when the key changes.
    fn step(&mut self, state: &mut [u8; BLOCK_BYTES]) {
        if self.meshing == KeyMeshing::CryptoPro && self.bytes == MESHING_BYTES {
            self.cipher = next_cipher(&self.cipher);
            self.cipher.encrypt_block(state);
            self.bytes = 0;
        }
        self.bytes += BLOCK_BYTES;
    }
}

fn initial(iv: &[u8]) -> Result<[u8; BLOCK_BYTES], CipherRefusal> {
    iv.try_into().map_err(|_| CipherRefusal::IvLength { expected: BLOCK_BYTES, given: iv.len() })
}

fn add(data: &mut [u8], gamma: &[u8]) {
    for (place, octet) in data.iter_mut().zip(gamma) {
        *place ^= *octet;
    }
}

/// Up to a block of octets as a block, zeros behind them.
fn block_of(octets: &[u8]) -> [u8; BLOCK_BYTES] {
    let mut block = [0; BLOCK_BYTES];
    for (place, octet) in block.iter_mut().zip(octets) {
        *place = *octet;
    }
    block
}

/// Gamma with feedback: encrypts data of any length in place. It does not notice changes.
///
/// Refuses an initialization vector of other than 8 bytes. Source: GOST 28147-89, clause 4; RFC 4357, section 2.2.
///
/// ```
/// use gost::gost28147::{KeyMeshing, SBox, cfb_decrypt, cfb_encrypt};
///
/// let mut data = *b"any length";
/// cfb_encrypt(&[7; 32], (SBox::Z, KeyMeshing::CryptoPro), &[1; 8], &mut data)?;
/// cfb_decrypt(&[7; 32], (SBox::Z, KeyMeshing::CryptoPro), &[1; 8], &mut data)?;
/// assert_eq!(&data, b"any length");
/// # Ok::<(), gost::cipher::CipherRefusal>(())
/// ```
pub fn cfb_encrypt(
    key: &[u8; KEY_BYTES],
    (sbox, meshing): (SBox, KeyMeshing),
    iv: &[u8],
    data: &mut [u8],
) -> Result<(), CipherRefusal> {
    cfb_encrypt_from(key, (sbox, meshing), initial(iv)?, data);
    Ok(())
}

/// [`cfb_encrypt`] with a vector that cannot be of a wrong length.
pub(super) fn cfb_encrypt_from(
    key: &[u8; KEY_BYTES],
    (sbox, meshing): (SBox, KeyMeshing),
    mut state: [u8; BLOCK_BYTES],
    data: &mut [u8],
) {
    let mut cipher = Meshed::new(key, sbox, meshing);
    for place in data.chunks_mut(BLOCK_BYTES) {
        cipher.step(&mut state);
        cipher.cipher.encrypt_block(&mut state);
        add(place, &state);
        state = block_of(place);
    }
}

/// The inverse of [`cfb_encrypt`], with the same refusal.
pub fn cfb_decrypt(
    key: &[u8; KEY_BYTES],
    (sbox, meshing): (SBox, KeyMeshing),
    iv: &[u8],
    data: &mut [u8],
) -> Result<(), CipherRefusal> {
    let mut state = initial(iv)?;
    let mut cipher = Meshed::new(key, sbox, meshing);
    for place in data.chunks_mut(BLOCK_BYTES) {
        cipher.step(&mut state);
        cipher.cipher.encrypt_block(&mut state);
        let ciphertext = block_of(place);
        add(place, &state);
        state = ciphertext;
    }
    Ok(())
}

/// Gamma: encryption and decryption are the same, in parts of any length. It does not notice changes, and a pair of key
/// and initialization vector must never serve two messages. Source: GOST 28147-89, clause 3.
///
/// ```
/// use gost::gost28147::{Cnt, KeyMeshing, SBox};
///
/// let mut data = *b"any length";
/// Cnt::new(&[7; 32], (SBox::Z, KeyMeshing::CryptoPro), &[1; 8])?.apply(&mut data);
/// assert_ne!(&data, b"any length");
/// # Ok::<(), gost::cipher::CipherRefusal>(())
/// ```
pub struct Cnt {
    cipher: Meshed,
    state: [u8; BLOCK_BYTES],
    spare: [u8; BLOCK_BYTES],
    /// Octets of `spare` that are used up.
    used: usize,
}

impl Cnt {
    /// Refuses an initialization vector of other than 8 bytes.
    pub fn new(key: &[u8; KEY_BYTES], (sbox, meshing): (SBox, KeyMeshing), iv: &[u8]) -> Result<Self, CipherRefusal> {
        let mut state = initial(iv)?;
        let cipher = Meshed::new(key, sbox, meshing);
        cipher.cipher.encrypt_block(&mut state);
        Ok(Self { cipher, state, spare: [0; BLOCK_BYTES], used: BLOCK_BYTES })
    }

    /// Encrypts or decrypts the next part of the message, in place.
    pub fn apply(&mut self, data: &mut [u8]) {
        let (rest, data) = data.split_at_mut(data.len().min(BLOCK_BYTES - self.used));
        add(rest, self.spare.get(self.used..).unwrap_or_default());
        self.used += rest.len();
        for place in data.chunks_mut(BLOCK_BYTES) {
            self.spare = self.next();
            add(place, &self.spare);
            self.used = place.len();
        }
    }

    fn next(&mut self) -> [u8; BLOCK_BYTES] {
        self.cipher.step(&mut self.state);
        let (low, high) = halves(u64::from_le_bytes(self.state));
        let low = low.wrapping_add(0x0101_0101);
        // Modulo 2^32 - 1: a carry comes back as one. All ones stay, as everybody has it.
        let (high, carry) = high.overflowing_add(0x0101_0104);
        let high = high.wrapping_add(u32::from(carry));
        self.state = (u64::from(high) << 32 | u64::from(low)).to_le_bytes();
        let mut gamma = self.state;
        self.cipher.cipher.encrypt_block(&mut gamma);
        gamma
    }
}

impl Drop for Cnt {
    fn drop(&mut self) {
        self.state.zeroize();
        self.spare.zeroize();
    }
}

impl ::core::fmt::Debug for Cnt {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str("Cnt(..)")
    }
}
