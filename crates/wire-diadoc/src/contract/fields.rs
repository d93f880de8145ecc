//! Every field of a contract and what becomes of it: for documentation, and for the test that none is forgotten.

use super::ContractRefusal;
use super::table::{AttributeFate, Body, Branch, ElementFate, ElementRule, Place, Table};
use super::{TitleAsk, find, table_of};

/// A field of a contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// `UniversalTransferDocument/Table/Item/@Quantity`
    pub path: String,
    pub fate: FieldFate,
}

/// What becomes of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldFate {
    /// Stands in the title, at one of these places by condition.
    Mapped(Vec<String>),
    /// Only groups other fields.
    Group,
    /// Decides which element stands in the title, or is the same in every resolved contract.
    Derived,
    /// Read together with the context before the mapping: says what for.
    Context(String),
    /// Refused: says why.
    Refused(String),
}

/// Every field of the contract asked for, in the table's order.
pub fn fields(ask: &TitleAsk) -> Result<Vec<Field>, ContractRefusal> {
    let (_, edition) = find(ask)?;
    let table = table_of(&edition)?;
    let mut fields = Vec::new();
    element(table, &table.root, "", &mut fields);
    Ok(fields)
}

fn element(table: &Table, rule: &ElementRule, above: &str, fields: &mut Vec<Field>) {
    let path = if above.is_empty() { rule.name.clone() } else { format!("{above}/{}", rule.name) };
    let fate = match &rule.fate {
        ElementFate::Same => FieldFate::Group,
        ElementFate::Places(branches) => FieldFate::Mapped(branches.iter().map(place).collect()),
        ElementFate::Context(what) => FieldFate::Context(what.clone()),
        ElementFate::Refused(reason) => FieldFate::Refused(reason.clone()),
    };
    fields.push(Field { path: path.clone(), fate });
    let body = rule.body(table);
    attributes(body, &path, fields);
    body.elements().for_each(|child| element(table, child, &path, fields));
}

fn attributes(body: &Body, path: &str, fields: &mut Vec<Field>) {
    for rule in &body.attributes {
        let fate = match &rule.fate {
            AttributeFate::Places(branches) => FieldFate::Mapped(branches.iter().map(place).collect()),
            AttributeFate::Case(_) | AttributeFate::Always(_) => FieldFate::Derived,
            AttributeFate::Context(what) => FieldFate::Context(what.clone()),
            AttributeFate::Refused(reason) => FieldFate::Refused(reason.clone()),
        };
        fields.push(Field { path: format!("{path}/@{}", rule.name), fate });
    }
}

/// A place as a path of the title, relative to the element above.
pub(crate) fn place(branch: &Branch) -> String {
    let mut path = branch.steps.join("/");
    match &branch.place {
        Place::Attribute(name) if path.is_empty() => path = format!("@{name}"),
        Place::Attribute(name) => path = format!("{path}/@{name}"),
        Place::PersonName => path.push_str(" (Фамилия, Имя, Отчество)"),
        Place::Element | Place::Text => {}
    }
    path
}
