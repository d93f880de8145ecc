//! Closed ways of signing in, by organization or person: a directory table.

use crate::model::{ClosedWay, WayRule, WaysHeld};
use crate::scope::unreadable;
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{Moment, UserId};

pub const ADD: Sql = Sql::directory(
    "account.add_way_rule",
    "INSERT INTO account_way_rule (subject, rule, organization_name, set_by, set_by_name, set_at)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (subject, rule) DO NOTHING",
);
pub const REMOVE: Sql =
    Sql::directory("account.remove_way_rule", "DELETE FROM account_way_rule WHERE subject = $1 AND rule = $2");
pub const LIST: Sql = Sql::directory(
    "account.list_way_rules",
    "SELECT rule, organization_name, set_by, set_by_name, set_at FROM account_way_rule
     WHERE subject = $1 ORDER BY rule",
);
pub const LIST_FOR: Sql = Sql::directory(
    "account.list_way_rules_for",
    "SELECT rule, organization_name, set_by, set_by_name, set_at FROM account_way_rule
     WHERE subject = $1 OR subject IN (SELECT organization_id FROM account_membership WHERE user_id = $1)
     ORDER BY set_at, rule",
);

pub const HELD: Sql = Sql::directory(
    "account.find_ways_held",
    "SELECT u.name,
       CAST(CASE WHEN u.login <> '' AND EXISTS (SELECT 1 FROM account_password p WHERE p.user_id = u.user_id)
         THEN 1 ELSE 0 END AS BIGINT),
       CAST(CASE WHEN EXISTS (SELECT 1 FROM account_certificate c WHERE c.user_id = u.user_id)
         THEN 1 ELSE 0 END AS BIGINT),
       CAST(CASE WHEN EXISTS (SELECT 1 FROM account_contact t WHERE t.user_id = u.user_id AND t.phone IS NOT NULL)
         THEN 1 ELSE 0 END AS BIGINT),
       CAST(CASE WHEN EXISTS (SELECT 1 FROM account_passkey k WHERE k.user_id = u.user_id)
         THEN 1 ELSE 0 END AS BIGINT),
       CAST(CASE WHEN EXISTS (SELECT 1 FROM account_totp g WHERE g.user_id = u.user_id AND g.confirmed_at IS NOT NULL)
         THEN 1 ELSE 0 END AS BIGINT)
     FROM account_user u WHERE u.user_id = $1 AND u.is_active = 1",
);

/// Makes exactly these the subject's rules; those that hold already keep who set them and when.
pub async fn set(tx: &mut Tx<'_>, subject: &[u8], rules: &[ClosedWay]) -> Result<(), Fault> {
    for gone in WayRule::ALL.into_iter().filter(|rule| rules.iter().all(|kept| kept.rule != *rule)) {
        tx.execute(&REMOVE, binds![subject, gone.word()]).await?;
    }
    for rule in rules {
        let names = (rule.organization.as_deref(), rule.set_by_name.as_str());
        tx.execute(&ADD, binds![subject, rule.rule.word(), names.0, rule.set_by, names.1, rule.set_at]).await?;
    }
    Ok(())
}

/// The subject's own rules.
pub async fn list(from: &mut (impl Fetch + ?Sized), subject: &[u8]) -> Result<Vec<ClosedWay>, Fault> {
    from.fetch_all(&LIST, binds![subject]).await?.iter().map(read).collect()
}

/// Every rule that holds for a person, the oldest first.
pub async fn list_for(from: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<Vec<ClosedWay>, Fault> {
    from.fetch_all(&LIST_FOR, binds![user_id]).await?.iter().map(read).collect()
}

/// What a person is called, and what they have of what the ways need; nothing of one who is not active.
pub async fn held(from: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<Option<(String, WaysHeld)>, Fault> {
    let Some(row) = from.fetch_optional(&HELD, binds![user_id]).await? else { return Ok(None) };
    let has = |column| row.i64(column).map(|count| count > 0);
    let held = WaysHeld { password: has(1)?, certificate: has(2)?, phone: has(3)?, passkey: has(4)?, totp: has(5)? };
    Ok(Some((row.text(0)?, held)))
}

fn read(row: &Row) -> Result<ClosedWay, Fault> {
    Ok(ClosedWay {
        rule: WayRule::parse(&row.text(0)?).ok_or_else(|| unreadable("rule of a way"))?,
        organization: row.opt_text(1)?,
        set_by: row.parsed(2, Row::bytes, |bytes| UserId::from_bytes(&bytes))?,
        set_by_name: row.text(3)?,
        set_at: Moment::from_micros(row.i64(4)?),
    })
}
