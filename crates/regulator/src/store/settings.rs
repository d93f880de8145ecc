//! What is set by hand, and counters.

use super::{from_json, to_json};
use ::store::{Fault, Fetch, Sql, Tx, binds};
use serde::Serialize;
use serde::de::DeserializeOwned;

pub const FIND: Sql = Sql::global("regulator.find_setting", "SELECT value FROM regulator_setting WHERE name = $1");
pub const PUT: Sql = Sql::global(
    "regulator.put_setting",
    "INSERT INTO regulator_setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
);
pub const COUNT: Sql = Sql::global(
    "regulator.count",
    "INSERT INTO regulator_counter (name, value) VALUES ($1, 1)
     ON CONFLICT (name) DO UPDATE SET value = regulator_counter.value + 1 RETURNING value",
);

/// The name of a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting(&'static str);

/// Seconds the clock was turned.
pub const CLOCK_SHIFT: Setting = Setting("clock_shift_seconds");
/// How fast the authorities are.
pub const PACE: Setting = Setting("pace");
/// What goes wrong on demand.
pub const FAULTS: Setting = Setting("faults");

/// The value, or what stands where nobody set it.
pub async fn get<T: DeserializeOwned + Default>(
    from: &mut (impl Fetch + ?Sized),
    setting: Setting,
) -> Result<T, Fault> {
    match from.fetch_optional(&FIND, binds![setting.0]).await? {
        Some(row) => from_json(row.text_ref(0)?),
        None => Ok(T::default()),
    }
}

/// Sets it.
pub async fn put(tx: &mut Tx<'_>, setting: Setting, value: &(impl Serialize + Sync)) -> Result<(), Fault> {
    tx.execute(&PUT, binds![setting.0, to_json(value)?]).await?;
    Ok(())
}

/// The next number of a counter, from 1. Locks it, so it is the first statement of whoever must not be overtaken.
pub async fn next(tx: &mut Tx<'_>, counter: &str) -> Result<i64, Fault> {
    tx.fetch_one(&COUNT, binds![counter]).await?.i64(0)
}
