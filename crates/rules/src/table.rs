//! A table: rows sorted by key and first day, no two of which contradict each other.

use jiff::civil::Date;

use crate::in_force::InForce;
use crate::pack::{PackFault, Place};
use crate::refusal::NoRow;

/// A row that can stand in a table.
pub(crate) trait Row {
    const TABLE: &'static str;
    fn key(&self) -> String;
    fn in_force(&self) -> &InForce;
    /// Whether both rows may not be law on the same day.
    fn conflict(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

/// Rows of one kind.
#[derive(Debug, Clone)]
pub(crate) struct Table<T> {
    rows: Vec<T>,
}

impl<T: Row> Table<T> {
    /// Refuses two rows that conflict on some day, naming both places.
    pub(crate) fn build(mut placed: Vec<(Place, T)>) -> Result<Self, PackFault> {
        placed.sort_by_key(|(_, row)| (row.key(), row.in_force().from));
        for (index, (place, row)) in placed.iter().enumerate() {
            let clash = placed.iter().take(index).find(|(_, earlier)| clashes(earlier, row));
            if let Some((earlier, _)) = clash {
                return Err(PackFault::Overlap {
                    place: place.to_string(),
                    earlier: earlier.to_string(),
                    key: row.key(),
                });
            }
        }
        Ok(Self { rows: placed.into_iter().map(|(_, row)| row).collect() })
    }

    /// Rows that are law on the day.
    pub(crate) fn on(&self, day: Date) -> impl Iterator<Item = &T> {
        self.rows.iter().filter(move |row| row.in_force().covers(day))
    }

    /// The one row of the key on the day.
    pub(crate) fn get(&self, key: &str, on: Date) -> Result<&T, NoRow> {
        self.on(on).find(|row| row.key() == key).ok_or_else(|| NoRow::NoRowOnDay {
            table: T::TABLE,
            key: key.to_owned(),
            on,
        })
    }

    /// All rows without what is special to their table.
    pub(crate) fn described(&self) -> impl Iterator<Item = (&'static str, String, &InForce)> {
        self.rows.iter().map(|row| (T::TABLE, row.key(), row.in_force()))
    }

    /// All rows, by key and first day.
    pub(crate) fn rows(&self) -> &[T] {
        &self.rows
    }
}

fn clashes<T: Row>(left: &T, right: &T) -> bool {
    left.conflict(right) && left.in_force().overlaps(right.in_force())
}
