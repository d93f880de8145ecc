//! The built-in types of XML Schema (Part 2, section 3) that official schemas are founded on.

use super::moment::{MomentKind, TimePoint, is_duration};
use super::number::Number;
use std::borrow::Cow;
use std::cmp::Ordering;

/// What a value of the type is before any facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Base {
    /// Text as it stands.
    Text,
    /// Text in which each white space is a space.
    Normalized,
    /// Text whose outer and repeated white space does not count.
    Token,
    /// A token without spaces of name characters; colons only where they are allowed.
    Name(NameKind),
    Decimal,
    Integer(Range),
    Float,
    Boolean,
    Moment(MomentKind),
    Duration,
    HexBinary,
    Base64Binary,
}

/// Which characters a name may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameKind {
    /// `xs:NMTOKEN`: name characters.
    Token,
    /// `xs:Name`: a name, colons allowed.
    Name,
    /// `xs:NCName`, `xs:ID`, `xs:IDREF`: a name without colons. That an `ID` stands once in a document is not asked.
    NoColon,
    /// `xs:language`: `ru`, `ru-RU`.
    Language,
}

/// Bounds of a kind of integer, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Range {
    least: Option<&'static str>,
    most: Option<&'static str>,
}

const fn range(least: Option<&'static str>, most: Option<&'static str>) -> Base {
    Base::Integer(Range { least, most })
}

impl Base {
    pub fn named(name: &str) -> Option<Self> {
        Some(match name.strip_prefix("xs:")? {
            "string" | "anySimpleType" | "anyType" => Self::Text,
            "normalizedString" => Self::Normalized,
            "token" | "anyURI" => Self::Token,
            "NMTOKEN" => Self::Name(NameKind::Token),
            "Name" | "QName" => Self::Name(NameKind::Name),
            "NCName" | "ID" | "IDREF" => Self::Name(NameKind::NoColon),
            "language" => Self::Name(NameKind::Language),
            "decimal" => Self::Decimal,
            "integer" => range(None, None),
            "nonNegativeInteger" => range(Some("0"), None),
            "positiveInteger" => range(Some("1"), None),
            "nonPositiveInteger" => range(None, Some("0")),
            "negativeInteger" => range(None, Some("-1")),
            "long" => range(Some("-9223372036854775808"), Some("9223372036854775807")),
            "int" => range(Some("-2147483648"), Some("2147483647")),
            "short" => range(Some("-32768"), Some("32767")),
            "byte" => range(Some("-128"), Some("127")),
            "unsignedLong" => range(Some("0"), Some("18446744073709551615")),
            "unsignedInt" => range(Some("0"), Some("4294967295")),
            "unsignedShort" => range(Some("0"), Some("65535")),
            "unsignedByte" => range(Some("0"), Some("255")),
            "double" | "float" => Self::Float,
            "boolean" => Self::Boolean,
            "date" => Self::Moment(MomentKind::Date),
            "dateTime" => Self::Moment(MomentKind::DateTime),
            "time" => Self::Moment(MomentKind::Time),
            "gYear" => Self::Moment(MomentKind::Year),
            "gYearMonth" => Self::Moment(MomentKind::YearMonth),
            "duration" => Self::Duration,
            "hexBinary" => Self::HexBinary,
            "base64Binary" => Self::Base64Binary,
            _ => return None,
        })
    }

    pub fn is_number(self) -> bool {
        matches!(self, Self::Decimal | Self::Integer(_))
    }

    pub fn words(self) -> &'static str {
        match self {
            Self::Text | Self::Normalized | Self::Token => "text",
            Self::Name(NameKind::Language) => "a language code",
            Self::Name(_) => "a name",
            Self::Decimal => "a decimal number with a dot",
            Self::Integer(_) => "a whole number",
            Self::Float => "a number, with an exponent if need be",
            Self::Boolean => "true, false, 1 or 0",
            Self::Moment(kind) => kind.words(),
            Self::Duration => "a duration P1Y2M3DT4H5M6S",
            Self::HexBinary => "octets in hexadecimal",
            Self::Base64Binary => "octets in base64",
        }
    }

    /// White space as the type has it (Part 2, section 4.3.6).
    pub fn normalized(self, value: &str) -> Cow<'_, str> {
        let white = [' ', '\t', '\n', '\r'];
        match self {
            Self::Text => Cow::Borrowed(value),
            Self::Normalized if !value.contains(['\t', '\n', '\r']) => Cow::Borrowed(value),
            Self::Normalized => Cow::Owned(value.replace(['\t', '\n', '\r'], " ")),
            _ if !value.contains(white) => Cow::Borrowed(value),
            _ => Cow::Owned(value.split(white).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")),
        }
    }

    /// Whether a value, its white space normalized, is of the type.
    pub fn takes(self, value: &str) -> bool {
        match self {
            Self::Text | Self::Normalized | Self::Token => true,
            Self::Name(kind) => kind.takes(value),
            Self::Decimal => Number::parse(value).is_some(),
            Self::Integer(range) => is_integer(value, range),
            Self::Float => is_float(value),
            Self::Boolean => matches!(value, "true" | "false" | "1" | "0"),
            Self::Moment(kind) => TimePoint::parse(kind, value).is_some(),
            Self::Duration => is_duration(value),
            Self::HexBinary => value.len().is_multiple_of(2) && value.bytes().all(|b| b.is_ascii_hexdigit()),
            Self::Base64Binary => octets_of_base64(value).is_some(),
        }
    }

    /// Length as the facets count it: characters, or octets of binary values.
    pub fn length(self, value: &str) -> usize {
        match self {
            Self::HexBinary => value.len() / 2,
            Self::Base64Binary => octets_of_base64(value).unwrap_or_default(),
            _ => value.chars().count(),
        }
    }

    /// Whether the limit of a facet can be compared with values of the type.
    pub fn has_limit(self, limit: &str) -> bool {
        match self {
            Self::Decimal | Self::Integer(_) => Number::parse(limit).is_some(),
            Self::Moment(kind) => TimePoint::parse(kind, limit).is_some(),
            _ => false,
        }
    }

    /// The order of two values; `None` where they cannot be compared.
    pub fn order(self, value: &str, limit: &str) -> Option<Ordering> {
        match self {
            Self::Decimal | Self::Integer(_) => Some(Number::parse(value)?.cmp(&Number::parse(limit)?)),
            Self::Moment(kind) => TimePoint::parse(kind, value)?.order(&TimePoint::parse(kind, limit)?),
            _ => None,
        }
    }
}

impl NameKind {
    fn takes(self, value: &str) -> bool {
        let is_start = |c: char| c.is_alphabetic() || c == '_' || c == ':' && self == Self::Name;
        let is_inside =
            |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.') || c == ':' && self != Self::NoColon;
        let mut characters = value.chars();
        match self {
            Self::Token => !value.is_empty() && value.chars().all(is_inside),
            Self::Name | Self::NoColon => characters.next().is_some_and(is_start) && characters.all(is_inside),
            Self::Language => value.split('-').enumerate().all(|(at, part)| {
                let is_letter = |b: u8| b.is_ascii_alphabetic() || at > 0 && b.is_ascii_digit();
                (1..=8).contains(&part.len()) && part.bytes().all(is_letter)
            }),
        }
    }
}

fn is_integer(value: &str, range: Range) -> bool {
    if value.contains('.') {
        return false;
    }
    let Some(number) = Number::parse(value) else { return false };
    let reaches = |limit: Option<&str>, wrong: Ordering| {
        limit.and_then(Number::parse).is_none_or(|limit| number.cmp(&limit) != wrong)
    };
    reaches(range.least, Ordering::Less) && reaches(range.most, Ordering::Greater)
}

fn is_float(value: &str) -> bool {
    if matches!(value, "INF" | "-INF" | "NaN") {
        return true;
    }
    let (mantissa, exponent) = value.split_once(['e', 'E']).unwrap_or((value, "0"));
    Number::parse(mantissa).is_some() && !exponent.contains('.') && Number::parse(exponent).is_some()
}

/// How many octets base64 stands for; white space in it does not count.
fn octets_of_base64(value: &str) -> Option<usize> {
    let digits: Vec<u8> = value.bytes().filter(|b| *b != b' ').collect();
    let padding = digits.iter().rev().take_while(|b| **b == b'=').count();
    let (body, _) = digits.split_at_checked(digits.len().checked_sub(padding)?)?;
    let is_digit = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/');
    let is_whole = digits.len().is_multiple_of(4) && padding <= 2 && body.iter().all(is_digit);
    is_whole.then(|| digits.len() / 4 * 3 - padding)
}
