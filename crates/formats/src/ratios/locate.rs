//! Lines and columns for findings of a tree: the bytes are walked once more, only when something was found.

use crate::engine::scan::{Attribute, Sink, scan};
use crate::engine::text::{decode, position};
use crate::finding::Finding;
use std::collections::HashMap;

/// Sets line and column of findings by their paths (`Файл/Документ/Строка[3]/@Сумма`); a place that is absent is blamed on the
/// nearest element above it. Bytes that cannot be read change nothing.
pub fn locate(bytes: &[u8], findings: &mut [Finding]) {
    let Ok(decoded) = decode(bytes) else { return };
    let mut wanted: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, finding) in findings.iter().enumerate() {
        prefixes(&finding.path).for_each(|path| wanted.entry(path).or_default().push(index));
    }
    let mut places = Places { wanted, path: String::new(), open: Vec::new(), found: vec![None; findings.len()] };
    if scan(&decoded.text, &mut places).is_err() {
        return;
    }
    let found = places.found;
    for (finding, offset) in findings.iter_mut().zip(found) {
        if let Some(offset) = offset {
            (finding.line, finding.column) = position(&decoded.text, offset);
        }
    }
}

/// `a`, `a/b`, `a/b/c`.
fn prefixes(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| at).chain([path.len()]).filter_map(|end| path.get(..end))
}

struct Places<'p> {
    wanted: HashMap<&'p str, Vec<usize>>,
    path: String,
    /// For each open element: the length of the path before it, and how many children of each name it had.
    open: Vec<(usize, HashMap<Box<str>, usize>)>,
    found: Vec<Option<usize>>,
}

impl Sink for Places<'_> {
    fn start(&mut self, name: &str, _: &[Attribute<'_>], offset: usize) {
        let before = self.path.len();
        if let Some((_, counts)) = self.open.last_mut() {
            let count = counts.entry(name.into()).or_insert(0);
            *count += 1;
            self.path.push('/');
            self.path.push_str(name);
            if *count > 1 {
                self.path.push_str(&format!("[{count}]"));
            }
        } else {
            self.path.push_str(name);
        }
        self.open.push((before, HashMap::new()));
        // The scan goes inwards, so the deepest element that is there comes last.
        for &index in self.wanted.get(self.path.as_str()).into_iter().flatten() {
            if let Some(place) = self.found.get_mut(index) {
                *place = Some(offset);
            }
        }
    }

    fn text(&mut self, _: &str, _: usize) {}

    fn end(&mut self, _: &str, _: usize) {
        if let Some((before, _)) = self.open.pop() {
            self.path.truncate(before);
        }
    }
}
