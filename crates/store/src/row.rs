//! One row of an answer.

use sqlx::any::AnyRow;
use sqlx::{Row as _, TypeInfo as _, ValueRef as _};

use crate::Fault;

/// One row; columns are asked by their place in the statement's list.
pub struct Row {
    row: AnyRow,
    statement: &'static str,
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Row").field("statement", &self.statement).field("columns", &self.row.len()).finish()
    }
}

impl Row {
    pub(crate) const fn new(row: AnyRow, statement: &'static str) -> Self {
        Self { row, statement }
    }

    /// A whole number that must be there.
    pub fn i64(&self, column: usize) -> Result<i64, Fault> {
        self.opt_i64(column)?.ok_or_else(|| self.absent(column))
    }

    /// A text that must be there.
    pub fn text(&self, column: usize) -> Result<String, Fault> {
        self.opt_text(column)?.ok_or_else(|| self.absent(column))
    }

    /// Bytes that must be there.
    pub fn bytes(&self, column: usize) -> Result<Vec<u8>, Fault> {
        self.opt_bytes(column)?.ok_or_else(|| self.absent(column))
    }

    /// A flag stored as 0 or 1; any other number is refused.
    pub fn flag(&self, column: usize) -> Result<bool, Fault> {
        match self.i64(column)? {
            0 => Ok(false),
            1 => Ok(true),
            other => Err(Fault::Decode(format!("{}: column {column}: {other} is not 0 or 1", self.statement))),
        }
    }

    /// A whole number or nothing.
    pub fn opt_i64(&self, column: usize) -> Result<Option<i64>, Fault> {
        self.decode(column)
    }

    /// A text or nothing.
    pub fn opt_text(&self, column: usize) -> Result<Option<String>, Fault> {
        self.decode(column)
    }

    /// Bytes or nothing.
    pub fn opt_bytes(&self, column: usize) -> Result<Option<Vec<u8>>, Fault> {
        self.decode(column)
    }

    /// A value read through its own check: `row.parsed(0, Row::text, |text| Inn::parse(&text))`.
    pub fn parsed<V, T, E: std::fmt::Display>(
        &self,
        column: usize,
        read: impl FnOnce(&Self, usize) -> Result<V, Fault>,
        parse: impl FnOnce(V) -> Result<T, E>,
    ) -> Result<T, Fault> {
        let value = read(self, column)?;
        parse(value).map_err(|error| Fault::Decode(format!("{}: column {column}: {error}", self.statement)))
    }

    fn decode<'r, T>(&'r self, column: usize) -> Result<Option<T>, Fault>
    where
        T: sqlx::Decode<'r, sqlx::Any> + sqlx::Type<sqlx::Any>,
    {
        self.row
            .try_get::<Option<T>, _>(column)
            .map_err(|error| Fault::Decode(format!("{}: column {column}: {error}", self.statement)))
    }

    fn absent(&self, column: usize) -> Fault {
        Fault::Decode(format!("{}: column {column} is empty", self.statement))
    }

    /// The value of a setting as text, whatever the engine gave.
    pub(crate) fn any_text(&self, column: usize) -> Result<String, Fault> {
        let raw = self.row.try_get_raw(column).map_err(|error| Fault::from_sqlx(self.statement, &error))?;
        if raw.is_null() {
            return Ok(String::new());
        }
        match raw.type_info().name() {
            "TEXT" => self.text(column),
            _ => self.i64(column).map(|number| number.to_string()),
        }
    }
}
