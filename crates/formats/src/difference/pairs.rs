//! What of a former definition is the same thing under another name in a newer one.

use super::places::Place;
use crate::definition::{AttributeRule, ComplexType, Definition, ElementRule, Shape, SimpleType};

/// What stands at a place in one of the definitions.
pub(crate) enum Held<'d> {
    Complex(&'d ComplexType),
    Simple(Simple<'d>),
}

pub(crate) enum Simple<'d> {
    Own(&'d SimpleType),
    BuiltIn(&'d str),
}

/// Attributes of one element that went and came under another name.
pub(crate) fn of_attributes<'d>(
    former: &'d [AttributeRule],
    newer: &'d [AttributeRule],
) -> Vec<(&'d AttributeRule, &'d AttributeRule)> {
    let lacks = |all: &[AttributeRule], rule: &AttributeRule| !all.iter().any(|known| known.name == rule.name);
    let gone: Vec<_> = former.iter().filter(|rule| lacks(newer, rule)).collect();
    let fresh: Vec<_> = newer.iter().filter(|rule| lacks(former, rule)).collect();
    renamed(&gone, &fresh, |rule| (&rule.title, &rule.shape))
}

/// Children of one element that went and came under another name.
pub(crate) fn of_elements<'d>(was: &[Place<'d>], is: &[Place<'d>]) -> Vec<(&'d ElementRule, &'d ElementRule)> {
    let lacks = |all: &[Place<'_>], rule: &ElementRule| !all.iter().any(|known| known.rule.name == rule.name);
    let gone: Vec<_> = was.iter().map(|place| place.rule).filter(|rule| lacks(is, rule)).collect();
    let fresh: Vec<_> = is.iter().map(|place| place.rule).filter(|rule| lacks(was, rule)).collect();
    renamed(&gone, &fresh, |rule| (&rule.title, &rule.shape))
}

/// What a shape of this definition holds; `None` for a type it does not have.
pub(crate) fn held<'d>(definition: &'d Definition, shape: &'d Shape) -> Option<Held<'d>> {
    match shape {
        Shape::Complex(complex) => Some(Held::Complex(complex)),
        Shape::Simple(simple) => Some(Held::Simple(Simple::Own(simple))),
        Shape::Type(name) => match (definition.complex_types.get(name), definition.simple_types.get(name)) {
            (Some(complex), _) => Some(Held::Complex(complex)),
            (None, Some(simple)) => Some(Held::Simple(Simple::Own(simple))),
            (None, None) => name.starts_with("xs:").then_some(Held::Simple(Simple::BuiltIn(name))),
        },
    }
}

/// Pairs of a name that went and one that came at the same parent and mean the same: the schema gives both the same
/// title, or both hold exactly the same, and no second one is like it.
fn renamed<'d, R>(gone: &[&'d R], fresh: &[&'d R], look: fn(&R) -> (&String, &Shape)) -> Vec<(&'d R, &'d R)> {
    let same = |a: &R, b: &R| {
        let ((title, shape), (other_title, other_shape)) = (look(a), look(b));
        (!title.is_empty() && title == other_title) || (title.is_empty() && shape == other_shape)
    };
    let only = |all: &[&'d R], one: &R| {
        let mut alike = all.iter().filter(|other| same(other, one));
        alike.next().copied().filter(|_| alike.next().is_none())
    };
    let pair = |from: &&'d R| only(fresh, from).filter(|to| only(gone, to).is_some()).map(|to| (*from, to));
    gone.iter().filter_map(pair).collect()
}
