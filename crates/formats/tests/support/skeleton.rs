//! A smallest full document of a format, made from its definition: enough to start mutants from.

use formats::definition::{ComplexType, Definition, ElementRule, Particle, Shape, SimpleType};
use formats::{Document, Element};

/// One for every official format of the base pack whose schema is one file without namespaces; for the others see
/// tests/namespaces.rs.
pub fn all() -> Vec<Document> {
    let registry = formats::Registry::embedded();
    let named = registry.formats().filter(|f| f.prefix != "DP_UNISOOBSCH" && !f.number.is_empty());
    let defined = named.map(|f| (f, registry.definition(f).expect("a definition")));
    let plain = defined.filter(|(_, definition)| definition.namespaces.is_empty());
    plain.map(|(f, definition)| Document::new(f.clone(), root(definition))).collect()
}

/// Their official form, each with a name that says which format it is.
pub fn written() -> Vec<Vec<u8>> {
    let with_name = |document: Document| {
        let mut root = document.root().clone();
        root.set("ИдФайл", &format!("{}_1", document.format().prefix));
        formats::write(&Document::new(document.format().clone(), root)).expect("what can be written")
    };
    all().into_iter().map(with_name).collect()
}

/// Optional elements are put in down to this depth.
const OPTIONAL_DEPTH: usize = 7;

fn root(definition: &Definition) -> Element {
    Skeleton { d: definition, optional_depth: OPTIONAL_DEPTH }.element(&definition.root, 0)
}

/// Only what is obligatory.
pub fn smallest(definition: &Definition) -> Element {
    Skeleton { d: definition, optional_depth: 0 }.element(&definition.root, 0)
}

struct Skeleton<'d> {
    d: &'d Definition,
    optional_depth: usize,
}

impl Skeleton<'_> {
    fn element(&self, rule: &ElementRule, depth: usize) -> Element {
        let mut made = Element::new(&rule.name);
        match &rule.shape {
            Shape::Complex(complex) => self.fill(complex, &mut made, depth),
            Shape::Simple(simple) => drop(made.push_text(&value(self.d, simple)).name()),
            Shape::Type(name) => match self.d.complex_types.get(name) {
                Some(complex) => self.fill(complex, &mut made, depth),
                None => drop(made.push_text(&named(self.d, name)).name()),
            },
        }
        made
    }

    fn fill(&self, complex: &ComplexType, made: &mut Element, depth: usize) {
        for rule in &complex.attributes {
            let text = match &rule.shape {
                Shape::Simple(simple) => value(self.d, simple),
                Shape::Type(name) => named(self.d, name),
                Shape::Complex(_) => unreachable!(),
            };
            made.set(&rule.name, &text);
        }
        if let Some(simple) = &complex.text {
            made.push_text(&value(self.d, simple));
        }
        if let Some(content) = &complex.content {
            self.particle(content, made, depth);
        }
    }

    fn particle(&self, particle_: &Particle, made: &mut Element, depth: usize) {
        match particle_ {
            Particle::Element(rule) if rule.min > 0 || depth < self.optional_depth => {
                for _ in 0..rule.min.max(1) {
                    made.push(self.element(rule, depth + 1));
                }
            }
            Particle::Sequence(group) | Particle::All(group) => {
                group.of.iter().for_each(|p| self.particle(p, made, depth))
            }
            Particle::Choice(group) => group.of.iter().take(1).for_each(|p| self.particle(p, made, depth)),
            Particle::Any { .. } => drop(made.push(Element::new("Любой")).name()),
            Particle::Element(_) => {}
        }
    }
}

fn named(d: &Definition, name: &str) -> String {
    match d.simple_types.get(name) {
        Some(simple) => value(d, simple),
        None => "1".to_owned(),
    }
}

/// The first text of a handful that the type's facets take, by the engine's own opinion of length and list.
fn value(d: &Definition, simple: &SimpleType) -> String {
    if let Some(first) = simple.values.first() {
        return first.value.clone();
    }
    let length = simple.length.or(simple.min_length).unwrap_or(1);
    let of_pattern = simple.patterns.first().map(String::as_str).unwrap_or_default();
    let known = [
        ("19|20", "22.11.2026"),
        ("19[0-9]", "22.11.2026"),
        ("18[0-9]", "22.11.2026"),
        (r"\.([0-5]", "10.11.12"),
        (":([0-5]", "10:11:12"),
        ("без НДС", "без НДС"),
        ("без акциза", "без акциза"),
        ("{0-9A", "770101001"),
        (r"\d{1,15}\.\d{2}", "1.00"),
        (".+T.+Z", "2026-11-22T10:00:00Z"),
        ("-", "-"),
    ];
    if let Some((_, text)) = known
        .iter()
        .find(|(mark, _)| !of_pattern.is_empty() && (of_pattern.contains(mark) && *mark != "-" || of_pattern == *mark))
    {
        return (*text).to_owned();
    }
    if simple.base.starts_with("xs:") || length > 1 {
        return "1".repeat(usize::try_from(length).unwrap_or(1));
    }
    named(d, &simple.base)
}
