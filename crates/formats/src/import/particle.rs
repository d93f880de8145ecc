//! Content models: sequences, choices, any element, how often.

use super::schemas::File;
use super::xsd::Import;
use crate::definition::{ComplexType, Group, Most, Particle};
use crate::limits::CONTENT_PLACES_MAX;
use crate::tree::Element;

impl<'s> Import<'s> {
    pub(super) fn occurs(&mut self, component: &Element) -> Result<(u32, Most), String> {
        let number = |text: &str| text.parse::<u32>().map_err(|_| "an occurrence that is not a number".to_owned());
        let min = number(component.attribute("minOccurs").unwrap_or("1"))?;
        let max = match component.attribute("maxOccurs").unwrap_or("1") {
            "unbounded" => Most::Unbounded,
            text => self.counted(number(text)?),
        };
        Ok((min, max))
    }

    /// A count that would need more places than a content model has is not asked.
    pub(super) fn counted(&mut self, times: u32) -> Most {
        if usize::try_from(times).is_ok_and(|times| times <= CONTENT_PLACES_MAX) {
            return Most::Times(times);
        }
        self.cannot(&format!("not more than {times} times"));
        Most::Unbounded
    }

    pub(super) fn particle(&mut self, particle: &'s Element) -> Result<Particle, String> {
        let (min, max) = self.occurs(particle)?;
        match self.word(particle)? {
            "element" => Ok(Particle::Element(Box::new(self.element(particle)?))),
            "any" => self.any(particle, (min, max)),
            "group" => {
                let name = self.file()?.name(particle.attribute("ref").unwrap_or_default());
                let found = self.schemas.find("group", &name).ok_or_else(|| format!("no group {}", name.local))?;
                let outer = self.owner.replace(self.schemas.spelled(&name.space, &name.local));
                let read = self.within(found.file, |import| {
                    let mut members = found.element.elements();
                    let is_model = |file: &File, e: &Element| matches!(file.word(e), "sequence" | "choice" | "all");
                    let file = import.file()?;
                    let model = members.find(|e| is_model(file, e)).ok_or("a group without members")?;
                    Ok(repeated(import.particle(model)?, min, max))
                });
                self.owner = outer;
                read
            }
            word => {
                let mut of = Vec::new();
                for member in particle.elements() {
                    match self.word(member)? {
                        "element" | "sequence" | "choice" | "any" | "group" => of.push(self.particle(member)?),
                        "annotation" => {}
                        other => self.cannot(&format!("{other} in a content model")),
                    }
                }
                let group = Group { min, max, of };
                Ok(match word {
                    "choice" => Particle::Choice(group),
                    "all" => Particle::All(group),
                    _ => Particle::Sequence(group),
                })
            }
        }
    }

    pub(super) fn any(&mut self, any: &Element, (min, max): (u32, Most)) -> Result<Particle, String> {
        if any.attribute("processContents") != Some("skip") {
            self.cannot("any element with checked content");
        }
        let other_than = match any.attribute("namespace") {
            None | Some("##any") => None,
            Some("##other") => self.schemas.prefixes.get(&self.file()?.target).cloned(),
            Some(_) => {
                self.cannot("any element of listed namespaces");
                None
            }
        };
        Ok(Particle::Any { min, max, other_than })
    }
}

/// What an extension adds comes after what it extends.
pub(super) fn joined(before: Option<Particle>, more: Particle) -> Particle {
    match before {
        None => more,
        Some(before) => Particle::Sequence(Group { min: 1, max: Most::default(), of: vec![before, more] }),
    }
}

pub(super) fn repeated(model: Particle, min: u32, max: Most) -> Particle {
    if (min, max) == (1, Most::default()) {
        return model;
    }
    Particle::Sequence(Group { min, max, of: vec![model] })
}

/// `xs:anyType`: any elements with any text between. Attributes of its own, which the type allows too, are not expressed.
pub(super) fn anything() -> ComplexType {
    let any = Particle::Any { min: 0, max: Most::Unbounded, other_than: None };
    let content = Particle::Sequence(Group { min: 1, max: Most::Times(1), of: vec![any] });
    ComplexType { content: Some(content), mixed: true, ..ComplexType::default() }
}
