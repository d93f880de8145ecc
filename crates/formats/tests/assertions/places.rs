//! Where the assertions of a definition stand.

use formats::Registry;
use formats::definition::{ComplexType, Definition, ElementRule, EmbeddedCheck, Particle, Shape};
use std::collections::BTreeMap;

/// Places deeper than this are not looked at; only recursive types go so deep.
const DEPTH_MAX: usize = 9;

/// An assertion and the places it stands at, each as the names from the root.
pub struct Check<'d> {
    pub check: &'d EmbeddedCheck,
    pub places: Vec<Vec<&'d str>>,
}

/// Every assertion of a definition that stands anywhere in reach.
pub fn checks(definition: &Definition) -> Vec<Check<'_>> {
    let mut found = Walk { definition, checks: BTreeMap::new(), by_name: BTreeMap::new() };
    found.element(&definition.root, &mut Vec::new());
    let Walk { checks, by_name, .. } = found;
    let mut all: Vec<Check<'_>> = checks.into_values().collect();
    for check in &mut all {
        if check.places.is_empty() {
            let name = check.check.context.rsplit('/').next().unwrap_or_default();
            let named = by_name.get(name).into_iter().flatten();
            check.places = named.filter(|place| stands_at(check.check, place)).cloned().collect();
        }
    }
    all.retain(|check| !check.places.is_empty() && is_asked(definition, check.check));
    all
}

/// Whether the place ends with the names of the assertion's context.
fn stands_at(check: &EmbeddedCheck, place: &[&str]) -> bool {
    place.ends_with(&check.context.split('/').collect::<Vec<_>>())
}

/// A file's name is compared by the newest revision only: a document does not say under which one it was made.
fn is_asked(definition: &Definition, check: &EmbeddedCheck) -> bool {
    let format = &definition.format;
    let newest = definition.versions.iter().filter_map(|version| Registry::embedded().newest(&format.prefix, version));
    !check.test.contains("getFileName") || newest.into_iter().any(|newest| newest == format)
}

struct Walk<'d> {
    definition: &'d Definition,
    checks: BTreeMap<*const EmbeddedCheck, Check<'d>>,
    by_name: BTreeMap<&'d str, Vec<Vec<&'d str>>>,
}

impl<'d> Walk<'d> {
    fn element(&mut self, rule: &'d ElementRule, above: &mut Vec<&'d str>) {
        if above.len() >= DEPTH_MAX {
            return;
        }
        above.push(&rule.name);
        self.by_name.entry(&rule.name).or_default().push(above.clone());
        let complex = match &rule.shape {
            Shape::Complex(complex) => Some(&**complex),
            Shape::Type(name) => self.definition.complex_types.get(name),
            Shape::Simple(_) => None,
        };
        let of_type =
            complex.into_iter().flat_map(|c| c.checks.iter().chain(c.attributes.iter().flat_map(|a| &a.checks)));
        for check in rule.checks.iter().chain(of_type) {
            let entry = self.checks.entry(std::ptr::from_ref(check)).or_insert(Check { check, places: Vec::new() });
            if check.context.rsplit('/').next() == Some(rule.name.as_str()) && stands_at(check, above) {
                entry.places.push(above.clone());
            }
        }
        if let Some(content) = complex.and_then(|c: &ComplexType| c.content.as_ref()) {
            self.particle(content, above);
        }
        above.pop();
    }

    fn particle(&mut self, particle: &'d Particle, above: &mut Vec<&'d str>) {
        match particle {
            Particle::Element(rule) => self.element(rule, above),
            Particle::Sequence(group) | Particle::Choice(group) | Particle::All(group) => {
                group.of.iter().for_each(|member| self.particle(member, above));
            }
            Particle::Any { .. } => {}
        }
    }
}
