//! A document that is being filled in: one cell or one row at a time, at places its definition has.

use super::rules::{Rules, Target};
use super::steps::{Step, steps};
use crate::definition::Definition;
use crate::tree::{Document, Element, Node};
use crate::{FormatRefusal, Registry};
use serde::Deserialize;

/// Rows of one name under one parent; a document with more is made by a program.
const ROWS_MAX: usize = 200_000;

/// What a person did. Paths are written as findings write them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "act", rename_all = "lowercase", deny_unknown_fields)]
pub enum Change {
    /// Writes an attribute, or the text of an element; elements on the way are made where there are none.
    Set { path: String, value: String },
    /// Takes a value away, and the elements that are left with nothing at all, but for rows.
    Clear { path: String },
    /// Puts a new empty element there; those of its name from that number on move down.
    Insert { path: String },
    /// Takes an element away with all it holds.
    Remove { path: String },
}

impl Registry {
    /// Changes a document. Refuses a path that its definition does not have, the root, and a number beyond the next.
    pub fn change(&self, document: &mut Document, change: &Change) -> Result<(), FormatRefusal> {
        let definition = self.definition(&document.format)?;
        let (Change::Set { path, .. } | Change::Clear { path } | Change::Insert { path } | Change::Remove { path }) =
            change;
        let refused = |rule| FormatRefusal::Structure { path: path.clone(), rule };
        let steps = steps(path).ok_or_else(|| refused("a path as findings write it"))?;
        let names: Vec<&str> = steps.iter().map(|step| step.name).collect();
        let way = Rules(definition).along(&names);
        if way.len() != steps.len() {
            return Err(refused("the format has no such place"));
        }
        let mut root = std::mem::take(&mut document.root);
        let done = Tree { definition, steps: &steps, way: &way }.apply(&mut root, change);
        document.root = root;
        done.map_err(refused)
    }
}

struct Tree<'a> {
    definition: &'a Definition,
    steps: &'a [Step<'a>],
    way: &'a [Target<'a>],
}

impl Tree<'_> {
    fn apply(&self, root: &mut Element, change: &Change) -> Result<(), &'static str> {
        match change {
            Change::Set { value, .. } => self.set(root, value),
            Change::Clear { .. } => {
                self.clear(root, 1);
                Ok(())
            }
            Change::Insert { .. } => self.insert(root),
            Change::Remove { .. } => self.remove(root),
        }
    }

    fn set(&self, root: &mut Element, value: &str) -> Result<(), &'static str> {
        let (last, attribute) = match self.steps.last() {
            Some(step) => (self.steps.len(), step.name.strip_prefix('@')),
            None => return Err("an empty path"),
        };
        let elements = if attribute.is_some() { last - 1 } else { last };
        let mut at = root;
        for depth in 1..elements {
            at = self.child(at, depth)?;
        }
        match attribute {
            Some(name) => self.set_attribute(at, elements, name, value),
            None if matches!(at.children.as_slice(), [] | [Node::Text(_)]) => {
                at.children.clear();
                at.push_text(value);
            }
            None => return Err("an element with children has no text"),
        }
        Ok(())
    }

    /// Puts an attribute where the definition has it, so that equal contents are equal files.
    fn set_attribute(&self, element: &mut Element, depth: usize, name: &str, value: &str) {
        if element.attribute(name).is_some() {
            element.set(name, value);
            return;
        }
        let complex = self.way.get(depth - 1).and_then(|target| Rules(self.definition).complex(target.shape()));
        let order: Vec<&str> = complex.iter().flat_map(|c| &c.attributes).map(|rule| rule.name.as_str()).collect();
        let rank = |name: &str| order.iter().position(|known| *known == name).unwrap_or(order.len());
        let before = element.attributes.iter().position(|(known, _)| rank(known) > rank(name));
        let place = before.unwrap_or(element.attributes.len());
        element.attributes.insert(place, (name.into(), value.into()));
    }

    /// The child of a step, made where it is the next one.
    fn child<'e>(&self, parent: &'e mut Element, depth: usize) -> Result<&'e mut Element, &'static str> {
        let step = self.steps.get(depth).ok_or("an empty path")?;
        if place_of(parent, *step).is_none() {
            self.put(parent, depth)?;
        }
        let at = place_of(parent, *step).ok_or("a number beyond the next")?;
        match parent.children.get_mut(at) {
            Some(Node::Element(child)) => Ok(child),
            _ => Err("a number beyond the next"),
        }
    }

    /// A new element at a step's number, after all that the content model has before it.
    fn put(&self, parent: &mut Element, depth: usize) -> Result<(), &'static str> {
        let step = self.steps.get(depth).ok_or("an empty path")?;
        let there = parent.all(step.name).count();
        if step.number > there + 1 || there >= ROWS_MAX {
            return Err("a number beyond the next");
        }
        let place = place_of(parent, *step).unwrap_or_else(|| self.place_of_new(parent, depth, step.name));
        parent.children.insert(place, Node::Element(Element::new(step.name)));
        Ok(())
    }

    fn place_of_new(&self, parent: &Element, depth: usize, name: &str) -> usize {
        let rules = Rules(self.definition);
        let complex = self.way.get(depth - 1).and_then(|target| rules.complex(target.shape()));
        let order: Vec<&str> =
            complex.map(|c| rules.children(c)).unwrap_or_default().iter().map(|rule| rule.name.as_str()).collect();
        let rank = |name: &str| order.iter().position(|known| *known == name).unwrap_or(order.len());
        let later = |node: &Node| matches!(node, Node::Element(child) if rank(child.name()) > rank(name));
        parent.children.iter().position(later).unwrap_or(parent.children.len())
    }

    /// Whether the element at this depth is left with nothing.
    fn clear(&self, element: &mut Element, depth: usize) -> bool {
        match self.steps.get(depth) {
            None => element.children.retain(|node| matches!(node, Node::Element(_))),
            Some(step) => match step.name.strip_prefix('@') {
                Some(name) => element.attributes.retain(|(known, _)| **known != *name),
                None => {
                    let Some(at) = place_of(element, *step) else { return false };
                    let Some(Node::Element(child)) = element.children.get_mut(at) else { return false };
                    if self.clear(child, depth + 1) && !self.is_row(depth) {
                        element.children.remove(at);
                    }
                }
            },
        }
        element.attributes.is_empty() && element.children.is_empty()
    }

    fn is_row(&self, depth: usize) -> bool {
        let once = crate::definition::Most::Times(1);
        matches!(self.way.get(depth), Some(Target::Element(rule)) if rule.max != once)
    }

    fn insert(&self, root: &mut Element) -> Result<(), &'static str> {
        let last = self.last_element()?;
        let mut at = root;
        for depth in 1..last {
            at = self.child(at, depth)?;
        }
        self.put(at, last)
    }

    fn remove(&self, root: &mut Element) -> Result<(), &'static str> {
        let last = self.last_element()?;
        let mut parent = root;
        for step in self.steps.get(1..last).unwrap_or_default() {
            let Some(at) = place_of(parent, *step) else { return Ok(()) };
            let Some(Node::Element(child)) = parent.children.get_mut(at) else { return Ok(()) };
            parent = child;
        }
        if let Some(at) = self.steps.get(last).and_then(|step| place_of(parent, *step)) {
            parent.children.remove(at);
        }
        Ok(())
    }

    fn last_element(&self) -> Result<usize, &'static str> {
        match self.steps {
            [] | [_] => Err("the root is neither put nor taken away"),
            [.., last] if last.name.starts_with('@') => Err("an attribute is set and cleared, not put and taken away"),
            all => Ok(all.len() - 1),
        }
    }
}

/// Where the child of a step lies among its parent's nodes.
fn place_of(parent: &Element, step: Step<'_>) -> Option<usize> {
    let named = |(_, node): &(usize, &Node)| matches!(node, Node::Element(child) if *child.name == *step.name);
    parent.children.iter().enumerate().filter(named).nth(step.number - 1).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FormatId;

    fn document() -> Document {
        let format = FormatId::from_schema_name("ON_NSCHFDOPPR_1_997_01_05_03_05").unwrap();
        Document::new(format, Element::new("Файл"))
    }

    fn applied(document: &mut Document, change: Change) -> Result<(), FormatRefusal> {
        Registry::embedded().change(document, &change)
    }

    fn set(document: &mut Document, path: &str, value: &str) {
        applied(document, Change::Set { path: path.into(), value: value.into() }).unwrap();
    }

    #[test]
    fn cells_come_to_their_places_in_whatever_order_they_are_filled() {
        let cells = [
            ("Файл/@ИдФайл", "ON"),
            ("Файл/@ВерсФорм", "5.03"),
            ("Файл/Документ/@Функция", "ДОП"),
            ("Файл/Документ/СвСчФакт/@НомерДок", "17"),
            ("Файл/Документ/ТаблСчФакт/СведТов/@НомСтр", "1"),
            ("Файл/Документ/ТаблСчФакт/СведТов[2]/@НомСтр", "2"),
        ];
        let (mut one, mut other) = (document(), document());
        cells.iter().for_each(|(path, value)| set(&mut one, path, value));
        cells.iter().take(4).rev().chain(cells.iter().skip(4)).for_each(|(path, value)| set(&mut other, path, value));
        assert_eq!(one, other);
        assert_eq!(one.root().at(&["Документ", "ТаблСчФакт"]).unwrap().all("СведТов").count(), 2);
    }

    #[test]
    fn a_cleared_cell_takes_empty_elements_with_it_but_no_row() {
        let mut filled = document();
        set(&mut filled, "Файл/Документ/СвСчФакт/@НомерДок", "17");
        set(&mut filled, "Файл/Документ/ТаблСчФакт/СведТов/@НомСтр", "1");
        applied(&mut filled, Change::Clear { path: "Файл/Документ/СвСчФакт/@НомерДок".into() }).unwrap();
        applied(
            &mut filled,
            Change::Clear {
                path: "Файл/Документ/ТаблСчФакт/СведТов/@НомСтр".into()
            },
        )
        .unwrap();
        assert!(filled.root().at(&["Документ", "СвСчФакт"]).is_none());
        assert!(filled.root().at(&["Документ", "ТаблСчФакт", "СведТов"]).is_some());
    }

    #[test]
    fn rows_move_when_one_is_put_between() {
        let mut filled = document();
        let row = "Файл/Документ/ТаблСчФакт/СведТов";
        set(&mut filled, &format!("{row}/@НомСтр"), "1");
        set(&mut filled, &format!("{row}[2]/@НомСтр"), "3");
        applied(&mut filled, Change::Insert { path: format!("{row}[2]") }).unwrap();
        set(&mut filled, &format!("{row}[2]/@НомСтр"), "2");
        let numbers = |document: &Document| {
            let table = document.root().at(&["Документ", "ТаблСчФакт"]).unwrap();
            table.all("СведТов").map(|row| row.attribute("НомСтр").unwrap_or("-").to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(numbers(&filled), ["1", "2", "3"]);
        applied(&mut filled, Change::Remove { path: row.into() }).unwrap();
        assert_eq!(numbers(&filled), ["2", "3"]);
    }

    #[test]
    fn what_the_format_has_not_is_refused_and_changes_nothing() {
        let mut filled = document();
        let before = filled.clone();
        for change in [
            Change::Set { path: "Файл/Иное/@А".into(), value: String::new() },
            Change::Set { path: "Другой/@А".into(), value: String::new() },
            Change::Set { path: "Файл//@А".into(), value: String::new() },
            Change::Insert { path: "Файл".into() },
            Change::Remove { path: "Файл".into() },
            Change::Insert { path: "Файл/@ИдФайл".into() },
        ] {
            assert!(applied(&mut filled, change.clone()).is_err(), "{change:?}");
        }
        assert_eq!(filled, before);
        let beyond = Change::Set {
            path: "Файл/Документ/ТаблСчФакт/СведТов[9]/@НомСтр".into(), value: String::new()
        };
        assert!(applied(&mut filled, beyond).is_err());
    }
}
