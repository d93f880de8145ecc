//! Attempts at passwords, by the hash of a login or an address: a directory table.

use crate::model::Attempts;
use ::store::{Fault, Fetch, Sql, Tx, binds};
use kernel::{Moment, UserId};
use std::net::IpAddr;

// The update of nothing takes the row's lock on PostgreSQL and gives the row on both engines.
pub const LOCK: Sql = Sql::directory(
    "account.lock_attempts",
    "INSERT INTO account_attempt (subject, count, window_ends_at) VALUES ($1, 0, 0)
     ON CONFLICT (subject) DO UPDATE SET count = account_attempt.count
     RETURNING count, window_ends_at",
);
pub const SAVE: Sql = Sql::directory(
    "account.save_attempts",
    "UPDATE account_attempt SET count = $2, window_ends_at = $3 WHERE subject = $1",
);
pub const SWEEP: Sql = Sql::directory(
    "account.sweep_attempts",
    "DELETE FROM account_attempt WHERE subject IN
       (SELECT subject FROM account_attempt WHERE window_ends_at < $1 LIMIT $2)",
);

/// Whose attempts: nothing readable is stored.
#[derive(Clone, Copy)]
pub struct Subject([u8; 32]);

impl Subject {
    /// A folded login, whether it exists or not.
    pub fn login(folded: &str) -> Self {
        Self::of(b"login", folded.as_bytes())
    }

    /// A client's address.
    pub fn address(address: IpAddr) -> Self {
        Self::of(b"address", address.to_string().as_bytes())
    }

    /// A client's address, for registrations.
    pub fn registrations(address: IpAddr) -> Self {
        Self::of(b"registrations", address.to_string().as_bytes())
    }

    /// A person, for codes of the second factor.
    pub fn second_factor(user_id: UserId) -> Self {
        Self::of(b"second-factor", user_id.as_bytes())
    }

    /// A person, for codes that programs show.
    pub fn shown_codes(user_id: UserId) -> Self {
        Self::of(b"shown-codes", user_id.as_bytes())
    }

    /// A person, for letters he asks for.
    pub fn errands(user_id: UserId) -> Self {
        Self::of(b"errands", user_id.as_bytes())
    }

    /// A folded login, for letters written to it.
    pub fn letters(folded: &str) -> Self {
        Self::of(b"letters", folded.as_bytes())
    }

    fn of(kind: &[u8], octets: &[u8]) -> Self {
        Self(*blake3::Hasher::new().update(kind).update(&[0]).update(octets).finalize().as_bytes())
    }
}

/// The attempts so far, locked until the transaction ends.
pub async fn lock(tx: &mut Tx<'_>, subject: &Subject) -> Result<Attempts, Fault> {
    let row = tx.fetch_one(&LOCK, binds![&subject.0]).await?;
    Ok(Attempts { count: row.i64(0)?, window_ends_at: Moment::from_micros(row.i64(1)?) })
}

/// Writes the new count.
pub async fn save(tx: &mut Tx<'_>, subject: &Subject, attempts: Attempts) -> Result<(), Fault> {
    tx.execute(&SAVE, binds![&subject.0, attempts.count, attempts.window_ends_at]).await?;
    Ok(())
}
