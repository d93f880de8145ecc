//! One document walked by two definitions side by side.

use crate::definition::{AttributeRule, ComplexType, Definition, ElementRule, Particle};
use crate::difference::pairs::{Held, Simple, held, of_attributes, of_elements};
use crate::difference::places::{Place, places};
use crate::tree::{Element, Node};
use std::collections::BTreeMap;

struct Transfer<'d> {
    former: &'d Definition,
    newer: &'d Definition,
    lost: &'d mut Vec<String>,
}

/// The document in the names and the order of the newer definition; what it has no place for is told in `lost`.
pub(super) fn transfer(former: &Definition, newer: &Definition, root: &Element, lost: &mut Vec<String>) -> Element {
    let mut transfer = Transfer { former, newer, lost };
    let path = root.name().to_owned();
    let mut carried = transfer.element(&path, (Some(&former.root), &newer.root), root);
    let own = newer.versions.iter().find(|version| **version == newer.format.version);
    if let (Some(_), Some(version)) = (root.attribute(VERSION), own.or(newer.versions.last())) {
        carried.set(VERSION, version);
    }
    carried
}

/// Names the version of the form at the root of a document.
const VERSION: &str = "ВерсФорм";

impl<'d> Transfer<'d> {
    /// An element that the former definition need not know.
    fn element(
        &mut self,
        path: &str,
        (former, newer): (Option<&ElementRule>, &'d ElementRule),
        from: &Element,
    ) -> Element {
        let was = former.and_then(|rule| held(self.former, &rule.shape));
        let mut to = Element::new(&newer.name);
        match (was, held(self.newer, &newer.shape)) {
            (Some(Held::Complex(was)), Some(Held::Complex(is))) => self.complex(path, (Some(was), is), from, &mut to),
            (_, Some(Held::Complex(is))) => self.complex(path, (None, is), from, &mut to),
            _ => self.simple(path, from, &mut to),
        }
        to
    }

    /// An element that holds a value and nothing else.
    fn simple(&mut self, path: &str, from: &Element, to: &mut Element) {
        self.lost.extend(from.attributes().map(|(name, _)| format!("{path}/@{name}")));
        self.lost.extend(from.elements().map(|child| format!("{path}/{}", child.name())));
        to.push_text(&from.text());
    }

    fn complex(
        &mut self,
        path: &str,
        (was, is): (Option<&ComplexType>, &'d ComplexType),
        from: &Element,
        to: &mut Element,
    ) {
        let renamed = was.map(|was| of_attributes(&was.attributes, &is.attributes)).unwrap_or_default();
        for (name, value) in from.attributes() {
            let known = is.attributes.iter().any(|rule| rule.name == name);
            let other = renamed.iter().find(|(from, _)| from.name == name).map(|(_, to)| to.name.as_str());
            match other.filter(|_| !known).or((known || is_of_xml(name)).then_some(name)) {
                Some(name) => drop(to.set(name, value)),
                None => self.lost.push(format!("{path}/@{name}")),
            }
        }
        for rule in is.attributes.iter().filter(|rule| rule.required) {
            let former = was.and_then(|was| was.attributes.iter().find(|former| former.name == rule.name));
            let was_constant = former.is_some_and(|former| only_value(self.former, former).is_some());
            match only_value(self.newer, rule) {
                Some(value) if was_constant || to.attribute(&rule.name).is_none() => drop(to.set(&rule.name, value)),
                _ => {}
            }
        }
        self.children(path, (was, is), from, to);
    }

    fn children(
        &mut self,
        path: &str,
        (was, is): (Option<&ComplexType>, &'d ComplexType),
        from: &Element,
        to: &mut Element,
    ) {
        let (former, newer) = (places(was.and_then(|was| was.content.as_ref())), places(is.content.as_ref()));
        let renamed = of_elements(&former, &newer);
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for node in from.nodes() {
            let child = match node {
                Node::Text(text) if is.text.is_some() || is.mixed => {
                    to.push_text(text);
                    continue;
                }
                Node::Text(text) => {
                    self.lost.extend((!text.trim().is_empty()).then(|| path.to_owned()));
                    continue;
                }
                Node::Element(child) => child,
            };
            let number = seen.entry(child.name()).or_insert(0);
            *number += 1;
            let place = place_of(path, child.name(), *number);
            let other = renamed.iter().find(|(from, _)| from.name == child.name()).map(|(_, to)| to.name.as_str());
            let rule = rule_of(&newer, child.name()).or_else(|| rule_of(&newer, other?));
            match rule {
                Some(rule) => drop(to.push(self.element(&place, (rule_of(&former, child.name()), rule), child))),
                None => self.lost.push(place),
            }
        }
        if let Some(ranks) = ranks(is.content.as_ref()) {
            to.children.sort_by_key(|node| match node {
                Node::Element(child) => ranks.get(child.name()).copied().unwrap_or(usize::MAX),
                Node::Text(_) => 0,
            });
        }
    }
}

/// The value of an attribute that has no other: the form's code, its version.
fn only_value<'d>(definition: &'d Definition, rule: &'d AttributeRule) -> Option<&'d str> {
    let Some(Held::Simple(Simple::Own(simple))) = held(definition, &rule.shape) else { return None };
    match simple.values.as_slice() {
        [only] => Some(&only.value),
        _ => None,
    }
}

/// As findings write it: the first of a name has no number.
fn place_of(path: &str, name: &str, number: usize) -> String {
    if number == 1 { format!("{path}/{name}") } else { format!("{path}/{name}[{number}]") }
}

fn rule_of<'d>(places: &[Place<'d>], name: &str) -> Option<&'d ElementRule> {
    places.iter().find(|place| place.rule.name == name).map(|place| place.rule)
}

/// Declarations of namespaces and words of the schema language are no part of a form.
fn is_of_xml(name: &str) -> bool {
    name == "xmlns" || name.starts_with("xmlns:") || name.starts_with("xsi:")
}

/// The place of each child in the order of a content model; children that repeat together share one. None where a name stands
/// at several places: then the order of the document is kept.
fn ranks(content: Option<&Particle>) -> Option<BTreeMap<&str, usize>> {
    let mut ranks = BTreeMap::new();
    let mut next = 0;
    rank(content?, &mut next, false, &mut ranks).then_some(ranks)
}

fn rank<'d>(particle: &'d Particle, next: &mut usize, is_shared: bool, ranks: &mut BTreeMap<&'d str, usize>) -> bool {
    let (group, is_shared) = match particle {
        Particle::Element(rule) => {
            *next += usize::from(!is_shared);
            return ranks.insert(&rule.name, *next).is_none();
        }
        Particle::Any { .. } => return true,
        Particle::All(group) => (group, true),
        Particle::Sequence(group) | Particle::Choice(group) => {
            (group, is_shared || group.max != crate::definition::Most::Times(1))
        }
    };
    *next += 1;
    group.of.iter().all(|member| rank(member, next, is_shared, ranks))
}
