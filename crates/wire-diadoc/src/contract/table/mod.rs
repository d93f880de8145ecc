//! A mapping table: the contract's tree, and for each field its place in the official title.
//!
//! The notation is described in `README.md` beside this module; [`notation`] reads it.

mod load;
mod notation;
pub(crate) mod value;

pub(crate) use load::table;
use std::collections::BTreeMap;
use value::Kind;

/// One contract.
#[derive(Debug)]
pub(crate) struct Table {
    pub root: ElementRule,
    pub types: BTreeMap<String, Body>,
    pub values: BTreeMap<String, Kind>,
}

/// An element of the contract at its place.
#[derive(Debug, Clone)]
pub(crate) struct ElementRule {
    pub name: String,
    pub min: usize,
    /// `None`: as many as there are.
    pub max: Option<usize>,
    /// The shape of its own text, when it has some.
    pub text: Option<String>,
    /// What an empty text stands for.
    pub default: Option<String>,
    pub shape: Shape,
    pub fate: ElementFate,
}

#[derive(Debug, Clone)]
pub(crate) enum Shape {
    Own(Body),
    Type(String),
}

/// What an element holds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Body {
    pub attributes: Vec<AttributeRule>,
    pub parts: Vec<Part>,
    /// Parts may stand in any order.
    pub any_order: bool,
    pub fills: Vec<Fill>,
}

#[derive(Debug, Clone)]
pub(crate) enum Part {
    Element(ElementRule),
    /// One of the members, so many times.
    Choice {
        min: usize,
        max: Option<usize>,
        of: Vec<ElementRule>,
    },
}

/// What becomes of an element.
#[derive(Debug, Clone)]
pub(crate) enum ElementFate {
    /// No element of its own in the title: its fields stand in its parent's.
    Same,
    /// An element (or for a text: an attribute or a text) of the title, the first branch whose guard holds.
    Places(Vec<Branch>),
    /// Read by the context before the mapping; says what it is.
    Context(String),
    /// Known, and refused; says why.
    Refused(String),
}

/// What becomes of an attribute.
#[derive(Debug, Clone)]
pub(crate) enum AttributeFate {
    Places(Vec<Branch>),
    /// Decides which element stands in the title.
    Case(Vec<(String, Vec<String>)>),
    /// Has this value whenever its element is there, and is not in the title.
    Always(String),
    Context(String),
    Refused(String),
}

#[derive(Debug, Clone)]
pub(crate) struct AttributeRule {
    pub name: String,
    pub required: bool,
    pub kind: String,
    pub fate: AttributeFate,
}

/// A place in the title, relative to the element at hand.
#[derive(Debug, Clone)]
pub(crate) struct Branch {
    pub guard: Option<Guard>,
    pub steps: Vec<String>,
    pub place: Place,
    /// What a flag writes when it is true.
    pub constant: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    Element,
    Attribute(String),
    Text,
    /// `Фамилия`, `Имя`, `Отчество` of the element, in the contract one value parted by blanks.
    PersonName,
}

/// A condition over the contract's attributes of the same element, or over the value itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Guard {
    Is(String, Vec<String>),
    Present(String),
    Absent(String),
    /// The value has so many characters.
    Length(usize),
}

/// A field of the title that the contract leaves out.
#[derive(Debug, Clone)]
pub(crate) struct Fill {
    pub steps: Vec<String>,
    pub place: Place,
    pub source: FillSource,
    /// Not when the title already has this element or attribute.
    pub unless: Option<Branch>,
    pub when: Option<Guard>,
    /// When read back: left for the contract's own field.
    pub kept: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum FillSource {
    Literal(String),
    /// The name of a code that stands in the title.
    Name {
        classifier: Classifier,
        steps: Vec<String>,
        attribute: Option<String>,
    },
    /// The number of the element among its like, from 1.
    Ordinal,
    /// Names of the countries of origin of a row's customs declarations.
    Origins {
        many: bool,
    },
}

/// Classifiers whose names the title needs beside the codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Classifier {
    Region,
    Country,
    Currency,
    Unit,
}

impl Guard {
    pub fn holds(&self, attributes: &[(String, String)], value: &str) -> bool {
        let find = |name: &str| attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
        match self {
            Self::Is(name, values) => find(name).is_some_and(|v| values.iter().any(|w| w == v)),
            Self::Present(name) => find(name).is_some(),
            Self::Absent(name) => find(name).is_none(),
            Self::Length(length) => value.chars().count() == *length,
        }
    }
}

impl ElementRule {
    pub fn body<'a>(&'a self, table: &'a Table) -> &'a Body {
        match &self.shape {
            Shape::Own(body) => body,
            Shape::Type(name) => match table.types.get(name) {
                Some(body) => body,
                None => kernel::bug!("type {name} of a mapping table"),
            },
        }
    }
}

impl Body {
    /// The rules of all children, those of choices too.
    pub fn elements(&self) -> impl Iterator<Item = &ElementRule> {
        self.parts.iter().flat_map(|part| match part {
            Part::Element(rule) => std::slice::from_ref(rule),
            Part::Choice { of, .. } => of.as_slice(),
        })
    }
}

impl Table {
    pub fn kind(&self, name: &str) -> &Kind {
        match self.values.get(name) {
            Some(kind) => kind,
            None => kernel::bug!("value {name} of a mapping table"),
        }
    }
}
