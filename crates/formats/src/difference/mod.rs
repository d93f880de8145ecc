//! What changed from one definition to another, as facts a person can be told in words.

mod facets;
pub(crate) mod pairs;
pub(crate) mod places;
mod walk;

use crate::definition::Definition;
use serde::Serialize;

/// One change at one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// `Файл/Документ/@КНД`, or a named type and the place inside it: `УчастникТип/ИдСв`.
    pub path: String,
    #[serde(flatten)]
    pub what: What,
}

/// What changed there. Texts are the schema's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum What {
    /// An element or attribute the former one does not have.
    Added { is_required: bool },
    /// An element or attribute the newer one does not have.
    Removed,
    /// The same place under another name.
    Renamed { to: String },
    /// How often it stands.
    Occurrence { from: String, to: String },
    /// Children in another order or in other choices.
    Structure,
    /// Own children instead of a value, or a value instead of children.
    Nature,
    /// A facet or the base of a value; an empty text is none.
    Facet { facet: &'static str, from: String, to: String },
    /// Values an enumeration did not have.
    ValuesAdded { values: Vec<String> },
    /// Values an enumeration has no more.
    ValuesRemoved { values: Vec<String> },
    /// An embedded check that is new.
    CheckAdded { code: String, test: String },
    /// An embedded check that is no more.
    CheckRemoved { code: String, test: String },
}

impl What {
    /// Stable key of the words for it: `formats.difference.added-required`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Added { is_required: true } => "formats.difference.added-required",
            Self::Added { is_required: false } => "formats.difference.added",
            Self::Removed => "formats.difference.removed",
            Self::Renamed { .. } => "formats.difference.renamed",
            Self::Occurrence { .. } => "formats.difference.occurrence",
            Self::Structure => "formats.difference.structure",
            Self::Nature => "formats.difference.nature",
            Self::Facet { .. } => "formats.difference.facet",
            Self::ValuesAdded { .. } => "formats.difference.values-added",
            Self::ValuesRemoved { .. } => "formats.difference.values-removed",
            Self::CheckAdded { .. } => "formats.difference.check-added",
            Self::CheckRemoved { .. } => "formats.difference.check-removed",
        }
    }

    /// What the words need: names and values of the arguments.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Added { .. } | Self::Removed | Self::Structure | Self::Nature => Vec::new(),
            Self::Renamed { to } => vec![("to", to.clone())],
            Self::Occurrence { from, to } => vec![("from", from.clone()), ("to", to.clone())],
            Self::Facet { facet, from, to } => {
                vec![("facet", (*facet).to_owned()), ("from", from.clone()), ("to", to.clone())]
            }
            Self::ValuesAdded { values } | Self::ValuesRemoved { values } => vec![("values", values.join(", "))],
            Self::CheckAdded { code, test } | Self::CheckRemoved { code, test } => {
                vec![("code", code.clone()), ("test", test.clone())]
            }
        }
    }
}

/// Every change from the former definition to the newer one, in the order of the newer form; a named type that both have
/// is compared once.
pub fn difference(former: &Definition, newer: &Definition) -> Vec<Change> {
    walk::Walk::new(former, newer).run()
}
