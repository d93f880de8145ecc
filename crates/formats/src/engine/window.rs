//! A part of a document's text that is at hand, and where it lies in the whole.

use crate::FormatRefusal;
use crate::limits::ELEMENTS_MAX;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Window<'a> {
    pub text: &'a str,
    /// Bytes of the document's text before this part.
    pub base: usize,
    /// Where its first character stands, from 1.
    pub line: usize,
    pub column: usize,
    /// Nothing follows.
    pub is_last: bool,
    /// Elements the document may have.
    pub elements_max: usize,
}

impl<'a> Window<'a> {
    /// A whole text.
    pub fn whole(text: &'a str) -> Self {
        Self { text, base: 0, line: 1, column: 1, is_last: true, elements_max: ELEMENTS_MAX }
    }

    pub fn from(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    /// Line and column, in characters from 1, of a byte of this part.
    pub fn position(&self, at: usize) -> (usize, usize) {
        let mut end = at.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let before = self.text.get(..end).unwrap_or_default();
        let lines = before.bytes().filter(|&b| b == b'\n').count();
        let after_line = before.rsplit('\n').next().unwrap_or_default().chars().count();
        match lines {
            0 => (self.line, self.column + after_line),
            lines => (self.line + lines, after_line + 1),
        }
    }

    /// The rest after a byte of this part.
    pub fn after(&self, at: usize) -> Self {
        let (line, column) = self.position(at);
        Self { text: self.from(at), base: self.base + at, line, column, ..*self }
    }

    pub fn line_of(&self, at: usize) -> usize {
        self.position(at).0
    }

    pub fn broken(&self, at: usize, rule: &'static str) -> FormatRefusal {
        let (line, column) = self.position(at);
        FormatRefusal::NotXml { line, column, rule }
    }
}
