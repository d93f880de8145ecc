//! Puts the children of a title into the order of its official definition.

use super::tree::Tree;
use formats::definition::{ComplexType, Definition, ElementRule, Particle, Shape};

/// Children the definition does not know keep their place at the end, for the check to find.
pub(crate) fn put_in_order(definition: &Definition, root: &mut Tree) {
    element(definition, &definition.root, root);
}

fn element(definition: &Definition, rule: &ElementRule, tree: &mut Tree) {
    let Some(kind) = complex(definition, &rule.shape) else { return };
    let mut rules = Vec::new();
    if let Some(content) = &kind.content {
        flatten(content, &mut rules);
    }
    let place = |name: &str| rules.iter().position(|rule| rule.name == name);
    tree.children.sort_by_key(|child| place(&child.name).unwrap_or(usize::MAX));
    for child in &mut tree.children {
        if let Some(rule) = place(&child.name).and_then(|at| rules.get(at)) {
            element(definition, rule, child);
        }
    }
}

fn complex<'d>(definition: &'d Definition, shape: &'d Shape) -> Option<&'d ComplexType> {
    match shape {
        Shape::Type(name) => definition.complex_types.get(name),
        Shape::Complex(kind) => Some(kind),
        Shape::Simple(_) => None,
    }
}

fn flatten<'d>(particle: &'d Particle, rules: &mut Vec<&'d ElementRule>) {
    match particle {
        Particle::Element(rule) => rules.push(rule),
        Particle::Sequence(group) | Particle::Choice(group) | Particle::All(group) => {
            group.of.iter().for_each(|p| flatten(p, rules))
        }
        Particle::Any { .. } => {}
    }
}
