//! Builds the tree during a scan.

use super::scan::{Attribute, Sink};
use crate::tree::{Element, Node};

/// Collects a document's tree. Text made of white space only is dropped where the element has element children.
#[derive(Default)]
pub(crate) struct TreeBuilder {
    open: Vec<Element>,
    root: Option<Element>,
}

impl TreeBuilder {
    pub fn finish(self) -> Option<Element> {
        self.root
    }
}

impl Sink for TreeBuilder {
    fn start(&mut self, name: &str, attributes: &[Attribute<'_>], _: usize) {
        let attributes = attributes.iter().map(|a| (a.name.into(), (*a.value).into())).collect();
        self.open.push(Element { name: name.into(), attributes, children: Vec::new() });
    }

    fn text(&mut self, text: &str, _: usize) {
        if let Some(element) = self.open.last_mut() {
            element.push_text(text);
        }
    }

    fn end(&mut self, _: &str, _: usize) {
        let Some(mut element) = self.open.pop() else { return };
        if element.children.iter().any(|n| matches!(n, Node::Element(_))) {
            element.children.retain(|n| match n {
                Node::Text(t) => !t.trim_matches([' ', '\t', '\n', '\r']).is_empty(),
                Node::Element(_) => true,
            });
        }
        match self.open.last_mut() {
            Some(parent) => parent.children.push(Node::Element(element)),
            None => self.root = Some(element),
        }
    }
}
