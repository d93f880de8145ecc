//! Applications with their items. Whoever changes one takes its row first.

use crate::model::{
    Application, ApplicationId, ApplicationKind, CertificateId, Claim, Identity, Point, PointState, Stage,
};
use crate::store::item;
use kernel::{Moment, OrganizationId, UserId};
use store::{Fault, Fetch, Row, Sql, Tx, binds};

/// The columns that [`read`] reads, in its order.
macro_rules! columns {
    () => {
        "organization_id, application_id, holder_user_id, kind, stage, known_identity, first_approver, claim_by, \
         claim_until, predecessor_id, certificate_id, created_at, submitted_at, changed_at, consented_at, installed_at, \
         papers_deleted_at, phrase_hash"
    };
}

pub(crate) const INSERT: Sql = Sql::org(
    "certification.insert_application",
    "INSERT INTO certification_application (organization_id, application_id, holder_user_id, kind, stage, known_identity, \
     first_approver, claim_by, claim_until, version, predecessor_id, certificate_id, sealed_signature, phrase_hash, \
     created_at, submitted_at, changed_at, consented_at, installed_at, papers_deleted_at) \
     VALUES ($1, $2, $3, $4, $5, $6, NULL, NULL, NULL, 0, $7, NULL, NULL, NULL, $8, NULL, $8, NULL, NULL, NULL)",
);

/// Takes the row's lock, which serialises all that is done to the application alike on both engines.
pub(crate) const LOCK: Sql = Sql::org(
    "certification.lock_application",
    concat!(
        "UPDATE certification_application SET version = version + 1 WHERE organization_id = $1 AND application_id = $2 \
         RETURNING ",
        columns!()
    ),
);

pub(crate) const FIND: Sql = Sql::org(
    "certification.find_application",
    concat!(
        "SELECT ",
        columns!(),
        " FROM certification_application WHERE organization_id = $1 AND application_id = $2"
    ),
);

pub(crate) const FIND_BY_CERTIFICATE: Sql = Sql::org(
    "certification.find_application_by_certificate",
    concat!(
        "SELECT ",
        columns!(),
        " FROM certification_application WHERE organization_id = $1 AND certificate_id = $2"
    ),
);

pub(crate) const PAGE: Sql = Sql::org(
    "certification.page_applications",
    concat!(
        "SELECT ",
        columns!(),
        " FROM certification_application WHERE organization_id = $1 AND holder_user_id = $2 AND application_id < $3 \
         ORDER BY application_id DESC LIMIT $4"
    ),
);

pub(crate) const SAVE: Sql = Sql::org(
    "certification.save_application",
    "UPDATE certification_application SET stage = $3, known_identity = $4, first_approver = $5, claim_by = $6, \
     claim_until = $7, submitted_at = $8, changed_at = $9 WHERE organization_id = $1 AND application_id = $2",
);

pub(crate) const SET_ISSUED: Sql = Sql::org(
    "certification.set_application_issued",
    "UPDATE certification_application SET certificate_id = $3, consented_at = $4, phrase_hash = $5 \
     WHERE organization_id = $1 AND application_id = $2",
);

pub(crate) const SET_INSTALLED: Sql = Sql::org(
    "certification.set_application_installed",
    "UPDATE certification_application SET installed_at = $3 \
     WHERE organization_id = $1 AND application_id = $2",
);

pub(crate) const SET_SIGNATURE: Sql = Sql::org(
    "certification.set_application_signature",
    "UPDATE certification_application SET sealed_signature = $3 WHERE organization_id = $1 AND application_id = $2",
);

pub(crate) const SET_PAPERS_DELETED: Sql = Sql::org(
    "certification.set_papers_deleted",
    "UPDATE certification_application SET papers_deleted_at = $3, sealed_signature = NULL \
     WHERE organization_id = $1 AND application_id = $2",
);

pub(crate) const DELETE: Sql = Sql::org(
    "certification.delete_application",
    "DELETE FROM certification_application WHERE organization_id = $1 AND application_id = $2",
);

pub(crate) const OPEN: Sql = Sql::org(
    "certification.open_application",
    "INSERT INTO certification_open_application (organization_id, holder_user_id, application_id) \
     VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
);

pub(crate) const CLOSE: Sql = Sql::org(
    "certification.close_application",
    "DELETE FROM certification_open_application WHERE organization_id = $1 AND holder_user_id = $2 \
     AND application_id = $3",
);

/// An application as kept, without its items.
#[derive(Clone, Debug)]
pub(crate) struct ApplicationRow {
    pub organization_id: OrganizationId,
    pub application_id: ApplicationId,
    pub predecessor_id: Option<CertificateId>,
    pub certificate_id: Option<CertificateId>,
    pub created_at: Moment,
    pub submitted_at: Option<Moment>,
    pub changed_at: Moment,
    pub consented_at: Option<Moment>,
    pub installed_at: Option<Moment>,
    pub papers_deleted_at: Option<Moment>,
    pub phrase_hash: Option<String>,
    /// As the rules see it.
    pub application: Application,
}

fn undecoded(what: &str) -> Fault {
    Fault::Decode(format!("certification_application.{what}"))
}

fn opt_id<T>(
    row: &Row,
    column: usize,
    read: impl FnOnce(&[u8]) -> Option<T>,
    what: &'static str,
) -> Result<Option<T>, Fault> {
    row.opt_bytes(column)?.map(|octets| read(&octets).ok_or_else(|| undecoded(what))).transpose()
}

fn user(row: &Row, column: usize, what: &'static str) -> Result<Option<UserId>, Fault> {
    opt_id(row, column, |octets| UserId::from_bytes(octets).ok(), what)
}

fn certificate(row: &Row, column: usize, what: &'static str) -> Result<Option<CertificateId>, Fault> {
    opt_id(row, column, |octets| CertificateId::from_bytes(octets).ok(), what)
}

fn read(row: &Row) -> Result<ApplicationRow, Fault> {
    let moment = |column| row.opt_i64(column).map(|at| at.map(Moment::from_micros));
    let claim = match (user(row, 7, "claim_by")?, moment(8)?) {
        (Some(by), Some(until)) => Some(Claim { by, until }),
        _ => None,
    };
    Ok(ApplicationRow {
        organization_id: row.parsed(0, Row::bytes, |b: Vec<u8>| OrganizationId::from_bytes(&b))?,
        application_id: row.parsed(1, Row::bytes, |b: Vec<u8>| ApplicationId::from_bytes(&b))?,
        predecessor_id: certificate(row, 9, "predecessor_id")?,
        certificate_id: certificate(row, 10, "certificate_id")?,
        created_at: Moment::from_micros(row.i64(11)?),
        submitted_at: moment(12)?,
        changed_at: Moment::from_micros(row.i64(13)?),
        consented_at: moment(14)?,
        installed_at: moment(15)?,
        papers_deleted_at: moment(16)?,
        phrase_hash: row.opt_text(17)?,
        application: Application {
            holder: row.parsed(2, Row::bytes, |b: Vec<u8>| UserId::from_bytes(&b))?,
            kind: ApplicationKind::from_word(row.text_ref(3)?).ok_or_else(|| undecoded("kind"))?,
            stage: Stage::from_word(row.text_ref(4)?).ok_or_else(|| undecoded("stage"))?,
            identity: Identity::from_word(row.text_ref(5)?).ok_or_else(|| undecoded("identity"))?,
            first_approver: user(row, 6, "first_approver")?,
            claim,
            points: std::collections::BTreeMap::new(),
        },
    })
}

/// False when another application of this person for this organization is open.
pub(crate) async fn insert(tx: &mut Tx<'_>, row: &ApplicationRow) -> Result<bool, Fault> {
    let application = &row.application;
    let opened = tx.execute(&OPEN, binds![row.organization_id, application.holder, row.application_id]).await?;
    if opened == 0 {
        return Ok(false);
    }
    let binds = binds![
        row.organization_id,
        row.application_id,
        application.holder,
        application.kind.word(),
        application.stage.word(),
        application.identity.word(),
        row.predecessor_id,
        row.created_at
    ];
    tx.execute(&INSERT, binds).await?;
    Ok(true)
}

async fn with_items(fetch: &mut dyn Fetch, found: Option<Row>) -> Result<Option<ApplicationRow>, Fault> {
    let Some(found) = found else { return Ok(None) };
    let mut row = read(&found)?;
    let items = item::list(fetch, row.organization_id, row.application_id).await?;
    row.application.points = items.into_iter().map(|item| (item.point, item.state)).collect();
    Ok(Some(row))
}

/// The application, its row held until the transaction ends.
pub(crate) async fn lock(
    tx: &mut Tx<'_>,
    organization_id: OrganizationId,
    application_id: ApplicationId,
) -> Result<Option<ApplicationRow>, Fault> {
    let found = tx.fetch_optional(&LOCK, binds![organization_id, application_id]).await?;
    with_items(tx, found).await
}

pub(crate) async fn find(
    fetch: &mut dyn Fetch,
    organization_id: OrganizationId,
    application_id: ApplicationId,
) -> Result<Option<ApplicationRow>, Fault> {
    let found = fetch.fetch_optional(&FIND, binds![organization_id, application_id]).await?;
    with_items(fetch, found).await
}

/// The application a certificate was issued on.
pub(crate) async fn find_by_certificate(
    fetch: &mut dyn Fetch,
    organization_id: OrganizationId,
    certificate_id: CertificateId,
) -> Result<Option<ApplicationRow>, Fault> {
    let found = fetch.fetch_optional(&FIND_BY_CERTIFICATE, binds![organization_id, certificate_id]).await?;
    with_items(fetch, found).await
}

/// What comes before every identifier in descending order.
const LAST_ID: [u8; 16] = [0xff; 16];

/// A person's applications for an organization, newest first, without their items.
pub(crate) async fn page(
    fetch: &mut dyn Fetch,
    (organization_id, holder): (OrganizationId, UserId),
    limit: i64,
    before: Option<ApplicationId>,
) -> Result<Vec<ApplicationRow>, Fault> {
    let before = before.map_or(LAST_ID.to_vec(), |id| id.to_vec());
    let rows = fetch.fetch_all(&PAGE, binds![organization_id, holder, before, limit]).await?;
    rows.iter().map(read).collect()
}

/// Writes what the rules changed: the row, and of the items those that differ. A closed one makes room for the next.
pub(crate) async fn save(tx: &mut Tx<'_>, row: &ApplicationRow, before: &Application, at: Moment) -> Result<(), Fault> {
    let application = &row.application;
    let (claim_by, claim_until) = (application.claim.map(|claim| claim.by), application.claim.map(|claim| claim.until));
    let binds = binds![
        row.organization_id,
        row.application_id,
        application.stage.word(),
        application.identity.word(),
        application.first_approver,
        claim_by,
        claim_until,
        row.submitted_at,
        at
    ];
    tx.execute(&SAVE, binds).await?;
    for (point, state) in &application.points {
        if before.points.get(point) != Some(state) {
            save_state(tx, row, *point, *state).await?;
        }
    }
    if before.stage.is_open() && !application.stage.is_open() {
        close(tx, row).await?;
    }
    Ok(())
}

async fn save_state(tx: &mut Tx<'_>, row: &ApplicationRow, point: Point, state: PointState) -> Result<(), Fault> {
    item::set_state(tx, row.organization_id, row.application_id, (point, state)).await
}

pub(crate) async fn close(tx: &mut Tx<'_>, row: &ApplicationRow) -> Result<(), Fault> {
    let binds = binds![row.organization_id, row.application.holder, row.application_id];
    tx.execute(&CLOSE, binds).await.map(drop)
}

pub(crate) async fn set_issued(
    tx: &mut Tx<'_>,
    row: &ApplicationRow,
    certificate_id: CertificateId,
    phrase_hash: Option<&str>,
    at: Moment,
) -> Result<(), Fault> {
    let phrase_hash = phrase_hash.map(str::to_owned);
    let binds = binds![row.organization_id, row.application_id, certificate_id, at, phrase_hash];
    tx.execute(&SET_ISSUED, binds).await.map(drop)
}

pub(crate) async fn set_installed(tx: &mut Tx<'_>, row: &ApplicationRow, at: Moment) -> Result<(), Fault> {
    tx.execute(&SET_INSTALLED, binds![row.organization_id, row.application_id, at]).await.map(drop)
}

pub(crate) async fn set_signature(tx: &mut Tx<'_>, row: &ApplicationRow, sealed: &[u8]) -> Result<(), Fault> {
    tx.execute(&SET_SIGNATURE, binds![row.organization_id, row.application_id, sealed]).await.map(drop)
}

pub(crate) async fn set_papers_deleted(tx: &mut Tx<'_>, row: &ApplicationRow, at: Moment) -> Result<(), Fault> {
    tx.execute(&SET_PAPERS_DELETED, binds![row.organization_id, row.application_id, at]).await.map(drop)
}

/// With its items, scans and steps; the directory's row goes too.
pub(crate) async fn delete(tx: &mut Tx<'_>, row: &ApplicationRow) -> Result<(), Fault> {
    let key = || binds![row.organization_id, row.application_id];
    tx.execute(&item::DELETE_PARTS, key()).await?;
    tx.execute(&item::DELETE_ITEMS, key()).await?;
    tx.execute(&item::DELETE_STEPS, key()).await?;
    tx.execute(&DELETE, key()).await?;
    close(tx, row).await
}
