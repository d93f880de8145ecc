//! The schema of a contract, written from its table: what `GetContent` gives for `UserContractXsd`.

use super::table::value::{Bound, Decimal, Kind};
use super::table::{AttributeFate, AttributeRule, Body, ElementFate, ElementRule, Part, Shape, Table};
use super::{ContractRefusal, Dialect, TitleAsk, find, table, table_of};
use std::fmt::{self, Write};

/// The XML Schema of the contract asked for, in UTF-8.
pub fn schema_of(ask: &TitleAsk) -> Result<Vec<u8>, ContractRefusal> {
    let (_, edition) = find(ask)?;
    written(table_of(&edition)?)
}

/// The XML Schema of a universal message's contract, in UTF-8.
pub fn schema_of_universal_message() -> Result<Vec<u8>, ContractRefusal> {
    written(table::table("universal_message").ok_or(ContractRefusal::VersionUnknown)?)
}

/// The XML Schema of a signer contract, in UTF-8: what `SignerUserDataXsdUrl` of a title leads to.
pub fn schema_of_signer(dialect: Dialect) -> Result<Vec<u8>, ContractRefusal> {
    let name = match dialect {
        Dialect::Order820 => "signer820",
        Dialect::Order970 => "signer970",
    };
    written(table::table(name).ok_or(ContractRefusal::VersionUnknown)?)
}

fn written(table: &Table) -> Result<Vec<u8>, ContractRefusal> {
    let mut schema = Schema { out: String::with_capacity(128 * 1024), depth: 1 };
    match schema.table(table) {
        Ok(()) => Ok(schema.out.into_bytes()),
        Err(fmt::Error) => kernel::bug!("writing to memory failed"),
    }
}

struct Schema {
    out: String,
    depth: usize,
}

impl Schema {
    fn table(&mut self, table: &Table) -> fmt::Result {
        self.out.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        self.out.push_str("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n");
        for (name, kind) in used_values(table) {
            self.value(name, kind)?;
        }
        for (name, body) in used_types(table) {
            self.open(&format!("xs:complexType name=\"T{name}\""))?;
            self.body(table, body, None)?;
            self.close("xs:complexType")?;
        }
        self.element(table, &table.root, false)?;
        self.out.push_str("</xs:schema>\n");
        Ok(())
    }

    fn line(&mut self, text: &str) -> fmt::Result {
        writeln!(self.out, "{}{text}", "  ".repeat(self.depth))
    }

    fn open(&mut self, tag: &str) -> fmt::Result {
        self.line(&format!("<{tag}>"))?;
        self.depth += 1;
        Ok(())
    }

    fn close(&mut self, name: &str) -> fmt::Result {
        self.depth -= 1;
        self.line(&format!("</{name}>"))
    }

    fn value(&mut self, name: &str, kind: &Kind) -> fmt::Result {
        self.open(&format!("xs:simpleType name=\"V{name}\""))?;
        self.open(&format!("xs:restriction base=\"{}\"", base(kind)))?;
        for (facet, value) in facets(kind) {
            self.line(&format!("<xs:{facet} value=\"{}\"/>", escaped(&value)))?;
        }
        self.close("xs:restriction")?;
        self.close("xs:simpleType")
    }

    fn element(&mut self, table: &Table, rule: &ElementRule, occurs: bool) -> fmt::Result {
        let occurrence = if occurs { occurrence(rule.min, rule.max) } else { String::new() };
        let default = rule.default.as_ref().map(|value| format!(" default=\"{value}\"")).unwrap_or_default();
        let head = format!("xs:element name=\"{}\"{occurrence}{default}", rule.name);
        let kind = match (&rule.shape, &rule.text) {
            (Shape::Type(name), None) => Some(format!("T{name}")),
            (Shape::Own(body), Some(kind)) if body.attributes.is_empty() => Some(format!("V{kind}")),
            _ => None,
        };
        let note = element_note(&rule.fate);
        match (kind, note) {
            (Some(kind), None) => self.line(&format!("<{head} type=\"{kind}\"/>")),
            (Some(kind), Some(note)) => {
                self.open(&format!("{head} type=\"{kind}\""))?;
                self.note(&note)?;
                self.close("xs:element")
            }
            (None, note) => {
                self.open(&head)?;
                note.iter().try_for_each(|note| self.note(note))?;
                self.open("xs:complexType")?;
                self.body(table, rule.body(table), rule.text.as_deref())?;
                self.close("xs:complexType")?;
                self.close("xs:element")
            }
        }
    }

    fn note(&mut self, text: &str) -> fmt::Result {
        self.line(&format!("<xs:annotation><xs:documentation>{}</xs:documentation></xs:annotation>", escaped(text)))
    }

    fn body(&mut self, table: &Table, body: &Body, text: Option<&str>) -> fmt::Result {
        if let Some(text) = text {
            self.open("xs:simpleContent")?;
            self.open(&format!("xs:extension base=\"V{text}\""))?;
            body.attributes.iter().try_for_each(|rule| self.attribute(rule))?;
            self.close("xs:extension")?;
            return self.close("xs:simpleContent");
        }
        if !body.parts.is_empty() {
            let group = if body.any_order { "xs:all" } else { "xs:sequence" };
            self.open(group)?;
            body.parts.iter().try_for_each(|part| self.part(table, part))?;
            self.close(group)?;
        }
        body.attributes.iter().try_for_each(|rule| self.attribute(rule))
    }

    fn part(&mut self, table: &Table, part: &Part) -> fmt::Result {
        match part {
            Part::Element(rule) => self.element(table, rule, true),
            Part::Choice { min, max, of } => {
                self.open(&format!("xs:choice{}", occurrence(*min, *max)))?;
                of.iter().try_for_each(|rule| self.element(table, rule, true))?;
                self.close("xs:choice")
            }
        }
    }

    fn attribute(&mut self, rule: &AttributeRule) -> fmt::Result {
        let need = if rule.required { " use=\"required\"" } else { "" };
        let head = format!("xs:attribute name=\"{}\" type=\"V{}\"{need}", rule.name, rule.kind);
        match attribute_note(&rule.fate) {
            None => self.line(&format!("<{head}/>")),
            Some(note) => {
                self.open(&head)?;
                self.note(&note)?;
                self.close("xs:attribute")
            }
        }
    }
}

fn occurrence(min: usize, max: Option<usize>) -> String {
    let min = if min == 1 { String::new() } else { format!(" minOccurs=\"{min}\"") };
    let max = match max {
        Some(1) => String::new(),
        Some(max) => format!(" maxOccurs=\"{max}\""),
        None => " maxOccurs=\"unbounded\"".to_owned(),
    };
    min + &max
}

fn element_note(fate: &ElementFate) -> Option<String> {
    match fate {
        ElementFate::Places(branches) => {
            Some(branches.iter().map(super::fields::place).collect::<Vec<_>>().join(" | "))
        }
        ElementFate::Refused(reason) => Some(format!("Не принимается: {reason}")),
        ElementFate::Same | ElementFate::Context(_) => None,
    }
}

fn attribute_note(fate: &AttributeFate) -> Option<String> {
    match fate {
        AttributeFate::Places(branches) => {
            Some(branches.iter().map(super::fields::place).collect::<Vec<_>>().join(" | "))
        }
        AttributeFate::Case(cases) => {
            let shown = cases.iter().map(|(value, steps)| format!("{value} {}", steps.join("/")));
            Some(shown.collect::<Vec<_>>().join(" | "))
        }
        AttributeFate::Refused(reason) => Some(format!("Не принимается: {reason}")),
        AttributeFate::Always(_) | AttributeFate::Context(_) => None,
    }
}

fn base(kind: &Kind) -> &'static str {
    match kind {
        Kind::Decimal(_) => "xs:decimal",
        Kind::Integer { .. } => "xs:integer",
        Kind::Base64 => "xs:base64Binary",
        _ => "xs:string",
    }
}

fn facets(kind: &Kind) -> Vec<(&'static str, String)> {
    let pattern = |text: &str| vec![("pattern", text.to_owned())];
    match kind {
        Kind::Text { min, max } if min == max => vec![("length", min.to_string())],
        Kind::Text { min, max } => vec![("minLength", min.to_string()), ("maxLength", max.to_string())],
        Kind::Digits { lengths } => lengths.iter().map(|n| ("pattern", format!("[0-9]{{{n}}}"))).collect(),
        Kind::Inn => pattern("([1-9][0-9]|0[1-9])([0-9]{8}|[0-9]{10})"),
        Kind::Kpp => pattern("([1-9][0-9]|0[1-9])[0-9]{2}[0-9A-Z]{2}[0-9]{3}"),
        Kind::Guid => {
            let bare = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
            vec![("pattern", bare.to_owned()), ("pattern", format!("\\{{{bare}\\}}"))]
        }
        Kind::Date => pattern(
            "((0[1-9]|[12][0-9])\\.(0[1-9]|1[0-2])|30\\.(0[13-9]|1[0-2])|31\\.(0[13578]|1[02]))\\.(18|19|20)[0-9]{2}",
        ),
        Kind::Flag => vec![("enumeration", "true".to_owned()), ("enumeration", "false".to_owned())],
        Kind::Decimal(decimal) => decimal_facets(*decimal),
        Kind::Integer { digits, min } => {
            let min = min.map(|min| ("minInclusive", min.to_string()));
            [("totalDigits", digits.to_string())].into_iter().chain(min).collect()
        }
        Kind::OneOf(values) => values.iter().map(|v| ("enumeration", v.clone())).collect(),
        Kind::Pairs(pairs) => pairs.iter().map(|(v, _)| ("enumeration", v.clone())).collect(),
        Kind::Base64 => Vec::new(),
    }
}

fn decimal_facets(decimal: Decimal) -> Vec<(&'static str, String)> {
    let mut facets = vec![("totalDigits", decimal.total.to_string()), ("fractionDigits", decimal.fraction.to_string())];
    match decimal.bound {
        Bound::None => {}
        Bound::NotNegative => facets.push(("minInclusive", "0".to_owned())),
        Bound::Positive => facets.push(("minExclusive", "0".to_owned())),
    }
    facets
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Types the contract reaches from its root, in the order of their names.
fn used_types(table: &Table) -> Vec<(&String, &Body)> {
    let mut names = std::collections::BTreeSet::new();
    types_under(table, &table.root, &mut names);
    table.types.iter().filter(|(name, _)| names.contains(name.as_str())).collect()
}

fn types_under<'t>(table: &'t Table, rule: &'t ElementRule, names: &mut std::collections::BTreeSet<&'t str>) {
    if let Shape::Type(name) = &rule.shape
        && !names.insert(name)
    {
        return;
    }
    rule.body(table).elements().for_each(|child| types_under(table, child, names));
}

fn used_values(table: &Table) -> Vec<(&String, &Kind)> {
    let mut names = std::collections::BTreeSet::new();
    values_under(table, &table.root, &mut names);
    table.values.iter().filter(|(name, _)| names.contains(name.as_str())).collect()
}

fn values_under<'t>(table: &'t Table, rule: &'t ElementRule, names: &mut std::collections::BTreeSet<&'t str>) {
    names.extend(rule.text.as_deref());
    let body = rule.body(table);
    names.extend(body.attributes.iter().map(|rule| rule.kind.as_str()));
    body.elements().for_each(|child| values_under(table, child, names));
}
