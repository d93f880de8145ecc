//! A document as a tree, with nothing lost that carries meaning.

use crate::FormatId;

/// A document read from bytes or composed, with the format it claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub(crate) format: FormatId,
    pub(crate) root: Element,
}

impl Document {
    /// A document composed by hand; nothing is checked until it is written.
    pub fn new(format: FormatId, root: Element) -> Self {
        Self { format, root }
    }

    pub fn format(&self) -> &FormatId {
        &self.format
    }

    pub fn root(&self) -> &Element {
        &self.root
    }

    /// `Файл/@ИдФайл`: the file's name without extension.
    pub fn file_id(&self) -> Option<&str> {
        self.root.attribute("ИдФайл")
    }

    /// `Файл/@ВерсФорм`. Not always the version in the schema's name: `DP_PRANNUL_1_985_00_01_01_02` serves 1.02.
    pub fn version(&self) -> Option<&str> {
        self.root.attribute("ВерсФорм")
    }

    /// Same document and `ВерсФорм`.
    pub fn is(&self, prefix: &str, version: &str) -> bool {
        self.format.prefix == prefix && self.version() == Some(version)
    }

    /// The code of the form, wherever this format writes it (`Файл/Документ/@КНД`, in the buyer's title of 5.01 `Файл/ИнфПок/@КНД`).
    pub fn knd(&self) -> Option<&str> {
        self.root.elements().find_map(|e| e.attribute("КНД"))
    }
}

/// An element: its name as written, its attributes and children in their order.
///
/// White space between the children of an element without own text is layout and is not kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Element {
    pub(crate) name: Box<str>,
    pub(crate) attributes: Vec<(Box<str>, Box<str>)>,
    pub(crate) children: Vec<Node>,
}

/// A child of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    Element(Element),
    Text(Box<str>),
}

impl Element {
    pub fn new(name: &str) -> Self {
        Self { name: name.into(), attributes: Vec::new(), children: Vec::new() }
    }

    /// An element with text only.
    pub fn with_text(name: &str, text: &str) -> Self {
        let mut element = Self::new(name);
        element.push_text(text);
        element
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|(n, v)| (&**n, &**v))
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| &**n == name).map(|(_, v)| &**v)
    }

    pub fn nodes(&self) -> &[Node] {
        &self.children
    }

    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|n| match n {
            Node::Element(e) => Some(e),
            Node::Text(_) => None,
        })
    }

    /// The first child of this name.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|e| e.name() == name)
    }

    /// All children of this name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements().filter(move |e| e.name() == name)
    }

    /// The first descendant along these names.
    pub fn at(&self, path: &[&str]) -> Option<&Element> {
        path.iter().try_fold(self, |e, name| e.child(name))
    }

    /// Own text, joined.
    pub fn text(&self) -> String {
        self.children
            .iter()
            .filter_map(|n| match n {
                Node::Text(t) => Some(&**t),
                Node::Element(_) => None,
            })
            .collect()
    }

    /// Sets an attribute, in place when it is there, else as the last.
    pub fn set(&mut self, name: &str, value: &str) -> &mut Self {
        match self.attributes.iter_mut().find(|(n, _)| &**n == name) {
            Some((_, v)) => *v = value.into(),
            None => self.attributes.push((name.into(), value.into())),
        }
        self
    }

    /// Sets an attribute when there is a value.
    pub fn set_if(&mut self, name: &str, value: Option<&str>) -> &mut Self {
        if let Some(value) = value {
            self.set(name, value);
        }
        self
    }

    pub fn push(&mut self, child: Element) -> &mut Self {
        self.children.push(Node::Element(child));
        self
    }

    /// Adds a child when there is one.
    pub fn push_if(&mut self, child: Option<Element>) -> &mut Self {
        if let Some(child) = child {
            self.push(child);
        }
        self
    }

    /// Adds children in order.
    pub fn push_all(&mut self, children: impl Iterator<Item = Element>) -> &mut Self {
        self.children.extend(children.map(Node::Element));
        self
    }

    pub fn push_text(&mut self, text: &str) -> &mut Self {
        if let Some(Node::Text(last)) = self.children.last_mut() {
            *last = format!("{last}{text}").into();
        } else if !text.is_empty() {
            self.children.push(Node::Text(text.into()));
        }
        self
    }
}

/// `Файл/Документ/ТаблСчФакт/СведТов[3]`, numbered like the findings of the schema.
pub(crate) fn path_of(above: &[&Element]) -> String {
    let mut path = above.first().map(|root| root.name().to_owned()).unwrap_or_default();
    for (parent, child) in above.iter().zip(above.iter().skip(1)) {
        path.push('/');
        path.push_str(child.name());
        let before = parent.all(child.name()).take_while(|e| !std::ptr::eq(*e, *child)).count();
        if before > 0 {
            path.push_str(&format!("[{}]", before + 1));
        }
    }
    path
}
