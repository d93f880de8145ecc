//! Invitations: the organization's list, and the directory by the hash of the token.

use crate::model::{Invitation, InvitationId, Permissions, SecretHash};
use crate::scope::{OrgScope, unreadable};
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{Moment, OrganizationId, UserId};

pub const ADD: Sql = Sql::org(
    "account.add_invitation",
    "INSERT INTO account_invitation
       (organization_id, invitation_id, address, permissions, invited_by, created_at, expires_at, ended_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, NULL)",
);
pub const ADD_TOKEN: Sql = Sql::directory(
    "account.add_invitation_token",
    "INSERT INTO account_invitation_token (token_hash, organization_id, invitation_id) VALUES ($1, $2, $3)",
);
pub const FIND_TOKEN: Sql = Sql::directory(
    "account.find_invitation_token",
    "SELECT organization_id, invitation_id FROM account_invitation_token WHERE token_hash = $1",
);
pub const FIND: Sql = Sql::org(
    "account.find_invitation",
    "SELECT invitation_id, address, permissions, invited_by, created_at, expires_at, ended_at
     FROM account_invitation WHERE organization_id = $1 AND invitation_id = $2",
);
pub const LIST: Sql = Sql::org(
    "account.list_invitations",
    "SELECT invitation_id, address, permissions, invited_by, created_at, expires_at, ended_at
     FROM account_invitation WHERE organization_id = $1 AND invitation_id > $2 ORDER BY invitation_id LIMIT $3",
);
pub const COUNT_OPEN: Sql = Sql::org(
    "account.count_open_invitations",
    "SELECT count(*) FROM account_invitation WHERE organization_id = $1 AND ended_at IS NULL AND expires_at > $2",
);
pub const END: Sql = Sql::org(
    "account.end_invitation",
    "UPDATE account_invitation SET ended_at = $3
     WHERE organization_id = $1 AND invitation_id = $2 AND ended_at IS NULL",
);

/// Writes a new invitation and its directory row.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, new: &Invitation, token: &SecretHash) -> Result<(), Fault> {
    let organization_id = scope.organization_id();
    let permissions = new.permissions.names().join(" ");
    let binds = binds![
        organization_id,
        new.invitation_id,
        new.address.as_str(),
        permissions,
        new.invited_by,
        new.created_at,
        new.expires_at
    ];
    tx.execute(&ADD, binds).await?;
    tx.execute(&ADD_TOKEN, binds![token.octets(), organization_id, new.invitation_id]).await?;
    Ok(())
}

/// Which invitation a token belongs to.
pub async fn find_token(
    from: &mut (impl Fetch + ?Sized),
    token: &SecretHash,
) -> Result<Option<(OrganizationId, InvitationId)>, Fault> {
    let Some(row) = from.fetch_optional(&FIND_TOKEN, binds![token.octets()]).await? else { return Ok(None) };
    let organization_id = row.parsed(0, Row::bytes, |bytes| OrganizationId::from_bytes(&bytes))?;
    Ok(Some((organization_id, row.parsed(1, Row::bytes, |bytes| InvitationId::from_bytes(&bytes))?)))
}

/// An invitation of the organization.
pub async fn find(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    invitation_id: InvitationId,
) -> Result<Option<Invitation>, Fault> {
    let row = from.fetch_optional(&FIND, binds![scope.organization_id(), invitation_id]).await?;
    row.as_ref().map(read).transpose()
}

/// Invitations after `after`, ended ones too.
pub async fn list(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    after: &[u8],
    limit: i64,
) -> Result<Vec<Invitation>, Fault> {
    from.fetch_all(&LIST, binds![scope.organization_id(), after, limit]).await?.iter().map(read).collect()
}

/// How many may still be accepted.
pub async fn count_open(tx: &mut Tx<'_>, scope: &OrgScope, now: Moment) -> Result<i64, Fault> {
    tx.fetch_one(&COUNT_OPEN, binds![scope.organization_id(), now]).await?.i64(0)
}

/// Ends an invitation.
pub async fn end(tx: &mut Tx<'_>, scope: &OrgScope, invitation_id: InvitationId, now: Moment) -> Result<(), Fault> {
    tx.execute(&END, binds![scope.organization_id(), invitation_id, now]).await?;
    Ok(())
}

fn read(row: &Row) -> Result<Invitation, Fault> {
    let permissions = row.text(2)?;
    Ok(Invitation {
        invitation_id: row.parsed(0, Row::bytes, |bytes| InvitationId::from_bytes(&bytes))?,
        address: row.text(1)?,
        permissions: Permissions::parse(permissions.split_whitespace())
            .map_err(|_| unreadable("permissions of an invitation"))?,
        invited_by: row.parsed(3, Row::bytes, |bytes| UserId::from_bytes(&bytes))?,
        created_at: Moment::from_micros(row.i64(4)?),
        expires_at: Moment::from_micros(row.i64(5)?),
        ended_at: row.opt_i64(6)?.map(Moment::from_micros),
    })
}
