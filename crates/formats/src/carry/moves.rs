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
        let mut steps: Vec<&str> = from.steps().collect();
        steps.reverse();
        remove(element, &mut steps, from.attribute);
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
    let steps = |path| str::split(path, '/').filter(|step| !step.is_empty());
    let mut holder = &mut *element;
    for step in steps(from) {
        let Some(child) = child_mut(holder, step) else { return };
        holder = child;
    }
    let is_old = |node: &Node| matches!(node, Node::Element(child) if child.name() == old);
    let (moved, stay): (Vec<Node>, Vec<Node>) = std::mem::take(&mut holder.children).into_iter().partition(is_old);
    holder.children = stay;
    if moved.is_empty() {
        return;
    }
    let Some(target) = open(element, steps(to)) else { return };
    for node in moved {
        if let Node::Element(mut child) = node {
            child.name = new.into();
            target.push(child);
        }
    }
    if from != to && !from.is_empty() {
        let mut path: Vec<&str> = steps(from).collect();
        path.reverse();
        sweep(element, &mut path);
    }
}

/// Takes away the last element of a path, and those above it, that hold nothing.
fn sweep(element: &mut Element, steps: &mut Vec<&str>) {
    let Some(step) = steps.pop() else { return };
    if let Some(child) = child_mut(element, step) {
        sweep(child, steps);
        let is_empty = child.attributes.is_empty() && child.children.is_empty();
        if is_empty {
            element.children.retain(|node| !matches!(node, Node::Element(child) if child.name() == step));
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
fn remove(element: &mut Element, steps: &mut Vec<&str>, attribute: Option<&str>) {
    let mut path = steps.clone();
    let mut holder = &mut *element;
    while let Some(step) = steps.pop() {
        let Some(child) = child_mut(holder, step) else { return };
        holder = child;
    }
    match attribute {
        Some(name) => holder.attributes.retain(|(known, _)| &**known != name),
        None => holder.children.clear(),
    }
    sweep(element, &mut path);
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
