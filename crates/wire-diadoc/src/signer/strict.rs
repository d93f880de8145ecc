//! A small XML read with nothing passed over: each element says which attributes and children it may have.

use formats::{Element, Node};

use crate::contract::ContractRefusal;

/// An element and its path.
#[derive(Debug, Clone)]
pub struct Place<'a> {
    element: &'a Element,
    path: String,
}

/// What a value must be.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Up to so many characters; at least one.
    Text(usize),
    /// One of these.
    OneOf(&'static [&'static str]),
    /// A GUID, with braces or without.
    Guid,
    /// `dd.mm.yyyy`.
    Date,
}

impl Shape {
    fn refuses(self, value: &str) -> Option<String> {
        let fits = match self {
            Self::Text(max) => (1..=max).contains(&value.chars().count()),
            Self::OneOf(values) => values.contains(&value),
            Self::Guid => kernel::uuid::Uuid::try_parse(value.trim_matches(['{', '}'])).is_ok(),
            Self::Date => date(value).is_some(),
        };
        (!fits).then(|| match self {
            Self::Text(max) => format!("1 to {max} characters"),
            Self::OneOf(values) => values.join(", "),
            Self::Guid => "a GUID".to_owned(),
            Self::Date => "a date as dd.mm.yyyy".to_owned(),
        })
    }
}

/// A civil date as contracts write it.
pub fn date(text: &str) -> Option<kernel::CivilDate> {
    let mut parts = text.splitn(3, '.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |text: &str, count: usize| text.len() == count && text.bytes().all(|octet| octet.is_ascii_digit());
    if !(digits(day, 2) && digits(month, 2) && digits(year, 4)) {
        return None;
    }
    kernel::CivilDate::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

impl<'a> Place<'a> {
    /// The root, which must have this name.
    pub fn root(element: &'a Element, name: &str) -> Result<Self, ContractRefusal> {
        if element.name() != name {
            return Err(ContractRefusal::OtherRoot { expected: name.to_owned() });
        }
        Ok(Self { element, path: name.to_owned() })
    }

    /// Refuses every other attribute and child, a child that stands twice, and text beside children.
    pub fn only(&self, attributes: &[&str], children: &[&str]) -> Result<(), ContractRefusal> {
        let hint = |name: &str| name == "xmlns" || name.starts_with("xmlns:") || name.starts_with("xsi:");
        let unknown = self.element.attributes().find(|(name, _)| !hint(name) && !attributes.contains(name));
        if let Some((name, _)) = unknown {
            return Err(ContractRefusal::Unknown { path: format!("{}/@{name}", self.path) });
        }
        let mut seen = Vec::new();
        for node in self.element.nodes() {
            match node {
                Node::Element(child) if !children.contains(&child.name()) => {
                    return Err(ContractRefusal::Unknown { path: format!("{}/{}", self.path, child.name()) });
                }
                Node::Element(child) if seen.contains(&child.name()) => {
                    let path = format!("{}/{}", self.path, child.name());
                    return Err(ContractRefusal::Occurrence { path, rule: "stands more often than once" });
                }
                Node::Element(child) => seen.push(child.name()),
                Node::Text(text) if children.is_empty() || text.trim().is_empty() => {}
                Node::Text(_) => {
                    let path = self.path.clone();
                    return Err(ContractRefusal::Occurrence { path, rule: "no text is expected here" });
                }
            }
        }
        Ok(())
    }

    pub fn child(&self, name: &str) -> Option<Self> {
        let element = self.element.child(name)?;
        Some(Self { element, path: format!("{}/{name}", self.path) })
    }

    /// An attribute of this shape.
    pub fn some(&self, name: &str, shape: Shape) -> Result<Option<&'a str>, ContractRefusal> {
        let Some(value) = self.element.attribute(name) else { return Ok(None) };
        match shape.refuses(value) {
            None => Ok(Some(value)),
            Some(expected) => Err(ContractRefusal::Value { path: format!("{}/@{name}", self.path), expected }),
        }
    }

    /// An attribute of this shape that must be there.
    pub fn need(&self, name: &str, shape: Shape) -> Result<&'a str, ContractRefusal> {
        let missing = || ContractRefusal::Missing { path: format!("{}/@{name}", self.path) };
        self.some(name, shape)?.ok_or_else(missing)
    }

    /// A date that must be there.
    pub fn need_date(&self, name: &str) -> Result<kernel::CivilDate, ContractRefusal> {
        let read = date(self.need(name, Shape::Date)?);
        let expected = "a date as dd.mm.yyyy".to_owned();
        read.ok_or_else(|| ContractRefusal::Value { path: format!("{}/@{name}", self.path), expected })
    }

    pub fn text(&self) -> String {
        self.element.text()
    }

    pub fn path(&self) -> &str {
        &self.path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        assert!(date("28.02.2026").is_some());
        for bad in ["", "2026-02-28", "29.02.2026", "1.2.2026", "01.02.26", "01.02.2026 ", "aa.bb.cccc"] {
            assert!(date(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn what_is_not_named_is_refused() {
        let read = |xml: &str| formats::read_tree(xml.as_bytes()).unwrap();
        let only = |xml: &str| Place::root(&read(xml), "A").and_then(|place| place.only(&["x"], &["B"]));
        assert_eq!(only("<A x='1'><B/></A>"), Ok(()));
        assert_eq!(only("<A xmlns:xsi='u' xsi:nil='1'/>"), Ok(()));
        assert!(matches!(only("<C/>"), Err(ContractRefusal::OtherRoot { .. })));
        let unknown = |path: &str| Err(ContractRefusal::Unknown { path: path.to_owned() });
        assert_eq!(only("<A y='1'/>"), unknown("A/@y"));
        assert_eq!(only("<A><C/></A>"), unknown("A/C"));
        assert!(matches!(only("<A><B/><B/></A>"), Err(ContractRefusal::Occurrence { .. })));
        assert!(matches!(only("<A>text<B/></A>"), Err(ContractRefusal::Occurrence { .. })));
    }
}
