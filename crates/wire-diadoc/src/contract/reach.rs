//! Which fields of the official titles no contract reaches: the exact list of what a parsed title can lose.

use super::catalogue::{Dialect, EDITIONS, Edition};
use super::table::{AttributeFate, Body, Branch, ElementFate, ElementRule, FillSource, Place, Table, table};
use formats::Registry;
use formats::definition::{ComplexType, Definition, ElementRule as Official, Particle, Shape};
use std::collections::BTreeSet;

/// Every attribute and text of the official format, as paths under `Файл`.
fn official(edition: &Edition) -> BTreeSet<String> {
    let registry = Registry::embedded();
    let format = registry.newest(edition.prefix, edition.official_version).unwrap();
    let definition = registry.definition(format).unwrap();
    let mut found = BTreeSet::new();
    official_element(definition, &definition.root, "", &mut found);
    found
}

fn official_element(definition: &Definition, rule: &Official, above: &str, found: &mut BTreeSet<String>) {
    let path = if above.is_empty() { rule.name.clone() } else { format!("{above}/{}", rule.name) };
    let complex = match &rule.shape {
        Shape::Type(name) => definition.complex_types.get(name),
        Shape::Complex(complex) => Some(&**complex),
        Shape::Simple(_) => None,
    };
    match complex {
        None => drop(found.insert(path)),
        Some(complex) => official_content(definition, complex, &path, found),
    }
}

fn official_content(definition: &Definition, complex: &ComplexType, path: &str, found: &mut BTreeSet<String>) {
    found.extend(complex.attributes.iter().map(|rule| format!("{path}/@{}", rule.name)));
    let mut particles: Vec<&Particle> = complex.content.iter().collect();
    while let Some(particle) = particles.pop() {
        match particle {
            Particle::Element(rule) => official_element(definition, rule, path, found),
            Particle::Sequence(group) | Particle::Choice(group) | Particle::All(group) => particles.extend(&group.of),
            Particle::Any { .. } => {}
        }
    }
}

/// Every place the table writes to.
fn reached(table: &Table) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    element(table, &table.root, "Файл", &mut found);
    found
}

fn element(table: &Table, rule: &ElementRule, above: &str, found: &mut BTreeSet<String>) {
    let body = rule.body(table);
    match &rule.fate {
        ElementFate::Context(_) | ElementFate::Refused(_) => {}
        ElementFate::Same => content(table, body, above, found),
        ElementFate::Places(branches) if rule.text.is_some() => {
            branches.iter().for_each(|branch| places(branch, above, found));
        }
        ElementFate::Places(branches) => {
            for branch in branches {
                content(table, body, &format!("{above}/{}", branch.steps.join("/")), found);
            }
        }
    }
}

fn content(table: &Table, body: &Body, path: &str, found: &mut BTreeSet<String>) {
    for rule in &body.attributes {
        if let AttributeFate::Places(branches) = &rule.fate {
            branches.iter().for_each(|branch| places(branch, path, found));
        }
    }
    for fill in &body.fills {
        // A literal is written, and a title without it says the same.
        let branch = Branch { guard: None, steps: fill.steps.clone(), place: fill.place.clone(), constant: None };
        let known = matches!(fill.source, FillSource::Literal(_) | FillSource::Name { .. });
        assert!(known || matches!(fill.source, FillSource::Ordinal | FillSource::Origins { .. }));
        places(&branch, path, found);
    }
    body.elements().for_each(|child| element(table, child, path, found));
}

fn places(branch: &Branch, above: &str, found: &mut BTreeSet<String>) {
    let path = std::iter::once(above).chain(branch.steps.iter().map(String::as_str)).collect::<Vec<_>>().join("/");
    match &branch.place {
        Place::Attribute(name) => drop(found.insert(format!("{path}/@{name}"))),
        Place::PersonName => found.extend(["Фамилия", "Имя", "Отчество"].map(|part| format!("{path}/@{part}"))),
        Place::Text | Place::Element => drop(found.insert(path)),
    }
}

/// All that a contract cannot say: the hyphen for the taxpayer number of an entrepreneur who signs a title of 5.01.
const MISSED: [&str; 1] = ["Файл/Документ/Подписант/ИП/@ДефИННФЛ"];

/// Written anew for each file, from the context and from the title answered.
fn is_envelope(path: &str, edition: &Edition) -> bool {
    let own = ["/@ИдФайл", "/@ВерсФорм", "/@ВерсПрог", "/@КНД", "/@ДатаИнфПр", "/@ВремИнфПр", "/@ПоФактХЖ"];
    let of_buyer = [
        "/@ДатаИнфПок",
        "/@ВремИнфПок",
        "Документ/@УИД",
        "/ИдИнфПрод/",
        "СодФХЖ4/@НаимДокОпрПр",
        "СодФХЖ4/@Функция",
        "СодФХЖ4/@ПорНомДокИнфПр",
        "СодФХЖ4/@ДатаДокИнфПр",
        "СодФХЖ4/@НомСчФИнфПр",
        "СодФХЖ4/@ДатаСчФИнфПр",
    ];
    own.iter().any(|end| path.ends_with(end))
        || (edition.title_index == 1 && of_buyer.iter().any(|part| path.contains(part)))
        || (edition.dialect == Dialect::Order820 && path.starts_with("Файл/СвУчДокОбор"))
}

#[test]
fn no_contract_misses_a_field_of_its_title() {
    for edition in EDITIONS {
        let reached = reached(table(edition.table).unwrap());
        let official = official(edition);
        let missed: Vec<&String> = official.difference(&reached).filter(|path| !is_envelope(path, edition)).collect();
        let invented: Vec<&String> = reached.difference(&official).collect();
        assert!(invented.is_empty(), "{} {}: {invented:#?}", edition.version, edition.title_index);
        // The hyphens of 5.01 are words of the `_hyphen` contracts only.
        let hyphens = edition.version.ends_with("_hyphen");
        let said = |path: &&&String| hyphens || !(path.contains("/@Деф") || path.ends_with("/ДефНДС"));
        let missed: Vec<&&String> =
            missed.iter().filter(said).filter(|path| !MISSED.contains(&path.as_str())).collect();
        assert!(missed.is_empty(), "{} {}: {missed:#?}", edition.version, edition.title_index);
    }
}
