//! The nine columns of an address, which stand in one order wherever a table has them: from the region to the flat.

use crate::model::Address;
use ::store::{Bind, Fault, Row};

/// Its parts for the columns; nulls where there is none.
pub fn binds(address: Option<&Address>) -> [Bind; 9] {
    let parts = address.map_or([None; 9], Address::parts);
    parts.map(|part| Bind::Text(part.map(str::to_owned)))
}

/// The address whose region stands in column `at`; none where that is null, since no address lacks it.
pub fn read(row: &Row, at: usize) -> Result<Option<Address>, Fault> {
    let Some(region_code) = row.opt_text(at)? else { return Ok(None) };
    Ok(Some(Address {
        region_code,
        postal_code: row.opt_text(at + 1)?,
        district: row.opt_text(at + 2)?,
        city: row.opt_text(at + 3)?,
        locality: row.opt_text(at + 4)?,
        street: row.opt_text(at + 5)?,
        house: row.opt_text(at + 6)?,
        building: row.opt_text(at + 7)?,
        flat: row.opt_text(at + 8)?,
    }))
}
