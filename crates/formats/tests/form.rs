//! The form of every definition: each place of the format is met once, and what its fields are filled with is the document.

mod support;

use formats::definition::{ComplexType, Definition, Particle, Shape};
use formats::form::{Change, Section, Widget, schema};
use formats::{Document, Element, FormatId, Registry};
use std::collections::BTreeMap;

/// Every path of a section and below it, with how often it is met.
fn met(section: &Section, paths: &mut BTreeMap<String, usize>) {
    for field in &section.fields {
        *paths.entry(field.path.clone()).or_default() += 1;
    }
    section.sections.iter().for_each(|each| met(each, paths));
}

/// Paths of values as the definition itself has them, walked apart from the form; a type inside itself once.
fn wanted(
    definition: &Definition,
    shape: &Shape,
    path: &str,
    open: &mut Vec<String>,
    paths: &mut BTreeMap<String, usize>,
) {
    let (name, complex) = match shape {
        Shape::Complex(complex) => (String::new(), Some(&**complex)),
        Shape::Type(name) => (name.clone(), definition.complex_types.get(name)),
        Shape::Simple(_) => (String::new(), None),
    };
    let Some(complex) = complex else {
        *paths.entry(path.to_owned()).or_default() += 1;
        return;
    };
    if !name.is_empty() && open.contains(&name) {
        return;
    }
    open.push(name);
    for attribute in &complex.attributes {
        *paths.entry(format!("{path}/@{}", attribute.name)).or_default() += 1;
    }
    if complex.text.is_some() {
        *paths.entry(path.to_owned()).or_default() += 1;
    }
    children(definition, complex, path, open, paths);
    open.pop();
}

fn children(
    definition: &Definition,
    complex: &ComplexType,
    path: &str,
    open: &mut Vec<String>,
    paths: &mut BTreeMap<String, usize>,
) {
    let mut particles: Vec<&Particle> = complex.content.iter().collect();
    while let Some(particle) = particles.pop() {
        match particle {
            Particle::Element(rule) => wanted(definition, &rule.shape, &format!("{path}/{}", rule.name), open, paths),
            Particle::Sequence(group) | Particle::Choice(group) | Particle::All(group) => particles.extend(&group.of),
            Particle::Any { .. } => {}
        }
    }
}

#[test]
fn every_place_of_every_format_has_just_its_fields() {
    let registry = Registry::embedded();
    let mut largest = (0, String::new());
    for format in registry.formats() {
        let definition = registry.definition(format).unwrap();
        let form = schema(definition, &[]);
        let (mut of_form, mut of_definition) = (BTreeMap::new(), BTreeMap::new());
        met(&form.root, &mut of_form);
        let root = &definition.root;
        wanted(definition, &root.shape, &root.name, &mut Vec::new(), &mut of_definition);
        assert_eq!(of_form, of_definition, "{format}");
        largest = largest.max((of_form.len(), format.official_name()));
    }
    println!("the largest form: {largest:?}");
}

#[test]
fn the_words_of_a_field_are_those_of_the_schema() {
    let format = FormatId::from_schema_name("NO_USN_1_030_00_05_09_01").unwrap();
    let form = schema(Registry::embedded().definition(&format).unwrap(), &[]);
    assert_eq!(form.title, "Декларация по УСН");
    let document = &form.root.sections[0];
    let field = |name: &str| document.fields.iter().find(|field| field.path.ends_with(name)).unwrap();
    assert_eq!((field("@КНД").only.as_deref(), field("@КНД").widget), (Some("1152017"), Widget::List));
    assert_eq!((field("@ОтчетГод").title.as_str(), field("@ОтчетГод").widget), ("Отчетный год", Widget::Year));
    assert_eq!(field("@ДатаДок").widget, Widget::Date);
    assert_eq!(field("@НомКорр").widget, Widget::Whole);
    assert!(field("@Период").is_obligatory && field("@Период").limits.values.len() == 4);
}

/// What the skeletons put where a format takes any element.
const ANY: &str = "/Любой";

/// Cells of a document in its own order, as a person fills them in.
fn cells(element: &Element, path: &str, found: &mut Vec<(String, String)>) {
    found.extend(element.attributes().map(|(name, value)| (format!("{path}/@{name}"), value.to_owned())));
    if element.elements().next().is_none() && (element.attributes().next().is_none() || !element.text().is_empty()) {
        found.push((path.to_owned(), element.text()));
    }
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for child in element.elements() {
        let number = numbers.entry(child.name()).or_default();
        *number += 1;
        cells(child, &format!("{path}/{}[{number}]", child.name()), found);
    }
}

#[test]
fn what_the_fields_are_filled_with_is_the_document() {
    let registry = Registry::embedded();
    let mut filled = 0;
    for document in support::skeleton::all() {
        let name = document.format().official_name();
        let definition = registry.definition(document.format()).unwrap();
        let mut paths = BTreeMap::new();
        met(&schema(definition, &[]).root, &mut paths);
        let mut found = Vec::new();
        cells(document.root(), document.root().name(), &mut found);
        // An element of any name is nobody's field: what a company agrees to put there is no part of the format.
        if found.iter().any(|(path, _)| path.contains(ANY)) {
            continue;
        }
        let mut again = Document::new(document.format().clone(), Element::new(document.root().name()));
        for (path, value) in found {
            let plain: String =
                path.split('/').map(|step| step.split('[').next().unwrap()).collect::<Vec<_>>().join("/");
            assert!(paths.contains_key(&plain), "{name}: no field for {plain}");
            registry.change(&mut again, &Change::Set { path, value }).unwrap();
        }
        assert_eq!(
            registry.check_document(&again, None).unwrap(),
            registry.check_document(&document, None).unwrap(),
            "{name}"
        );
        filled += 1;
    }
    assert!(filled > 60, "{filled} documents were filled in again");
}
