//! Delegations and what was done under them.

use crate::model::{DelegatedActId, Delegation, DelegationId, Permissions};
use crate::scope::{OrgScope, unreadable};
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{Cx, Moment, UserId};

macro_rules! columns {
    () => {
        "delegation_id, from_user_id, to_user_id, permissions, reason, starts_at, ends_at, created_at, revoked_at, \
         revoked_by"
    };
}

pub const ADD: Sql = Sql::org(
    "account.add_delegation",
    concat!(
        "INSERT INTO account_delegation (organization_id, ",
        columns!(),
        ")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, NULL)"
    ),
);
pub const FIND: Sql = Sql::org(
    "account.find_delegation",
    concat!("SELECT ", columns!(), " FROM account_delegation WHERE organization_id = $1 AND delegation_id = $2"),
);
pub const LIST: Sql = Sql::org(
    "account.list_delegations",
    concat!(
        "SELECT ",
        columns!(),
        " FROM account_delegation
     WHERE organization_id = $1 AND delegation_id > $2 ORDER BY delegation_id LIMIT $3"
    ),
);
pub const LIST_OF: Sql = Sql::org(
    "account.list_delegations_of_member",
    concat!(
        "SELECT ",
        columns!(),
        " FROM account_delegation
     WHERE organization_id = $1 AND delegation_id > $2 AND (from_user_id = $4 OR to_user_id = $4)
     ORDER BY delegation_id LIMIT $3"
    ),
);
pub const COUNT_OPEN: Sql = Sql::org(
    "account.count_open_delegations",
    "SELECT count(*) FROM account_delegation
     WHERE organization_id = $1 AND from_user_id = $2 AND ends_at > $3 AND revoked_at IS NULL",
);
pub const REVOKE: Sql = Sql::org(
    "account.revoke_delegation",
    "UPDATE account_delegation SET revoked_at = $3, revoked_by = $4
     WHERE organization_id = $1 AND delegation_id = $2 AND revoked_at IS NULL",
);
pub const REVOKE_OF: Sql = Sql::org(
    "account.revoke_delegations_of_member",
    "UPDATE account_delegation SET revoked_at = $3, revoked_by = $4
     WHERE organization_id = $1 AND (from_user_id = $2 OR to_user_id = $2) AND revoked_at IS NULL AND ends_at > $3",
);
pub const ADD_ACT: Sql = Sql::org(
    "account.add_delegated_act",
    "INSERT INTO account_delegated_act (organization_id, delegation_id, act_id, user_id, what, request_id, done_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)",
);
pub const LIST_ACTS: Sql = Sql::org(
    "account.list_delegated_acts",
    "SELECT act_id, user_id, what, request_id, done_at FROM account_delegated_act
     WHERE organization_id = $1 AND delegation_id = $2 AND act_id > $3 ORDER BY act_id LIMIT $4",
);

/// Something done under a delegation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DelegatedAct {
    /// Its id.
    pub act_id: DelegatedActId,
    /// Who did it.
    pub user_id: UserId,
    /// What: the room's stable name of the act.
    pub what: String,
    /// By which request, as in answers and logs.
    pub request_id: kernel::RequestId,
    /// When.
    pub done_at: Moment,
}

/// Writes a new delegation.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, new: &Delegation) -> Result<(), Fault> {
    let permissions = new.permissions.names().join(" ");
    let binds = binds![
        scope.organization_id(),
        new.delegation_id,
        new.from,
        new.to,
        permissions.as_str(),
        new.reason.as_str(),
        new.starts_at,
        new.ends_at,
        new.created_at
    ];
    tx.execute(&ADD, binds).await?;
    Ok(())
}

/// A delegation of the organization.
pub async fn find(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    id: DelegationId,
) -> Result<Option<Delegation>, Fault> {
    from.fetch_optional(&FIND, binds![scope.organization_id(), id]).await?.as_ref().map(read).transpose()
}

/// Delegations after `after`; of one member where one is named.
pub async fn list(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    (after, limit): (&[u8], i64),
    of: Option<UserId>,
) -> Result<Vec<Delegation>, Fault> {
    let organization_id = scope.organization_id();
    let rows = match of {
        None => from.fetch_all(&LIST, binds![organization_id, after, limit]).await?,
        Some(user_id) => from.fetch_all(&LIST_OF, binds![organization_id, after, limit, user_id]).await?,
    };
    rows.iter().map(read).collect()
}

/// How many of the member's delegations are or will be in force.
pub async fn count_open(tx: &mut Tx<'_>, scope: &OrgScope, from: UserId, now: Moment) -> Result<i64, Fault> {
    tx.fetch_one(&COUNT_OPEN, binds![scope.organization_id(), from, now]).await?.i64(0)
}

/// Ends a delegation.
pub async fn revoke(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    id: DelegationId,
    (now, by): (Moment, Option<UserId>),
) -> Result<(), Fault> {
    tx.execute(&REVOKE, binds![scope.organization_id(), id, now, by]).await?;
    Ok(())
}

/// Ends every delegation from and to a member who leaves.
pub async fn revoke_of(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    user_id: UserId,
    (now, by): (Moment, Option<UserId>),
) -> Result<(), Fault> {
    tx.execute(&REVOKE_OF, binds![scope.organization_id(), user_id, now, by]).await?;
    Ok(())
}

/// Remembers what was done under a delegation.
pub async fn add_act(
    tx: &mut Tx<'_>,
    cx: &Cx,
    scope: &OrgScope,
    (id, user_id, what): (DelegationId, UserId, &'static str),
) -> Result<(), Fault> {
    let act_id: DelegatedActId = cx.new_id();
    let binds = binds![scope.organization_id(), id, act_id, user_id, what, cx.request_id, cx.now];
    tx.execute(&ADD_ACT, binds).await?;
    Ok(())
}

/// What was done under a delegation, after `after`.
pub async fn list_acts(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    id: DelegationId,
    (after, limit): (&[u8], i64),
) -> Result<Vec<DelegatedAct>, Fault> {
    let read = |row: &Row| {
        Ok(DelegatedAct {
            act_id: row.parsed(0, Row::bytes, |bytes| DelegatedActId::from_bytes(&bytes))?,
            user_id: row.parsed(1, Row::bytes, |bytes| UserId::from_bytes(&bytes))?,
            what: row.text(2)?,
            request_id: row.parsed(3, Row::bytes, |bytes| kernel::RequestId::from_bytes(&bytes))?,
            done_at: Moment::from_micros(row.i64(4)?),
        })
    };
    from.fetch_all(&LIST_ACTS, binds![scope.organization_id(), id, after, limit]).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Delegation, Fault> {
    let user = |column| row.parsed(column, Row::bytes, |bytes| UserId::from_bytes(&bytes));
    let by = row.opt_bytes(9)?.map(|bytes| UserId::from_bytes(&bytes)).transpose();
    Ok(Delegation {
        delegation_id: row.parsed(0, Row::bytes, |bytes| DelegationId::from_bytes(&bytes))?,
        from: user(1)?,
        to: user(2)?,
        permissions: row.parsed(3, Row::text, |text| {
            Permissions::parse(text.split_whitespace()).map_err(|_| "not permissions of a delegation")
        })?,
        reason: row.text(4)?,
        starts_at: Moment::from_micros(row.i64(5)?),
        ends_at: Moment::from_micros(row.i64(6)?),
        created_at: Moment::from_micros(row.i64(7)?),
        revoked_at: row.opt_i64(8)?.map(Moment::from_micros),
        revoked_by: by.map_err(|_| unreadable("who revoked a delegation"))?,
    })
}
