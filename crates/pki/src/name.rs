//! Names of people and organizations in certificates (RFC 5280 §4.1.2.4) with the Russian attributes (order of the FSB 795, section III).
//!
//! ```
//! use pki::Name;
//!
//! let name = Name::builder().cn("ООО Ромашка").inn_le("7700000016").build()?;
//! assert_eq!(name.to_string(), "CN=ООО Ромашка, ИННЮЛ=7700000016");
//! assert!("CN=ооо ромашка, ИННЮЛ=7700000016".parse::<Name>()?.matches(&name));
//! assert_eq!(Name::from_der(name.to_der())?.inn_le(), Some("7700000016"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::asn1::{Fields, Node, Result, whole, write};
use crate::limits::{NAME_ATTRIBUTES_MAX, NAME_VALUE_CHARS_MAX};
use crate::oid::{self, Oid};
use crate::refusal::PkiRefusal;
use core::fmt;
use der::Tag;

/// An X.500 name: its exact bytes and its attributes in order. `SEQUENCE OF SET OF { type, value }` (RFC 5280 §4.1.2.4).
#[derive(Clone, Eq, Hash, PartialEq)]
pub struct Name {
    der: Vec<u8>,
    attributes: Vec<NameAttribute>,
}

/// One attribute of a name: `{ type, value }` (RFC 5280 §4.1.2.4). Written as PrintableString or UTF8String, numbers as NumericString,
/// mail as IA5String (order of the FSB 795, section III; RFC 5280 appendix A).
#[derive(Clone, Eq, Hash, PartialEq)]
pub struct NameAttribute {
    /// Which attribute.
    pub oid: Oid,
    /// Its text. A value of a type that is no text is shown as `#` and the hexadecimal of its DER (RFC 4514 §2.4).
    pub value: String,
}

impl Name {
    /// Reads a name. Refuses more than [`NAME_ATTRIBUTES_MAX`] attributes.
    pub fn from_der(der: &[u8]) -> Result<Self> {
        Self::from_node(&whole(der, "name")?)
    }

    pub(crate) fn from_node(node: &Node<'_>) -> Result<Self> {
        let mut attributes = Vec::new();
        for rdn in Fields::new(node.of(Tag::Sequence)?, "name").collect(NAME_ATTRIBUTES_MAX)? {
            for pair in Fields::new(rdn.of(Tag::Set)?, "name").collect(NAME_ATTRIBUTES_MAX)? {
                if attributes.len() == NAME_ATTRIBUTES_MAX {
                    return Err(PkiRefusal::OverLimit { what: "name attributes", limit: NAME_ATTRIBUTES_MAX });
                }
                let mut fields = Fields::new(pair.of(Tag::Sequence)?, "name");
                let oid = fields.oid()?;
                let value = fields.next()?;
                fields.end()?;
                let value = value.text().unwrap_or_else(|_| format!("#{}", crate::hex(value.raw)));
                attributes.push(NameAttribute { oid, value });
            }
        }
        Ok(Self { der: node.raw.to_vec(), attributes })
    }

    /// Starts a name; attributes are written in the order they are given.
    #[must_use]
    pub fn builder() -> NameBuilder {
        NameBuilder::default()
    }

    /// The whole DER.
    #[must_use]
    pub fn to_der(&self) -> &[u8] {
        &self.der
    }

    /// All attributes in order.
    #[must_use]
    pub fn attributes(&self) -> &[NameAttribute] {
        &self.attributes
    }

    /// The first value of an attribute.
    #[must_use]
    pub fn get(&self, oid: &Oid) -> Option<&str> {
        self.attributes.iter().find(|attribute| attribute.oid == *oid).map(|attribute| attribute.value.as_str())
    }

    /// The same name: equal bytes, or equal attributes with letter case and runs of blanks ignored (RFC 5280 §7.1).
    #[must_use]
    pub fn matches(&self, other: &Self) -> bool {
        self.der == other.der
            || (self.attributes.len() == other.attributes.len()
                && self.attributes.iter().zip(&other.attributes).all(|(a, b)| a.is_same(b))
                && self.shape() == other.shape())
    }

    /// The name itself, or one with further relative names after it (RFC 5280 §4.2.1.10, §7.1).
    #[must_use]
    pub fn is_within(&self, base: &Self) -> bool {
        let (Some(own), Some(above)) = (self.shape(), base.shape()) else { return false };
        own.starts_with(&above)
            && self.attributes.len() >= base.attributes.len()
            && self.attributes.iter().zip(&base.attributes).all(|(a, b)| a.is_same(b))
    }

    /// How many attributes each relative name has.
    fn shape(&self) -> Option<Vec<usize>> {
        let rdns = whole(&self.der, "name").ok()?.fields().collect(NAME_ATTRIBUTES_MAX).ok()?;
        rdns.iter().map(|rdn| rdn.fields().collect(NAME_ATTRIBUTES_MAX).ok().map(|pairs| pairs.len())).collect()
    }
}

impl NameAttribute {
    fn is_same(&self, other: &Self) -> bool {
        self.oid == other.oid && (self.value == other.value || fold(&self.value).eq(fold(&other.value)))
    }
}

fn fold(value: &str) -> impl Iterator<Item = char> {
    value.split_whitespace().flat_map(|word| word.chars().flat_map(char::to_lowercase).chain([' ']))
}

macro_rules! readers {
    ($($(#[$doc:meta])* $reader:ident = $oid:ident;)+) => {
        impl Name { $($(#[$doc])* #[must_use] pub fn $reader(&self) -> Option<&str> { self.get(&oid::$oid) })+ }
        impl NameBuilder { $($(#[$doc])* #[must_use] pub fn $reader(self, value: &str) -> Self { self.with(oid::$oid, value) })+ }
    };
}

readers! {
    /// Common name.
    cn = COMMON_NAME;
    /// Surname.
    surname = SURNAME;
    /// Имя и отчество.
    given_name = GIVEN_NAME;
    /// Organization.
    o = ORGANIZATION;
    /// Department.
    ou = ORGANIZATIONAL_UNIT;
    /// Position.
    title = TITLE;
    /// ИНН of a person, 12 digits (1.2.643.3.131.1.1).
    inn = INN;
    /// ИНН of a company, 10 digits (1.2.643.100.4).
    inn_le = INN_LE;
    /// ОГРН, 13 digits.
    ogrn = OGRN;
    /// ОГРНИП, 15 digits.
    ogrnip = OGRNIP;
    /// СНИЛС, 11 digits.
    snils = SNILS;
    /// Mail address.
    email = EMAIL;
    /// Locality.
    l = LOCALITY;
    /// Region.
    st = STATE;
    /// Street.
    street = STREET;
    /// Country, two capital letters.
    c = COUNTRY;
}

impl fmt::Display for Name {
    /// Attributes in order, known ones by their short names.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, attribute) in self.attributes.iter().enumerate() {
            let separator = if at == 0 { "" } else { ", " };
            match rule(&attribute.oid) {
                Some(rule) => write!(f, "{separator}{}={}", rule.label, attribute.value)?,
                None => write!(f, "{separator}{}={}", attribute.oid, attribute.value)?,
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Name {
    /// Identifiers only: names of people do not belong in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Name").field(&self.attributes).finish()
    }
}

impl fmt::Debug for NameAttribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.oid)
    }
}

/// A name in the making.
#[derive(Clone, Debug, Default)]
pub struct NameBuilder {
    attributes: Vec<NameAttribute>,
}

impl NameBuilder {
    /// Adds an attribute; its value is judged by [`Self::build`].
    #[must_use]
    pub fn with(mut self, oid: Oid, value: &str) -> Self {
        self.attributes.push(NameAttribute { oid, value: value.to_owned() });
        self
    }

    /// Writes the name, one attribute to a relative name. Refuses an empty value, wrong digit counts, control characters.
    pub fn build(self) -> Result<Name> {
        if self.attributes.len() > NAME_ATTRIBUTES_MAX {
            return Err(PkiRefusal::OverLimit { what: "name attributes", limit: NAME_ATTRIBUTES_MAX });
        }
        let rdns = self.attributes.iter().map(write_rdn).collect::<Result<Vec<_>>>()?;
        Ok(Name { der: write::list(&rdns), attributes: self.attributes })
    }
}

fn write_rdn(attribute: &NameAttribute) -> Result<Vec<u8>> {
    let value = attribute.value.as_str();
    let rule = rule(&attribute.oid).unwrap_or(&OTHER);
    let fits = match rule.shape {
        Shape::Text => true,
        Shape::Digits(count) => value.len() == count && value.bytes().all(|byte| byte.is_ascii_digit()),
        Shape::CountryCode => value.len() == 2 && value.bytes().all(|byte| byte.is_ascii_uppercase()),
        Shape::Ascii => value.is_ascii(),
    };
    let length = value.chars().count();
    if !fits || length == 0 || length > NAME_VALUE_CHARS_MAX || value.chars().any(char::is_control) {
        return Err(PkiRefusal::NameValue(rule.label));
    }
    let tag = match rule.shape {
        Shape::Text => write::UTF8_STRING,
        Shape::Digits(_) => write::NUMERIC_STRING,
        Shape::CountryCode => write::PRINTABLE_STRING,
        Shape::Ascii => write::IA5_STRING,
    };
    let pair = write::sequence(&[&write::oid(&attribute.oid), &write::tlv(tag, &[value.as_bytes()])]);
    Ok(write::set_of(vec![pair]))
}

struct Rule {
    oid: Oid,
    label: &'static str,
    shape: Shape,
}

#[derive(Clone, Copy)]
enum Shape {
    /// UTF8String.
    Text,
    /// NumericString of so many digits.
    Digits(usize),
    /// PrintableString of two capital letters.
    CountryCode,
    /// IA5String.
    Ascii,
}

const OTHER: Rule = Rule { oid: oid::COMMON_NAME, label: "other", shape: Shape::Text };

/// The attribute that is shown with this label; letter case does not count.
pub(crate) fn label_oid(label: &str) -> Option<Oid> {
    let label = label.to_uppercase();
    RULES.iter().find(|rule| rule.label == label).map(|rule| rule.oid)
}

fn rule(oid: &Oid) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.oid == *oid)
}

static RULES: &[Rule] = &[
    Rule { oid: oid::COMMON_NAME, label: "CN", shape: Shape::Text },
    Rule { oid: oid::SURNAME, label: "SN", shape: Shape::Text },
    Rule { oid: oid::GIVEN_NAME, label: "GN", shape: Shape::Text },
    Rule { oid: oid::ORGANIZATION, label: "O", shape: Shape::Text },
    Rule { oid: oid::ORGANIZATIONAL_UNIT, label: "OU", shape: Shape::Text },
    Rule { oid: oid::TITLE, label: "T", shape: Shape::Text },
    Rule { oid: oid::COUNTRY, label: "C", shape: Shape::CountryCode },
    Rule { oid: oid::STATE, label: "S", shape: Shape::Text },
    Rule { oid: oid::LOCALITY, label: "L", shape: Shape::Text },
    Rule { oid: oid::STREET, label: "STREET", shape: Shape::Text },
    Rule { oid: oid::EMAIL, label: "E", shape: Shape::Ascii },
    Rule { oid: oid::INN, label: "ИНН", shape: Shape::Digits(12) },
    Rule { oid: oid::INN_LE, label: "ИННЮЛ", shape: Shape::Digits(10) },
    Rule { oid: oid::OGRN, label: "ОГРН", shape: Shape::Digits(13) },
    Rule { oid: oid::OGRNIP, label: "ОГРНИП", shape: Shape::Digits(15) },
    Rule { oid: oid::SNILS, label: "СНИЛС", shape: Shape::Digits(11) },
];
