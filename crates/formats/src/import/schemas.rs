//! The schema files of one import: whose names are whose.

use super::Wishes;
use crate::tree::Element;
use std::collections::BTreeMap;

pub(super) const XML_SCHEMA: &str = "http://www.w3.org/2001/XMLSchema";

/// A schema file read.
pub(super) struct File {
    pub tree: Element,
    /// What its schema words begin with: `xs:`, or nothing.
    pub xs: String,
    /// Its target namespace; empty for none.
    pub target: String,
    spaces: BTreeMap<String, String>,
    elements_qualified: bool,
    attributes_qualified: bool,
}

/// A name in its namespace; an empty one is none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    pub space: String,
    pub local: String,
}

/// A schema's component and the file it stands in.
#[derive(Clone, Copy)]
pub(super) struct Component<'s> {
    pub file: usize,
    pub element: &'s Element,
}

/// All files of an import; the first is the form's own.
pub(super) struct Schemas {
    pub files: Vec<File>,
    /// How the definition spells each namespace; the form's own has no prefix where every element is in some namespace.
    pub prefixes: BTreeMap<String, String>,
}

impl File {
    fn read(tree: Element, wishes: &Wishes) -> Result<Self, String> {
        let told = |space: &str| {
            let renamed = wishes.namespaces.iter().find(|(from, _)| from == space);
            renamed.map_or_else(|| space.to_owned(), |(_, to)| to.clone())
        };
        let mut spaces = BTreeMap::new();
        for (name, value) in tree.attributes() {
            if let Some(prefix) = name.strip_prefix("xmlns:").or((name == "xmlns").then_some("")) {
                spaces.insert(prefix.to_owned(), told(value));
            }
        }
        let own = tree.attributes().find(|(name, value)| name.starts_with("xmlns") && *value == XML_SCHEMA);
        let (own, _) = own.ok_or("not an XML Schema")?;
        let xs = own.strip_prefix("xmlns:").map(|prefix| format!("{prefix}:")).unwrap_or_default();
        let is_qualified = |what: &str| tree.attribute(what) == Some("qualified");
        Ok(Self {
            xs,
            target: tree.attribute("targetNamespace").map(told).unwrap_or_default(),
            elements_qualified: is_qualified("elementFormDefault"),
            attributes_qualified: is_qualified("attributeFormDefault"),
            spaces,
            tree,
        })
    }

    pub fn tag(&self, word: &str) -> String {
        format!("{}{word}", self.xs)
    }

    /// The schema word an element of this file is; empty for foreign ones.
    pub fn word<'a>(&self, element: &'a Element) -> &'a str {
        element.name().strip_prefix(self.xs.as_str()).unwrap_or_default()
    }

    /// The name that a reference in this file means.
    pub fn name(&self, reference: &str) -> Name {
        let (prefix, local) = reference.split_once(':').unwrap_or(("", reference));
        let space = self.spaces.get(prefix).cloned();
        // A file without a target namespace that another includes takes its includer's.
        let space = space.unwrap_or_else(|| if prefix.is_empty() { self.target.clone() } else { prefix.to_owned() });
        Name { space, local: local.to_owned() }
    }

    /// The namespace of a component declared inside another.
    pub fn space_of_local(&self, component: &Element, is_attribute: bool) -> &str {
        let by_default = if is_attribute { self.attributes_qualified } else { self.elements_qualified };
        let is_qualified = component.attribute("form").map_or(by_default, |form| form == "qualified");
        if is_qualified { &self.target } else { "" }
    }
}

impl Schemas {
    /// Reads the files and ties included ones to their includers. A file that is included or imported and not given is
    /// refused by its name.
    pub fn read(trees: Vec<(String, Element)>, wishes: &Wishes) -> Result<Self, String> {
        let mut names = Vec::new();
        let mut files = Vec::new();
        for (name, tree) in trees {
            files.push(File::read(tree, wishes).map_err(|why| format!("{name}: {why}"))?);
            names.push(name);
        }
        let ties: Vec<(String, String)> =
            files.iter().flat_map(|file| wanted(file).into_iter().map(|name| (file.target.clone(), name))).collect();
        for (target, name) in ties {
            let given = names.iter().position(|known| *known == name).and_then(|at| files.get_mut(at));
            let included = given.ok_or_else(|| format!("the schema {name} is needed beside it"))?;
            if included.target.is_empty() {
                included.target = target;
            }
        }
        let prefixes = prefixes(&files);
        Ok(Self { files, prefixes })
    }

    /// A component of the schema itself, of this kind and name.
    pub fn find(&self, word: &str, name: &Name) -> Option<Component<'_>> {
        self.files.iter().enumerate().filter(|(_, file)| file.target == name.space).find_map(|(at, file)| {
            let is_it = |c: &&Element| file.word(c) == word && c.attribute("name") == Some(&name.local);
            file.tree.elements().find(is_it).map(|element| Component { file: at, element })
        })
    }

    /// A name as the definition spells it.
    pub fn spelled(&self, space: &str, local: &str) -> String {
        match self.prefixes.get(space).map(String::as_str) {
            None | Some("") => local.to_owned(),
            Some(prefix) => format!("{prefix}:{local}"),
        }
    }
}

/// Files that a file includes or imports, by the last part of their address.
fn wanted(file: &File) -> Vec<String> {
    let parts = file.tree.elements().filter(|part| matches!(file.word(part), "include" | "import"));
    let addresses = parts.filter_map(|part| part.attribute("schemaLocation"));
    addresses.map(|address| address.rsplit('/').next().unwrap_or(address).to_owned()).collect()
}

/// A prefix for each target namespace: the first that a file declares for it and no other has, else `n1`, `n2`…
fn prefixes(files: &[File]) -> BTreeMap<String, String> {
    let mut given: BTreeMap<String, String> = BTreeMap::new();
    let own = files.first().map(|file| file.target.clone()).unwrap_or_default();
    if !own.is_empty() && files.iter().all(|file| file.elements_qualified && !file.target.is_empty()) {
        given.insert(own, String::new());
    }
    for target in files.iter().map(|file| &file.target).filter(|target| !target.is_empty()) {
        if given.contains_key(target) {
            continue;
        }
        let declared = files.iter().flat_map(|file| &file.spaces).filter(|(_, space)| *space == target);
        let is_free = |prefix: &&String| !prefix.is_empty() && !given.values().any(|taken| taken == *prefix);
        let prefix = declared.map(|(prefix, _)| prefix).find(is_free).cloned();
        given.insert(target.clone(), prefix.unwrap_or_else(|| format!("n{}", given.len())));
    }
    given
}
