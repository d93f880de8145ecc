//! A check of a document that was never bytes: one that is being filled in. Nothing is written, decoded or scanned for it.

use crate::engine::check::{Checker, Extent};
use crate::engine::scan::{Attribute, Sink};
use crate::finding::Findings;
use crate::tree::{Document, Element, Node};
use crate::{FormatRefusal, Registry};

impl Registry {
    /// What a check of the written file would find, but for what only bytes have. All findings stand in line 1, column 1.
    pub fn check_document(&self, document: &Document, file_name: Option<&str>) -> Result<Findings, FormatRefusal> {
        let loaded = self.load(&document.format)?;
        let format = &loaded.definition.format;
        let mut checker = Checker::new(&loaded.program, format, file_name, Extent::Assertions);
        tell(&document.root, &mut checker, &mut 0);
        checker.unplaced().for_each(|found| found.place((1, 1)));
        let (findings, cut) = checker.finish(true);
        Ok(Findings { format: Some(format.clone()), findings, cut })
    }
}

/// Tells a tree as the scan of its file would; the elements are counted where a file has offsets.
fn tell(element: &Element, sink: &mut impl Sink, count: &mut usize) {
    let offset = *count;
    *count += 1;
    let attributes: Vec<Attribute<'_>> =
        element.attributes().map(|(name, value)| Attribute { name, value: value.into() }).collect();
    sink.start(&element.name, &attributes, offset);
    for node in &element.children {
        match node {
            Node::Element(child) => tell(child, sink, count),
            Node::Text(text) => sink.text(text, offset),
        }
    }
    sink.end(&element.name, offset);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Finding, FormatId, form::Change};

    /// A document of any format with little in it: much is wrong, and all of it must be told alike.
    fn poor(format: &FormatId) -> Option<Document> {
        let registry = Registry::embedded();
        let root = &registry.definition(format).unwrap().root.name;
        let mut document = Document::new(format.clone(), Element::new(root));
        let set = |document: &mut Document, path: &str, value: &str| {
            registry.change(document, &Change::Set { path: path.into(), value: value.into() })
        };
        set(&mut document, &format!("{root}/@ВерсФорм"), "0.00").ok()?;
        set(&mut document, &format!("{root}/Документ/@КНД"), "1").ok()?;
        Some(document)
    }

    #[test]
    fn a_tree_and_its_file_are_found_wrong_alike() {
        let registry = Registry::embedded();
        let mut compared = 0;
        for document in registry.formats().filter_map(poor) {
            let of_tree = registry.check_document(&document, None).unwrap();
            let of_file = registry.check_as(&registry.write(&document).unwrap(), document.format());
            let plain = |findings: Vec<Finding>| {
                findings
                    .into_iter()
                    .map(|found| (found.code, found.path, found.shape, found.accepted))
                    .collect::<Vec<_>>()
            };
            assert!(!of_tree.is_clean(), "{}", document.format());
            assert_eq!(plain(of_tree.findings), plain(of_file.findings), "{}", document.format());
            compared += 1;
        }
        assert!(compared > 60, "{compared}");
    }
}
