//! A tree that is built up and used up: what is left in it afterwards was not translated.

use super::{CONTRACT_BYTES_MAX, CONTRACT_TAGS_MAX, ContractRefusal};
use formats::{Element, Node};

/// An element of a contract or of a title. Order of children is kept, order of attributes carries no meaning.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Tree {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Tree>,
    pub text: String,
}

impl Tree {
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// Reads a file in UTF-8 or windows-1251; namespace declarations and schema hints are left out.
    pub fn read(bytes: &[u8]) -> Result<Self, ContractRefusal> {
        if bytes.len() > CONTRACT_BYTES_MAX {
            return Err(ContractRefusal::TooLarge { size_bytes: bytes.len(), size_bytes_max: CONTRACT_BYTES_MAX });
        }
        // A tag costs a tree many times its bytes; they are counted before anything is built.
        if bytes.iter().filter(|b| **b == b'<').count() > CONTRACT_TAGS_MAX {
            return Err(ContractRefusal::TooMany { count_max: CONTRACT_TAGS_MAX });
        }
        formats::read_tree(bytes).map(|root| Self::from_element(&root)).map_err(ContractRefusal::NotXml)
    }

    /// Depth is bounded by the reader.
    pub fn from_element(element: &Element) -> Self {
        let hint = |name: &str| name == "xmlns" || name.starts_with("xmlns:") || name.starts_with("xsi:");
        let attributes = element.attributes().filter(|(name, _)| !hint(name));
        let children = element.nodes().iter().filter_map(|node| match node {
            Node::Element(child) => Some(Self::from_element(child)),
            Node::Text(_) => None,
        });
        Self {
            name: element.name().to_owned(),
            attributes: attributes.map(|(n, v)| (n.to_owned(), v.to_owned())).collect(),
            children: children.collect(),
            text: element.text(),
        }
    }

    pub fn to_element(&self) -> Element {
        let mut element = Element::new(&self.name);
        for (name, value) in &self.attributes {
            element.set(name, value);
        }
        if !self.text.is_empty() {
            element.push_text(&self.text);
        }
        element.push_all(self.children.iter().map(Self::to_element));
        element
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    pub fn set(&mut self, name: &str, value: &str) {
        match self.attributes.iter_mut().find(|(n, _)| n == name) {
            Some((_, v)) => value.clone_into(v),
            None => self.attributes.push((name.to_owned(), value.to_owned())),
        }
    }

    pub fn take_attribute(&mut self, name: &str) -> Option<String> {
        let at = self.attributes.iter().position(|(n, _)| n == name)?;
        Some(self.attributes.remove(at).1)
    }

    pub fn take_text(&mut self) -> Option<String> {
        (!self.text.is_empty()).then(|| std::mem::take(&mut self.text))
    }

    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|c| c.name == name)
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |c| c.name == name)
    }

    /// Takes out every child of this name, in order.
    pub fn take_children(&mut self, name: &str) -> Vec<Self> {
        let (taken, left) = std::mem::take(&mut self.children).into_iter().partition(|c| c.name == name);
        self.children = left;
        taken
    }

    /// The first descendant along these names.
    pub fn at(&self, steps: &[String]) -> Option<&Self> {
        steps.iter().try_fold(self, |tree, step| tree.child(step))
    }

    pub fn at_mut(&mut self, steps: &[String]) -> Option<&mut Self> {
        steps.iter().try_fold(self, |tree, step| tree.children.iter_mut().find(|c| c.name == *step))
    }

    /// The last descendant along these names, made where it is not there.
    pub fn ensure(&mut self, steps: &[String]) -> &mut Self {
        let mut tree = self;
        for step in steps {
            let at = match tree.children.iter().rposition(|c| c.name == *step) {
                Some(at) => at,
                None => {
                    tree.children.push(Self::new(step));
                    tree.children.len() - 1
                }
            };
            tree = match tree.children.get_mut(at) {
                Some(child) => child,
                None => kernel::bug!("a child just found is gone"),
            };
        }
        tree
    }

    pub fn is_empty(&self) -> bool {
        self.attributes.is_empty() && self.children.is_empty() && self.text.is_empty()
    }

    /// Takes out the element at the end of the path when nothing is left in it.
    pub fn prune(&mut self, steps: &[String]) {
        let Some((last, before)) = steps.split_last() else { return };
        let Some(parent) = self.at_mut(before) else { return };
        if let Some(at) = parent.children.iter().position(|c| c.name == *last)
            && parent.children.get(at).is_some_and(Self::is_empty)
        {
            parent.children.remove(at);
        }
    }

    /// Paths of every attribute and text still here.
    pub fn leftovers(&self, above: &str, found: &mut Vec<String>) {
        let path = if above.is_empty() { self.name.clone() } else { format!("{above}/{}", self.name) };
        found.extend(self.attributes.iter().map(|(name, _)| format!("{path}/@{name}")));
        if !self.text.trim().is_empty() {
            found.push(path.clone());
        }
        self.children.iter().for_each(|child| child.leftovers(&path, found));
    }

    /// The contract as a file: UTF-8, one declaration, no layout.
    pub fn to_xml(&self) -> Vec<u8> {
        let mut out = String::with_capacity(16 * 1024);
        out.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        self.write(&mut out);
        out.into_bytes()
    }

    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(&self.name);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(value, true, out);
            out.push('"');
        }
        if self.children.is_empty() && self.text.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        escape(&self.text, false, out);
        self.children.iter().for_each(|child| child.write(out));
        out.push_str("</");
        out.push_str(&self.name);
        out.push('>');
    }
}

fn escape(value: &str, attribute: bool, out: &mut String) {
    for c in value.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if attribute => out.push_str("&quot;"),
            '\t' | '\n' if attribute => out.push_str(if c == '\t' { "&#9;" } else { "&#10;" }),
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_written_and_read_again() {
        let text =
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<A x=\"&lt;1&gt; &amp; &quot;\"><B>т &amp; т</B><C/></A>";
        let tree = Tree::read(text.as_bytes()).unwrap();
        assert_eq!(tree.to_xml(), text.as_bytes());
        assert_eq!(tree.child("B").unwrap().text, "т & т");
    }

    #[test]
    fn schema_hints_are_no_content() {
        let text = "<A xmlns:xsi=\"http://x\" xsi:noNamespaceSchemaLocation=\"y\" xmlns=\"z\" q=\"1\"/>";
        assert_eq!(Tree::read(text.as_bytes()).unwrap().attributes, [("q".to_owned(), "1".to_owned())]);
    }

    #[test]
    fn what_is_not_taken_out_is_named() {
        let mut tree = Tree::read("<A x='1'><B y='2'>t</B><C/></A>".as_bytes()).unwrap();
        assert_eq!(tree.take_attribute("x").as_deref(), Some("1"));
        let mut left = Vec::new();
        tree.leftovers("", &mut left);
        assert_eq!(left, ["A/B/@y", "A/B"]);
    }

    #[test]
    fn hostile_files_are_refused() {
        for bad in ["", "<A>", "<!DOCTYPE A []><A/>", "<A>&x;</A>", "<A a='1' a='2'/>"] {
            assert!(matches!(Tree::read(bad.as_bytes()), Err(ContractRefusal::NotXml(_))), "{bad}");
        }
        let large = vec![b' '; CONTRACT_BYTES_MAX + 1];
        assert!(matches!(Tree::read(&large), Err(ContractRefusal::TooLarge { .. })));
        let dense = format!("<a>{}</a>", "<b/>".repeat(CONTRACT_TAGS_MAX));
        assert!(matches!(Tree::read(dense.as_bytes()), Err(ContractRefusal::TooMany { .. })));
    }
}
