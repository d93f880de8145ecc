//! The desk: its queue, its people, and where an application lies.

use crate::model::{ApplicationId, DeskRole};
use kernel::{CivilDate, Moment, OrganizationId, UserId};
use store::{Fault, Fetch, Row, Sql, Tx, binds};

/// People of the desk that are listed: a service centre network has hundreds of offices.
const ROLES_MAX: i64 = 2_000;

pub(crate) const ENTER: Sql = Sql::global(
    "certification.enter_queue",
    "INSERT INTO certification_desk_place (application_id, organization_id, submitted_at, due_on) \
     VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
);

pub(crate) const LEAVE: Sql =
    Sql::global("certification.leave_queue", "DELETE FROM certification_desk_place WHERE application_id = $1");

pub(crate) const QUEUE: Sql = Sql::global(
    "certification.page_queue",
    "SELECT application_id, organization_id, submitted_at, due_on FROM certification_desk_place \
     WHERE (submitted_at, application_id) > ($1, $2) ORDER BY submitted_at, application_id LIMIT $3",
);

pub(crate) const FIND_PLACE: Sql = Sql::global(
    "certification.find_queue_place",
    "SELECT application_id, organization_id, submitted_at, due_on FROM certification_desk_place \
     WHERE application_id = $1",
);

pub(crate) const COUNT_BEFORE: Sql = Sql::global(
    "certification.count_queue_before",
    "SELECT COUNT(*) FROM certification_desk_place WHERE (submitted_at, application_id) < ($1, $2)",
);

pub(crate) const PUT_DOWN: Sql = Sql::directory(
    "certification.insert_application_place",
    "INSERT INTO certification_application_place (application_id, organization_id, papers_delete_at) \
     VALUES ($1, $2, $3)",
);

pub(crate) const FIND_ORGANIZATION: Sql = Sql::directory(
    "certification.find_application_place",
    "SELECT organization_id FROM certification_application_place WHERE application_id = $1",
);

pub(crate) const SET_DELETE_AT: Sql = Sql::directory(
    "certification.set_papers_delete_at",
    "UPDATE certification_application_place SET papers_delete_at = $2 WHERE application_id = $1",
);

pub(crate) const TAKE_UP: Sql = Sql::directory(
    "certification.delete_application_place",
    "DELETE FROM certification_application_place WHERE application_id = $1",
);

pub(crate) const LIST_DUE_PAPERS: Sql = Sql::directory(
    "certification.list_due_papers",
    "SELECT application_id, organization_id FROM certification_application_place WHERE papers_delete_at <= $1 \
     ORDER BY papers_delete_at LIMIT $2",
);

pub(crate) const GRANT: Sql = Sql::global(
    "certification.grant_desk_role",
    "INSERT INTO certification_desk_role (user_id, desk_role, granted_by, granted_at) VALUES ($1, $2, $3, $4) \
     ON CONFLICT DO NOTHING",
);

pub(crate) const TAKE_BACK: Sql = Sql::global(
    "certification.take_back_desk_role",
    "DELETE FROM certification_desk_role WHERE user_id = $1 AND desk_role = $2",
);

pub(crate) const ROLES_OF: Sql = Sql::global(
    "certification.list_desk_roles_of",
    "SELECT user_id, desk_role, granted_at FROM certification_desk_role WHERE user_id = $1 ORDER BY desk_role",
);

pub(crate) const ROLES: Sql = Sql::global(
    "certification.list_desk_roles",
    "SELECT user_id, desk_role, granted_at FROM certification_desk_role ORDER BY user_id, desk_role LIMIT $1",
);

/// A place in the queue.
#[derive(Clone, Debug)]
pub(crate) struct PlaceRow {
    pub application_id: ApplicationId,
    pub organization_id: OrganizationId,
    pub submitted_at: Moment,
    pub due_on: Option<String>,
}

fn read_place(row: &Row) -> Result<PlaceRow, Fault> {
    Ok(PlaceRow {
        application_id: row.parsed(0, Row::bytes, |b: Vec<u8>| ApplicationId::from_bytes(&b))?,
        organization_id: row.parsed(1, Row::bytes, |b: Vec<u8>| OrganizationId::from_bytes(&b))?,
        submitted_at: Moment::from_micros(row.i64(2)?),
        due_on: row.opt_text(3)?,
    })
}

pub(crate) async fn enter(
    tx: &mut Tx<'_>,
    application_id: ApplicationId,
    organization_id: OrganizationId,
    (submitted_at, due_on): (Moment, Option<CivilDate>),
) -> Result<(), Fault> {
    tx.execute(&ENTER, binds![application_id, organization_id, submitted_at, due_on]).await.map(drop)
}

pub(crate) async fn leave(tx: &mut Tx<'_>, application_id: ApplicationId) -> Result<(), Fault> {
    tx.execute(&LEAVE, binds![application_id]).await.map(drop)
}

/// Oldest first, after a place.
pub(crate) async fn page(fetch: &mut dyn Fetch, after: (Moment, Vec<u8>), limit: i64) -> Result<Vec<PlaceRow>, Fault> {
    fetch.fetch_all(&QUEUE, binds![after.0, after.1, limit]).await?.iter().map(read_place).collect()
}

/// The place and how many are before it.
pub(crate) async fn find_place(
    fetch: &mut dyn Fetch,
    application_id: ApplicationId,
) -> Result<Option<(PlaceRow, i64)>, Fault> {
    let Some(row) = fetch.fetch_optional(&FIND_PLACE, binds![application_id]).await? else { return Ok(None) };
    let place = read_place(&row)?;
    let before = fetch.fetch_one(&COUNT_BEFORE, binds![place.submitted_at, place.application_id]).await?.i64(0)?;
    Ok(Some((place, before)))
}

pub(crate) async fn put_down(
    tx: &mut Tx<'_>,
    application_id: ApplicationId,
    organization_id: OrganizationId,
    delete_at: Moment,
) -> Result<(), Fault> {
    tx.execute(&PUT_DOWN, binds![application_id, organization_id, delete_at]).await.map(drop)
}

pub(crate) async fn find_organization(
    fetch: &mut dyn Fetch,
    application_id: ApplicationId,
) -> Result<Option<OrganizationId>, Fault> {
    let row = fetch.fetch_optional(&FIND_ORGANIZATION, binds![application_id]).await?;
    row.map(|row| row.parsed(0, Row::bytes, |b: Vec<u8>| OrganizationId::from_bytes(&b))).transpose()
}

/// When the papers are to be deleted; `None` once they are.
pub(crate) async fn set_delete_at(
    tx: &mut Tx<'_>,
    application_id: ApplicationId,
    at: Option<Moment>,
) -> Result<(), Fault> {
    tx.execute(&SET_DELETE_AT, binds![application_id, at]).await.map(drop)
}

pub(crate) async fn take_up(tx: &mut Tx<'_>, application_id: ApplicationId) -> Result<(), Fault> {
    tx.execute(&TAKE_UP, binds![application_id]).await.map(drop)
}

/// Applications whose papers are due to be deleted, the longest due first.
pub(crate) async fn list_due_papers(
    fetch: &mut dyn Fetch,
    now: Moment,
    limit: i64,
) -> Result<Vec<(ApplicationId, OrganizationId)>, Fault> {
    let rows = fetch.fetch_all(&LIST_DUE_PAPERS, binds![now, limit]).await?;
    let read = |row: &Row| {
        Ok((
            row.parsed(0, Row::bytes, |b: Vec<u8>| ApplicationId::from_bytes(&b))?,
            row.parsed(1, Row::bytes, |b: Vec<u8>| OrganizationId::from_bytes(&b))?,
        ))
    };
    rows.iter().map(read).collect()
}

/// A person of the desk.
#[derive(Clone, Debug)]
pub(crate) struct RoleRow {
    pub user_id: UserId,
    pub role: DeskRole,
    pub granted_at: Moment,
}

fn read_role(row: &Row) -> Result<RoleRow, Fault> {
    Ok(RoleRow {
        user_id: row.parsed(0, Row::bytes, |b: Vec<u8>| UserId::from_bytes(&b))?,
        role: row.parsed(1, Row::text, |word| DeskRole::from_word(&word).ok_or("not a role"))?,
        granted_at: Moment::from_micros(row.i64(2)?),
    })
}

pub(crate) async fn grant(
    tx: &mut Tx<'_>,
    user_id: UserId,
    role: DeskRole,
    (by, at): (Option<UserId>, Moment),
) -> Result<(), Fault> {
    tx.execute(&GRANT, binds![user_id, role.word(), by, at]).await.map(drop)
}

pub(crate) async fn take_back(tx: &mut Tx<'_>, user_id: UserId, role: DeskRole) -> Result<(), Fault> {
    tx.execute(&TAKE_BACK, binds![user_id, role.word()]).await.map(drop)
}

pub(crate) async fn roles_of(fetch: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<Vec<DeskRole>, Fault> {
    let rows = fetch.fetch_all(&ROLES_OF, binds![user_id]).await?;
    rows.iter().map(|row| read_role(row).map(|row| row.role)).collect()
}

pub(crate) async fn roles(fetch: &mut dyn Fetch) -> Result<Vec<RoleRow>, Fault> {
    fetch.fetch_all(&ROLES, binds![ROLES_MAX]).await?.iter().map(read_role).collect()
}
