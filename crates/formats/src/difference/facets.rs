//! What changed in a value.

use super::What;
use crate::definition::{SimpleType, Value};

/// Changes from one restriction to another.
pub(super) fn changes(former: &SimpleType, newer: &SimpleType) -> Vec<What> {
    let mut found = Vec::new();
    let (former_facets, newer_facets) = (facets(former), facets(newer));
    for ((facet, from), (_, to)) in former_facets.into_iter().zip(newer_facets) {
        if from != to {
            found.push(What::Facet { facet, from, to });
        }
    }
    let added = absent(&newer.values, &former.values);
    let removed = absent(&former.values, &newer.values);
    if !added.is_empty() {
        found.push(What::ValuesAdded { values: added });
    }
    if !removed.is_empty() {
        found.push(What::ValuesRemoved { values: removed });
    }
    found
}

/// Each facet under the name the schema language has for it; enumerations are compared apart.
fn facets(of: &SimpleType) -> [(&'static str, String); 11] {
    let count = |facet: Option<u32>| facet.map(|n| n.to_string()).unwrap_or_default();
    let limit = |facet: &Option<String>| facet.clone().unwrap_or_default();
    [
        ("base", of.base.clone()),
        ("length", count(of.length)),
        ("minLength", count(of.min_length)),
        ("maxLength", count(of.max_length)),
        ("totalDigits", count(of.total_digits)),
        ("fractionDigits", count(of.fraction_digits)),
        ("minInclusive", limit(&of.min_inclusive)),
        ("minExclusive", limit(&of.min_exclusive)),
        ("maxInclusive", limit(&of.max_inclusive)),
        ("maxExclusive", limit(&of.max_exclusive)),
        ("pattern", of.patterns.join(" | ")),
    ]
}

fn absent(from: &[Value], known: &[Value]) -> Vec<String> {
    let is_known = |value: &Value| known.iter().any(|k| k.value == value.value);
    from.iter().filter(|value| !is_known(value)).map(|value| value.value.clone()).collect()
}
