//! What a definition says of an element: its label, its attributes, what a value means.

use formats::definition::{AttributeRule, ComplexType, Definition, ElementRule, Particle, Shape, SimpleType};

/// Steps from a named type to what it is made of; a definition that needs more goes in a circle.
const TYPE_STEPS_MAX: usize = 16;
/// Characters of a value: longer ones are not for people (a signature in base64), and are told by their length.
const VALUE_CHARS_MAX: usize = 2_000;
/// Characters without a space: what is longer is not for people either.
const WORD_CHARS_MAX: usize = 300;
/// Characters shown of what is cut.
const SHOWN_CHARS: usize = 60;

/// A definition that is asked.
#[derive(Clone, Copy)]
pub(super) struct Rules<'d> {
    definition: &'d Definition,
}

impl<'d> Rules<'d> {
    pub(super) fn of(definition: &'d Definition) -> Self {
        Self { definition }
    }

    pub(super) fn root(self) -> &'d ElementRule {
        &self.definition.root
    }

    /// Attributes and content of an element; none for one that holds text only.
    pub(super) fn complex(self, rule: &'d ElementRule) -> Option<&'d ComplexType> {
        match &rule.shape {
            Shape::Complex(complex) => Some(complex),
            Shape::Type(name) => self.definition.complex_types.get(name),
            Shape::Simple(_) => None,
        }
    }

    /// The rule of a child, wherever it stands among the content of its parent.
    pub(super) fn child(self, parent: &'d ElementRule, name: &str) -> Option<&'d ElementRule> {
        let mut waiting: Vec<&'d Particle> = self.complex(parent)?.content.iter().collect();
        while let Some(particle) = waiting.pop() {
            match particle {
                Particle::Element(rule) if rule.name == name => return Some(rule),
                Particle::Sequence(group) | Particle::Choice(group) | Particle::All(group) => waiting.extend(&group.of),
                Particle::Element(_) | Particle::Any { .. } => {}
            }
        }
        None
    }

    pub(super) fn attribute(self, parent: Option<&'d ElementRule>, name: &str) -> Option<&'d AttributeRule> {
        self.complex(parent?)?.attributes.iter().find(|rule| rule.name == name)
    }

    /// A value as a person reads it: with its meaning where the format lists it.
    pub(super) fn value(self, shape: Option<&'d Shape>, value: &str) -> String {
        let meaning = shape.and_then(|shape| self.meaning(shape, value));
        meaning.map_or_else(|| cut(value), |meaning| format!("{value} — {meaning}"))
    }

    fn meaning(self, shape: &'d Shape, value: &str) -> Option<&'d str> {
        let named = |name: &str| self.definition.simple_types.get(name);
        let mut simple: Option<&'d SimpleType> = match shape {
            Shape::Simple(simple) => Some(simple),
            Shape::Type(name) => named(name)
                .or_else(|| self.definition.complex_types.get(name).and_then(|complex| complex.text.as_ref())),
            Shape::Complex(complex) => complex.text.as_ref(),
        };
        for _ in 0..TYPE_STEPS_MAX {
            let known = simple?.values.iter().find(|known| known.value == value && !known.title.is_empty());
            if let Some(known) = known {
                return Some(&known.title);
            }
            simple = named(&simple?.base);
        }
        None
    }
}

/// What a rule calls its element or attribute; its name where it says nothing.
pub(super) fn label(title: Option<&str>, name: &str) -> String {
    title.filter(|title| !title.is_empty()).unwrap_or(name).to_owned()
}

fn cut(value: &str) -> String {
    let chars = value.chars().count();
    let longest = value.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    if chars <= VALUE_CHARS_MAX && longest <= WORD_CHARS_MAX {
        return value.to_owned();
    }
    let shown: String = value.chars().take(SHOWN_CHARS).collect();
    format!("{shown}… (всего знаков: {chars})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_for_people_is_told_by_its_length() {
        assert_eq!(cut("Договор поставки"), "Договор поставки");
        let words = "слово ".repeat(300);
        assert_eq!(cut(&words), words);
        let signature = "M".repeat(301);
        assert_eq!(cut(&signature), format!("{}… (всего знаков: 301)", "M".repeat(60)));
        assert!(cut(&"слово ".repeat(400)).ends_with("(всего знаков: 2400)"));
    }

    #[test]
    fn labels_are_titles_or_names() {
        assert_eq!(label(Some("Фамилия"), "Фам"), "Фамилия");
        assert_eq!(label(Some(""), "Фам"), "Фам");
        assert_eq!(label(None, "Фам"), "Фам");
    }
}
