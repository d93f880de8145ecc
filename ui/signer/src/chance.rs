//! Chance as the caller gives it, stretched: the module has no source of its own.

use crate::refusal::SignerRefusal;
use gost::hash::hmac_streebog512;
use zeroize::Zeroizing;

/// A stream of octets from what the page drew with `crypto.getRandomValues`: the n-th block is HMAC-Streebog-512 of n under the
/// octets given. Nobody who has not seen these can tell the stream from chance; two of its blocks tell nothing of each other.
pub struct Chance<'a> {
    seed: &'a [u8],
    block: u64,
}

impl<'a> Chance<'a> {
    /// Refuses fewer octets than needed, and one octet repeated: a buffer that nobody filled.
    pub fn new(seed: &'a [u8], needed: usize) -> Result<Self, SignerRefusal> {
        let first = seed.first().copied().unwrap_or_default();
        if seed.len() < needed || seed.iter().all(|octet| *octet == first) {
            return Err(SignerRefusal::Chance { needed });
        }
        Ok(Self { seed, block: 0 })
    }

    /// Fills the octets.
    pub fn fill(&mut self, octets: &mut [u8]) {
        for chunk in octets.chunks_mut(64) {
            self.block = self.block.wrapping_add(1);
            let drawn = Zeroizing::new(hmac_streebog512(self.seed, &self.block.to_le_bytes()));
            chunk.iter_mut().zip(drawn.iter()).for_each(|(place, octet)| *place = *octet);
        }
    }

    /// Octets for one nonce.
    pub fn hedge(&mut self) -> Zeroizing<[u8; 32]> {
        let mut hedge = Zeroizing::new([0; 32]);
        self.fill(hedge.as_mut_slice());
        hedge
    }
}

impl std::fmt::Debug for Chance<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Chance(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unfilled_and_short_buffers_are_refused() {
        for seed in [&[][..], &[0; 64], &[0xff; 64], &[1, 2, 3]] {
            assert_eq!(Chance::new(seed, 32).err(), Some(SignerRefusal::Chance { needed: 32 }));
        }
    }

    #[test]
    fn one_seed_is_one_stream_without_repetition() {
        let seed: Vec<u8> = (0..64).collect();
        let mut long = [0; 200];
        Chance::new(&seed, 64).unwrap().fill(&mut long);
        let mut chance = Chance::new(&seed, 64).unwrap();
        assert_eq!(*chance.hedge(), long[..32]);
        assert_eq!(*chance.hedge(), long[64..96]);
        assert_ne!(long[..64], long[64..128]);
    }
}
