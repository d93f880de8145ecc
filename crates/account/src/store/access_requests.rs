//! Requests for access, and whom a person asked.

use crate::model::{AccessRequest, AccessRequestId, AccessRequestState};
use crate::scope::{OrgScope, unreadable};
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{Inn, Kpp, Moment, OrganizationId, UserId};

macro_rules! columns {
    () => {
        "access_request_id, organization_id, user_id, comment, state, reason, created_at, decided_at"
    };
}

pub const ADD: Sql = Sql::org(
    "account.add_access_request",
    "INSERT INTO account_access_request
       (organization_id, access_request_id, user_id, comment, state, reason, created_at, decided_at, decided_by)
     VALUES ($1, $2, $3, $4, 'open', NULL, $5, NULL, NULL)",
);
pub const FIND: Sql = Sql::org(
    "account.find_access_request",
    concat!(
        "SELECT ",
        columns!(),
        " FROM account_access_request
     WHERE organization_id = $1 AND access_request_id = $2"
    ),
);
pub const LIST: Sql = Sql::org(
    "account.list_access_requests",
    concat!(
        "SELECT ",
        columns!(),
        " FROM account_access_request
     WHERE organization_id = $1 AND access_request_id > $2 ORDER BY access_request_id LIMIT $3"
    ),
);
pub const LIST_OF_USER: Sql = Sql::org(
    "account.list_access_requests_of_user",
    concat!(
        "SELECT ",
        columns!(),
        " FROM account_access_request
     WHERE organization_id = $1 AND user_id = $2 ORDER BY access_request_id DESC LIMIT 20"
    ),
);
pub const COUNT_OPEN: Sql = Sql::org(
    "account.count_open_access_requests",
    "SELECT count(*) FROM account_access_request WHERE organization_id = $1 AND state = 'open'",
);
pub const DECIDE: Sql = Sql::org(
    "account.decide_access_request",
    "UPDATE account_access_request SET state = $3, reason = $4, decided_at = $5, decided_by = $6
     WHERE organization_id = $1 AND access_request_id = $2 AND state = 'open'",
);
pub const ADD_ASKED: Sql = Sql::directory(
    "account.add_asked",
    "INSERT INTO account_asked (user_id, access_request_id, organization_id, inn, kpp) VALUES ($1, $2, $3, $4, $5)",
);
pub const LIST_ASKED: Sql = Sql::directory(
    "account.list_asked",
    "SELECT access_request_id, organization_id, inn, kpp FROM account_asked
     WHERE user_id = $1 AND access_request_id > $2 ORDER BY access_request_id LIMIT $3",
);
pub const FIND_ASKED: Sql = Sql::directory(
    "account.find_asked",
    "SELECT access_request_id, organization_id, inn, kpp FROM account_asked
     WHERE user_id = $1 AND access_request_id = $2",
);
pub const COUNT_ASKED: Sql = Sql::directory(
    "account.count_asked",
    "SELECT count(*) FROM account_asked WHERE user_id = $1 AND access_request_id > $2",
);
pub const FIND_REGISTERED: Sql = Sql::directory(
    "account.find_registered",
    "SELECT organization_id FROM account_registered WHERE inn = $1 AND kpp = $2 AND is_test = $3",
);

/// Whom a person asked, as the person named it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The request.
    pub access_request_id: AccessRequestId,
    /// Where it lies.
    pub organization_id: OrganizationId,
    /// ИНН.
    pub inn: Inn,
    /// КПП of a company.
    pub kpp: Option<Kpp>,
}

/// The organization of these numbers.
pub async fn find_registered(
    from: &mut (impl Fetch + ?Sized),
    (inn, kpp): (&Inn, Option<&Kpp>),
    is_test: bool,
) -> Result<Option<OrganizationId>, Fault> {
    let kpp = kpp.map_or("", Kpp::as_str);
    let row = from.fetch_optional(&FIND_REGISTERED, binds![inn, kpp, is_test]).await?;
    row.map(|row| row.parsed(0, Row::bytes, |bytes| OrganizationId::from_bytes(&bytes))).transpose()
}

/// Writes a new request, and that the person asked.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, new: &AccessRequest, asked: &Asked) -> Result<(), Fault> {
    let id = new.access_request_id;
    let binds = binds![scope.organization_id(), id, new.user_id, new.comment.as_str(), new.created_at];
    tx.execute(&ADD, binds).await?;
    let binds = binds![new.user_id, id, asked.organization_id, &asked.inn, asked.kpp.as_ref()];
    tx.execute(&ADD_ASKED, binds).await?;
    Ok(())
}

/// A request to the organization.
pub async fn find(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    id: AccessRequestId,
) -> Result<Option<AccessRequest>, Fault> {
    from.fetch_optional(&FIND, binds![scope.organization_id(), id]).await?.as_ref().map(read).transpose()
}

/// Requests to the organization after `after`.
pub async fn list(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    after: &[u8],
    limit: i64,
) -> Result<Vec<AccessRequest>, Fault> {
    from.fetch_all(&LIST, binds![scope.organization_id(), after, limit]).await?.iter().map(read).collect()
}

/// The last twenty requests of a person to the organization.
pub async fn list_of_user(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    user_id: UserId,
) -> Result<Vec<AccessRequest>, Fault> {
    from.fetch_all(&LIST_OF_USER, binds![scope.organization_id(), user_id]).await?.iter().map(read).collect()
}

/// How many wait for a decision.
pub async fn count_open(tx: &mut Tx<'_>, scope: &OrgScope) -> Result<i64, Fault> {
    tx.fetch_one(&COUNT_OPEN, binds![scope.organization_id()]).await?.i64(0)
}

/// Decides an open request.
pub async fn decide(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    (id, state, reason): (AccessRequestId, AccessRequestState, Option<&str>),
    now: Moment,
) -> Result<(), Fault> {
    let binds = binds![scope.organization_id(), id, state.name(), reason, now, scope.user_id()];
    tx.execute(&DECIDE, binds).await?;
    Ok(())
}

/// Whom the person asked, after `after`.
pub async fn list_asked(
    from: &mut (impl Fetch + ?Sized),
    user_id: UserId,
    after: &[u8],
    limit: i64,
) -> Result<Vec<Asked>, Fault> {
    from.fetch_all(&LIST_ASKED, binds![user_id, after, limit]).await?.iter().map(read_asked).collect()
}

/// One of those.
pub async fn find_asked(
    from: &mut (impl Fetch + ?Sized),
    user_id: UserId,
    id: AccessRequestId,
) -> Result<Option<Asked>, Fault> {
    from.fetch_optional(&FIND_ASKED, binds![user_id, id]).await?.as_ref().map(read_asked).transpose()
}

/// How many requests the person made after an id: ids grow with time.
pub async fn count_asked(tx: &mut Tx<'_>, user_id: UserId, after: &[u8]) -> Result<i64, Fault> {
    tx.fetch_one(&COUNT_ASKED, binds![user_id, after]).await?.i64(0)
}

fn read(row: &Row) -> Result<AccessRequest, Fault> {
    Ok(AccessRequest {
        access_request_id: row.parsed(0, Row::bytes, |bytes| AccessRequestId::from_bytes(&bytes))?,
        organization_id: row.parsed(1, Row::bytes, |bytes| OrganizationId::from_bytes(&bytes))?,
        user_id: row.parsed(2, Row::bytes, |bytes| UserId::from_bytes(&bytes))?,
        comment: row.text(3)?,
        state: AccessRequestState::parse(&row.text(4)?).ok_or_else(|| unreadable("state of a request"))?,
        reason: row.opt_text(5)?,
        created_at: Moment::from_micros(row.i64(6)?),
        decided_at: row.opt_i64(7)?.map(Moment::from_micros),
    })
}

fn read_asked(row: &Row) -> Result<Asked, Fault> {
    let kpp = row.opt_text(3)?.map(|text| Kpp::parse(&text)).transpose();
    Ok(Asked {
        access_request_id: row.parsed(0, Row::bytes, |bytes| AccessRequestId::from_bytes(&bytes))?,
        organization_id: row.parsed(1, Row::bytes, |bytes| OrganizationId::from_bytes(&bytes))?,
        inn: row.parsed(2, Row::text, |text| Inn::parse(&text))?,
        kpp: kpp.map_err(|_| unreadable("КПП of a request"))?,
    })
}
