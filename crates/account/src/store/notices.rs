//! Notices: a directory table of each person.

use crate::model::{Notice, NoticeId, NoticeKind};
use crate::scope::unreadable;
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{Moment, OrganizationId, UserId};
use std::collections::BTreeMap;

pub const ADD: Sql = Sql::directory(
    "account.add_notice",
    "INSERT INTO account_notice (user_id, notice_id, organization_id, kind, arguments, created_at, read_at)
     VALUES ($1, $2, $3, $4, $5, $6, NULL)",
);
pub const LIST: Sql = Sql::directory(
    "account.list_notices",
    "SELECT notice_id, organization_id, kind, arguments, created_at, read_at FROM account_notice
     WHERE user_id = $1 AND notice_id < $2 ORDER BY notice_id DESC LIMIT $3",
);
pub const COUNT_UNREAD: Sql = Sql::directory(
    "account.count_unread_notices",
    "SELECT count(*) FROM account_notice WHERE user_id = $1 AND read_at IS NULL",
);
pub const MARK: Sql = Sql::directory(
    "account.mark_notice_read",
    "UPDATE account_notice SET read_at = COALESCE(read_at, $3) WHERE user_id = $1 AND notice_id = $2",
);
pub const MARK_ALL: Sql = Sql::directory(
    "account.mark_notices_read",
    "UPDATE account_notice SET read_at = $2 WHERE user_id = $1 AND read_at IS NULL",
);
pub const SWEEP: Sql = Sql::directory(
    "account.sweep_notices",
    "DELETE FROM account_notice WHERE (user_id, notice_id) IN
       (SELECT user_id, notice_id FROM account_notice WHERE created_at < $1 LIMIT $2)",
);

/// Writes a notice to a person.
pub async fn add(tx: &mut Tx<'_>, user_id: UserId, new: &Notice) -> Result<(), Fault> {
    let arguments = serde_json::to_string(&new.arguments);
    let arguments = arguments.map_err(|error| Fault::Decode(format!("arguments of a notice: {error}")))?;
    let kind = new.kind.name();
    let binds = binds![user_id, new.notice_id, new.organization_id, kind, arguments.as_str(), new.created_at];
    tx.execute(&ADD, binds).await?;
    tx.tell(user_id);
    Ok(())
}

/// A person's notices before an id, the newest first.
pub async fn list(
    from: &mut (impl Fetch + ?Sized),
    user_id: UserId,
    before: &[u8],
    limit: i64,
) -> Result<Vec<Notice>, Fault> {
    from.fetch_all(&LIST, binds![user_id, before, limit]).await?.iter().map(read).collect()
}

/// How many the person has not seen.
pub async fn count_unread(from: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<i64, Fault> {
    from.fetch_one(&COUNT_UNREAD, binds![user_id]).await?.i64(0)
}

/// Marks one as seen; says whether it is there.
pub async fn mark(tx: &mut Tx<'_>, user_id: UserId, id: NoticeId, now: Moment) -> Result<bool, Fault> {
    let is_there = tx.execute(&MARK, binds![user_id, id, now]).await? == 1;
    tx.tell(user_id);
    Ok(is_there)
}

/// Marks all as seen.
pub async fn mark_all(tx: &mut Tx<'_>, user_id: UserId, now: Moment) -> Result<(), Fault> {
    tx.execute(&MARK_ALL, binds![user_id, now]).await?;
    tx.tell(user_id);
    Ok(())
}

fn read(row: &Row) -> Result<Notice, Fault> {
    let organization = row.opt_bytes(1)?.map(|bytes| OrganizationId::from_bytes(&bytes)).transpose();
    Ok(Notice {
        notice_id: row.parsed(0, Row::bytes, |bytes| NoticeId::from_bytes(&bytes))?,
        organization_id: organization.map_err(|_| unreadable("organization of a notice"))?,
        kind: NoticeKind::parse(&row.text(2)?).ok_or_else(|| unreadable("kind of a notice"))?,
        arguments: row.parsed(3, Row::text, |text| serde_json::from_str::<BTreeMap<String, String>>(&text))?,
        created_at: Moment::from_micros(row.i64(4)?),
        read_at: row.opt_i64(5)?.map(Moment::from_micros),
    })
}
