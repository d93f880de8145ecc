//! A format as data: what `definitions/*.json` holds. Start here to understand the engine.
//!
//! A definition says what an official schema says, in the schema's own words (Russian names stay Russian):
//! elements in order, attributes, occurrences, choices, facets, and the text of the embedded control assertions.

use crate::FormatId;
use crate::engine::text::Encoding;
use crate::standing::Standing;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where a definition's facts come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trust {
    /// Made by the importer from the official schema file.
    OfficialSchema,
    /// Put together from other public descriptions, because the original is not to be had. Read and shown; never sent to an authority.
    SecondaryFacts,
}

/// One format at one version and revision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Definition {
    pub format: FormatId,
    /// Codes of the form (КНД) the schema accepts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub knd: Vec<String>,
    /// Values of `ВерсФорм` the schema accepts; one schema may serve two versions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<String>,
    pub title: String,
    pub encoding: Encoding,
    pub trust: Trust,
    /// The file or publication the facts were taken from.
    pub source: String,
    /// What is known beside the schema: authority, days in force, rule of file names.
    #[serde(default, skip_serializing_if = "Standing::is_unknown")]
    pub standing: Standing,
    /// Namespaces by the prefix that names of this definition have; names without one are in the namespace of the empty
    /// prefix where there is one (attributes never are), else in none. Namespaces are compared as texts, never read as addresses.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub namespaces: BTreeMap<String, String>,
    /// What the importer could not express.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_expressed: Vec<String>,
    pub root: ElementRule,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub complex_types: BTreeMap<String, ComplexType>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub simple_types: BTreeMap<String, SimpleType>,
}

fn one() -> u32 {
    1
}
fn is_one(n: &u32) -> bool {
    *n == 1
}
fn is_once(n: &Most) -> bool {
    *n == Most::Times(1)
}
fn no(b: &bool) -> bool {
    !*b
}

/// Upper bound of an occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Most {
    Unbounded,
    #[serde(untagged)]
    Times(u32),
}

impl Default for Most {
    fn default() -> Self {
        Self::Times(1)
    }
}

/// An element at its place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ElementRule {
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub min: u32,
    #[serde(default, skip_serializing_if = "is_once")]
    pub max: Most,
    /// What an element without text counts as; only where it holds a value and nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    #[serde(flatten)]
    pub shape: Shape,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<EmbeddedCheck>,
}

/// What an element or attribute holds: a named type of this definition or an own one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    Type(String),
    Complex(Box<ComplexType>),
    Simple(Box<SimpleType>),
}

/// Attributes and content of an element.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ComplexType {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<AttributeRule>,
    /// Element children; `None` for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Particle>,
    /// Text may stand between the children, unchecked.
    #[serde(default, skip_serializing_if = "no")]
    pub mixed: bool,
    /// Own text beside attributes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<SimpleType>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<EmbeddedCheck>,
}

/// One member of a content model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Particle {
    Element(Box<ElementRule>),
    Sequence(Group),
    Choice(Group),
    /// Each member in any order.
    All(Group),
    /// Any element, its content unchecked.
    Any {
        #[serde(default = "one", skip_serializing_if = "is_one")]
        min: u32,
        #[serde(default, skip_serializing_if = "is_once")]
        max: Most,
        /// Only elements of other namespaces than that of this prefix.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other_than: Option<String>,
    },
}

/// Members of a sequence or a choice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub min: u32,
    #[serde(default, skip_serializing_if = "is_once")]
    pub max: Most,
    pub of: Vec<Particle>,
}

/// An attribute.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AttributeRule {
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    #[serde(default, skip_serializing_if = "no")]
    pub required: bool,
    /// What an absent attribute counts as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    #[serde(flatten)]
    pub shape: Shape,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<EmbeddedCheck>,
}

/// A value: a base (a built-in one as `xs:…`, or a named type of this definition) narrowed by facets.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SimpleType {
    pub base: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_length: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_digits: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fraction_digits: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_inclusive: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_exclusive: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_inclusive: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_exclusive: Option<String>,
    /// Alternatives: one of them must match the whole value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub patterns: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Value>,
}

/// A value of an enumeration with its meaning where the schema gives one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    pub value: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
}

/// A control assertion embedded in the schema (Schematron), in its own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmbeddedCheck {
    pub name: String,
    /// Where the assertion stands, as the schema writes it.
    pub context: String,
    /// The condition that must hold.
    pub test: String,
    /// Official number of the error: `0400400007`.
    pub code: String,
    /// The place blamed, relative to the context.
    pub path: String,
    /// Text for a person; `{expression}` stands for a value.
    pub message: String,
}
