//! The tree of a document as sections with fields and tables.

use formats::Element;
use formats::definition::ElementRule;
use serde::Serialize;

use super::rules::{Rules, label};

/// Columns a portrait page takes; what has more is told row after row.
const COLUMNS_MAX: usize = 8;
/// Levels of headings a reader still tells apart.
const LEVEL_MAX: usize = 4;

/// A section, under its heading.
#[derive(Debug, Serialize)]
pub(super) struct Section {
    level: usize,
    title: String,
    fields: Vec<(String, String)>,
    table: Option<Table>,
}

/// What is repeated, one row each.
#[derive(Debug, Serialize)]
struct Table {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// The sections of a whole document. What stands at its root is told beside the form's name.
pub(super) fn sections(rules: &Rules<'_>, root: &Element) -> Vec<Section> {
    let mut writer = Writer { rules: *rules, sections: Vec::new() };
    writer.children(Some(rules.root()), root, 1);
    writer.sections
}

struct Writer<'d> {
    rules: Rules<'d>,
    sections: Vec<Section>,
}

impl<'d> Writer<'d> {
    /// Children that have children of their own, those of one name together.
    fn children(&mut self, rule: Option<&'d ElementRule>, element: &Element, level: usize) {
        let waiting: Vec<&Element> = element.elements().filter(|child| !is_leaf(child)).collect();
        for run in waiting.chunk_by(|one, next| one.name() == next.name()) {
            let Some(first) = run.first() else { continue };
            self.run(self.child(rule, first), run, level);
        }
    }

    fn child(&self, rule: Option<&'d ElementRule>, element: &Element) -> Option<&'d ElementRule> {
        rule.and_then(|rule| self.rules.child(rule, element.name()))
    }

    fn run(&mut self, rule: Option<&'d ElementRule>, run: &[&Element], level: usize) {
        let title = run.first().map(|first| self.title(rule, first)).unwrap_or_default();
        if let Some(table) = self.table(rule, run) {
            self.sections.push(Section { level: level.min(LEVEL_MAX), title, fields: Vec::new(), table: Some(table) });
            return;
        }
        for (at, element) in run.iter().enumerate() {
            let title = if run.len() == 1 { title.clone() } else { format!("{title} № {}", at + 1) };
            self.section(rule, element, title, level);
        }
    }

    /// One element. Without fields of its own it shares its heading with its only child.
    fn section(&mut self, rule: Option<&'d ElementRule>, element: &Element, title: String, level: usize) {
        let fields = self.fields(rule, element);
        let mut children = element.elements().filter(|child| !is_leaf(child));
        if let (true, Some(only), None) = (fields.is_empty(), children.next(), children.next()) {
            let child_rule = self.child(rule, only);
            let title = format!("{title}. {}", self.title(child_rule, only));
            return self.section(child_rule, only, title, level);
        }
        self.sections.push(Section { level: level.min(LEVEL_MAX), title, fields, table: None });
        self.children(rule, element, level + 1);
    }

    fn title(&self, rule: Option<&'d ElementRule>, element: &Element) -> String {
        let of_type = rule.and_then(|rule| self.rules.complex(rule)).map(|complex| complex.title.as_str());
        let own = rule.map(|rule| rule.title.as_str()).filter(|title| !title.is_empty());
        label(own.or(of_type), element.name())
    }

    /// Attributes, own text and children that hold text only, with names of persons in one line.
    fn fields(&self, rule: Option<&'d ElementRule>, element: &Element) -> Vec<(String, String)> {
        let mut fields = Vec::new();
        for (name, value) in element.attributes().filter(|(_, value)| !value.is_empty()) {
            let attribute = self.rules.attribute(rule, name);
            let title = label(attribute.map(|rule| rule.title.as_str()), name);
            fields.push((title, self.rules.value(attribute.map(|rule| &rule.shape), value)));
        }
        let own = element.text();
        if !own.trim().is_empty() {
            fields.push((self.title(rule, element), self.rules.value(rule.map(|rule| &rule.shape), own.trim())));
        }
        for child in element.elements().filter(|child| is_leaf(child)) {
            let child_rule = self.child(rule, child);
            let value = person(child)
                .unwrap_or_else(|| self.rules.value(child_rule.map(|rule| &rule.shape), child.text().trim()));
            if !value.is_empty() {
                push(&mut fields, self.title(child_rule, child), &value);
            }
        }
        fields
    }

    /// A table, where every one of a run is flat and together they have few columns.
    fn table(&self, rule: Option<&'d ElementRule>, run: &[&Element]) -> Option<Table> {
        if run.len() < 2 || run.iter().any(|element| element.elements().any(|child| !is_leaf(child))) {
            return None;
        }
        let rows: Vec<Vec<(String, String)>> = run.iter().map(|element| self.fields(rule, element)).collect();
        let mut columns: Vec<String> = Vec::new();
        for (title, _) in rows.iter().flatten() {
            if !columns.contains(title) {
                columns.push(title.clone());
                if columns.len() > COLUMNS_MAX {
                    return None;
                }
            }
        }
        let cell = |row: &[(String, String)], column: &str| {
            let found = row.iter().find(|(title, _)| title == column);
            found.map_or_else(|| "—".to_owned(), |(_, value)| value.clone())
        };
        let rows = rows.iter().map(|row| columns.iter().map(|column| cell(row, column)).collect()).collect();
        Some(Table { columns, rows })
    }
}

/// Holds text only, or the name of a person.
fn is_leaf(element: &Element) -> bool {
    let is_text = element.attributes().next().is_none() && element.elements().next().is_none();
    is_text || person(element).is_some()
}

/// Surname, given name and patronymic, where an element holds nothing but them.
fn person(element: &Element) -> Option<String> {
    let parts = ["Фамилия", "Имя", "Отчество"];
    let has_name = element.attribute("Фамилия").is_some() && element.elements().next().is_none();
    if !has_name || element.attributes().any(|(name, _)| !parts.contains(&name)) {
        return None;
    }
    Some(parts.iter().filter_map(|part| element.attribute(part)).collect::<Vec<_>>().join(" "))
}

/// Values of one label stand together.
fn push(fields: &mut Vec<(String, String)>, title: String, value: &str) {
    match fields.iter_mut().find(|(known, _)| *known == title) {
        Some((_, said)) => {
            said.push_str("; ");
            said.push_str(value);
        }
        None => fields.push((title, value.to_owned())),
    }
}
