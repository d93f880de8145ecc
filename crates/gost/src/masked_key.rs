//! Private keys as containers keep them: multiplied by a mask.

use crate::curves::{AnyCurve, curve_of};
use crate::limbs::{from_le, is_zero, write_le};
use crate::montgomery::Modulus;
use crate::param_set::ParamSet;
use crate::private_key::PrivateKey;
use crate::refusals::KeyRefusal;
use zeroize::Zeroizing;

impl PrivateKey {
    /// The key `masked / mask` modulo the order, both little-endian and as long as the set's size; numbers at or above the order are
    /// reduced. Takes a time that does not depend on their values.
    /// Refuses a wrong length, and a zero of either as [`KeyRefusal::Zero`].
    ///
    /// ```
    /// use gost::{ParamSet, PrivateKey};
    ///
    /// let mut one = [0; 32];
    /// one[0] = 1;
    /// let key = PrivateKey::from_masked(ParamSet::XA, &[7; 32], &one)?;
    /// assert_eq!(key.to_le()[..], [7; 32]);
    /// # Ok::<(), gost::KeyRefusal>(())
    /// ```
    pub fn from_masked(set: ParamSet, masked: &[u8], mask: &[u8]) -> Result<Self, KeyRefusal> {
        let expected = set.size_bytes();
        if let Some(wrong) = [masked, mask].into_iter().find(|octets| octets.len() != expected) {
            return Err(KeyRefusal::Length { expected, given: wrong.len() });
        }
        let mut key = Zeroizing::new([0; 64]);
        let (octets, _) = key.split_at_mut(expected);
        match curve_of(set) {
            AnyCurve::Bits256(curve) => unmask(&curve.q, masked, mask, octets)?,
            AnyCurve::Bits512(curve) => unmask(&curve.q, masked, mask, octets)?,
        }
        Self::from_le(set, octets)
    }
}

fn unmask<const N: usize>(q: &Modulus<N>, masked: &[u8], mask: &[u8], key: &mut [u8]) -> Result<(), KeyRefusal> {
    let mask = Zeroizing::new(q.enter(&from_le(mask)));
    if is_zero(&mask) {
        return Err(KeyRefusal::Zero);
    }
    let inverse = Zeroizing::new(q.invert(&mask));
    let masked = Zeroizing::new(q.enter(&from_le(masked)));
    let product = Zeroizing::new(q.mul(&masked, &inverse));
    write_le(&Zeroizing::new(q.leave(&product)), key);
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::{KeyRefusal, ParamSet, PrivateKey};

    #[test]
    fn a_mask_is_taken_off_on_every_set() {
        for set in ParamSet::ALL {
            let size = set.size_bytes();
            let mut one = std::vec![0_u8; size];
            one[0] = 1;
            let mut three = one.clone();
            three[0] = 3;
            let mut six = one.clone();
            six[0] = 6;
            let mut two = one.clone();
            two[0] = 2;
            assert_eq!(PrivateKey::from_masked(set, &six, &three).unwrap().to_le().as_slice(), two);
            // a third, times three, is one again
            let third = PrivateKey::from_masked(set, &one, &three).unwrap().to_le();
            assert_eq!(PrivateKey::from_masked(set, &one, &third).unwrap().to_le().as_slice(), three);
            let zero = std::vec![0_u8; size];
            assert_eq!(PrivateKey::from_masked(set, &zero, &three).unwrap_err(), KeyRefusal::Zero);
            assert_eq!(PrivateKey::from_masked(set, &three, &zero).unwrap_err(), KeyRefusal::Zero);
            let length = KeyRefusal::Length { expected: size, given: 1 };
            assert_eq!(PrivateKey::from_masked(set, &three, &[1]).unwrap_err(), length);
        }
    }
}
