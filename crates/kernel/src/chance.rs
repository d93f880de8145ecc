use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use zeroize::Zeroize;

/// Where chance comes from: identifiers, serial numbers, tokens, signature hedges. A ChaCha20 generator seeded once,
/// by the machine's entropy in the running program and by a fixed seed in tests. Clones share one stream.
#[derive(Clone)]
pub struct Chance(Arc<Mutex<ChaCha20Rng>>);

impl Chance {
    /// A stream from 32 octets of seed; the seed is wiped.
    pub fn from_seed(mut seed: [u8; 32]) -> Self {
        let stream = ChaCha20Rng::from_seed(seed);
        seed.zeroize();
        Self(Arc::new(Mutex::new(stream)))
    }

    /// Fills the octets.
    pub fn fill(&self, octets: &mut [u8]) {
        // A poisoned stream is still a sound stream: filling cannot leave it half-made.
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(octets);
    }

    /// An array of octets.
    pub fn octets<const N: usize>(&self) -> [u8; N] {
        let mut octets = [0; N];
        self.fill(&mut octets);
        octets
    }

    /// A number below `bound`; 0 where the bound is 0. Biased by less than 2⁻³² for bounds of 32 bits.
    pub fn below(&self, bound: u32) -> u32 {
        let wide = u128::from(u64::from_le_bytes(self.octets()));
        u32::try_from((wide * u128::from(bound)) >> 64).unwrap_or_default()
    }
}

impl fmt::Debug for Chance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chance(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_seed_is_one_stream_and_clones_share_it() {
        let (a, b) = (Chance::from_seed([7; 32]), Chance::from_seed([7; 32]));
        let clone = a.clone();
        let first: [u8; 16] = a.octets();
        let second: [u8; 16] = clone.octets();
        assert_ne!(first, second);
        assert_eq!((first, second), (b.octets(), b.octets()));
    }

    #[test]
    fn below_stays_below() {
        let chance = Chance::from_seed([1; 32]);
        assert_eq!(chance.below(0), 0);
        assert!((0..1000).all(|_| chance.below(6) < 6));
        assert_eq!((0..1000).map(|_| chance.below(6)).collect::<std::collections::BTreeSet<_>>().len(), 6);
    }
}
