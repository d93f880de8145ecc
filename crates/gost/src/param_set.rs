//! The named parameter sets and their object identifiers.

/// A named set of curve parameters. Twelve names, seven curves: A = XA = TcB, B = TcC, C = XB = TcD.
///
/// The name matters beyond the curve: it is written into certificates and requests, and some foreign programs accept
/// only some names. Svitok writes `A` or `XA`. Source: RFC 4357, section 11.4 (CryptoPro sets); RFC 7836, appendix A, and
/// R 1323565.1.024-2019 (sets of TC 26).
///
/// In a key's AlgorithmIdentifier it is `publicKeyParamSet` of `{ id, { publicKeyParamSet, digestParamSet OPTIONAL } }`,
/// an OBJECT IDENTIFIER (RFC 9215, section 4.2).
///
/// ```
/// use gost::ParamSet;
///
/// assert_eq!(ParamSet::from_oid("1.2.643.2.2.36.0"), Some(ParamSet::XA));
/// assert_eq!(ParamSet::Tc512A.size_bytes(), 64);
/// assert!(ParamSet::XA.is_same_curve(ParamSet::TcB));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ParamSet {
    /// id-GostR3410-2001-CryptoPro-A-ParamSet, 256 bit.
    A,
    /// id-GostR3410-2001-CryptoPro-B-ParamSet, 256 bit.
    B,
    /// id-GostR3410-2001-CryptoPro-C-ParamSet, 256 bit.
    C,
    /// id-GostR3410-2001-CryptoPro-XchA-ParamSet, 256 bit: the curve of `A`.
    XA,
    /// id-GostR3410-2001-CryptoPro-XchB-ParamSet, 256 bit: the curve of `C`.
    XB,
    /// id-tc26-gost-3410-2012-256-paramSetA: a twisted Edwards curve, cofactor 4.
    TcA,
    /// id-tc26-gost-3410-2012-256-paramSetB: the curve of `A`.
    TcB,
    /// id-tc26-gost-3410-2012-256-paramSetC: the curve of `B`.
    TcC,
    /// id-tc26-gost-3410-2012-256-paramSetD: the curve of `C`.
    TcD,
    /// id-tc26-gost-3410-12-512-paramSetA.
    Tc512A,
    /// id-tc26-gost-3410-12-512-paramSetB.
    Tc512B,
    /// id-tc26-gost-3410-2012-512-paramSetC: a twisted Edwards curve, cofactor 4.
    Tc512C,
}

impl ParamSet {
    /// Every set, in the order of the enum.
    pub const ALL: [Self; 12] = [
        Self::A,
        Self::B,
        Self::C,
        Self::XA,
        Self::XB,
        Self::TcA,
        Self::TcB,
        Self::TcC,
        Self::TcD,
        Self::Tc512A,
        Self::Tc512B,
        Self::Tc512C,
    ];

    /// The set with this object identifier in dotted form, `1.2.643.2.2.36.0` say.
    #[must_use]
    pub fn from_oid(dotted: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|set| set.oid() == dotted)
    }

    /// The set with this short name, letter case aside; see [`ParamSet::short_name`].
    #[must_use]
    pub fn from_short_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|set| set.short_name().eq_ignore_ascii_case(name))
    }

    /// The name integrators type: `A B C XA XB TCA TCB TCC TCD 512A 512B 512C`, those of OpenSSL with gost-engine but for the
    /// length before the last three.
    #[must_use]
    pub const fn short_name(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::XA => "XA",
            Self::XB => "XB",
            Self::TcA => "TCA",
            Self::TcB => "TCB",
            Self::TcC => "TCC",
            Self::TcD => "TCD",
            Self::Tc512A => "512A",
            Self::Tc512B => "512B",
            Self::Tc512C => "512C",
        }
    }

    /// The object identifier in dotted form.
    #[must_use]
    pub const fn oid(self) -> &'static str {
        match self {
            Self::A => "1.2.643.2.2.35.1",
            Self::B => "1.2.643.2.2.35.2",
            Self::C => "1.2.643.2.2.35.3",
            Self::XA => "1.2.643.2.2.36.0",
            Self::XB => "1.2.643.2.2.36.1",
            Self::TcA => "1.2.643.7.1.2.1.1.1",
            Self::TcB => "1.2.643.7.1.2.1.1.2",
            Self::TcC => "1.2.643.7.1.2.1.1.3",
            Self::TcD => "1.2.643.7.1.2.1.1.4",
            Self::Tc512A => "1.2.643.7.1.2.1.2.1",
            Self::Tc512B => "1.2.643.7.1.2.1.2.2",
            Self::Tc512C => "1.2.643.7.1.2.1.2.3",
        }
    }

    /// Size of a private key, of one coordinate and of the digest to be signed, in bytes: 32 or 64.
    #[must_use]
    pub const fn size_bytes(self) -> usize {
        match self {
            Self::Tc512A | Self::Tc512B | Self::Tc512C => 64,
            _ => 32,
        }
    }

    /// Whether both names stand for one curve, so that keys under them are interchangeable.
    #[must_use]
    pub const fn is_same_curve(self, other: Self) -> bool {
        self.curve_octet() == other.curve_octet()
    }

    /// One octet that names the curve, for the nonce.
    pub(crate) const fn curve_octet(self) -> u8 {
        self.curve_name() as u8
    }

    /// The tc26 or first CryptoPro name of the curve: one name for each of the seven.
    const fn curve_name(self) -> Self {
        match self {
            Self::A | Self::XA | Self::TcB => Self::A,
            Self::B | Self::TcC => Self::B,
            Self::C | Self::XB | Self::TcD => Self::C,
            other => other,
        }
    }
}

impl core::fmt::Display for ParamSet {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.oid())
    }
}
