//! The language of control ratios and of computed cells: exact decimals over a document's tree.
//!
//! ```text
//! @НалБаза = @СумНачислНач - @СумВыч
//! sum(ПерсСвСтрахЛиц/СвВыплСВОПС, @НачислСВ) * 2
//! sum_by(/Документ/Строка, @КБК, @КБК, @Сумма)
//! ```
//!
//! | written | is |
//! |---|---|
//! | `Имя/Имя/@Атр` | a value below the row at hand: the first there is; an absent one is 0 as a number, empty as a text |
//! | `/Имя/@Атр` | the same below the root element |
//! | `rsv:/Имя/@Атр` | the same below the root of another document of a cross-form file |
//! | `../@Атр` | an attribute of the element above (nothing but an attribute may follow `..`) |
//! | `+ - * /`, `( )` | arithmetic; an element divided is put in parentheses: `(Итог) / 2` |
//! | `= <> < <= > >=`, `and or not(…)` | conditions; texts compare when a side is a text, else numbers do |
//! | `sum(rows, value)`, `count(rows)`, `count(rows, condition)`, `any(rows, condition)` | over every row, from inside the row |
//! | `distinct(rows, key)` | how many different keys |
//! | `sum_by(rows, key, wanted, value)`, `count_by(rows, key, wanted)` | over rows (of the whole document) whose key is the wanted text; an index is made once |
//! | `min(…)`, `max(…)`, `abs(x)`, `round(x, places)`, `if(condition, a, b)` | numbers |
//! | `text(…)`, `first(…)`, `one_of(value, 'a', 'b')` | texts joined with `\|`, the first that is not empty, membership |
//!
//! Parsed when loaded, bounded by [`crate::limits::RATIO_BYTES_MAX`] and [`crate::limits::RATIO_NODES_MAX`]. What does not
//! depend on the row is computed once for a document, so the whole is linear in the document. A value that is no number where
//! a number is needed, a division by zero and an overflow have no result, and then nothing is found: the schema speaks there.

pub(crate) mod evaluate;
mod parse;
mod token;

pub use crate::relation::Relation;
use rust_decimal::Decimal;

/// A parsed expression; see the module for the language.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    pub(crate) node: Node,
    pub(crate) slots: usize,
}

/// What an expression gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A value of the document: a number or a text, as its place needs.
    Value,
    Number,
    Text,
    Condition,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Number(Decimal),
    Text(Box<str>),
    Path(Path),
    Negative(Box<Node>),
    Arithmetic(Box<Node>, Operation, Box<Node>),
    Compare(Box<Node>, Relation, Box<Node>),
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    If(Box<[Node; 3]>),
    OneOf(Box<Node>, Vec<Node>),
    Least(Vec<Node>),
    Greatest(Vec<Node>),
    Absolute(Box<Node>),
    Round(Box<Node>, u32),
    Join(Vec<Node>),
    First(Vec<Node>),
    Rows(Box<Rows>),
    Lookup(Box<Lookup>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operation {
    Plus,
    Minus,
    Times,
    Divide,
}

/// What is made of many rows, from inside each.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Rows {
    /// Where the result is kept when the rows are those of the whole document.
    pub slot: usize,
    pub act: Gather,
    pub rows: Path,
    pub of: Option<Node>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gather {
    Sum,
    Count,
    Any,
    Distinct,
}

/// What is made of the rows whose key is the wanted one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Lookup {
    pub slot: usize,
    pub rows: Path,
    pub key: Node,
    pub wanted: Node,
    /// Summed; without it rows are counted.
    pub value: Option<Node>,
}

/// Steps from the row at hand, or from the root of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Path {
    /// The root this path begins at; `None` for the row at hand.
    pub root: Option<usize>,
    /// Where the value is kept when the path begins at a root.
    pub slot: usize,
    pub up: usize,
    pub down: Vec<Box<str>>,
    pub attribute: Option<Box<str>>,
}

impl Expression {
    /// Parses an expression over one document. Refuses with what is wrong and where (byte, from 1).
    pub fn parse(source: &str) -> Result<Self, String> {
        parse::expression(source, &[])
    }

    /// Parses an expression that may name other documents by these short names; the first is the one at hand.
    pub(crate) fn parse_over(source: &str, documents: &[String]) -> Result<Self, String> {
        parse::expression(source, documents)
    }

    /// What it gives.
    pub fn kind(&self) -> Kind {
        self.node.kind()
    }
}

impl Path {
    /// Parses a path alone: rows, or the place a ratio blames.
    pub(crate) fn parse(source: &str, documents: &[String]) -> Result<Self, String> {
        match parse::expression(source, documents)?.node {
            Node::Path(path) => Ok(path),
            _ => Err(format!("«{source}» is not a path")),
        }
    }
}

impl Node {
    pub(crate) fn kind(&self) -> Kind {
        match self {
            Self::Path(_) => Kind::Value,
            Self::If(parts) => {
                let [_, then, _] = &**parts;
                then.kind()
            }
            Self::Text(_) | Self::Join(_) | Self::First(_) => Kind::Text,
            Self::Compare(..) | Self::All(_) | Self::Any(_) | Self::Not(_) | Self::OneOf(..) => Kind::Condition,
            Self::Rows(rows) if rows.act == Gather::Any => Kind::Condition,
            _ => Kind::Number,
        }
    }
}
