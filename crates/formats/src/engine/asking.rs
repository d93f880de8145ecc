//! The assertions' side of a check: what they may ask is noted as it passes, they are asked as soon as it is there.

use super::check::{Checker, Found, Name, State};
use super::evaluate::Evaluation;
use super::scan::Attribute;
use super::tape::{NONE, place};
use crate::finding::{Finding, Layer, Severity};
use crate::limits::FINDINGS_MAX;

/// Findings of assertions kept until they are put in the order of the document.
const EMBEDDED_KEPT_MAX: usize = 2 * FINDINGS_MAX;

impl Checker<'_> {
    /// Asks an assertion; its context and what it looks at are noted.
    fn ask(&mut self, index: usize, at: u32) {
        let Some(assertion) = self.program.assertions.get(index) else { return };
        let evaluation = Evaluation { tape: &self.tape, answers: &self.answers, file_name: self.file_name };
        if !evaluation.is_broken(assertion, at) {
            return;
        }
        let Some(node) = self.tape.node(at) else { return };
        let finding = Finding {
            code: assertion.check.code.clone(),
            severity: Severity::Error,
            layer: Layer::Embedded,
            path: format!("{}/{}", self.path_of(at), assertion.check.path),
            line: 0,
            column: 0,
            shape: assertion.check.message.clone(),
            accepted: assertion.check.name.clone(),
            norm: self.norm.clone(),
            sides: None,
        };
        let mut found = Found { offset: node.offset, is_placed: false, finding };
        if let Some((line, column)) = node.position {
            found.place((place(line), place(column)));
        }
        self.embedded.push(found);
        if self.embedded.len() > EMBEDDED_KEPT_MAX {
            self.embedded.sort_by_key(|found| found.offset);
            self.embedded.truncate(FINDINGS_MAX);
            self.cut = true;
        }
    }

    /// `Файл/Документ/ТаблСчФакт/СведТов[3]` of something noted.
    fn path_of(&self, at: u32) -> String {
        let mut parts = Vec::new();
        let mut next = self.tape.node(at);
        while let Some(node) = next {
            let rule = usize::try_from(node.rule).ok().and_then(|rule| self.program.elements.get(rule));
            let name = rule.map_or("*", |rule| &*rule.name);
            parts.push(if node.number > 1 { format!("{name}[{}]", node.number) } else { name.to_owned() });
            next = self.tape.node(node.parent);
        }
        parts.reverse();
        parts.join("/")
    }

    /// Notes an element for the assertions, with the attributes they ask for.
    pub(super) fn note(
        &mut self,
        name: &Name<'_>,
        (rule, state): (Option<usize>, &State<'_>),
        attributes: &[Attribute<'_>],
        (number, offset): (usize, usize),
    ) -> u32 {
        let program = self.program;
        if !self.is_noting {
            return NONE;
        }
        let asked = |name: &str| program.names.get(name).copied().unwrap_or(NONE);
        let known = rule.and_then(|rule| program.elements.get(rule));
        let id = known.map_or_else(|| asked(name.as_str()), |known| known.asked);
        let small = |n: usize| u32::try_from(n).unwrap_or(NONE);
        let parent = self.open.last().map_or(NONE, |frame| frame.noted);
        let noted = self.tape.push(id, rule.map_or(NONE, small), parent, (small(number), offset));
        let mut rules = match state {
            State::Complex(complex, _) => complex.attributes.iter(),
            _ => [].iter(),
        };
        for attribute in attributes {
            // Mostly the attributes stand in the order of the rules; else the name is looked up.
            let id = match rules.find(|rule| *rule.name == *attribute.name) {
                Some(rule) => rule.asked,
                None => asked(attribute.name),
            };
            if id != NONE {
                self.tape.push_value(id, &attribute.value);
            }
        }
        noted
    }

    /// Ends the innermost element: asks what can be asked now, forgets what nobody can ask for any more.
    pub(super) fn close(&mut self) {
        let Some(mut frame) = self.open.pop() else { return };
        if frame.noted == NONE {
            return;
        }
        let rule = frame.rule.and_then(|rule| self.program.elements.get(rule));
        for &index in rule.map(|rule| rule.assertions.as_slice()).unwrap_or_default() {
            let wait = self.program.assertions.get(index).map_or(0, |assertion| assertion.wait);
            let Some(waits_from) = wait.checked_sub(1).map(|steps| self.open.len().saturating_sub(steps + 1)) else {
                self.ask(index, frame.noted);
                continue;
            };
            frame.is_held = true;
            for between in self.open.iter_mut().skip(waits_from + 1) {
                between.is_held = true;
            }
            match self.open.get_mut(waits_from) {
                Some(above) => above.waiting.push((index, frame.noted)),
                None => self.ask(index, frame.noted),
            }
        }
        for (index, noted) in std::mem::take(&mut frame.waiting) {
            self.ask(index, noted);
        }
        let is_step = rule.is_none_or(|rule| rule.is_step);
        if !frame.is_held && !is_step {
            self.tape.forget(frame.noted);
        }
    }
}
