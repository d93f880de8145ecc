//! Which field and which form of the group serves each curve.

use crate::curves::{CRYPTO_PRO_B, CRYPTO_PRO_C, Operations, TC26_512_B};
use crate::edwards::{Edwards, Entry, Twisted};
use crate::group::Tables;
use crate::jacobian::{Affine, Short, Weierstrass};
use crate::limbs::from_hex;
use crate::montgomery::Modulus;
use crate::residue::{Prime, Residue};
use crate::special_prime::Element;

/// Numbers modulo `2^256 - 617`.
type Element256 = Element<4, 617>;
/// Numbers modulo `2^512 - 569`.
type Element512 = Element<8, 569>;

/// Names a curve of the form `y^2 = x^3 - 3x + b` and the field it is counted in.
macro_rules! short_curve {
    ($name:ident, $limbs:literal, $field:ty) => {
        #[derive(Clone, Copy, Debug)]
        struct $name;

        impl Short<$limbs> for $name {
            type F = $field;

            fn tables() -> &'static Tables<Affine<Self::F>> {
                static TABLES: Tables<Affine<$field>> = Tables::new();
                &TABLES
            }
        }
    };
}

/// Takes the prime of a curve as a constant of its field.
macro_rules! prime_of {
    ($name:ident, $limbs:literal, $curve:expr) => {
        impl Prime<$limbs> for $name {
            const MODULUS: Modulus<$limbs> = Modulus::new($curve);
        }
    };
}

short_curve!(CryptoProA, 4, Element256);
short_curve!(CryptoProB, 4, Residue<CryptoProB, 4>);
short_curve!(CryptoProC, 4, Residue<CryptoProC, 4>);
short_curve!(Tc512A, 8, Element512);
short_curve!(Tc512B, 8, Residue<Tc512B, 8>);
prime_of!(CryptoProB, 4, CRYPTO_PRO_B.p.m);
prime_of!(CryptoProC, 4, CRYPTO_PRO_C.p.m);
prime_of!(Tc512B, 8, TC26_512_B.p.m);

/// `d` of `u^2 + v^2 = 1 + d*u^2*v^2`; source as in `curves.rs`. A test derives all three numbers from `a` and `b`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tc256A;

impl Twisted<4> for Tc256A {
    type F = Element256;
    const D: Self::F = Element(from_hex("0605f6b7c183fa81578bc39cfad518132b9df62897009af7e522c32d6dc7bffb"));
    const S: Self::F = Element(from_hex("7e7e82520f9f015faa1d0f18c14ab9fb35188275da3fd94206b74f34a48e0ecd"));
    const T: Self::F = Element(from_hex("0100fe73f595ff158e974b44d478d9588744fe5c192ac47ea63075dce7a14aaa"));

    fn tables() -> &'static Tables<Entry<Self::F>> {
        static TABLES: Tables<Entry<Element256>> = Tables::new();
        &TABLES
    }
}

/// As above, of 512 bits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tc512C;

impl Twisted<8> for Tc512C {
    type F = Element512;
    const D: Self::F = Element(from_hex(
        "9e4f5d8c017d8d9f13a5cf3cdf5bfe4dab402d54198e31ebde28a0621050439c\
         a6b39e0a515c06b304e2ce43e79e369e91a0cfc2bc2a22b4ca302dbb33ee7550",
    ));
    const S: Self::F = Element(from_hex(
        "186c289cffa09c983b168c30c829006c952ff4aaf99c73850875d7e77bebef18\
         d653187d6ba8fe533ec74c6f061872585b97cc0f50f57752cd73f4913304621e",
    ));
    const T: Self::F = Element(from_hex(
        "9a628f975594ecefd89ba28a2539ffb79c8ab238aeed0851fa5c1abb02b80b44\
         c6734501b83a011dd625cd0b5145091a6d9acd4b1f5c5b1e21b2b249ddfd1271",
    ));

    fn tables() -> &'static Tables<Entry<Self::F>> {
        static TABLES: Tables<Entry<Element512>> = Tables::new();
        &TABLES
    }
}

pub(crate) const CRYPTO_PRO_A_OPERATIONS: Operations<4> = Operations::of::<Weierstrass<CryptoProA>>();
pub(crate) const CRYPTO_PRO_B_OPERATIONS: Operations<4> = Operations::of::<Weierstrass<CryptoProB>>();
pub(crate) const CRYPTO_PRO_C_OPERATIONS: Operations<4> = Operations::of::<Weierstrass<CryptoProC>>();
pub(crate) const TC26_256_A_OPERATIONS: Operations<4> = Operations::of::<Edwards<Tc256A>>();
pub(crate) const TC26_512_A_OPERATIONS: Operations<8> = Operations::of::<Weierstrass<Tc512A>>();
pub(crate) const TC26_512_B_OPERATIONS: Operations<8> = Operations::of::<Weierstrass<Tc512B>>();
pub(crate) const TC26_512_C_OPERATIONS: Operations<8> = Operations::of::<Edwards<Tc512C>>();

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curves::{Curve, TC26_256_A, TC26_512_C};
    use crate::field::Field;

    /// `4s = 1 - d`, `6t = 1 + d`, and the Weierstrass numbers that follow: `a = s^2 - 3t^2`, `b = 2t^3 - ts^2`; and that
    /// `d` is not a square, without which the addition would have exceptions.
    fn fits<C: Twisted<N>, const N: usize>(curve: &Curve<N>) {
        let (s, t) = (C::S, C::T);
        assert_eq!(s.double().double().to_number(), C::F::ONE.sub(&C::D).to_number());
        assert_eq!(t.double().triple().to_number(), C::F::ONE.add(&C::D).to_number());
        let (ss, tt) = (s.square(), t.square());
        assert_eq!(ss.sub(&tt.triple()).to_number(), curve.p.leave(&curve.a));
        assert_eq!(tt.mul(&t).double().sub(&ss.mul(&t)).to_number(), curve.p.leave(&curve.b));
        // Euler's criterion; p is 3 modulo 4.
        let mut half = curve.p.m;
        for place in 0..N {
            let above = half.get(place + 1).copied().unwrap_or(0);
            half[place] = half[place] >> 1 | above << 63;
        }
        let power = (0..64 * N).rev().fold(C::F::ONE, |power, index| {
            let square = power.square();
            if crate::limbs::bit(&half, index) == 1 { square.mul(&C::D) } else { square }
        });
        assert!(power.add(&C::F::ONE).is_zero());
    }

    #[test]
    fn edwards_numbers_fit_the_published_curves() {
        fits::<Tc256A, 4>(&TC26_256_A);
        fits::<Tc512C, 8>(&TC26_512_C);
    }
}
