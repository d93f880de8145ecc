//! A definition walked by names: the rule of a place, its children in their order, its type with every restriction.

use crate::definition::{AttributeRule, ComplexType, Definition, ElementRule, Particle, Shape, SimpleType};

/// Restrictions stacked on one another; the official ones have two levels.
const LEVELS_MAX: usize = 16;

/// A definition's rules by names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rules<'d>(pub &'d Definition);

/// What a path ends at.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Target<'d> {
    Element(&'d ElementRule),
    Attribute(&'d AttributeRule),
}

impl<'d> Rules<'d> {
    /// Attributes and content of what has this shape; `None` for a bare value.
    pub fn complex(self, shape: &'d Shape) -> Option<&'d ComplexType> {
        match shape {
            Shape::Complex(complex) => Some(complex),
            Shape::Type(name) => self.0.complex_types.get(name),
            Shape::Simple(_) => None,
        }
    }

    /// The restrictions of a value, the nearest first, and the built-in type below them. Empty for what has attributes or children.
    pub fn levels<'s>(self, shape: &'s Shape) -> (Vec<&'s SimpleType>, &'s str)
    where
        'd: 's,
    {
        let mut levels = Vec::new();
        let mut name = match shape {
            Shape::Simple(simple) => {
                levels.push(&**simple);
                simple.base.as_str()
            }
            Shape::Type(name) => name.as_str(),
            Shape::Complex(complex) => match &complex.text {
                Some(simple) => {
                    levels.push(simple);
                    simple.base.as_str()
                }
                None => "",
            },
        };
        while let Some(below) = self.0.simple_types.get(name).filter(|_| levels.len() < LEVELS_MAX) {
            levels.push(below);
            name = &below.base;
        }
        (levels, name)
    }

    /// Children an element of this shape may have, each name's rules where they stand, in the order of the content model.
    pub fn children(self, complex: &'d ComplexType) -> Vec<&'d ElementRule> {
        let mut found = Vec::new();
        if let Some(content) = &complex.content {
            collect(content, &mut found);
        }
        found
    }

    /// Down from the root along the names of a path; stops where the definition knows no further.
    pub fn along(self, names: &[&str]) -> Vec<Target<'d>> {
        let mut names = names.iter();
        let Some(mut rule) = names.next().filter(|name| **name == self.0.root.name).map(|_| &self.0.root) else {
            return Vec::new();
        };
        let mut found = vec![Target::Element(rule)];
        for name in names {
            let Some(complex) = self.complex(&rule.shape) else { break };
            if let Some(name) = name.strip_prefix('@') {
                found.extend(complex.attributes.iter().find(|a| a.name == name).map(Target::Attribute));
                break;
            }
            let Some(child) = self.children(complex).into_iter().find(|child| child.name == *name) else { break };
            rule = child;
            found.push(Target::Element(rule));
        }
        found
    }

    /// What a person calls a place: its own title, else that of its type.
    pub fn title(self, target: Target<'d>) -> &'d str {
        let (own, shape) = match target {
            Target::Element(rule) => (&rule.title, &rule.shape),
            Target::Attribute(rule) => (&rule.title, &rule.shape),
        };
        if !own.is_empty() {
            return own;
        }
        self.complex(shape).map_or("", |complex| &complex.title)
    }
}

impl<'d> Target<'d> {
    pub fn shape(self) -> &'d Shape {
        match self {
            Self::Element(rule) => &rule.shape,
            Self::Attribute(rule) => &rule.shape,
        }
    }
}

fn collect<'d>(particle: &'d Particle, found: &mut Vec<&'d ElementRule>) {
    match particle {
        Particle::Element(rule) => found.push(rule),
        Particle::Sequence(group) | Particle::Choice(group) | Particle::All(group) => {
            group.of.iter().for_each(|each| collect(each, found))
        }
        Particle::Any { .. } => {}
    }
}
