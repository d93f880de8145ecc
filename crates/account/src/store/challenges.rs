//! Challenges that were answered: a directory table.

use crate::model::{AccountRefusal, Challenge};
use ::store::{No, Sql, Tx, binds};

pub const SPEND: Sql = Sql::directory(
    "account.spend_challenge",
    "INSERT INTO account_spent_challenge (nonce, expires_at) VALUES ($1, $2) ON CONFLICT (nonce) DO NOTHING",
);
pub const SWEEP: Sql = Sql::directory(
    "account.sweep_challenges",
    "DELETE FROM account_spent_challenge WHERE nonce IN
       (SELECT nonce FROM account_spent_challenge WHERE expires_at < $1 LIMIT $2)",
);

/// Uses a challenge up; refuses one that was.
pub async fn spend(tx: &mut Tx<'_>, challenge: &Challenge) -> Result<(), No<AccountRefusal>> {
    let spent = tx.execute(&SPEND, binds![challenge.nonce(), challenge.expires_at()]).await?;
    if spent == 1 { Ok(()) } else { Err(AccountRefusal::ChallengeOver.into()) }
}
