//! The seven curves as constants, all in the form `y^2 = x^3 + a*x + b`. The two twisted Edwards sets are kept in
//! their equivalent Weierstrass form, which is the form their keys and signatures are written in.
//!
//! Source: RFC 7836, appendix A; R 1323565.1.024-2019. `tests/vectors/curves.json` holds the same numbers with their
//! origin, and a test compares the two.

use crate::dedicated;
use crate::group::Group;
use crate::limbs::{from_hex, is_zero};
use crate::montgomery::Modulus;
use crate::multiples;
use crate::param_set::ParamSet;

/// Plain affine coordinates.
pub(crate) type Coordinates<const N: usize> = ([u64; N], [u64; N]);

/// The arithmetic of a curve's points, in the form that serves the curve best (`dedicated.rs`).
#[derive(Debug)]
pub(crate) struct Operations<const N: usize> {
    /// `scalar * base`; see [`multiples::multiply_base`].
    pub(crate) multiply_base: fn(&Curve<N>, &[u64; N]) -> Coordinates<N>,
    /// `scalar * point`; see [`multiples::multiply_point`].
    pub(crate) multiply_point: fn(&Curve<N>, &Coordinates<N>, &[u64; N]) -> Option<Coordinates<N>>,
    /// In the order key, `(u, v)`, `r`; see [`multiples::sum_has_x_vartime`].
    pub(crate) sum_has_x_vartime: SumHasX<N>,
    /// Whether a point of the curve has order `q`.
    pub(crate) is_in_subgroup_vartime: fn(&Curve<N>, &Coordinates<N>) -> bool,
}

type SumHasX<const N: usize> = fn(&Curve<N>, &Coordinates<N>, (&[u64; N], &[u64; N]), &[u64; N]) -> bool;

impl<const N: usize> Operations<N> {
    pub(crate) const fn of<G: Group<N>>() -> Self {
        Self {
            multiply_base: multiples::multiply_base::<G, N>,
            multiply_point: multiples::multiply_point::<G, N>,
            sum_has_x_vartime: multiples::sum_has_x_vartime::<G, N>,
            is_in_subgroup_vartime: multiples::is_in_subgroup_vartime::<G, N>,
        }
    }
}

/// A curve with coordinates in Montgomery form.
#[derive(Debug)]
pub(crate) struct Curve<const N: usize> {
    /// The prime of the coordinates.
    pub(crate) p: Modulus<N>,
    /// The prime order of the base point.
    pub(crate) q: Modulus<N>,
    pub(crate) a: [u64; N],
    pub(crate) b: [u64; N],
    /// `3 * b`.
    pub(crate) b3: [u64; N],
    /// Number of points divided by `q`: 1 or 4.
    pub(crate) cofactor: u8,
    pub(crate) base_x: [u64; N],
    pub(crate) base_y: [u64; N],
    pub(crate) operations: Operations<N>,
}

/// The published numbers of a curve, big-endian hexadecimal.
pub(crate) struct Published<'a> {
    pub(crate) p: &'a str,
    pub(crate) a: &'a str,
    pub(crate) b: &'a str,
    pub(crate) q: &'a str,
    pub(crate) cofactor: u8,
    pub(crate) base_x: &'a str,
    pub(crate) base_y: &'a str,
}

impl<const N: usize> Curve<N> {
    pub(crate) const fn new(published: &Published<'_>, operations: Operations<N>) -> Self {
        let p = Modulus::new(from_hex(published.p));
        let a = p.enter(&from_hex(published.a));
        let b = p.enter(&from_hex(published.b));
        let b3 = p.add(&b, &p.add(&b, &b));
        let base_x = p.enter(&from_hex(published.base_x));
        let base_y = p.enter(&from_hex(published.base_y));
        let q = Modulus::new(from_hex(published.q));
        Self { p, q, a, b, b3, cofactor: published.cofactor, base_x, base_y, operations }
    }

    /// The base point in plain numbers.
    pub(crate) const fn base(&self) -> Coordinates<N> {
        (self.p.leave(&self.base_x), self.p.leave(&self.base_y))
    }

    /// Whether coordinates below the prime satisfy the equation.
    pub(crate) fn contains(&self, (x, y): &Coordinates<N>) -> bool {
        let p = &self.p;
        let (x, y) = (p.enter(x), p.enter(y));
        let right = p.add(&p.mul(&p.add(&p.square(&x), &self.a), &x), &self.b);
        is_zero(&p.sub(&p.square(&y), &right))
    }
}

/// Which arithmetic serves a parameter set.
#[derive(Clone, Copy, Debug)]
pub(crate) enum AnyCurve {
    Bits256(&'static Curve<4>),
    Bits512(&'static Curve<8>),
}

pub(crate) const fn curve_of(set: ParamSet) -> AnyCurve {
    match set {
        ParamSet::A | ParamSet::XA | ParamSet::TcB => AnyCurve::Bits256(&CRYPTO_PRO_A),
        ParamSet::B | ParamSet::TcC => AnyCurve::Bits256(&CRYPTO_PRO_B),
        ParamSet::C | ParamSet::XB | ParamSet::TcD => AnyCurve::Bits256(&CRYPTO_PRO_C),
        ParamSet::TcA => AnyCurve::Bits256(&TC26_256_A),
        ParamSet::Tc512A => AnyCurve::Bits512(&TC26_512_A),
        ParamSet::Tc512B => AnyCurve::Bits512(&TC26_512_B),
        ParamSet::Tc512C => AnyCurve::Bits512(&TC26_512_C),
    }
}

/// `p = 2^256 - 617`, Edwards, cofactor 4. Set TcA.
pub(crate) static TC26_256_A: Curve<4> = Curve::new(
    &Published {
        p: "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd97",
        a: "c2173f1513981673af4892c23035a27ce25e2013bf95aa33b22c656f277e7335",
        b: "295f9bae7428ed9ccc20e7c359a9d41a22fccd9108e17bf7ba9337a6f8ae9513",
        q: "400000000000000000000000000000000fd8cddfc87b6635c115af556c360c67",
        cofactor: 4,
        base_x: "91e38443a5e82c0d880923425712b2bb658b9196932e02c78b2582fe742daa28",
        base_y: "32879423ab1a0375895786c4bb46e9565fde0b5344766740af268adb32322e5c",
    },
    dedicated::TC26_256_A_OPERATIONS,
);

/// `p = 2^256 - 617`. Sets A, XA and TcB.
pub(crate) static CRYPTO_PRO_A: Curve<4> = Curve::new(
    &Published {
        p: "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd97",
        a: "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd94",
        b: "00000000000000000000000000000000000000000000000000000000000000a6",
        q: "ffffffffffffffffffffffffffffffff6c611070995ad10045841b09b761b893",
        cofactor: 1,
        base_x: "0000000000000000000000000000000000000000000000000000000000000001",
        base_y: "8d91e471e0989cda27df505a453f2b7635294f2ddf23e3b122acc99c9e9f1e14",
    },
    dedicated::CRYPTO_PRO_A_OPERATIONS,
);

/// `p = 2^255 + 3225`. Sets B and TcC.
pub(crate) static CRYPTO_PRO_B: Curve<4> = Curve::new(
    &Published {
        p: "8000000000000000000000000000000000000000000000000000000000000c99",
        a: "8000000000000000000000000000000000000000000000000000000000000c96",
        b: "3e1af419a269a5f866a7d3c25c3df80ae979259373ff2b182f49d4ce7e1bbc8b",
        q: "800000000000000000000000000000015f700cfff1a624e5e497161bcc8a198f",
        cofactor: 1,
        base_x: "0000000000000000000000000000000000000000000000000000000000000001",
        base_y: "3fa8124359f96680b83d1c3eb2c070e5c545c9858d03ecfb744bf8d717717efc",
    },
    dedicated::CRYPTO_PRO_B_OPERATIONS,
);

/// A prime of no special form; the base point has `x = 0`. Sets C, XB and TcD.
pub(crate) static CRYPTO_PRO_C: Curve<4> = Curve::new(
    &Published {
        p: "9b9f605f5a858107ab1ec85e6b41c8aacf846e86789051d37998f7b9022d759b",
        a: "9b9f605f5a858107ab1ec85e6b41c8aacf846e86789051d37998f7b9022d7598",
        b: "000000000000000000000000000000000000000000000000000000000000805a",
        q: "9b9f605f5a858107ab1ec85e6b41c8aa582ca3511eddfb74f02f3a6598980bb9",
        cofactor: 1,
        base_x: "0000000000000000000000000000000000000000000000000000000000000000",
        base_y: "41ece55743711a8c3cbf3783cd08c0ee4d4dc440d4641a8f366e550dfdb3bb67",
    },
    dedicated::CRYPTO_PRO_C_OPERATIONS,
);

/// `p = 2^512 - 569`. Set Tc512A.
pub(crate) static TC26_512_A: Curve<8> = Curve::new(
    &Published {
        p: "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\
         fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc7",
        a: "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\
         fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc4",
        b: "e8c2505dedfc86ddc1bd0b2b6667f1da34b82574761cb0e879bd081cfd0b6265\
         ee3cb090f30d27614cb4574010da90dd862ef9d4ebee4761503190785a71c760",
        q: "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\
         27e69532f48d89116ff22b8d4e0560609b4b38abfad2b85dcacdb1411f10b275",
        cofactor: 1,
        base_x: "0000000000000000000000000000000000000000000000000000000000000000\
         0000000000000000000000000000000000000000000000000000000000000003",
        base_y: "7503cfe87a836ae3a61b8816e25450e6ce5e1c93acf1abc1778064fdcbefa921\
         df1626be4fd036e93d75e6a50e3a41e98028fe5fc235f5b889a589cb5215f2a4",
    },
    dedicated::TC26_512_A_OPERATIONS,
);

/// `p = 2^511 + 111`. Set Tc512B.
pub(crate) static TC26_512_B: Curve<8> = Curve::new(
    &Published {
        p: "8000000000000000000000000000000000000000000000000000000000000000\
         000000000000000000000000000000000000000000000000000000000000006f",
        a: "8000000000000000000000000000000000000000000000000000000000000000\
         000000000000000000000000000000000000000000000000000000000000006c",
        b: "687d1b459dc841457e3e06cf6f5e2517b97c7d614af138bcbf85dc806c4b289f\
         3e965d2db1416d217f8b276fad1ab69c50f78bee1fa3106efb8ccbc7c5140116",
        q: "8000000000000000000000000000000000000000000000000000000000000001\
         49a1ec142565a545acfdb77bd9d40cfa8b996712101bea0ec6346c54374f25bd",
        cofactor: 1,
        base_x: "0000000000000000000000000000000000000000000000000000000000000000\
         0000000000000000000000000000000000000000000000000000000000000002",
        base_y: "1a8f7eda389b094c2c071e3647a8940f3c123b697578c213be6dd9e6c8ec7335\
         dcb228fd1edf4a39152cbcaaf8c0398828041055f94ceeec7e21340780fe41bd",
    },
    dedicated::TC26_512_B_OPERATIONS,
);

/// `p = 2^512 - 569`, Edwards, cofactor 4. Set Tc512C.
pub(crate) static TC26_512_C: Curve<8> = Curve::new(
    &Published {
        p: "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\
         fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc7",
        a: "dc9203e514a721875485a529d2c722fb187bc8980eb866644de41c68e1430645\
         46e861c0e2c9edd92ade71f46fcf50ff2ad97f951fda9f2a2eb6546f39689bd3",
        b: "b4c4ee28cebc6c2c8ac12952cf37f16ac7efb6a9f69f4b57ffda2e4f0de5ade0\
         38cbc2fff719d2c18de0284b8bfef3b52b8cc7a5f5bf0a3c8d2319a5312557e1",
        q: "3fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\
         c98cdba46506ab004c33a9ff5147502cc8eda9e7a769a12694623cef47f023ed",
        cofactor: 4,
        base_x: "e2e31edfc23de7bdebe241ce593ef5de2295b7a9cbaef021d385f7074cea043a\
         a27272a7ae602bf2a7b9033db9ed3610c6fb85487eae97aac5bc7928c1950148",
        base_y: "f5ce40d95b5eb899abbccff5911cb8577939804d6527378b8c108c3d2090ff9b\
         e18e2d33e3021ed2ef32d85822423b6304f726aa854bae07d0396e9a9addc40f",
    },
    dedicated::TC26_512_C_OPERATIONS,
);
