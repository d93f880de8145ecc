//! Tries to sign in: a directory table.

use crate::model::{JournalEntry, JournalEntryId, JournalSubject, Outcome, SignInKind, Way};
use crate::scope::unreadable;
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{Moment, SignInId};

pub const ADD: Sql = Sql::directory(
    "account.add_journal_entry",
    "INSERT INTO account_sign_in_journal
       (subject, entry_id, tried_at, kind, way, address, device, cause, sign_in_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
pub const LIST: Sql = Sql::directory(
    "account.list_journal",
    "SELECT entry_id, tried_at, kind, way, address, device, cause, sign_in_id FROM account_sign_in_journal
     WHERE subject = $1 AND entry_id < $2 ORDER BY entry_id DESC LIMIT $3",
);
pub const SWEEP: Sql = Sql::directory(
    "account.sweep_journal",
    "DELETE FROM account_sign_in_journal WHERE (subject, entry_id) IN
       (SELECT subject, entry_id FROM account_sign_in_journal WHERE tried_at < $1 LIMIT $2)",
);

/// Writes a try.
pub async fn add(tx: &mut Tx<'_>, subject: JournalSubject, entry: &JournalEntry) -> Result<(), Fault> {
    let (cause, sign_in_id) = match &entry.outcome {
        Outcome::Opened(sign_in_id) => (None, Some(*sign_in_id)),
        Outcome::Refused(cause) => (Some(cause.as_str()), None),
    };
    let binds = binds![
        subject.octets(),
        entry.entry_id,
        entry.tried_at,
        entry.kind.name(),
        entry.way.word(),
        entry.address.as_str(),
        entry.device.as_str(),
        cause,
        sign_in_id
    ];
    tx.execute(&ADD, binds).await?;
    Ok(())
}

/// Tries before `before`, the newest first.
pub async fn list(
    from: &mut (impl Fetch + ?Sized),
    subject: JournalSubject,
    before: &[u8],
    limit: i64,
) -> Result<Vec<JournalEntry>, Fault> {
    from.fetch_all(&LIST, binds![subject.octets(), before, limit]).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<JournalEntry, Fault> {
    let sign_in_id = row.opt_bytes(7)?.map(|bytes| SignInId::from_bytes(&bytes)).transpose();
    let sign_in_id = sign_in_id.map_err(|_| unreadable("sign-in of a journal entry"))?;
    Ok(JournalEntry {
        entry_id: row.parsed(0, Row::bytes, |bytes| JournalEntryId::from_bytes(&bytes))?,
        tried_at: Moment::from_micros(row.i64(1)?),
        kind: SignInKind::parse(&row.text(2)?).ok_or_else(|| unreadable("kind of a journal entry"))?,
        way: Way::parse(&row.text(3)?).ok_or_else(|| unreadable("way of a journal entry"))?,
        address: row.text(4)?,
        device: row.text(5)?,
        outcome: match (row.opt_text(6)?, sign_in_id) {
            (Some(cause), _) => Outcome::Refused(cause),
            (None, Some(sign_in_id)) => Outcome::Opened(sign_in_id),
            (None, None) => return Err(unreadable("outcome of a journal entry")),
        },
    })
}
