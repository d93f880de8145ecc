//! What the authorities have for each operator, in order.

use ::store::{Fault, Fetch, Sql, Tx, binds};
use kernel::Moment;

use super::settings;

pub const ADD: Sql = Sql::global(
    "regulator.add_to_feed",
    "INSERT INTO regulator_feed (operator, seq, container_id) VALUES ($1, $2, $3)",
);
pub const LIST: Sql = Sql::global(
    "regulator.list_feed",
    "SELECT f.seq, c.container_id, c.protocol, c.docflow, c.transaction_code, c.size_bytes
     FROM regulator_feed f JOIN regulator_container c ON c.container_id = f.container_id
     WHERE f.operator = $1 AND f.seq > $2 ORDER BY f.seq LIMIT $3",
);
pub const HOLD: Sql = Sql::global(
    "regulator.hold",
    "INSERT INTO regulator_held (operator, container_id, at) VALUES ($1, $2, $3)
     ON CONFLICT (operator, container_id) DO NOTHING",
);
pub const LIST_HELD: Sql = Sql::global(
    "regulator.list_held",
    "SELECT container_id FROM regulator_held WHERE operator = $1 ORDER BY at, container_id LIMIT 100",
);
pub const LET_GO: Sql =
    Sql::global("regulator.let_go", "DELETE FROM regulator_held WHERE operator = $1 AND container_id = $2");

/// One entry of a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Where it stands.
    pub seq: i64,
    /// Which container.
    pub id: String,
    /// `fns`, `rosstat`, `sfr`.
    pub protocol: String,
    /// Its docflow.
    pub docflow: String,
    /// Its transaction.
    pub transaction: String,
    /// How large.
    pub size_bytes: i64,
}

/// Puts a container at the end of an operator's feed.
pub async fn add(tx: &mut Tx<'_>, operator: &str, container_id: &str) -> Result<(), Fault> {
    let seq = settings::next(tx, &format!("feed.{operator}")).await?;
    tx.execute(&ADD, binds![operator, seq, container_id]).await?;
    Ok(())
}

/// What stands after `after`.
pub async fn list(
    from: &mut (impl Fetch + ?Sized),
    operator: &str,
    after: i64,
    limit: i64,
) -> Result<Vec<Item>, Fault> {
    let rows = from.fetch_all(&LIST, binds![operator, after, limit]).await?;
    let item = |row: &::store::Row| {
        Ok(Item {
            seq: row.i64(0)?,
            id: row.text(1)?,
            protocol: row.text(2)?,
            docflow: row.text(3)?,
            transaction: row.text(4)?,
            size_bytes: row.i64(5)?,
        })
    };
    rows.iter().map(item).collect()
}

/// Keeps one back until another has overtaken it.
pub async fn hold(tx: &mut Tx<'_>, operator: &str, container_id: &str, at: Moment) -> Result<(), Fault> {
    tx.execute(&HOLD, binds![operator, container_id, at]).await?;
    Ok(())
}

/// Those of an operator that are kept back, put at the end of its feed.
pub async fn release(tx: &mut Tx<'_>, operator: &str) -> Result<(), Fault> {
    let held = tx.fetch_all(&LIST_HELD, binds![operator]).await?;
    for row in held {
        let container_id = row.text(0)?;
        tx.execute(&LET_GO, binds![operator, container_id.as_str()]).await?;
        add(tx, operator, &container_id).await?;
    }
    Ok(())
}
