//! Which second steps a person chose beside the generator: a directory table.

use crate::model::SecondWay;
use crate::scope::unreadable;
use ::store::{Fault, Fetch, Sql, Tx, binds};
use kernel::{Moment, UserId};

pub const ADD: Sql = Sql::directory(
    "account.add_second_way",
    "INSERT INTO account_second_way (user_id, way, added_at) VALUES ($1, $2, $3)",
);
pub const REMOVE_ALL: Sql =
    Sql::directory("account.remove_second_ways", "DELETE FROM account_second_way WHERE user_id = $1");
pub const LIST: Sql =
    Sql::directory("account.list_second_ways", "SELECT way FROM account_second_way WHERE user_id = $1 ORDER BY way");

/// These in place of those before.
pub async fn set(tx: &mut Tx<'_>, user_id: UserId, ways: &[SecondWay], now: Moment) -> Result<(), Fault> {
    tx.execute(&REMOVE_ALL, binds![user_id]).await?;
    for way in ways {
        tx.execute(&ADD, binds![user_id, way.word(), now]).await?;
    }
    Ok(())
}

/// What the person chose.
pub async fn list(from: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<Vec<SecondWay>, Fault> {
    let rows = from.fetch_all(&LIST, binds![user_id]).await?;
    let read = |word: String| SecondWay::parse(&word).ok_or_else(|| unreadable("second way"));
    rows.iter().map(|row| read(row.text(0)?)).collect()
}
