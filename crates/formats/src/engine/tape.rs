//! What the control assertions of a document may ask, noted while it is scanned and dropped when nobody can ask any more.

use super::window::Window;
use std::ops::Range;

/// No name, no node.
pub(crate) const NONE: u32 = u32::MAX;

/// An element as the assertions see it.
#[derive(Debug)]
pub(crate) struct Noted {
    /// Its name among those the assertions ask for, or [`NONE`].
    pub name: u32,
    /// Its rule in the program, or [`NONE`].
    pub rule: u32,
    pub parent: u32,
    first: u32,
    last: u32,
    next: u32,
    before: u32,
    values: Range<u32>,
    text: Range<u32>,
    /// Where its tag begins in the document's text.
    pub offset: usize,
    /// Line and column of its tag, where the text it stood in is gone.
    pub position: Option<(u32, u32)>,
    /// Which of the neighbours of the same name it is, from 1.
    pub number: u32,
}

#[derive(Debug)]
struct Value {
    name: u32,
    text: Range<u32>,
}

/// The elements noted, each after its parent.
#[derive(Debug, Default)]
pub(crate) struct Tape {
    nodes: Vec<Noted>,
    values: Vec<Value>,
    text: String,
    /// So many nodes have a position.
    placed: usize,
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(NONE)
}

pub(super) fn place(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

impl Tape {
    pub fn node(&self, at: u32) -> Option<&Noted> {
        self.nodes.get(place(at))
    }

    /// Notes an element under another.
    pub fn push(&mut self, name: u32, rule: u32, parent: u32, (number, offset): (u32, usize)) -> u32 {
        let at = index(self.nodes.len());
        let before = match self.nodes.get_mut(place(parent)) {
            Some(above) if above.first == NONE => {
                (above.first, above.last) = (at, at);
                NONE
            }
            Some(above) => std::mem::replace(&mut above.last, at),
            None => NONE,
        };
        if let Some(before) = self.nodes.get_mut(place(before)) {
            before.next = at;
        }
        let (values, text) = (index(self.values.len()), index(self.text.len()));
        self.nodes.push(Noted {
            name,
            rule,
            parent,
            first: NONE,
            last: NONE,
            next: NONE,
            before,
            values: values..values,
            text: text..text,
            offset,
            position: None,
            number,
        });
        at
    }

    /// Notes an attribute of the element noted last.
    pub fn push_value(&mut self, name: u32, value: &str) {
        let from = index(self.text.len());
        self.text.push_str(value);
        self.values.push(Value { name, text: from..index(self.text.len()) });
        if let Some(node) = self.nodes.last_mut() {
            node.values.end = index(self.values.len());
        }
    }

    /// Notes the text of an element.
    pub fn set_text(&mut self, at: u32, value: &str) {
        let from = index(self.text.len());
        self.text.push_str(value);
        let until = index(self.text.len());
        if let Some(node) = self.nodes.get_mut(place(at)) {
            node.text = from..until;
        }
    }

    /// Forgets an element that was noted with all that was noted after it.
    pub fn forget(&mut self, at: u32) {
        let Some(node) = self.nodes.get(place(at)) else { return };
        let (parent, before, values) = (node.parent, node.before, node.values.start);
        let text =
            self.values.get(place(values)).map_or(node.text.start, |value| value.text.start.min(node.text.start));
        if let Some(parent) = self.nodes.get_mut(place(parent)) {
            parent.last = before;
            if before == NONE {
                parent.first = NONE;
            }
        }
        if let Some(before) = self.nodes.get_mut(place(before)) {
            before.next = NONE;
        }
        self.nodes.truncate(place(at));
        self.placed = self.placed.min(place(at));
        self.values.truncate(place(values));
        self.text.truncate(place(text));
    }

    /// Gives what was noted since the last time its line and column, in one walk over the text it stands in.
    pub fn place(&mut self, window: &Window<'_>) {
        let mut window = *window;
        for node in self.nodes.iter_mut().skip(self.placed) {
            window = window.after(node.offset.saturating_sub(window.base));
            node.position = Some((index(window.line), index(window.column)));
        }
        self.placed = self.nodes.len();
    }

    /// Memory taken, in bytes.
    pub fn size_bytes(&self) -> usize {
        size_of::<Noted>() * self.nodes.len() + size_of::<Value>() * self.values.len() + self.text.len()
    }

    /// The element so many steps above.
    pub fn above(&self, at: u32, steps: usize) -> Option<u32> {
        let mut at = at;
        for _ in 0..steps {
            at = self.node(at)?.parent;
        }
        self.node(at).map(|_| at)
    }

    pub fn children(&self, at: u32) -> impl Iterator<Item = u32> {
        let first = self.node(at).map_or(NONE, |node| node.first);
        std::iter::successors(self.node(first).map(|_| first), |at| {
            let next = self.node(*at)?.next;
            self.node(next).map(|_| next)
        })
    }

    pub fn value(&self, at: u32, name: u32) -> Option<&str> {
        let node = self.node(at)?;
        let values = self.values.get(place(node.values.start)..place(node.values.end))?;
        values.iter().find(|value| value.name == name).map(|value| self.slice(&value.text))
    }

    pub fn text(&self, at: u32) -> &str {
        self.node(at).map_or("", |node| self.slice(&node.text))
    }

    fn slice(&self, range: &Range<u32>) -> &str {
        self.text.get(place(range.start)..place(range.end)).unwrap_or_default()
    }
}
