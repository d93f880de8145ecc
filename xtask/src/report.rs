//! What a check says.

use std::fmt;

/// One thing to mend. Printed as `file:line: rule: what to do`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Path from the workspace folder.
    pub file: String,
    /// Line from 1; 0 when the whole file is meant.
    pub line: usize,
    /// Name of the rule.
    pub rule: &'static str,
    /// What to do.
    pub advice: String,
}

impl Finding {
    pub fn new(file: &str, line: usize, rule: &'static str, advice: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, rule, advice: advice.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.file, self.line, self.rule, self.advice)
    }
}

/// The tool itself could not work: a file that cannot be read, a table that cannot be parsed.
#[derive(Debug)]
pub struct Fault(pub String);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
