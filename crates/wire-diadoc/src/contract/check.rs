//! A contract against its table: nothing unknown, nothing missing, every value of its shape.

use super::ContractRefusal;
use super::table::{Body, ElementRule, Part, Table};
use super::tree::Tree;

/// How strict the check is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Strictness {
    /// As the contract's schema.
    Full,
    /// Only that every element and attribute is known: asked for by `disableValidation=true`.
    NamesOnly,
}

pub(crate) fn check(table: &Table, root: &Tree, strictness: Strictness) -> Result<(), ContractRefusal> {
    if root.name != table.root.name {
        return Err(ContractRefusal::OtherRoot { expected: table.root.name.clone() });
    }
    Check { table, strictness }.element(&table.root, root, &root.name)
}

/// An element elsewhere than at the root, for signers given by themselves.
pub(crate) fn check_element(table: &Table, rule: &ElementRule, tree: &Tree) -> Result<(), ContractRefusal> {
    Check { table, strictness: Strictness::Full }.element(rule, tree, &tree.name)
}

struct Check<'t> {
    table: &'t Table,
    strictness: Strictness,
}

impl Check<'_> {
    fn element(&self, rule: &ElementRule, tree: &Tree, path: &str) -> Result<(), ContractRefusal> {
        let body = rule.body(self.table);
        match &rule.text {
            Some(_) if tree.text.is_empty() && rule.default.is_some() => {}
            Some(kind) => self.value(kind, &tree.text, path)?,
            None if tree.text.trim().is_empty() => {}
            None => {
                return Err(ContractRefusal::Occurrence { path: path.to_owned(), rule: "no text is expected here" });
            }
        }
        self.attributes(body, tree, path)?;
        self.children(body, tree, path)
    }

    fn value(&self, kind: &str, value: &str, path: &str) -> Result<(), ContractRefusal> {
        if self.strictness == Strictness::NamesOnly {
            return Ok(());
        }
        match self.table.kind(kind).refuses(value) {
            None => Ok(()),
            Some(expected) => Err(ContractRefusal::Value { path: path.to_owned(), expected }),
        }
    }

    fn attributes(&self, body: &Body, tree: &Tree, path: &str) -> Result<(), ContractRefusal> {
        for (name, value) in &tree.attributes {
            let place = || format!("{path}/@{name}");
            let rule = body.attributes.iter().find(|rule| rule.name == *name);
            let rule = rule.ok_or_else(|| ContractRefusal::Unknown { path: place() })?;
            self.value(&rule.kind, value, &place())?;
        }
        let missing = body.attributes.iter().find(|rule| rule.required && tree.attribute(&rule.name).is_none());
        match missing {
            Some(rule) if self.strictness == Strictness::Full => {
                Err(ContractRefusal::Missing { path: format!("{path}/@{}", rule.name) })
            }
            _ => Ok(()),
        }
    }

    fn children(&self, body: &Body, tree: &Tree, path: &str) -> Result<(), ContractRefusal> {
        let mut counts = std::collections::BTreeMap::<&str, usize>::new();
        for child in &tree.children {
            let count = counts.entry(&child.name).or_default();
            *count += 1;
            let rule = body.elements().find(|rule| rule.name == child.name);
            let repeated = rule.is_none_or(|rule| rule.max != Some(1)) || *count > 1;
            let number = if repeated { format!("[{count}]") } else { String::new() };
            let below = format!("{path}/{}{number}", child.name);
            let rule = rule.ok_or_else(|| ContractRefusal::Unknown { path: below.clone() })?;
            self.element(rule, child, &below)?;
        }
        if self.strictness == Strictness::NamesOnly {
            return Ok(());
        }
        body.parts.iter().try_for_each(|part| occurrences(part, &counts, path))
    }
}

fn occurrences(
    part: &Part,
    counts: &std::collections::BTreeMap<&str, usize>,
    path: &str,
) -> Result<(), ContractRefusal> {
    let count = |rule: &ElementRule| counts.get(rule.name.as_str()).copied().unwrap_or_default();
    let (found, min, max, name) = match part {
        Part::Element(rule) => (count(rule), rule.min, rule.max, rule.name.clone()),
        Part::Choice { min, max, of } => {
            let names: Vec<&str> = of.iter().map(|rule| rule.name.as_str()).collect();
            // Of a member that may repeat any number makes one choice.
            let chosen = |rule: &ElementRule| if rule.max == Some(1) { count(rule) } else { count(rule).min(1) };
            let min = if of.iter().any(|rule| rule.min == 0) { 0 } else { *min };
            (of.iter().map(chosen).sum(), min, *max, names.join("|"))
        }
    };
    let path = || format!("{path}/{name}");
    if found < min {
        return Err(ContractRefusal::Missing { path: path() });
    }
    match max {
        Some(max) if found > max => {
            Err(ContractRefusal::Occurrence { path: path(), rule: "stands more often than once" })
        }
        _ => Ok(()),
    }
}
