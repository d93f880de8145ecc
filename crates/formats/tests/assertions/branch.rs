//! A tree that can be changed at a place an assertion's path names.

use formats::{Element, Node};

#[derive(Clone)]
pub struct Branch {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Branch>,
    pub text: String,
}

impl Branch {
    pub fn of(element: &Element) -> Self {
        let mut branch = Self {
            name: element.name().to_owned(),
            attributes: element.attributes().map(|(n, v)| (n.to_owned(), v.to_owned())).collect(),
            children: Vec::new(),
            text: String::new(),
        };
        for node in element.nodes() {
            match node {
                Node::Element(child) => branch.children.push(Self::of(child)),
                Node::Text(text) => branch.text.push_str(text),
            }
        }
        branch
    }

    pub fn element(&self) -> Element {
        let mut element = Element::new(&self.name);
        for (name, value) in &self.attributes {
            element.set(name, value);
        }
        if !self.text.is_empty() {
            element.push_text(&self.text);
        }
        for child in &self.children {
            element.push(child.element());
        }
        element
    }

    /// The first branch at the names below this one; grown where there is none.
    pub fn reach(&mut self, names: &[String]) -> &mut Self {
        let Some((name, deeper)) = names.split_first() else { return self };
        let at = match self.children.iter().position(|c| c.name == *name) {
            Some(at) => at,
            None => {
                self.children.push(Self {
                    name: name.clone(),
                    attributes: vec![],
                    children: vec![],
                    text: String::new(),
                });
                self.children.len() - 1
            }
        };
        self.children[at].reach(deeper)
    }

    /// The same without growing anything.
    pub fn find(&self, names: &[String]) -> Option<&Self> {
        match names.split_first() {
            None => Some(self),
            Some((name, deeper)) => self.children.iter().find(|c| c.name == *name)?.find(deeper),
        }
    }

    /// Takes away what the names lead to, wherever they lead.
    pub fn remove(&mut self, names: &[String]) {
        match names {
            [] => {}
            [last] => self.children.retain(|c| c.name != *last),
            [first, deeper @ ..] => {
                self.children.iter_mut().filter(|c| c.name == *first).for_each(|c| c.remove(deeper));
            }
        }
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    pub fn set(&mut self, name: &str, value: Option<&str>) {
        match (self.attributes.iter().position(|(n, _)| n == name), value) {
            (Some(at), Some(value)) => self.attributes[at].1 = value.to_owned(),
            (Some(at), None) => drop(self.attributes.remove(at)),
            (None, Some(value)) => self.attributes.push((name.to_owned(), value.to_owned())),
            (None, None) => {}
        }
    }
}
