//! Words by whose beginnings things of a box are found.

use std::collections::BTreeSet;

use account::OrgScope;
use kernel::BoxId;
use store::{Binds, Fault, Fetch, Row, Sql, Tx, binds};

use super::multi_row::{chunks, multi_row};

const HEAD: &str = "INSERT INTO exchange_word (organization_id, box_id, about, word, thing_id) VALUES ";
const TAIL: &str = " ON CONFLICT (organization_id, box_id, about, word, thing_id) DO NOTHING";
/// Columns of a row.
const COLUMNS: usize = 5;
pub(super) const ADD_ONE: Sql = multi_row!("exchange.add_word", HEAD, COLUMNS, 1, TAIL);
pub(super) const ADD_TWO: Sql = multi_row!("exchange.add_two_words", HEAD, COLUMNS, 2, TAIL);
pub(super) const ADD_FIVE: Sql = multi_row!("exchange.add_five_words", HEAD, COLUMNS, 5, TAIL);
/// Of one word the newest things come first: their ids grow with time.
pub(super) const LIST: Sql = Sql::org(
    "exchange.list_of_beginning",
    "SELECT thing_id FROM exchange_word
     WHERE organization_id = $1 AND box_id = $2 AND about = $3 AND word >= $4 AND word < $5
     ORDER BY word DESC, thing_id DESC LIMIT $6",
);
/// Sorts after every octet of UTF-8.
const AFTER_ALL: u8 = 0xff;

/// What is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A document.
    Document,
    /// A counteragent, by its box.
    Counteragent,
}

impl About {
    fn as_str(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Counteragent => "counteragent",
        }
    }
}

/// Adds words of a thing; those it has stay.
pub async fn add(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    box_id: BoxId,
    (about, thing_id, words): (About, &[u8], &BTreeSet<String>),
) -> Result<(), Fault> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    for (size, chunk) in chunks(&words, &[5, 2, 1]) {
        let statement = match size {
            5 => &ADD_FIVE,
            2 => &ADD_TWO,
            _ => &ADD_ONE,
        };
        let values = chunk.iter().fold(Binds::with_capacity(size * COLUMNS), |mut values, word| {
            let word = word.as_bytes().to_vec();
            values.extend(binds![scope.organization_id(), box_id, about.as_str(), word, thing_id.to_vec()]);
            values
        });
        tx.execute(statement, values).await?;
    }
    Ok(())
}

/// Things with a word that begins so, each perhaps more than once, up to a number of rows.
pub async fn list(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    (about, beginning): (About, &str),
    limit: i64,
) -> Result<Vec<Vec<u8>>, Fault> {
    let from = beginning.as_bytes().to_vec();
    let mut to = from.clone();
    to.push(AFTER_ALL);
    let binds = binds![scope.organization_id(), box_id, about.as_str(), from, to, limit];
    let rows = reader.fetch_all(&LIST, binds).await?;
    rows.iter().map(|row: &Row| row.bytes(0)).collect()
}
