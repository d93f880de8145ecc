//! The named substitutions.

use magma::{Gost89, Gost89CryptoProA, Gost89CryptoProB, Gost89CryptoProC, Magma, Sbox};

/// Two neighbouring substitutions of four bits joined, four times.
pub(super) type Table = [[u8; 256]; 4];

/// A named substitution of GOST 28147-89: `encryptionParamSet`, an OBJECT IDENTIFIER, of the cipher's parameters
/// `{ OCTET STRING iv, encryptionParamSet }` (RFC 4357, sections 2.1 and 11.2).
///
/// ```
/// use gost::gost28147::SBox;
///
/// assert_eq!(SBox::from_oid("1.2.643.7.1.2.5.1.1"), Some(SBox::Z));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SBox {
    /// id-Gost28147-89-TestParamSet: for tests. Not the substitution of the examples of GOST R 34.11-94, which is
    /// id-GostR3411-94-TestParamSet.
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
            Self::Test => &TEST,
            Self::CryptoProA => table_of::<Gost89CryptoProA>(),
            Self::CryptoProB => table_of::<Gost89CryptoProB>(),
            Self::CryptoProC => table_of::<Gost89CryptoProC>(),
            Self::CryptoProD => &CRYPTO_PRO_D,
            Self::Z => table_of::<Magma>(),
        }
    }
}

/// What the crate `magma` calls so is the substitution of GOST R 34.11-94 (id-GostR3411-94-CryptoProParamSet).
/// Source: RFC 4357, section 11.2.
static CRYPTO_PRO_D: Table = join(&[
    [15, 12, 2, 10, 6, 4, 5, 0, 7, 9, 14, 13, 1, 11, 8, 3],
    [11, 6, 3, 4, 12, 15, 14, 2, 7, 13, 8, 0, 5, 10, 9, 1],
    [1, 12, 11, 0, 15, 14, 6, 5, 10, 13, 4, 8, 9, 3, 7, 2],
    [1, 5, 14, 12, 10, 7, 0, 13, 6, 2, 11, 4, 9, 3, 15, 8],
    [0, 12, 8, 9, 13, 2, 10, 11, 7, 3, 6, 5, 4, 14, 15, 1],
    [8, 0, 15, 3, 2, 5, 14, 11, 1, 10, 4, 7, 12, 9, 13, 6],
    [3, 0, 6, 15, 1, 14, 9, 2, 13, 8, 12, 4, 11, 10, 5, 7],
    [1, 10, 6, 8, 15, 11, 0, 4, 12, 3, 5, 9, 7, 13, 2, 14],
]);

/// The crate `magma` has another test substitution. Source: RFC 4357, section 11.2.
static TEST: Table = join(&[
    [4, 2, 15, 5, 9, 1, 0, 8, 14, 3, 11, 12, 13, 7, 10, 6],
    [12, 9, 15, 14, 8, 1, 3, 10, 2, 7, 4, 13, 6, 0, 11, 5],
    [13, 8, 14, 12, 7, 3, 9, 10, 1, 5, 2, 4, 6, 15, 0, 11],
    [14, 9, 11, 2, 5, 15, 7, 1, 0, 13, 12, 6, 10, 4, 3, 8],
    [3, 14, 5, 9, 6, 8, 0, 13, 10, 11, 7, 12, 2, 1, 15, 4],
    [8, 15, 6, 11, 1, 9, 12, 5, 13, 3, 7, 10, 0, 14, 2, 4],
    [9, 11, 12, 0, 3, 6, 7, 5, 4, 8, 14, 15, 1, 10, 2, 13],
    [12, 6, 5, 2, 11, 0, 9, 13, 3, 14, 7, 10, 15, 4, 1, 8],
]);

/// The numbers of the other substitutions are those of the crate `magma`, which names its ciphers but not their
/// substitutions.
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
