//! A document carried to another revision of its form: what both know is moved, what needs a person is told.
//!
//! A name that is new is found by a [`Moves`] table, else by what [`crate::difference`] takes for a renaming: the schema gives both
//! the same title. Nothing is invented: a value the former revision did not have is left out and told by the check.

mod moves;
mod transfer;

pub use moves::Moves;

use crate::{Document, Findings, FormatId, FormatRefusal, Registry};

/// What came of it.
#[derive(Debug, Clone)]
pub struct Carried {
    pub document: Document,
    /// The official form of the document; it keeps the former file's name (`ИдФайл`), which a person gives anew.
    pub bytes: Vec<u8>,
    /// Places of the former document whose values the other revision has no place for; a whole element is told once.
    pub lost: Vec<String>,
    /// What the other revision's check finds.
    pub findings: Findings,
}

impl Carried {
    /// Nothing was lost and the other revision accepts it.
    pub fn is_whole(&self) -> bool {
        self.lost.is_empty() && self.findings.is_clean()
    }
}

impl Registry {
    /// Carries a document to a revision of its own form, newer or former, through the versions between.
    ///
    /// Refuses what [`Registry::read`] refuses, another form than the document's, and what cannot be written.
    pub fn carry(&self, bytes: &[u8], to: &FormatId, moves: &Moves) -> Result<Carried, FormatRefusal> {
        let mut document = self.read(bytes)?;
        if !self.are_of_one_form(&document.format, to)? {
            let found = document.format.official_name();
            return Err(FormatRefusal::OtherFormat { found, expected: "a revision of the same form" });
        }
        let mut lost = Vec::new();
        for step in self.steps(&document.format, to)? {
            let (former, newer) = (self.definition(&document.format)?, self.definition(step)?);
            moves.apply(former, newer, &mut document.root);
            let root = transfer::transfer(former, newer, &document.root, &mut lost);
            document = Document { format: step.clone(), root };
        }
        let bytes = self.write(&document)?;
        let findings = self.check_as(&bytes, to);
        Ok(Carried { document, bytes, lost, findings })
    }

    /// Revisions of one form: the same name, the same root element.
    fn are_of_one_form(&self, one: &FormatId, other: &FormatId) -> Result<bool, FormatRefusal> {
        let named = one.prefix == other.prefix && one.number == other.number;
        Ok(named && self.definition(one)?.root.name == self.definition(other)?.root.name)
    }

    /// The newest revision of each version between the two, in the direction of the carrying, and the last one itself.
    fn steps<'r>(&'r self, from: &FormatId, to: &'r FormatId) -> Result<Vec<&'r FormatId>, FormatRefusal> {
        let mut steps: Vec<&FormatId> = Vec::new();
        if from == to {
            return Ok(steps);
        }
        let (low, high) = if from < to { (from, to) } else { (to, from) };
        let is_between = |format: &&FormatId| low.version < format.version && format.version < high.version;
        for format in self.formats().filter(is_between) {
            if !self.are_of_one_form(format, to)? {
                continue;
            }
            match steps.last_mut().filter(|last| last.version == format.version) {
                Some(last) => *last = format,
                None => steps.push(format),
            }
        }
        if to < from {
            steps.reverse();
        }
        steps.push(to);
        Ok(steps)
    }
}
