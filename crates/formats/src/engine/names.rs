//! Names in namespaces: what a document writes, told as its definition spells it.

use super::scan::{Attribute, Sink};
use std::collections::BTreeMap;

const XML_SCHEMA_INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// A sink that is told names as a definition with namespaces spells them: `prefix:Local` with the definition's prefix,
/// `{namespace}Local` for a namespace it does not have, `{}Local` for none where its own unprefixed names are in one.
/// Declarations of namespaces are not told on. Where the definition has no namespaces all is told as written.
pub(crate) struct Resolved<'d, S> {
    pub sink: S,
    names: Option<Names<'d>>,
}

struct Names<'d> {
    /// The definition's: namespace by prefix.
    spelled: &'d BTreeMap<String, String>,
    /// Declarations in force: how deep they were made, prefix, namespace.
    declared: Vec<(usize, Box<str>, Box<str>)>,
    open: Vec<Box<str>>,
}

/// A name told by [`Resolved`] as being in no namespace, among others that are in one.
pub(crate) fn is_of_no_namespace(name: &str) -> bool {
    name.starts_with("{}")
}

impl<'d, S: Sink> Resolved<'d, S> {
    pub fn new(spelled: &'d BTreeMap<String, String>, sink: S) -> Self {
        let names = (!spelled.is_empty()).then(|| Names { spelled, declared: Vec::new(), open: Vec::new() });
        Self { sink, names }
    }
}

impl Names<'_> {
    fn declare(&mut self, attributes: &[Attribute<'_>]) {
        for attribute in attributes {
            if let Some(prefix) = declared_prefix(attribute.name) {
                self.declared.push((self.open.len(), prefix.into(), (*attribute.value).into()));
            }
        }
    }

    /// The namespace of a prefix here; empty for none. `None` for a prefix that nobody declared.
    fn namespace(&self, prefix: &str) -> Option<&str> {
        let found = self.declared.iter().rev().find(|(_, known, _)| **known == *prefix);
        found.map(|(.., namespace)| &**namespace).or(prefix.is_empty().then_some(""))
    }

    fn element(&self, name: &str) -> Box<str> {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        self.told(self.namespace(prefix), name, local, |_| true)
    }

    /// An attribute without a prefix is in no namespace.
    fn attribute(&self, name: &str) -> Box<str> {
        match name.split_once(':') {
            None => name.into(),
            Some(("xml", _)) => name.into(),
            Some((prefix, local)) if self.namespace(prefix) == Some(XML_SCHEMA_INSTANCE) => {
                format!("xsi:{local}").into()
            }
            Some((prefix, local)) => self.told(self.namespace(prefix), name, local, |prefix| !prefix.is_empty()),
        }
    }

    fn told(&self, namespace: Option<&str>, name: &str, local: &str, may_be: fn(&str) -> bool) -> Box<str> {
        let Some(namespace) = namespace else { return format!("{{}}{name}").into() };
        if namespace.is_empty() && !self.spelled.contains_key("") {
            return local.into();
        }
        let spelled = self.spelled.iter().find(|(prefix, known)| *known == namespace && may_be(prefix));
        match spelled.map(|(prefix, _)| prefix.as_str()) {
            Some("") => local.into(),
            Some(prefix) => format!("{prefix}:{local}").into(),
            None => format!("{{{namespace}}}{local}").into(),
        }
    }
}

/// The prefix an attribute declares, when it is a declaration; empty for the default namespace.
pub(crate) fn declared_prefix(attribute: &str) -> Option<&str> {
    attribute.strip_prefix("xmlns:").or((attribute == "xmlns").then_some(""))
}

impl<S: Sink> Sink for Resolved<'_, S> {
    fn start(&mut self, name: &str, attributes: &[Attribute<'_>], offset: usize) {
        let Some(names) = &mut self.names else { return self.sink.start(name, attributes, offset) };
        names.declare(attributes);
        let told = names.element(name);
        let meant: Vec<_> = attributes.iter().filter(|a| declared_prefix(a.name).is_none()).collect();
        let spelled: Vec<Box<str>> = meant.iter().map(|a| names.attribute(a.name)).collect();
        let given = meant.iter().zip(&spelled);
        let given: Vec<_> = given.map(|(a, name)| Attribute { name, value: a.value.as_ref().into() }).collect();
        self.sink.start(&told, &given, offset);
        names.open.push(told);
    }

    fn text(&mut self, text: &str, offset: usize) {
        self.sink.text(text, offset);
    }

    fn end(&mut self, name: &str, offset: usize) {
        let Some(names) = &mut self.names else { return self.sink.end(name, offset) };
        let told = names.open.pop().unwrap_or_default();
        names.declared.retain(|(depth, ..)| *depth < names.open.len());
        self.sink.end(&told, offset);
    }

    fn is_satisfied(&self) -> bool {
        self.sink.is_satisfied()
    }
}
