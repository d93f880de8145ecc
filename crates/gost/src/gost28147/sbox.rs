//! The named substitutions.

use magma::{Gost89, Gost89CryptoProA, Gost89CryptoProB, Gost89CryptoProC, Gost89CryptoProD, Gost89Test, Magma, Sbox};

/// Two neighbouring substitutions of four bits joined, four times.
pub(super) type Table = [[u8; 256]; 4];

/// A named substitution of GOST 28147-89.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SBox {
    /// id-Gost28147-89-TestParamSet, the example of GOST R 34.11-94: for tests.
    Test,
    /// id-Gost28147-89-CryptoPro-A-ParamSet.
    CryptoProA,
    /// id-Gost28147-89-CryptoPro-B-ParamSet.
    CryptoProB,
    /// id-Gost28147-89-CryptoPro-C-ParamSet.
    CryptoProC,
    /// id-Gost28147-89-CryptoPro-D-ParamSet.
    CryptoProD,
    /// id-tc26-gost-28147-param-Z, the substitution of Magma: the one to write with.
    Z,
}

impl SBox {
    /// Every substitution, in the order of the enum.
    pub const ALL: [Self; 6] =
        [Self::Test, Self::CryptoProA, Self::CryptoProB, Self::CryptoProC, Self::CryptoProD, Self::Z];

    /// The substitution with this object identifier in dotted form, `1.2.643.7.1.2.5.1.1` say.
    #[must_use]
    pub fn from_oid(dotted: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sbox| sbox.oid() == dotted)
    }

    /// The object identifier in dotted form. Source: RFC 4357, section 11.2; RFC 7836, appendix C.
    #[must_use]
    pub const fn oid(self) -> &'static str {
        match self {
            Self::Test => "1.2.643.2.2.31.0",
            Self::CryptoProA => "1.2.643.2.2.31.1",
            Self::CryptoProB => "1.2.643.2.2.31.2",
            Self::CryptoProC => "1.2.643.2.2.31.3",
            Self::CryptoProD => "1.2.643.2.2.31.4",
            Self::Z => "1.2.643.7.1.2.5.1.1",
        }
    }

    pub(super) const fn table(self) -> &'static Table {
        match self {
            Self::Test => table_of::<Gost89Test>(),
            Self::CryptoProA => table_of::<Gost89CryptoProA>(),
            Self::CryptoProB => table_of::<Gost89CryptoProB>(),
            Self::CryptoProC => table_of::<Gost89CryptoProC>(),
            Self::CryptoProD => table_of::<Gost89CryptoProD>(),
            Self::Z => table_of::<Magma>(),
        }
    }
}

/// The numbers of a substitution are those of the crate `magma`, which names its ciphers but not their substitutions.
trait Substitution {
    const TABLE: &'static Table;
}

impl<S: Sbox> Substitution for Gost89<S> {
    const TABLE: &'static Table = &join(&S::SBOX);
}

const fn table_of<S: Substitution>() -> &'static Table {
    S::TABLE
}

#[expect(clippy::indexing_slicing, reason = "evaluated when compiled; places follow from the lengths")]
const fn join(nibbles: &[[u8; 16]; 8]) -> Table {
    let mut table = [[0; 256]; 4];
    let mut place = 0;
    while place < 1024 {
        let (pair, octet) = (place / 256, place % 256);
        table[pair][octet] = nibbles[2 * pair][octet % 16] | nibbles[2 * pair + 1][octet / 16] << 4;
        place += 1;
    }
    table
}
