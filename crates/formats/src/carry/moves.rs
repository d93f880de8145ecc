//! Values that stand elsewhere in another version: rows of `carry/*.json`.

use crate::beside::{embedded, read_all};
use crate::definition::Definition;
use crate::limits::{DEFINITION_BYTES_MAX, MOVES_MAX};
use crate::tree::{Element, Node};
use crate::{FormatId, FormatRefusal};
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/carry");

/// Tables of moves by the name of their file, which is a form's prefix: `ON_NSCHFDOPPR`.
#[derive(Debug, Default)]
pub struct Moves {
    files: BTreeMap<String, MoveFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MoveFile {
    prefix: String,
    moves: Vec<Move>,
}

/// One value, or one element with all it holds: where it stands below `at` in the first version, and where in the second. Rows are
/// taken in their order, backwards in the contrary one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Move {
    /// Two values of `ВерсФорм`; the move is made backwards too.
    between: [String; 2],
    /// `Файл/Документ`: the element at this path; `//Контакт`: every element of this name.
    at: String,
    /// `ДенИзм/@КодОКВ` is an attribute, `ДенИзм` an element's text, `ДенИзм/` all elements of this name.
    from: String,
    to: String,
}

/// Where something stands below an element.
#[derive(Debug, Clone, Copy)]
struct Spot<'a> {
    elements: &'a str,
    attribute: Option<&'a str>,
}

impl<'a> Spot<'a> {
    fn of(path: &'a str) -> Self {
        match path.rsplit_once('@') {
            Some((elements, attribute)) => {
                Self { elements: elements.trim_end_matches('/'), attribute: Some(attribute) }
            }
            None => Self { elements: path, attribute: None },
        }
    }

    fn steps(self) -> impl Iterator<Item = &'a str> {
        self.elements.split('/').filter(|step| !step.is_empty())
    }
}

impl Moves {
    /// The tables of the program.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Moves> = OnceLock::new();
        EMBEDDED.get_or_init(|| Self::layered([]).0)
    }

    /// The program's tables with files laid over them: a file of the same name replaces the embedded one. What cannot be read is
    /// left out and told of, by file.
    pub fn layered(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> (Self, Vec<(String, FormatRefusal)>) {
        let (files, refused) = read_all(embedded(&FILES).chain(files), read);
        (Self { files }, refused)
    }

    /// Moves what the tables name between these two versions.
    pub(super) fn apply(&self, former: &Definition, newer: &Definition, root: &mut Element) {
        let FormatId { prefix, .. } = &former.format;
        let has = |definition: &Definition, version: &String| definition.versions.contains(version);
        let rows = || self.files.values().filter(|file| file.prefix == *prefix).flat_map(|file| &file.moves);
        for row in rows().filter(|row| has(former, &row.between[0]) && has(newer, &row.between[1])) {
            each(root, &row.at, &mut |element| shift(element, &row.from, &row.to));
        }
        let backwards: Vec<&Move> =
            rows().filter(|row| has(former, &row.between[1]) && has(newer, &row.between[0])).collect();
        for row in backwards.into_iter().rev() {
            each(root, &row.at, &mut |element| shift(element, &row.to, &row.from));
        }
    }
}

fn read(bytes: &[u8]) -> Result<MoveFile, String> {
    if bytes.len() > DEFINITION_BYTES_MAX {
        return Err(format!("at most {DEFINITION_BYTES_MAX} bytes are taken"));
    }
    let file: MoveFile = serde_json::from_slice(bytes).map_err(|why| why.to_string())?;
    if file.moves.len() > MOVES_MAX {
        return Err(format!("at most {MOVES_MAX} moves are taken"));
    }
    Ok(file)
}

/// Every element a row speaks of.
fn each(element: &mut Element, at: &str, act: &mut dyn FnMut(&mut Element)) {
    if let Some(name) = at.strip_prefix("//") {
        return everywhere(element, name, act);
    }
    match at.split_once('/') {
        None if at == element.name() => act(element),
        Some((first, rest)) if first == element.name() => below(element, |child| each(child, rest, act)),
        _ => {}
    }
}

fn everywhere(element: &mut Element, name: &str, act: &mut dyn FnMut(&mut Element)) {
    if element.name() == name {
        act(element);
    }
    below(element, |child| everywhere(child, name, act));
}

fn below(element: &mut Element, mut act: impl FnMut(&mut Element)) {
    for node in &mut element.children {
        if let Node::Element(child) = node {
            act(child);
        }
    }
}

/// Moves one value or the elements of one name; where a value stands several times, or the new place is taken, all stays where it
/// is and is told as lost later.
fn shift(element: &mut Element, from: &str, to: &str) {
    if let (Some(from), Some(to)) = (from.strip_suffix('/'), to.strip_suffix('/')) {
        return shift_elements(element, from, to);
    }
    let (from, to) = (Spot::of(from), Spot::of(to));
    if value_at(element, to).is_none()
        && let Some(value) = value_at(element, from)
    {
        remove(element, from);
        match (open(element, to.steps()), to.attribute) {
            (Some(at), Some(name)) => drop(at.set(name, &value)),
            (Some(at), None) => drop(at.push_text(&value)),
            (None, _) => {}
        }
    }
}

fn shift_elements(element: &mut Element, from: &str, to: &str) {
    let split = |path| str::rsplit_once(path, '/').unwrap_or(("", path));
    let ((from, old), (to, new)) = (split(from), split(to));
    let (from, to): (Vec<&str>, Vec<&str>) = (Spot::of(from).steps().collect(), Spot::of(to).steps().collect());
    if element.at(&to).is_some_and(|holder| holder.child(new).is_some()) {
        return;
    }
    let Some(holder) = from.iter().try_fold(&mut *element, |at, step| child_mut(at, step)) else { return };
    let is_old = |node: &Node| matches!(node, Node::Element(child) if child.name() == old);
    let (moved, stay): (Vec<Node>, Vec<Node>) = std::mem::take(&mut holder.children).into_iter().partition(is_old);
    holder.children = stay;
    if moved.is_empty() {
        return;
    }
    sweep(element, &from);
    let Some(target) = open(element, to.into_iter()) else { return };
    for node in moved {
        if let Node::Element(mut child) = node {
            child.name = new.into();
            target.push(child);
        }
    }
}

/// Takes away the first element at each step of a path, from the last on, when it holds nothing.
fn sweep(element: &mut Element, steps: &[&str]) {
    let Some((step, below)) = steps.split_first() else { return };
    let is_it = |node: &Node| matches!(node, Node::Element(child) if child.name() == *step);
    let Some(place) = element.children.iter().position(is_it) else { return };
    if let Some(Node::Element(child)) = element.children.get_mut(place) {
        sweep(child, below);
        if child.attributes.is_empty() && child.children.is_empty() {
            element.children.remove(place);
        }
    }
}

fn child_mut<'e>(element: &'e mut Element, name: &str) -> Option<&'e mut Element> {
    element.children.iter_mut().find_map(|node| match node {
        Node::Element(child) if child.name() == name => Some(child),
        _ => None,
    })
}

/// The value, where it stands once and nothing stands beside it in an element of its own.
fn value_at(element: &Element, spot: Spot<'_>) -> Option<String> {
    let mut at = element;
    for step in spot.steps() {
        let mut all = at.all(step);
        at = all.next()?;
        if all.next().is_some() {
            return None;
        }
    }
    match spot.attribute {
        Some(name) => at.attribute(name).map(str::to_owned),
        None => (at.elements().next().is_none() && at.attributes().next().is_none()).then(|| at.text()),
    }
}

/// Takes the value out; an element that is left with nothing goes too.
fn remove(element: &mut Element, spot: Spot<'_>) {
    let steps: Vec<&str> = spot.steps().collect();
    let Some(holder) = steps.iter().try_fold(&mut *element, |at, step| child_mut(at, step)) else { return };
    match spot.attribute {
        Some(name) => holder.attributes.retain(|(known, _)| &**known != name),
        None => holder.children.clear(),
    }
    sweep(element, &steps);
}

/// The element at these steps; those that are not there are made.
fn open<'e, 's>(element: &'e mut Element, mut steps: impl Iterator<Item = &'s str>) -> Option<&'e mut Element> {
    steps.try_fold(element, |at, step| {
        if at.child(step).is_none() {
            at.push(Element::new(step));
        }
        child_mut(at, step)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(xml: &str) -> Element {
        crate::read_tree(xml.as_bytes()).unwrap()
    }

    fn shifted(xml: &str, from: &str, to: &str) -> Element {
        let mut element = read(xml);
        shift(&mut element, from, to);
        element
    }

    #[test]
    fn only_what_is_left_empty_goes() {
        let two = "<Р><А><Б к=\"1\"/></А><А к=\"2\"/></Р>";
        assert_eq!(shifted(two, "А/Б/", "В/"), read("<Р><А к=\"2\"/><В к=\"1\"/></Р>"));
        assert_eq!(shifted("<Р><А к=\"1\" л=\"2\"/></Р>", "А/@к", "@м"), read("<Р м=\"1\"><А л=\"2\"/></Р>"));
        assert_eq!(shifted("<Р><А к=\"1\"/></Р>", "А/@к", "Б"), read("<Р><Б>1</Б></Р>"));
    }

    #[test]
    fn what_has_no_free_place_or_stands_twice_stays() {
        for (xml, from, to) in [
            ("<Р><А/><Б/></Р>", "А/", "Б/"),
            ("<Р к=\"1\" м=\"2\"/>", "@к", "@м"),
            ("<Р><А>1</А><А>2</А></Р>", "А", "@м"),
            ("<Р/>", "А/Б/", "Б/"),
        ] {
            assert_eq!(shifted(xml, from, to), read(xml), "{xml}");
        }
    }
}
