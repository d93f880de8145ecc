//! The rows of an answer, alike whichever engine gave them.

use std::ops::Range;
use std::sync::Arc;

use crate::Fault;

/// One value: a number, or the place of its bytes in the answer's memory.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Cell {
    Null,
    I64(i64),
    Text(Range<usize>),
    Bytes(Range<usize>),
}

/// All values of an answer, row after row. Texts and bytes lie in one piece of memory: an answer costs two
/// allocations, however many rows it has.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    cells: Vec<Cell>,
    memory: Vec<u8>,
    rows: usize,
}

impl Answer {
    pub fn push_null(&mut self) {
        self.cells.push(Cell::Null);
    }

    pub fn push_i64(&mut self, number: i64) {
        self.cells.push(Cell::I64(number));
    }

    /// Whether it is UTF-8 is asked when the text is read.
    pub fn push_text(&mut self, text: &[u8]) {
        let place = self.keep(text);
        self.cells.push(Cell::Text(place));
    }

    pub fn push_bytes(&mut self, bytes: &[u8]) {
        let place = self.keep(bytes);
        self.cells.push(Cell::Bytes(place));
    }

    fn keep(&mut self, bytes: &[u8]) -> Range<usize> {
        let from = self.memory.len();
        self.memory.extend_from_slice(bytes);
        from..self.memory.len()
    }

    pub const fn end_row(&mut self) {
        self.rows += 1;
    }

    pub const fn rows(&self) -> usize {
        self.rows
    }

    pub fn into_rows(self, statement: &'static str) -> Vec<Row> {
        let rows = self.rows;
        let columns = self.cells.len().checked_div(rows).unwrap_or_default();
        let answer = Arc::new(self);
        (0..rows).map(|at| Row { answer: answer.clone(), first: at * columns, columns, statement }).collect()
    }
}

/// One row; columns are asked by their place in the statement's list.
#[derive(Clone)]
pub struct Row {
    answer: Arc<Answer>,
    first: usize,
    columns: usize,
    statement: &'static str,
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Row").field("statement", &self.statement).field("columns", &self.columns).finish()
    }
}

impl Row {
    /// A whole number that must be there.
    pub fn i64(&self, column: usize) -> Result<i64, Fault> {
        self.opt_i64(column)?.ok_or_else(|| self.absent(column))
    }

    /// A text that must be there.
    pub fn text(&self, column: usize) -> Result<String, Fault> {
        self.text_ref(column).map(str::to_owned)
    }

    /// The same without a copy.
    pub fn text_ref(&self, column: usize) -> Result<&str, Fault> {
        self.opt_text_ref(column)?.ok_or_else(|| self.absent(column))
    }

    /// Bytes that must be there.
    pub fn bytes(&self, column: usize) -> Result<Vec<u8>, Fault> {
        self.bytes_ref(column).map(<[u8]>::to_vec)
    }

    /// The same without a copy.
    pub fn bytes_ref(&self, column: usize) -> Result<&[u8], Fault> {
        self.opt_bytes_ref(column)?.ok_or_else(|| self.absent(column))
    }

    /// A flag stored as 0 or 1; any other number is refused.
    pub fn flag(&self, column: usize) -> Result<bool, Fault> {
        match self.i64(column)? {
            0 => Ok(false),
            1 => Ok(true),
            other => Err(self.decode(column, format_args!("{other} is not 0 or 1"))),
        }
    }

    /// A whole number or nothing.
    pub fn opt_i64(&self, column: usize) -> Result<Option<i64>, Fault> {
        match self.cell(column)? {
            Cell::Null => Ok(None),
            Cell::I64(number) => Ok(Some(*number)),
            other => Err(self.mismatch(column, "a whole number", other)),
        }
    }

    /// A text or nothing.
    pub fn opt_text(&self, column: usize) -> Result<Option<String>, Fault> {
        Ok(self.opt_text_ref(column)?.map(str::to_owned))
    }

    /// Bytes or nothing.
    pub fn opt_bytes(&self, column: usize) -> Result<Option<Vec<u8>>, Fault> {
        Ok(self.opt_bytes_ref(column)?.map(<[u8]>::to_vec))
    }

    /// A value read through its own check: `row.parsed(0, Row::text, |text| Inn::parse(&text))`.
    pub fn parsed<'r, V, T, E: std::fmt::Display>(
        &'r self,
        column: usize,
        read: impl FnOnce(&'r Self, usize) -> Result<V, Fault>,
        parse: impl FnOnce(V) -> Result<T, E>,
    ) -> Result<T, Fault> {
        let value = read(self, column)?;
        parse(value).map_err(|error| self.decode(column, error))
    }

    /// The value of a setting as text, whatever the engine gave.
    pub(crate) fn any_text(&self, column: usize) -> Result<String, Fault> {
        match self.cell(column)? {
            Cell::Null => Ok(String::new()),
            Cell::I64(number) => Ok(number.to_string()),
            Cell::Text(_) | Cell::Bytes(_) => self.text(column),
        }
    }

    fn opt_text_ref(&self, column: usize) -> Result<Option<&str>, Fault> {
        match self.cell(column)? {
            Cell::Null => Ok(None),
            Cell::Text(place) => {
                let text = std::str::from_utf8(self.memory(column, place)?);
                text.map(Some).map_err(|error| self.decode(column, error))
            }
            other => Err(self.mismatch(column, "a text", other)),
        }
    }

    fn opt_bytes_ref(&self, column: usize) -> Result<Option<&[u8]>, Fault> {
        match self.cell(column)? {
            Cell::Null => Ok(None),
            Cell::Bytes(place) => self.memory(column, place).map(Some),
            other => Err(self.mismatch(column, "bytes", other)),
        }
    }

    fn cell(&self, column: usize) -> Result<&Cell, Fault> {
        let cell = if column < self.columns { self.answer.cells.get(self.first + column) } else { None };
        cell.ok_or_else(|| self.decode(column, format_args!("the answer has {} columns", self.columns)))
    }

    fn memory(&self, column: usize, place: &Range<usize>) -> Result<&[u8], Fault> {
        self.answer.memory.get(place.clone()).ok_or_else(|| self.decode(column, "a value without its place"))
    }

    fn mismatch(&self, column: usize, wanted: &str, got: &Cell) -> Fault {
        let got = match got {
            Cell::Null => "nothing",
            Cell::I64(_) => "a whole number",
            Cell::Text(_) => "a text",
            Cell::Bytes(_) => "bytes",
        };
        self.decode(column, format_args!("{wanted} expected, {got} came"))
    }

    fn absent(&self, column: usize) -> Fault {
        Fault::Decode(format!("{}: column {column} is empty", self.statement))
    }

    fn decode(&self, column: usize, trouble: impl std::fmt::Display) -> Fault {
        Fault::Decode(format!("{}: column {column}: {trouble}", self.statement))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two_rows() -> Vec<Row> {
        let mut answer = Answer::default();
        for (number, text) in [(7, "Ромашка"), (0, "Василёк")] {
            answer.push_i64(number);
            answer.push_text(text.as_bytes());
            answer.push_bytes(&[1, 2, 3]);
            answer.push_null();
            answer.end_row();
        }
        answer.into_rows("demo.list")
    }

    #[test]
    fn each_row_gives_its_own_values() {
        let rows = two_rows();
        assert_eq!(rows.len(), 2);
        assert_eq!((rows[0].i64(0), rows[1].i64(0)), (Ok(7), Ok(0)));
        assert_eq!((rows[0].text(1), rows[1].text_ref(1)), (Ok("Ромашка".to_owned()), Ok("Василёк")));
        assert_eq!((rows[1].bytes(2), rows[1].bytes_ref(2)), (Ok(vec![1, 2, 3]), Ok(&[1, 2, 3][..])));
        assert_eq!((rows[1].opt_i64(3), rows[1].opt_text(3), rows[1].opt_bytes(3)), (Ok(None), Ok(None), Ok(None)));
        assert_eq!(rows[1].flag(0), Ok(false));
        assert_eq!(Answer::default().into_rows("demo.none").len(), 0);
    }

    #[test]
    fn what_is_not_there_or_of_another_type_is_a_fault_that_names_the_statement() {
        let row = &two_rows()[0];
        for (fault, named) in [
            (row.i64(1).unwrap_err(), "demo.list: column 1: a whole number expected, a text came"),
            (row.text(0).unwrap_err(), "demo.list: column 0: a text expected, a whole number came"),
            (row.bytes(1).unwrap_err(), "demo.list: column 1: bytes expected, a text came"),
            (row.text(2).unwrap_err(), "demo.list: column 2: a text expected, bytes came"),
            (row.i64(3).unwrap_err(), "demo.list: column 3 is empty"),
            (row.text(3).unwrap_err(), "demo.list: column 3 is empty"),
            (row.bytes(3).unwrap_err(), "demo.list: column 3 is empty"),
            (row.flag(0).unwrap_err(), "demo.list: column 0: 7 is not 0 or 1"),
            (row.i64(4).unwrap_err(), "demo.list: column 4: the answer has 4 columns"),
        ] {
            assert_eq!(fault, Fault::Decode(named.to_owned()));
        }
        let mut answer = Answer::default();
        answer.push_text(&[0xD0]);
        answer.end_row();
        assert!(matches!(answer.into_rows("demo.broken")[0].text(0), Err(Fault::Decode(_))));
    }
}
